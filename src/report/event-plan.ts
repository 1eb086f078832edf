import type { TradeEvent } from "../domain/event.ts";
import { monthId, monthOf, type MonthNumber, type MonthSpan } from "../domain/month.ts";
import type { PeriodLength } from "../domain/period.ts";
import {
  eventWindows,
  longestWindow,
  monthsAround,
  yearsBefore,
  MONTHS_PER_YEAR,
  type EventWindows,
} from "../measures/event-study/windows.ts";

/** How events are to be studied. */
export interface EventDesign {
  /** Months of the windows, in whole years; `null`: as many as the data have on both sides, at most three years. */
  readonly before: number | null;
  readonly after: number | null;
  /** Months on each side of the event that are left out. */
  readonly gap: number;
  /** The length of the periods of the path. */
  readonly by: PeriodLength;
  /** The level of confidence of tests and intervals, in per cent. */
  readonly level: number;
}

export const DEFAULT_DESIGN: EventDesign = { before: null, after: null, gap: 0, by: "quarter", level: 90 };

/** Why an event is not studied: what there is, and what it takes. Months are like `2015-06`. */
export type Refusal =
  | { readonly kind: "outside_data"; readonly from: string | null; readonly to: string | null }
  | {
      readonly kind: "too_few_months";
      readonly side: "before" | "after";
      readonly has: number;
      readonly needs: number;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: "too_few_certificates";
      readonly before: number;
      readonly after: number;
      /** In both windows together, and in the one before. */
      readonly needs: number;
      readonly needsBefore: number;
    }
  | { readonly kind: "too_few_compared"; readonly before: number; readonly after: number; readonly needs: number }
  | { readonly kind: "too_few_placebos"; readonly has: number; readonly needs: number };

/** The months of an event that is inside the data. */
export interface EventPlan {
  readonly windows: EventWindows;
  /** The years that the trend before the event is told from; they can reach back beyond the window before. */
  readonly trendYears: readonly MonthSpan[];
  /** The first month of the data without a hole before the event. */
  readonly firstMonth: MonthNumber;
}

/** Which months an event is studied over, given those that the data cover; or why it cannot be. */
export function planEvent(
  { date }: TradeEvent,
  covered: ReadonlySet<MonthNumber>,
  { before, after, gap }: EventDesign,
): EventPlan | Refusal {
  const event = monthOf(date);
  const months = [...covered].toSorted((a, b) => a - b);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || event < first || event > last) {
    return {
      kind: "outside_data",
      from: first === undefined ? null : monthId(first),
      to: last === undefined ? null : monthId(last),
    };
  }
  const around = monthsAround(covered, event, gap);
  const longest = longestWindow(around);
  const shape = {
    before: before ?? Math.max(longest, MONTHS_PER_YEAR),
    after: after ?? Math.max(longest, MONTHS_PER_YEAR),
  };
  for (const side of ["before", "after"] as const) {
    if (around[side] < shape[side]) {
      return {
        kind: "too_few_months",
        side,
        has: around[side],
        needs: shape[side],
        from: monthId(first),
        to: monthId(last),
      };
    }
  }
  const windows = eventWindows(event, { ...shape, gap });
  return {
    windows,
    trendYears: yearsBefore(windows, around.before),
    firstMonth: windows.before.last + 1 - around.before,
  };
}
