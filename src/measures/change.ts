import type { Measure } from "./measure.ts";

/** Absolute change over the same window of the year before, in the unit of the totals: counts or cents. */
export const change: Measure<[current: bigint | null, previous: bigint | null], bigint | null> = {
  id: "change",
  title: "Change",
  unit: "count",
  formula: "X_t - X_{t-1}",
  undefinedWhen: "one of the two windows is missing or incomplete",
  source: "difference",
  compute(current, previous) {
    return current === null || previous === null ? null : current - previous;
  },
};
