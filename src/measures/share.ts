import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** The part of a total that an item makes up. */
export const share: Measure<[part: bigint | null, total: bigint | null], Fraction | null> = {
  id: "share",
  title: "Share",
  unit: "fraction",
  formula: "x_it / X_t",
  undefinedWhen: "X_t is 0 or missing",
  source: "proportion of the total",
  compute(part, total) {
    if (part === null || total === null) return null;
    return fraction(part, total);
  },
};
