import { monthId, monthNumber, type MonthNumber, type MonthSpan } from "./month.ts";
import { yearWindows, type DayRange, type MonthCoverage } from "./period.ts";

/**
 * The months from the first on file, or from `first` when that is later, up to `last` that the data do not cover, in
 * order: those without a certificate, unless a profile states a coverage that includes them, and those that the data
 * cover only in part.
 */
export function missingMonths(
  months: readonly MonthCoverage[],
  stated: DayRange,
  first: MonthNumber,
  last: MonthNumber,
): readonly MonthNumber[] {
  const onFile = new Set(months.map(({ year, month }) => monthNumber(year, month)));
  const covered = new Set(
    yearWindows(months, stated).flatMap(({ year, firstMonth, lastMonth }) =>
      Array.from({ length: Math.max(0, lastMonth - firstMonth + 1) }, (_, index) =>
        monthNumber(year, firstMonth + index),
      ),
    ),
  );
  const isStated = (month: MonthNumber): boolean =>
    stated.from !== null && stated.to !== null && monthId(month) >= stated.from.slice(0, 7) && covered.has(month);
  const start = Math.max(first, Math.min(...onFile));
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, index) => start + index).filter(
    (month) => !(covered.has(month) && onFile.has(month)) && !isStated(month),
  );
}

/** Months in order as runs of consecutive ones. */
export function monthRuns(months: readonly MonthNumber[]): readonly MonthSpan[] {
  const runs: { first: MonthNumber; last: MonthNumber }[] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === month - 1) run.last = month;
    else runs.push({ first: month, last: month });
  }
  return runs;
}
