import { fraction, type Fraction } from "../domain/fraction.ts";
import { hhi } from "./hhi.ts";
import type { Measure } from "./measure.ts";

/** How many items of equal size would be as concentrated: from 1 to the number of items. Exact. */
export const effectiveNumber: Measure<[totals: readonly bigint[]], Fraction | null> = {
  id: "effective_number",
  title: "Effective number",
  unit: "number",
  formula: "1 / HHI",
  undefinedWhen: "X_t is 0",
  source: "numbers equivalent: Adelman (1969), Review of Economics and Statistics 51(1); Hill number of order 2",
  compute(totals) {
    const concentration = hhi.compute(totals);
    return concentration && fraction(concentration.denominator, concentration.numerator);
  },
};
