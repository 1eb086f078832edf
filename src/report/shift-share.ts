import type { Benchmark } from "../domain/benchmark.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import { divideHalfUp, type Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import type { ItemTotals } from "../domain/totals.ts";
import { growth } from "../measures/growth.ts";
import { shiftShare, type TwoYears } from "../measures/shift-share.ts";
import { TOTAL } from "./query-table.ts";
import { OTHER } from "./shares.ts";
import { tableOf, type Table } from "./table.ts";
import type { NameOf } from "./tables.ts";

/** The parts of a change in cents, which sum exactly to it: of an item, of the others together, or of the year's total. */
export interface ShiftShareRow extends TwoYears {
  readonly year: number;
  readonly item: string;
  /** `null` for an item without a growth in the benchmark. */
  readonly effects: Effects | null;
  /** The change of items that have no growth in the benchmark. */
  readonly withoutBenchmark: Cents;
  /** The growth of the item, or for the total of the whole, in the benchmark. */
  readonly benchmarkGrowth: Fraction | null;
}

interface Effects {
  readonly benchmark: Cents;
  readonly mix: Cents;
  readonly competitive: Cents;
}

/**
 * The change of each item's goods value since the year before, split against a benchmark; by value, the others and the total last.
 * Years are those to be shown: whole ones whose year before is whole, both of them in the benchmark. An item that has no value in
 * the benchmark in one of the two years, or 0 in the first, has no growth there.
 */
export function buildShiftShare(
  totals: readonly ItemTotals[],
  years: readonly number[],
  benchmark: Benchmark,
  top = Infinity,
): readonly ShiftShareRow[] {
  return years.flatMap((year) => {
    const [now, before] = [benchmark.years.get(year), benchmark.years.get(year - 1)];
    if (now === undefined || before === undefined) return [];
    const whole = { current: sum([...now.values()]), previous: sum([...before.values()]) };
    const [current, previous] = [valuesOf(totals, year), valuesOf(totals, year - 1)];
    const rows = [...new Set([...current.keys(), ...previous.keys()])]
      .map((item) => {
        const own = { current: current.get(item) ?? 0n, previous: previous.get(item) ?? 0n };
        const [kindNow, kindBefore] = [now.get(item), before.get(item)];
        const kind =
          kindNow === undefined || kindBefore === undefined ? null : { current: kindNow, previous: kindBefore };
        return splitItem(year, item, own, kind, whole);
      })
      .toSorted(
        (a, b) => compare(b.current, a.current) || compare(b.previous, a.previous) || (a.item < b.item ? -1 : 1),
      );
    const [named, others] = [rows.slice(0, top), rows.slice(top)];
    return [
      ...named,
      ...(others.length === 0 ? [] : [addUp(year, OTHER, others, null)]),
      addUp(year, TOTAL, rows, growth.compute(whole.current, whole.previous)),
    ];
  });
}

function splitItem(year: number, item: string, own: TwoYears, kind: TwoYears | null, whole: TwoYears): ShiftShareRow {
  // What began this year gained nothing with its kind, whether the benchmark knows that kind or not.
  const known = kind ?? (own.previous === 0n ? { current: 0n, previous: 0n } : null);
  const parts = known && shiftShare.compute(own, known, whole);
  const change = own.current - own.previous;
  return {
    ...own,
    year,
    item,
    effects: parts && roundEffects(parts.benchmark, parts.competitive, change),
    withoutBenchmark: parts === null ? change : 0n,
    benchmarkGrowth: kind && growth.compute(kind.current, kind.previous),
  };
}

/** To the cent, so that they still sum to the change: the mix, the difference of two roundings, is at most a cent off. */
function roundEffects(benchmark: Fraction, competitive: Fraction, change: Cents): Effects {
  const [ofWhole, own] = [round(benchmark), round(competitive)];
  return { benchmark: ofWhole, mix: change - ofWhole - own, competitive: own };
}

function round({ numerator, denominator }: Fraction): Cents {
  return divideHalfUp(numerator, denominator);
}

function addUp(
  year: number,
  item: string,
  rows: readonly ShiftShareRow[],
  benchmarkGrowth: Fraction | null,
): ShiftShareRow {
  const effect = (of: keyof Effects): Cents => sum(rows.map(({ effects }) => effects?.[of] ?? 0n));
  return {
    year,
    item,
    current: sum(rows.map((row) => row.current)),
    previous: sum(rows.map((row) => row.previous)),
    effects: { benchmark: effect("benchmark"), mix: effect("mix"), competitive: effect("competitive") },
    withoutBenchmark: sum(rows.map((row) => row.withoutBenchmark)),
    benchmarkGrowth,
  };
}

/** A certificate without a value adds nothing. */
function valuesOf(totals: readonly ItemTotals[], year: number): ReadonlyMap<string, Cents> {
  return new Map(totals.filter((row) => row.year === year).map((row) => [row.item, row.goodsCents ?? 0n]));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, each) => total + each, 0n);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One line per year and item. */
export function shiftShareTable(by: ItemDimension, rows: readonly ShiftShareRow[], nameOf: NameOf): Table {
  const isComplete = rows.every(({ withoutBenchmark }) => withoutBenchmark === 0n);
  const table = tableOf<ShiftShareRow>(
    [
      ["year", (row) => row.year],
      [by, (row) => row.item],
      [`${by}_name`, (row) => nameOf(row.item)],
      ["goods_value", (row) => row.current],
      ["goods_value_change", (row) => row.current - row.previous],
      ["benchmark_effect", (row) => row.effects?.benchmark ?? null],
      ["mix_effect", (row) => row.effects?.mix ?? null],
      ["competitive_effect", (row) => row.effects?.competitive ?? null],
      ["without_benchmark", (row) => row.withoutBenchmark],
      ["goods_value_growth", (row) => growth.compute(row.current, row.previous)],
      ["benchmark_growth", (row) => row.benchmarkGrowth],
    ],
    rows,
  );
  const rates = ["goods_value_growth", "benchmark_growth"];
  return { ...table, forScripts: isComplete ? ["without_benchmark", ...rates] : rates };
}
