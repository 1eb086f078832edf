import type { Measure } from "./measure.ts";

/** How many places an item rose since the period before; negative when it fell. */
export const rankChange: Measure<[current: number | null, previous: number | null], number | null> = {
  id: "rank_change",
  title: "Change of rank",
  unit: "rank",
  formula: "rank_{t-1} - rank_t",
  undefinedWhen: "the item has no rank in one of the two periods",
  source: "difference of competition ranks",
  compute(current, previous) {
    return current === null || previous === null ? null : previous - current;
  },
};
