import { NO_ITEM, type ItemDimension } from "../domain/dimension.ts";
import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { Fraction } from "../domain/fraction.ts";
import { METRICS, type Metric } from "../domain/metric.ts";
import { amountOf, type GroupTotals, type Totals } from "../domain/totals.ts";
import { locationQuotient } from "../measures/location-quotient.ts";
import { rank } from "../measures/rank.ts";
import { share } from "../measures/share.ts";

/** What an item (destination, theme ...) is at a chamber, or in the group, in one of the two quantities. */
export interface ComparedFigures {
  readonly total: bigint | null;
  /** Of the total of the chamber. */
  readonly share: Fraction | null;
  /** Share at the chamber over share in the group; 1 for the group. */
  readonly locationQuotient: Fraction | null;
  readonly rank: number | null;
  /** Places by which the item stands higher at the chamber than in the group; `null` for what has no rank. */
  readonly rankDifference: number | null;
}

export type ComparedCell = Readonly<Record<Metric, ComparedFigures>>;

/** An item in a year, at each chamber and in the group. */
export interface ComparedItem {
  readonly year: number;
  readonly item: string;
  /** How many chambers have it. */
  readonly chambers: number;
  readonly cells: ReadonlyMap<string, ComparedCell>;
  readonly group: ComparedCell;
}

/** The sums of the years, each counted by itself: items can overlap, and then do not sum to their whole. */
export interface ComparedSums {
  /** Items are year, chamber and item. */
  readonly cells: readonly GroupTotals[];
  /** Items are year and item. */
  readonly group: readonly GroupTotals[];
  /** Items are year and chamber. */
  readonly chambers: readonly GroupTotals[];
  /** Items are the year. */
  readonly whole: readonly GroupTotals[];
}

/** Every item of every year, the largest value in the group first, then by certificates and code. */
export function buildComparedItems(chambers: readonly string[], sums: ComparedSums): readonly ComparedItem[] {
  const byKey = (groups: readonly GroupTotals[]): ReadonlyMap<string, Totals> =>
    new Map(groups.map((group) => [keyOf(...group.items), group]));
  const [cells, wholes, totals] = [byKey(sums.cells), byKey(sums.whole), byKey(sums.chambers)];
  const years = [...new Set(sums.group.map(({ items: [year = ""] }) => year))].toSorted();
  return years.flatMap((year) => {
    const ofYear = sums.group.filter((group) => group.items[0] === year).toSorted(largestFirst);
    const whole = wholes.get(keyOf(year));
    const items = ofYear.map(({ items: [, item = ""] }) => item);
    const ranksOf = (amount: (item: string, index: number, metric: Metric) => bigint | null): Ranks => {
      const ofMetric = (metric: Metric): readonly (number | null)[] =>
        rank.compute(items.map((item, index) => amount(item, index, metric)));
      return { certificates: ofMetric("certificates"), goods_value: ofMetric("goods_value") };
    };
    const cellOf = (item: string, chamber: string): Totals | undefined => cells.get(keyOf(year, chamber, item));
    const groupRanks = ranksOf((_, index, metric) => of(ofYear[index], metric));
    const chamberRanks = new Map(
      chambers.map((chamber) => [chamber, ranksOf((item, _, metric) => of(cellOf(item, chamber), metric))]),
    );
    return items.map((item, index) => {
      const here = ofYear[index];
      const place = (ranks: Ranks | undefined, metric: Metric): number | null => ranks?.[metric][index] ?? null;
      return {
        year: Number(year),
        item,
        chambers: chambers.filter((chamber) => cellOf(item, chamber) !== undefined).length,
        group: perMetric((metric) => ({
          total: of(here, metric),
          share: share.compute(of(here, metric), of(whole, metric)),
          locationQuotient: locationQuotient.compute(
            of(here, metric),
            of(whole, metric),
            of(here, metric),
            of(whole, metric),
          ),
          rank: place(groupRanks, metric),
          rankDifference: place(groupRanks, metric) === null ? null : 0,
        })),
        cells: new Map(
          chambers.map((chamber) => [
            chamber,
            perMetric((metric) => {
              const total = totals.get(keyOf(year, chamber));
              const amount = partOf(cellOf(item, chamber), total, metric);
              const [own, common] = [place(chamberRanks.get(chamber), metric), place(groupRanks, metric)];
              return {
                total: amount,
                share: share.compute(amount, of(total, metric)),
                locationQuotient: locationQuotient.compute(
                  amount,
                  of(total, metric),
                  of(here, metric),
                  of(whole, metric),
                ),
                rank: own,
                rankDifference: own === null || common === null ? null : common - own,
              };
            }),
          ]),
        ),
      };
    });
  });
}

type Ranks = Readonly<Record<Metric, readonly (number | null)[]>>;

function perMetric<Value>(make: (metric: Metric) => Value): Readonly<Record<Metric, Value>> {
  return { certificates: make("certificates"), goods_value: make("goods_value") };
}

function of(totals: Totals | undefined, metric: Metric): bigint | null {
  return totals === undefined ? null : amountOf(totals, metric);
}

/** A chamber without certificates of an item has an amount of 0 of it, unless nothing is known of the chamber's amounts. */
function partOf(cell: Totals | undefined, total: Totals | undefined, metric: Metric): bigint | null {
  if (cell !== undefined) return amountOf(cell, metric);
  return of(total, metric) === null ? null : 0n;
}

function largestFirst(a: GroupTotals, b: GroupTotals): number {
  for (const metric of METRICS.toReversed()) {
    const [left, right] = [amountOf(a, metric) ?? -1n, amountOf(b, metric) ?? -1n];
    if (left !== right) return left > right ? -1 : 1;
  }
  return (a.items[1] ?? "") < (b.items[1] ?? "") ? -1 : 1;
}

function keyOf(...items: readonly string[]): string {
  return JSON.stringify(items);
}

/** What chambers have in common in a year, and what each has alone; of what is named, so that "not stated" is no item. */
export interface ItemOverlap {
  readonly year: number;
  /** `null` for the group. */
  readonly chamber: string | null;
  readonly items: number;
  /** Those that all chambers have. */
  readonly common: number;
  /** Those that no other chamber has; of the group, those that only one chamber has. */
  readonly distinct: number;
}

export function buildOverlap(
  by: ItemDimension,
  chambers: readonly string[],
  items: readonly ComparedItem[],
): readonly ItemOverlap[] {
  const named = items.filter(
    ({ item }) => item !== "" && item !== NO_ITEM && !(by === "destination" && item === NOT_A_COUNTRY),
  );
  return [...new Set(named.map(({ year }) => year))].flatMap((year) => {
    const ofYear = named.filter((row) => row.year === year);
    const common = ofYear.filter((row) => row.chambers === chambers.length).length;
    const row = (chamber: string | null): ItemOverlap => {
      const own = ofYear.filter(({ cells }) => chamber === null || (cells.get(chamber)?.certificates.total ?? 0n) > 0n);
      const distinct = own.filter((each) => each.chambers === 1).length;
      return { year, chamber, items: own.length, common, distinct };
    };
    return [...chambers.map(row), row(null)];
  });
}
