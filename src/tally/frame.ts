import { daysInMonth } from "../domain/period.ts";
import { BeyondTally } from "./beyond-tally.ts";
import type { Numberings } from "./numbering.ts";

/** The months, chambers and destinations that a tally has a place for: days and months follow each other without a gap. */
export interface Frame {
  readonly firstYear: number;
  /** As `dayNumber` gives it. */
  readonly firstDay: number;
  /** ISO days. */
  readonly days: readonly string[];
  /** The positions of the first and the last day that there are rows of. */
  readonly earliest: number;
  readonly latest: number;
  /** Of each day its month and its year, counted from the first of the first year, and its number in the month. */
  readonly monthOfDay: Uint16Array;
  readonly yearOfDay: Uint8Array;
  readonly dayOfMonth: Uint8Array;
  readonly months: number;
  readonly chambers: number;
  readonly destinations: number;
  readonly exporters: number;
  readonly products: number;
}

const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1900, 0, 1);
/** There is a bit for each year in what is counted by year. */
const MOST_YEARS = 31;
const MOST_CELLS = 4_000_000;

/** An ISO day as the number of days since 1900. */
export function dayNumber(day: string): number {
  return (Date.parse(day) - DAY_ZERO) / DAY;
}

/** The frame of whole years that some days are in, as `dayNumber` gives them; negative ones are no days. */
export function newFrame(given: readonly number[], { chambers, destinations, exporters, products }: Numberings): Frame {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = -1;
  for (const day of given) {
    if (day >= 0 && day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  if (latest < 0) throw new BeyondTally("no dates");
  const [firstYear, lastYear] = [yearOf(earliest), yearOf(latest)];
  const firstDay = dayNumber(`${firstYear}-01-01`);
  const months = 12 * (lastYear - firstYear + 1);
  const sizes = {
    chambers: chambers.size,
    destinations: destinations.size,
    exporters: exporters.size,
    products: products.size,
  };
  if (months > 12 * MOST_YEARS || months * sizes.chambers * sizes.destinations > MOST_CELLS) {
    throw new BeyondTally("too many years, chambers and destinations");
  }
  const length = dayNumber(`${lastYear + 1}-01-01`) - firstDay;
  const [monthOfDay, yearOfDay, dayOfMonth] = [new Uint16Array(length), new Uint8Array(length), new Uint8Array(length)];
  const days: string[] = [];
  for (let month = 0; month < months; month += 1) {
    const year = Math.floor(month / 12);
    const monthText = `${firstYear + year}-${twoDigits((month % 12) + 1)}`;
    const last = daysInMonth(firstYear + year, (month % 12) + 1);
    for (let day = 1; day <= last; day += 1) {
      monthOfDay[days.length] = month;
      yearOfDay[days.length] = year;
      dayOfMonth[days.length] = day;
      days.push(`${monthText}-${twoDigits(day)}`);
    }
  }
  return {
    firstYear,
    firstDay,
    days,
    earliest: earliest - firstDay,
    latest: latest - firstDay,
    monthOfDay,
    yearOfDay,
    dayOfMonth,
    months,
    ...sizes,
  };
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function yearOf(day: number): number {
  return new Date(DAY_ZERO + day * DAY).getUTCFullYear();
}
