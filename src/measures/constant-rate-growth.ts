import type { Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import { growth } from "./growth.ts";
import type { Measure } from "./measure.ts";

/**
 * The growth of the goods value without the movement of exchange rates: each amount of this year is converted at the rate of the
 * same day of the year before (29 February: of the 28th).
 */
export const constantRateGrowth: Measure<
  [currentAtLastYearsRates: Cents | null, previous: Cents | null],
  Fraction | null
> = {
  id: "constant_rate_growth",
  title: "Growth at constant exchange rates",
  unit: "fraction",
  formula: "sum over lines of amount x rate of the same day in t-1, over X_{t-1}, - 1",
  undefinedWhen: "growth is, or an amount has no rate of the year before",
  source: "growth at constant currency, as companies and central banks report it; rates as in the counting policy",
  compute(currentAtLastYearsRates, previous) {
    return growth.compute(currentAtLastYearsRates, previous);
  },
};
