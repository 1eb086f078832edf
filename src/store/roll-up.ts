import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import { monthNumber } from "../domain/month.ts";
import { isSameRange, WHOLE_YEAR, type MonthCoverage, type MonthRange, type PeriodLength } from "../domain/period.ts";
import type { MonthSum, MonthTotal, RolledUpSums, SummedDimension, Sums } from "../domain/sums.ts";
import { compareTexts } from "../domain/text-order.ts";
import {
  addTotals,
  NO_TOTALS,
  type ExporterFlow,
  type ItemTotals,
  type MonthTotals,
  type PeriodTotals,
  type Totals,
} from "../domain/totals.ts";
import type { Selected } from "./selection.ts";
import { notInSums } from "./source.ts";

/** Adds sums up by item and by month. */
export function rollUp({ months, ...others }: Sums): RolledUpSums {
  const destinations = byYearAndItem(months, "destination");
  return {
    ...others,
    byItem: { destination: itemTotals(destinations), chamber: itemTotals(byYearAndItem(months, "chamber")) },
    ofOneExporter: destinations
      .filter(({ own }) => isOfOneExporter(own))
      .map(({ year, item }) => ({ year, destination: item })),
    chambers: [...new Set(months.flatMap(({ chamber }) => chamber ?? []))].toSorted(compareTexts),
    byMonth: totalsByMonth(months),
    months: () => months,
  };
}

function isOfOneExporter(sums: readonly MonthSum[]): boolean {
  const exporter = sums[0]?.firstExporter;
  return sums.every(
    ({ attributed, certificates, firstExporter, lastExporter }) =>
      attributed === certificates && firstExporter === exporter && lastExporter === exporter,
  );
}

function totalsByMonth(months: readonly MonthSum[]): readonly MonthTotal[] {
  return [...grouped(months, ({ year, month }) => monthNumber(year, month))]
    .toSorted(([a], [b]) => a - b)
    .map(([number, own]) => ({
      year: Math.floor(number / 12),
      month: (number % 12) + 1,
      lastDay: Math.max(...own.map(({ lastDay }) => lastDay)),
      ...totalsOf(own),
    }));
}

/** The sums of an item in a year. */
interface YearItem {
  readonly year: number;
  readonly item: string;
  readonly own: readonly MonthSum[];
}

function itemTotals(items: readonly YearItem[]): readonly ItemTotals[] {
  return items.map(({ year, item, own }) => ({ year, item, ...totalsOf(own) }));
}

function byYearAndItem(months: readonly MonthSum[], dimension: SummedDimension): readonly YearItem[] {
  return byYear(months).flatMap(([year, ofYear]) =>
    [...grouped(ofYear, ITEM_OF[dimension])]
      .toSorted(([a], [b]) => compareTexts(a, b))
      .map(([item, own]) => ({ year, item, own })),
  );
}

const ITEM_OF: Readonly<Record<SummedDimension, (sum: MonthSum) => string>> = {
  destination: ({ destination }) => destination,
  chamber: ({ chamber }) => chamber ?? "",
};

/** Whether sums have the items of a dimension. */
export function isInSums(dimension: ItemDimension): dimension is SummedDimension {
  return Object.hasOwn(ITEM_OF, dimension);
}

export function rolledUpPeriods(sums: RolledUpSums, length: PeriodLength, selected: Selected): readonly PeriodTotals[] {
  if (length !== "year") throw notInSums(`the exporters of a ${length}`);
  const later = yearsLater(selected);
  const counts = new Map(sums.years.map((count) => [count.year, count]));
  return byYear(sums.byItem.destination).map(([year, own]) => ({
    period: String(year + later),
    ...totalsOf(own),
    exporters: counts.get(year)?.exporters ?? null,
    destinations: own.filter(({ item }) => item !== NOT_A_COUNTRY).length,
    products: counts.get(year)?.products ?? null,
  }));
}

export function rolledUpMonths(sums: RolledUpSums, selected: Selected): readonly MonthTotals[] {
  const { months, later } = everyYearOf(selected);
  return sums.byMonth.filter(isIn(months)).map(({ year, month, certificates, valued, goodsCents }) => ({
    year: year + later,
    month,
    certificates,
    valued,
    goodsCents,
  }));
}

export function rolledUpItems(sums: RolledUpSums, dimension: ItemDimension, selected: Selected): readonly ItemTotals[] {
  if (!isInSums(dimension)) throw notInSums(`the items of ${dimension}`);
  const { months, later } = everyYearOf(selected);
  const items = isSameRange(months, WHOLE_YEAR)
    ? sums.byItem[dimension]
    : itemTotals(byYearAndItem(sums.months().filter(isIn(months)), dimension));
  return later === 0 ? items : items.map((totals) => ({ ...totals, year: totals.year + later }));
}

export function rolledUpFlows({ years }: RolledUpSums, selected: Selected): readonly ExporterFlow[] {
  const later = yearsLater(selected);
  return years
    .flatMap(({ year, entrants, exiters }) =>
      entrants === null || exiters === null ? [] : [{ year: year + later, entrants, exiters }],
    )
    .toSorted((a, b) => a.year - b.year);
}

export function soleExporterDestinationsIn(sums: RolledUpSums, year: number, selected: Selected): readonly string[] {
  const issued = year - yearsLater(selected);
  return sums.ofOneExporter.filter((each) => each.year === issued).map(({ destination }) => destination);
}

export function rolledUpCoverage(sums: RolledUpSums): readonly MonthCoverage[] {
  return sums.byMonth.map(({ year, month, lastDay, certificates }) => ({ year, month, lastDay, certificates }));
}

function everyYearOf({ everyYear }: Selected): NonNullable<Selected["everyYear"]> {
  if (everyYear === null) throw notInSums("which certificates a selection takes");
  return everyYear;
}

/** How many years later whole years are seen: exporters and products are counted for no part of one. */
function yearsLater(selected: Selected): number {
  const { months, later } = everyYearOf(selected);
  if (!isSameRange(months, WHOLE_YEAR)) throw notInSums("the exporters and products of part of a year");
  return later;
}

function isIn({ firstMonth, lastMonth }: MonthRange): (sum: { readonly month: number }) => boolean {
  return ({ month }) => month >= firstMonth && month <= lastMonth;
}

function byYear<Sum extends { readonly year: number }>(
  sums: readonly Sum[],
): readonly (readonly [number, readonly Sum[]])[] {
  return [...grouped(sums, ({ year }) => year)].toSorted(([a], [b]) => a - b);
}

function totalsOf(sums: readonly Totals[]): Totals {
  return sums.reduce(addTotals, NO_TOTALS);
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
