import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/**
 * The part of the growth of a total that comes from one item, as a fraction; printed in percentage points.
 * Over all items (those that are new or gone included, with 0 for the year they are absent) it sums exactly to the growth.
 */
export const contribution: Measure<
  [current: bigint | null, previous: bigint | null, previousTotal: bigint | null],
  Fraction | null
> = {
  id: "contribution",
  title: "Contribution to growth",
  unit: "percentage points",
  formula: "(x_it - x_i,t-1) / X_{t-1}",
  undefinedWhen: "growth is",
  source: "additive contributions to the growth of an aggregate (Eurostat, Handbook on quarterly national accounts)",
  compute(current, previous, previousTotal) {
    if (current === null || previous === null || previousTotal === null) return null;
    return fraction(current - previous, previousTotal);
  },
};
