import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import { monthNumber } from "../domain/month.ts";
import { isSameRange, WHOLE_YEAR, type MonthCoverage, type MonthRange, type PeriodLength } from "../domain/period.ts";
import type { MonthSum, MonthTotal, RolledUpSums, Sums, YearSum } from "../domain/sums.ts";
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

/** Adds sums up by year and by month. */
export function rollUp({ months, ...others }: Sums): RolledUpSums {
  return { ...others, byYear: sumsByYear(months), byMonth: totalsByMonth(months), months: () => months };
}

function sumsByYear(months: readonly MonthSum[]): readonly YearSum[] {
  const keyOf = ({ year, chamber, destination }: MonthSum): string =>
    `${year} ${destination}${chamber === null ? "" : ` ${chamber}`}`;
  return [...grouped(months, keyOf).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { year, chamber, destination } = first;
    return [{ year, chamber, destination, soleExporter: soleExporterOf(own), ...totalsOf(own) }];
  });
}

function soleExporterOf(sums: readonly MonthSum[]): string | null {
  const exporter = sums[0]?.firstExporter ?? null;
  const isSole = sums.every(
    ({ attributed, certificates, firstExporter, lastExporter }) =>
      attributed === certificates && firstExporter === exporter && lastExporter === exporter,
  );
  return isSole ? exporter : null;
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

/** What certificates are added up by in sums, and what an item is called. */
const ITEM_OF: Readonly<Partial<Record<ItemDimension, (sum: YearSum | MonthSum) => string>>> = {
  destination: ({ destination }) => destination,
  chamber: ({ chamber }) => chamber ?? "",
};

/** Whether sums have the items of a dimension. */
export function isInSums(dimension: ItemDimension): boolean {
  return ITEM_OF[dimension] !== undefined;
}

export function rolledUpPeriods(sums: RolledUpSums, length: PeriodLength, selected: Selected): readonly PeriodTotals[] {
  if (length !== "year") throw notInSums(`the exporters of a ${length}`);
  const later = yearsLater(selected);
  const counts = new Map(sums.years.map((count) => [count.year, count]));
  return byYear(sums.byYear).map(([year, own]) => ({
    period: String(year + later),
    ...totalsOf(own),
    exporters: counts.get(year)?.exporters ?? null,
    destinations: new Set(own.map(({ destination }) => destination).filter((code) => code !== NOT_A_COUNTRY)).size,
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
  const itemOf = ITEM_OF[dimension];
  if (itemOf === undefined) throw notInSums(`the items of ${dimension}`);
  const { months, later } = everyYearOf(selected);
  const selectedSums = isSameRange(months, WHOLE_YEAR) ? sums.byYear : sums.months().filter(isIn(months));
  return byYear<YearSum | MonthSum>(selectedSums).flatMap(([year, own]) =>
    [...grouped(own, itemOf)]
      .toSorted(([a], [b]) => inOrder(a, b))
      .map(([item, ofItem]) => ({ year: year + later, item, ...totalsOf(ofItem) })),
  );
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
  const ofYear = sums.byYear.filter((sum) => sum.year === issued);
  return [...grouped(ofYear, ({ destination }) => destination)]
    .filter(([, own]) => {
      const exporter = own[0]?.soleExporter ?? null;
      return exporter !== null && own.every(({ soleExporter }) => soleExporter === exporter);
    })
    .map(([destination]) => destination)
    .toSorted(inOrder);
}

export function rolledUpCoverage(sums: RolledUpSums): readonly MonthCoverage[] {
  return sums.byMonth.map(({ year, month, lastDay, certificates }) => ({ year, month, lastDay, certificates }));
}

export function chambersIn(sums: RolledUpSums): readonly string[] {
  return [...new Set(sums.byYear.flatMap(({ chamber }) => chamber ?? []))].toSorted(inOrder);
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

/** As the engine orders texts: by code points, of which those beyond 16 bits come last, and not first as in UTF-16. */
function inOrder(a: string, b: string): number {
  if (BEYOND_16_BITS.test(a) || BEYOND_16_BITS.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : Number(a > b);
}

const BEYOND_16_BITS = /[\ud800-\udfff]/;
