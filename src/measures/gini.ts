import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/**
 * Gini coefficient of the totals of items: 0 when all are equal, (n - 1)/n when one has everything. Items that are passed with
 * a total of 0 count among the n; those that are absent do not. Exact.
 */
export const gini: Measure<[totals: readonly bigint[]], Fraction | null> = {
  id: "gini",
  title: "Gini coefficient",
  unit: "number",
  formula: "sum of (2i - n - 1) x_(i) / (n X_t), x_(i) in ascending order",
  undefinedWhen: "X_t is 0",
  source: "Gini (1912); Sen (1973), On Economic Inequality: half the relative mean difference",
  compute(totals) {
    const ascending = totals.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const n = BigInt(ascending.length);
    const total = ascending.reduce((sum, each) => sum + each, 0n);
    const weighted = ascending.reduce((sum, each, index) => sum + (2n * BigInt(index + 1) - n - 1n) * each, 0n);
    return fraction(weighted, n * total);
  },
};
