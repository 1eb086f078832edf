import { beforeAfter, logDifference } from "./difference.ts";
import type { MonthNumber } from "../../domain/month.ts";
import type { Pair } from "./panel.ts";
import type { EventWindows } from "./windows.ts";

/**
 * The same difference at every earlier month whose windows end before the window before the event does, back to the first month
 * of the data. Neighbouring dates share most of their months, so that they are no independent trials: they give no p-value.
 */
export function earlierDifferences(
  { unit, comparison }: Pair,
  { before, after }: EventWindows,
  firstMonth: MonthNumber,
): readonly number[] {
  const [nearest, farthest] = [after.last - before.last, before.first - firstMonth];
  const shifts = Array.from({ length: Math.max(0, farthest - nearest + 1) }, (_, index) => nearest + index);
  return shifts.flatMap((shift) => {
    const windows = {
      before: { first: before.first - shift, last: before.last - shift },
      after: { first: after.first - shift, last: after.last - shift },
    };
    return logDifference(beforeAfter(unit, windows), beforeAfter(comparison, windows)) ?? [];
  });
}
