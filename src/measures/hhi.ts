import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/**
 * Herfindahl-Hirschman index of the totals of items (destinations, exporters ...), counts or cents: from 1/n, all items
 * equal, to 1, everything with one item. Exact; on the scale to 10,000 of competition authorities it is that many times larger.
 */
export const hhi: Measure<[totals: readonly bigint[]], Fraction | null> = {
  id: "hhi",
  title: "Concentration (HHI)",
  unit: "number",
  formula: "sum of s_i^2, with s_i = x_it / X_t",
  undefinedWhen: "X_t is 0",
  source: "Hirschman (1945), National Power and the Structure of Foreign Trade; Herfindahl (1950)",
  compute(totals) {
    const total = totals.reduce((sum, each) => sum + each, 0n);
    return fraction(
      totals.reduce((sum, each) => sum + each * each, 0n),
      total * total,
    );
  },
};
