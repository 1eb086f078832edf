import { fraction, ratioToNumber } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/**
 * Theil's T of the totals of items, in natural units (nats): 0 when all are equal, ln n when one has everything. A double, because a
 * logarithm is not rational; summed from the smallest item, so that their order cannot change it.
 */
export const theil: Measure<[totals: readonly bigint[]], number | null> = {
  id: "theil",
  title: "Theil index",
  unit: "number",
  formula: "(1/n) sum of (x_i/m) ln(x_i/m), m the mean of the x_i; an x_i of 0 contributes 0",
  undefinedWhen: "X_t is 0",
  source: "Theil (1967), Economics and Information Theory; binary floating point",
  compute(totals) {
    const total = totals.reduce((sum, each) => sum + each, 0n);
    if (total === 0n) return null;
    const n = BigInt(totals.length);
    const terms = totals
      .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      .map((each) => {
        const ratio = fraction(n * each, total);
        if (ratio === null || ratio.numerator === 0n) return 0;
        const timesMean = ratioToNumber(ratio);
        return timesMean * Math.log(timesMean);
      });
    // The sum of near-equal items can fall below 0 by rounding alone.
    return Math.max(0, terms.reduce((sum, term) => sum + term, 0) / totals.length);
  },
};
