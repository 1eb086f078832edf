import { subtractFractions, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** How far a share moved, as a fraction; printed in percentage points. */
export const shareChange: Measure<[current: Fraction | null, previous: Fraction | null], Fraction | null> = {
  id: "share_change",
  title: "Change of share",
  unit: "percentage points",
  formula: "s_it - s_i,t-1",
  undefinedWhen: "one of the two shares is missing",
  source: "difference of proportions",
  compute(current, previous) {
    return current === null || previous === null ? null : subtractFractions(current, previous);
  },
};
