import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** Relative change over the same window of the year before. Both totals in one unit: counts or cents. */
export const growth: Measure<[current: bigint | null, previous: bigint | null], Fraction | null> = {
  id: "growth",
  title: "Growth",
  unit: "fraction",
  formula: "X_t / X_{t-1} - 1",
  undefinedWhen: "X_{t-1} is 0 or missing, or one of the two windows is incomplete",
  source: "year-on-year growth rate; OECD, Data and Metadata Reporting and Presentation Handbook (2007), chapter 5",
  compute(current, previous) {
    if (current === null || previous === null) return null;
    return fraction(current - previous, previous);
  },
};
