import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** The share of the k largest items; 1 when there are no more than k. Ties cannot change it: equal items add the same. Exact. */
export const topKShare: Measure<[totals: readonly bigint[], k: number], Fraction | null> = {
  id: "top_k_share",
  title: "Share of the k largest",
  unit: "fraction",
  formula: "sum of the k largest x_it / X_t",
  undefinedWhen: "X_t is 0",
  source: "concentration ratio CR_k",
  compute(totals, k) {
    const descending = totals.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
    return fraction(sum(descending.slice(0, k)), sum(totals));
  },
};
