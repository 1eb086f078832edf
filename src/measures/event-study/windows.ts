import { monthsIn, type MonthNumber, type MonthSpan } from "../../domain/month.ts";

/**
 * The months that are compared. The month of the event is the first one after it, because most of what it can change comes
 * later. Each window is of whole years, so that both have every calendar month equally often and seasons cancel.
 */
export interface EventWindows {
  readonly event: MonthNumber;
  readonly before: MonthSpan;
  readonly after: MonthSpan;
}

/** How the windows lie around an event, in months. `gap` months on each side of it belong to neither. */
export interface WindowShape {
  readonly before: number;
  readonly after: number;
  readonly gap: number;
}

export const MONTHS_PER_YEAR = 12;
/** More years say less about the event, and more about everything else that happened. */
const MOST_YEARS = 3;

export function eventWindows(event: MonthNumber, { before, after, gap }: WindowShape): EventWindows {
  return {
    event,
    before: { first: event - gap - before, last: event - gap - 1 },
    after: { first: event + gap, last: event + gap + after - 1 },
  };
}

/** The data that an event has on each side: months without a hole, counted from the gap outwards. */
export function monthsAround(
  covered: ReadonlySet<MonthNumber>,
  event: MonthNumber,
  gap: number,
): Omit<WindowShape, "gap"> {
  let [before, after] = [0, 0];
  while (covered.has(event - gap - before - 1)) before += 1;
  while (covered.has(event + gap + after)) after += 1;
  return { before, after };
}

/** As many whole years as both sides have, at most three; 0 when one has less than a year. */
export function longestWindow({ before, after }: Omit<WindowShape, "gap">): number {
  return Math.min(MOST_YEARS, Math.floor(Math.min(before, after) / MONTHS_PER_YEAR)) * MONTHS_PER_YEAR;
}

/** The years just before an event (and its gap), the earliest first; at most three, none when `months` is less than a year. */
export function yearsBefore({ before: { last } }: EventWindows, months: number): readonly MonthSpan[] {
  const years = Math.min(MOST_YEARS, Math.floor(months / MONTHS_PER_YEAR));
  return Array.from({ length: years }, (_, index) => {
    const first = last + 1 - (years - index) * MONTHS_PER_YEAR;
    return { first, last: first + MONTHS_PER_YEAR - 1 };
  });
}

/** One period of the path, in event time: -1 ends where the window before ends, 0 begins where the window after begins. */
export interface EventPeriod extends MonthSpan {
  readonly number: number;
}

/** Both windows in periods of so many months. */
export function eventPeriods({ before, after }: EventWindows, months: number): readonly EventPeriod[] {
  const [earlier, later] = [monthsIn(before) / months, monthsIn(after) / months];
  return Array.from({ length: earlier + later }, (_, index) => {
    const number = index - earlier;
    const first = number < 0 ? before.last + 1 + number * months : after.first + number * months;
    return { number, first, last: first + months - 1 };
  });
}
