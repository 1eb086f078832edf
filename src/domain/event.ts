import type { MonthNumber } from "./month.ts";

/** A partnership, mission or agreement: when it was, and which markets, goods, or goods to which markets it was about. */
export interface TradeEvent {
  /** Empty when it has none. */
  readonly name: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` where the day is not known. Only the month matters. */
  readonly date: string;
  /** ISO codes; empty when it was about goods, wherever they go. */
  readonly destinations: readonly string[];
  /** Empty when it was about all goods. */
  readonly themes: readonly string[];
}

/** A certificate with the value of its goods, in cents of the report currency. */
export interface Consignment {
  readonly certificate: string;
  readonly month: MonthNumber;
  readonly goodsCents: bigint;
}

/** Whether a text is a day or a month of the calendar, as the date of an event is written. */
export function isEventDate(text: string): boolean {
  const day = /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
