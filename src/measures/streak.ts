import type { Measure } from "./measure.ts";
import type { PeriodGrowth } from "./strongest-growth.ts";

export interface Streak {
  readonly direction: "rise" | "fall";
  /** Consecutive years, the last included. */
  readonly years: number;
}

/** Consecutive years of rise, or of fall, that end with the last one. */
export const streak: Measure<[series: readonly PeriodGrowth[]], Streak | null> = {
  id: "streak",
  title: "Streak",
  unit: "years",
  formula: "max n : sign(g_s) = sign(g_t) for every s in t-n+1 .. t",
  undefinedWhen: "there is no growth, or it is 0",
  source: "run length of the sign; an undefined growth ends the run",
  compute(series) {
    const sign = (period: PeriodGrowth | undefined): number =>
      period?.growth == null ? 0 : period.growth.numerator > 0n ? 1 : period.growth.numerator < 0n ? -1 : 0;
    const last = sign(series.at(-1));
    if (last === 0) return null;
    const broken = series.toReversed().findIndex((period) => sign(period) !== last);
    return { direction: last > 0 ? "rise" : "fall", years: broken === -1 ? series.length : broken };
  },
};
