/** A calendar month as a number that runs on over the years, so that months can be counted: January of year 0 is 0. */
export type MonthNumber = number;

/** Months in a row, both inclusive. */
export interface MonthSpan {
  readonly first: MonthNumber;
  readonly last: MonthNumber;
}

/** `month` runs from 1 to 12. */
export function monthNumber(year: number, month: number): MonthNumber {
  return year * 12 + month - 1;
}

/** The month of a text that begins like `2015-06`. */
export function monthOf(text: string): MonthNumber {
  return monthNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** The month of an ISO day; `null` where there is no day. */
export function monthOfDay(day: string | null): MonthNumber | null {
  return day === null ? null : monthOf(day);
}

/** A month as `2015-06`. */
export function monthId(month: MonthNumber): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export function monthsIn({ first, last }: MonthSpan): number {
  return last - first + 1;
}
