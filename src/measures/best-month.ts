import type { Measure } from "./measure.ts";

/** The total of one month; `month` runs from 1 to 12. */
export interface MonthTotal {
  readonly month: number;
  readonly total: bigint | null;
}

/** The month with the largest total of a period. */
export const bestMonth: Measure<[months: readonly MonthTotal[]], MonthTotal | null> = {
  id: "best_month",
  title: "Best month",
  unit: "month",
  formula: "m : X_m > X_k for every other month k of the period",
  undefinedWhen: "the period is incomplete, or two months share the largest total",
  source: "strict maximum; an equalled maximum is none",
  compute(months) {
    const totals = months.map(({ total }) => total ?? -1n);
    const largest = totals.reduce((a, b) => (b > a ? b : a), -1n);
    const best = months.filter((_, index) => totals[index] === largest);
    return largest < 0n || best.length !== 1 ? null : (best[0] ?? null);
  },
};
