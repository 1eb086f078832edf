import { subtractFractions, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** How far a share, or a growth, is above that of a benchmark, as a fraction; printed in percentage points. */
export const benchmarkGap: Measure<[own: Fraction | null, benchmark: Fraction | null], Fraction | null> = {
  id: "benchmark_gap",
  title: "Gap to a benchmark",
  unit: "percentage points",
  formula: "s_it - s*_it, g_it - g*_it, with * of the benchmark",
  undefinedWhen: "one of the two is undefined, or the year is incomplete",
  source: "difference of proportions",
  compute(own, benchmark) {
    return own === null || benchmark === null ? null : subtractFractions(own, benchmark);
  },
};
