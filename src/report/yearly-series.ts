import type { Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import { isComparable, isWholeYear, type YearWindow } from "../domain/period.ts";
import { addTotals, NO_TOTALS, type MonthTotals, type PeriodTotals, type Totals } from "../domain/totals.ts";
import { growth } from "../measures/growth.ts";
import { valuePerCertificate } from "../measures/value-per-certificate.ts";

/** One line of a series: the sums of a period, and its growth over the same period of the year before. */
export interface SeriesRow extends PeriodTotals {
  readonly year: number;
  readonly valuePerCertificate: Cents | null;
  /** The months that growth is about: whole years as a rule, part of one at the end of the data. */
  readonly window: YearWindow;
  readonly complete: boolean;
  readonly certificatesGrowth: Fraction | null;
  readonly goodsValueGrowth: Fraction | null;
}

/** The years in order. Growth compares the months that both years cover, and is undefined where the year before lacks some. */
export function buildYearlySeries(
  years: readonly PeriodTotals[],
  months: readonly MonthTotals[],
  windows: readonly YearWindow[],
): readonly SeriesRow[] {
  const windowOf = new Map(windows.map((window) => [window.year, window]));
  return years.map((totals) => {
    const year = Number(totals.period);
    const window = windowOf.get(year) ?? { year, firstMonth: 1, lastMonth: 12 };
    const previous = windowOf.get(year - 1);
    const comparable = isComparable(window, previous);
    const current = sumMonths(months, year, window);
    const before = comparable ? sumMonths(months, year - 1, window) : null;
    return seriesRow(totals, year, window, isWholeYear(window), current, before);
  });
}

/** Quarters or months in order, each compared with the same one of the year before. */
export function buildPartYearSeries(
  periods: readonly PeriodTotals[],
  windows: readonly YearWindow[],
): readonly SeriesRow[] {
  const byPeriod = new Map(periods.map((totals) => [totals.period, totals]));
  const windowOf = new Map(windows.map((window) => [window.year, window]));
  return periods.map((totals) => {
    const part = monthsOf(totals.period);
    const complete = covers(windowOf.get(part.year), part);
    const comparable = complete && covers(windowOf.get(part.year - 1), part);
    const before = byPeriod.get(totals.period.replace(/^\d+/, String(part.year - 1))) ?? NO_TOTALS;
    return seriesRow(totals, part.year, part, complete, totals, comparable ? before : null);
  });
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
    year,
    valuePerCertificate: valuePerCertificate.compute(totals.goodsCents, totals.valued),
    window,
    complete,
    certificatesGrowth: before && growth.compute(BigInt(current.certificates), BigInt(before.certificates)),
    goodsValueGrowth: before && growth.compute(current.goodsCents, before.goodsCents),
  };
}

function sumMonths(months: readonly MonthTotals[], year: number, window: YearWindow): Totals {
  return months
    .filter((month) => month.year === year && month.month >= window.firstMonth && month.month <= window.lastMonth)
    .reduce(addTotals, NO_TOTALS);
}
