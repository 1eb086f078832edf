import { compareFractions, type Fraction } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** A year's growth in a series in order of time; `null` where it is undefined. */
export interface PeriodGrowth {
  readonly year: number;
  readonly growth: Fraction | null;
}

export interface StrongestGrowth {
  /** The last growth is the highest (a rise) or lowest (a fall) of the last `years` years, itself included. */
  readonly years: number;
  /** The year that ends the run because it was stronger still; `null` when the growths on file end first. */
  readonly beatenBy: PeriodGrowth | null;
}

/** Over how many years, counted back from the last, the last growth is the strongest: rises among rises, falls among falls. */
export const strongestGrowth: Measure<[series: readonly PeriodGrowth[]], StrongestGrowth | null> = {
  id: "strongest_growth_in",
  title: "Strongest growth in n years",
  unit: "years",
  formula: "max n : g_t >= g_s for every s in t-n+1 .. t (for a fall: <=)",
  undefinedWhen: "there is no growth, or it is 0",
  source: "running maximum counted backwards; an undefined growth ends the run",
  compute(series) {
    const last = series.at(-1)?.growth ?? null;
    if (last === null || last.numerator === 0n) return null;
    const direction = last.numerator > 0n ? 1 : -1;
    let years = 0;
    for (const period of series.toReversed()) {
      if (period.growth === null) return { years, beatenBy: null };
      if (direction * compareFractions(period.growth, last) > 0) return { years, beatenBy: period };
      years += 1;
    }
    return { years, beatenBy: null };
  },
};
