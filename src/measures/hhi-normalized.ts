import { fraction, type Fraction } from "../domain/fraction.ts";
import { hhi } from "./hhi.ts";
import type { Measure } from "./measure.ts";

/** The HHI between 0 (all items equal) and 1 (everything with one item), so that years with different numbers of items compare. Exact. */
export const hhiNormalized: Measure<[totals: readonly bigint[]], Fraction | null> = {
  id: "hhi_normalized",
  title: "Concentration (HHI, normalised)",
  unit: "number",
  formula: "(HHI - 1/n) / (1 - 1/n), n the number of items",
  undefinedWhen: "X_t is 0, or there is one item",
  source: "UNCTAD, Handbook of Statistics, market concentration index (there with the square root of the HHI)",
  compute(totals) {
    const concentration = hhi.compute(totals);
    if (concentration === null) return null;
    const { numerator, denominator } = concentration;
    const n = BigInt(totals.length);
    return fraction(n * numerator - denominator, (n - 1n) * denominator);
  },
};
