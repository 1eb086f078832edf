import type { Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import {
  clipWindow,
  isComparable,
  isSameRange,
  WHOLE_YEAR,
  type MonthRange,
  type YearWindow,
} from "../domain/period.ts";
import { addTotals, NO_TOTALS, type MonthTotals, type PeriodTotals, type Totals } from "../domain/totals.ts";
import { growth } from "../measures/growth.ts";
import { valuePerCertificate } from "../measures/value-per-certificate.ts";

export interface ComparedTotals extends Totals {
  readonly valuePerCertificate: Cents | null;
}

/** One line of a series: the sums of a period, and its growth over the same period of the year before. */
export interface SeriesRow extends PeriodTotals, ComparedTotals {
  readonly year: number;
  /** The months that growth is about: whole years as a rule, part of one at the end of the data. */
  readonly window: YearWindow;
  readonly complete: boolean;
  /** The totals that the growth compares: those of the window, this year and the year before. */
  readonly compared: { readonly current: ComparedTotals; readonly previous: ComparedTotals } | null;
  readonly certificatesGrowth: Fraction | null;
  readonly goodsValueGrowth: Fraction | null;
}

/**
 * The years in order, those without certificates in between included, or the same months `asked` for of each. Growth
 * compares the months that both years cover, and is undefined where the year before lacks some. `monthsBefore` are the sums of
 * the months of the year before, each under the month a year later.
 */
export function buildYearlySeries(
  years: readonly PeriodTotals[],
  months: readonly MonthTotals[],
  windows: readonly YearWindow[],
  asked: MonthRange = WHOLE_YEAR,
  monthsBefore: readonly MonthTotals[] = months.map((month) => ({ ...month, year: month.year + 1 })),
): readonly SeriesRow[] {
  const windowOf = new Map(windows.map((window) => [window.year, clipWindow(window, asked)]));
  const onFile = new Set(years.map(({ period }) => Number(period)));
  const empty = [...windowOf.values()].filter((window) => isSameRange(window, asked) && !onFile.has(window.year));
  const periods = [...years, ...empty.map(({ year }) => emptyPeriod(String(year), years))].toSorted(
    (a, b) => Number(a.period) - Number(b.period),
  );
  return withoutGaps(periods, (year) => String(Number(year) + 1)).map((totals) => {
    const year = Number(totals.period);
    const window = windowOf.get(year) ?? { year, firstMonth: 1, lastMonth: 0 };
    const previous = windowOf.get(year - 1);
    const comparable = isComparable(window, previous);
    const current = sumMonths(months, year, window);
    const before = comparable ? sumMonths(monthsBefore, year, window) : null;
    return seriesRow(totals, year, window, isSameRange(window, asked), current, before);
  });
}

/** Quarters or months in order, each compared with the same one of the year before, whose sums are under the one a year later. */
export function buildPartYearSeries(
  periods: readonly PeriodTotals[],
  windows: readonly YearWindow[],
  periodsBefore: readonly PeriodTotals[],
): readonly SeriesRow[] {
  const whole = withoutGaps(periods, nextPartYear);
  const byPeriod = new Map(periodsBefore.map((totals) => [totals.period, totals]));
  const windowOf = new Map(windows.map((window) => [window.year, window]));
  return whole.map((totals) => {
    const part = monthsOf(totals.period);
    const complete = covers(windowOf.get(part.year), part);
    const comparable = complete && covers(windowOf.get(part.year - 1), part);
    const before = byPeriod.get(totals.period) ?? NO_TOTALS;
    return seriesRow(totals, part.year, part, complete, totals, comparable ? before : null);
  });
}

/** Puts the periods in that have no certificates: a series has no holes that a script could fall into. */
function withoutGaps(periods: readonly PeriodTotals[], next: (period: string) => string): readonly PeriodTotals[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const byPeriod = new Map(periods.map((totals) => [totals.period, totals]));
  const whole: PeriodTotals[] = [];
  for (let period = first.period; period <= last.period; period = next(period)) {
    whole.push(byPeriod.get(period) ?? emptyPeriod(period, periods));
  }
  return whole;
}

/** A period without certificates: of what other periods name there are none. */
function emptyPeriod(period: string, others: readonly PeriodTotals[]): PeriodTotals {
  const exporters = others.some((totals) => totals.exporters !== null) ? 0 : null;
  const products = others.some((totals) => totals.products !== null) ? 0 : null;
  return { ...NO_TOTALS, period, exporters, destinations: 0, products };
}

/** The quarter or month after one. */
function nextPartYear(period: string): string {
  const { year, lastMonth } = monthsOf(period);
  const isQuarter = period.includes("Q");
  if (lastMonth === 12) return `${year + 1}-${isQuarter ? "Q1" : "01"}`;
  return isQuarter ? `${year}-Q${lastMonth / 3 + 1}` : `${year}-${String(lastMonth + 1).padStart(2, "0")}`;
}

/** The months of `2017-Q3` or `2017-09`. */
function monthsOf(period: string): YearWindow {
  const year = Number(period.slice(0, 4));
  const quarter = /Q(\d)$/.exec(period)?.[1];
  if (quarter === undefined) return { year, firstMonth: Number(period.slice(5)), lastMonth: Number(period.slice(5)) };
  return { year, firstMonth: Number(quarter) * 3 - 2, lastMonth: Number(quarter) * 3 };
}

function covers(window: YearWindow | undefined, part: YearWindow): boolean {
  return window !== undefined && window.firstMonth <= part.firstMonth && window.lastMonth >= part.lastMonth;
}

function seriesRow(
  totals: PeriodTotals,
  year: number,
  window: YearWindow,
  complete: boolean,
  current: Totals,
  before: Totals | null,
): SeriesRow {
  return {
    ...totals,
    ...withAverage(totals),
    year,
    window,
    complete,
    compared: before && { current: withAverage(current), previous: withAverage(before) },
    certificatesGrowth: before && growth.compute(BigInt(current.certificates), BigInt(before.certificates)),
    goodsValueGrowth: before && growth.compute(current.goodsCents, before.goodsCents),
  };
}

function withAverage(totals: Totals): ComparedTotals {
  const { certificates, valued, goodsCents } = totals;
  return { certificates, valued, goodsCents, valuePerCertificate: valuePerCertificate.compute(goodsCents, valued) };
}

function sumMonths(months: readonly MonthTotals[], year: number, window: YearWindow): Totals {
  return months
    .filter((month) => month.year === year && month.month >= window.firstMonth && month.month <= window.lastMonth)
    .reduce(addTotals, NO_TOTALS);
}
