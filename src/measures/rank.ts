import type { Measure } from "./measure.ts";

/**
 * Standard competition ranking ("1224"), largest first: equal items share a rank. The result has one rank per item, in the
 * order of the items; an item without a total has none.
 */
export const rank: Measure<[totals: readonly (bigint | null)[]], readonly (number | null)[]> = {
  id: "rank",
  title: "Rank",
  unit: "rank",
  formula: "1 + number of items with a larger total",
  undefinedWhen: "the item has no total",
  source: "standard competition ranking",
  compute(totals) {
    const sorted = totals.filter((total) => total !== null).toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    const ranks = new Map<bigint, number>();
    sorted.forEach((total, index) => {
      if (!ranks.has(total)) ranks.set(total, index + 1);
    });
    return totals.map((total) => (total === null ? null : (ranks.get(total) ?? null)));
  },
};
