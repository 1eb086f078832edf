import type { YearWindow } from "./period.ts";

/**
 * A period as people and scripts write it: `2017`, `2018-H1`, `2018-Q3`, `2018-06`, or `2018-01/2018-05` for any other run of
 * months of one year (ISO 8601 interval).
 */
export function periodId({ year, firstMonth, lastMonth }: YearWindow): string {
  const length = lastMonth - firstMonth + 1;
  const ordinal = Math.ceil(lastMonth / length);
  const whole = ordinal * length === lastMonth;
  if (length === 12) return String(year);
  if (length === 6 && whole) return `${year}-H${ordinal}`;
  if (length === 3 && whole) return `${year}-Q${ordinal}`;
  const month = (number: number): string => `${year}-${String(number).padStart(2, "0")}`;
  return length === 1 ? month(firstMonth) : `${month(firstMonth)}/${month(lastMonth)}`;
}

/** The months of a period as `periodId` writes it, also in lower case; `null` when the text is none. */
export function parsePeriod(text: string): YearWindow | null {
  const [, digits, half, quarter, first, lastYear, last] =
    /^(\d{4})(?:-(?:[Hh]([12])|[Qq]([1-4])|(\d\d)(?:\/(?:(\d{4})-)?(\d\d))?))?$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const year = Number(digits);
  if (half !== undefined) return { year, firstMonth: Number(half) * 6 - 5, lastMonth: Number(half) * 6 };
  if (quarter !== undefined) return { year, firstMonth: Number(quarter) * 3 - 2, lastMonth: Number(quarter) * 3 };
  if (first === undefined) return { year, firstMonth: 1, lastMonth: 12 };
  const window = { year, firstMonth: Number(first), lastMonth: Number(last ?? first) };
  const ofOneYear = lastYear === undefined || lastYear === digits;
  return ofOneYear && window.firstMonth >= 1 && window.lastMonth <= 12 && window.firstMonth <= window.lastMonth
    ? window
    : null;
}
