import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import { monthNumber } from "../domain/month.ts";
import { isSameRange, WHOLE_YEAR, type MonthCoverage, type PeriodLength } from "../domain/period.ts";
import type { MonthSum, Sums, YearCount } from "../domain/sums.ts";
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

/** The dimensions that the sums by month still have, and what an item is called in them. */
const ITEM_OF: Readonly<Partial<Record<ItemDimension, (sum: MonthSum) => string>>> = {
  destination: ({ destination }) => destination,
  chamber: ({ chamber }) => chamber ?? "",
};

/** Whether sums by month have the items of a dimension. */
export function isInSums(dimension: ItemDimension): boolean {
  return ITEM_OF[dimension] !== undefined;
}

/** What `totalsByPeriod` reads: of whole years, because exporters and products are counted for these alone. */
export function rollUpPeriods(sums: Sums, length: PeriodLength, selected: Selected): readonly PeriodTotals[] {
  if (length !== "year") throw notInSums(`the exporters of a ${length}`);
  const counts = new Map(yearCounts(sums, selected).map((count) => [count.year, count]));
  return [...grouped(monthSums(sums, selected), ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .map(([year, own]) => ({
      period: String(year),
      ...totalsOf(own),
      exporters: counts.get(year)?.exporters ?? null,
      destinations: new Set(own.map(({ destination }) => destination).filter((code) => code !== NOT_A_COUNTRY)).size,
      products: counts.get(year)?.products ?? null,
    }));
}

export function rollUpMonths(sums: Sums, selected: Selected): readonly MonthTotals[] {
  return byMonth(monthSums(sums, selected)).map(({ year, month, own }) => ({ year, month, ...totalsOf(own) }));
}

export function rollUpItems(sums: Sums, dimension: ItemDimension, selected: Selected): readonly ItemTotals[] {
  const itemOf = ITEM_OF[dimension];
  if (itemOf === undefined) throw notInSums(`the items of ${dimension}`);
  return [...grouped(monthSums(sums, selected), ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([year, own]) =>
      [...grouped(own, itemOf)]
        .toSorted(([a], [b]) => inOrder(a, b))
        .map(([item, ofItem]) => ({ year, item, ...totalsOf(ofItem) })),
    );
}

export function rollUpFlows(sums: Sums, selected: Selected): readonly ExporterFlow[] {
  return yearCounts(sums, selected).flatMap(({ year, entrants, exiters }) =>
    entrants === null || exiters === null ? [] : [{ year, entrants, exiters }],
  );
}

export function findSoleExporterDestinations(sums: Sums, year: number, selected: Selected): readonly string[] {
  const ofYear = monthSums(sums, selected).filter((sum) => sum.year === year);
  return [...grouped(ofYear, ({ destination }) => destination)]
    .filter(([, own]) => {
      const exporter = own[0]?.firstExporter;
      return own.every(
        ({ attributed, certificates, firstExporter, lastExporter }) =>
          attributed === certificates && firstExporter === exporter && lastExporter === exporter,
      );
    })
    .map(([destination]) => destination)
    .toSorted(inOrder);
}

export function rollUpCoverage({ months }: Sums): readonly MonthCoverage[] {
  return byMonth(months).map(({ year, month, own }) => ({
    year,
    month,
    lastDay: Math.max(...own.map(({ lastDay }) => lastDay)),
    certificates: totalsOf(own).certificates,
  }));
}

export function chambersOf({ months }: Sums): readonly string[] {
  return [...new Set(months.flatMap(({ chamber }) => chamber ?? []))].toSorted(inOrder);
}

/** The sums that are selected, in the years in which they are seen. */
function monthSums(sums: Sums, { everyYear }: Selected): readonly MonthSum[] {
  if (everyYear === null) throw notInSums("which certificates a selection takes");
  const { months, later } = everyYear;
  const own = isSameRange(months, WHOLE_YEAR)
    ? sums.months
    : sums.months.filter(({ month }) => month >= months.firstMonth && month <= months.lastMonth);
  return later === 0 ? own : own.map((sum) => ({ ...sum, year: sum.year + later }));
}

/** What was counted for the years that are selected, in order, in the years in which they are seen. */
function yearCounts({ years }: Sums, { everyYear }: Selected): readonly YearCount[] {
  if (everyYear === null || !isSameRange(everyYear.months, WHOLE_YEAR)) {
    throw notInSums("the exporters and products of part of a year");
  }
  const { later } = everyYear;
  return years.map((count) => ({ ...count, year: count.year + later })).toSorted((a, b) => a.year - b.year);
}

function byMonth(
  sums: readonly MonthSum[],
): readonly { readonly year: number; readonly month: number; readonly own: readonly MonthSum[] }[] {
  return [...grouped(sums, ({ year, month }) => monthNumber(year, month))]
    .toSorted(([a], [b]) => a - b)
    .map(([number, own]) => ({ year: Math.floor(number / 12), month: (number % 12) + 1, own }));
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

/** As the engine orders texts: by their bytes, which is not the order of UTF-16. */
function inOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
