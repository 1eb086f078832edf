import { fraction, ratioToNumber } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** Compound annual growth rate between two totals that lie `intervals` years apart. A double, because a root is not rational. */
export const cagr: Measure<[last: bigint | null, first: bigint | null, intervals: number], number | null> = {
  id: "cagr",
  title: "Average growth per year",
  unit: "fraction",
  formula: "(X_T / X_0)^(1/n) - 1, n = T - 0 the number of intervals",
  undefinedWhen: "X_0 is 0 or missing, X_T is missing, or there is no interval",
  source: "compound annual growth rate (geometric mean of the yearly growth factors); binary floating point",
  compute(last, first, intervals) {
    if (last === null || first === null || intervals < 1) return null;
    const ratio = fraction(last, first);
    if (ratio === null) return null;
    return ratio.numerator === 0n ? -1 : Math.expm1(Math.log(ratioToNumber(ratio)) / intervals);
  },
};
