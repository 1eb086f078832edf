import { yearWindows, type DayRange, type MonthCoverage } from "./period.ts";

/** A calendar month, counted: 12 a year. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

/** The month of an ISO day; `null` where there is no day. */
export function monthOfDay(day: string | null): number | null {
  return day === null ? null : monthNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** `2017-08` of a counted month. */
export function monthId(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/**
 * The months from the first on file, or from `first` when that is later, up to `last` that the data do not cover, in
 * order: those without a certificate, unless a profile states a coverage that includes them, and those that the data
 * cover only in part. Months are counted (`monthNumber`).
 */
export function missingMonths(
  months: readonly MonthCoverage[],
  stated: DayRange,
  first: number,
  last: number,
): readonly number[] {
  const onFile = new Set(months.map(({ year, month }) => monthNumber(year, month)));
  const covered = new Set(
    yearWindows(months, stated).flatMap(({ year, firstMonth, lastMonth }) =>
      Array.from({ length: Math.max(0, lastMonth - firstMonth + 1) }, (_, index) =>
        monthNumber(year, firstMonth + index),
      ),
    ),
  );
  const isStated = (month: number): boolean =>
    stated.from !== null && stated.to !== null && monthId(month) >= stated.from.slice(0, 7) && covered.has(month);
  const start = Math.max(first, Math.min(...onFile));
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => start + index).filter(
    (month) => !(covered.has(month) && onFile.has(month)) && !isStated(month),
  );
}

/** Counted months as runs of consecutive ones, both ends inclusive. */
export function monthRuns(months: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === month - 1) run[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}
