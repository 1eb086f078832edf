import type { MonthSpan } from "../../domain/month.ts";
import { sumOver, type MonthlyAmounts } from "./amounts.ts";
import type { Pair } from "./panel.ts";

/** Two years make a slope, if not a good one. */
const LEAST_TREND_YEARS = 2;

/**
 * The least-squares slope of the years before the event, per year, as a part of their mean, minus that of the comparison. Years and
 * not months, so that no season looks like a trend. A double: it is held against placebos. `null` with fewer than two years, or
 * with nothing in them.
 */
export function trendDifference({ unit, comparison }: Pair, years: readonly MonthSpan[]): number | null {
  const [own, other] = [relativeSlope(unit, years), relativeSlope(comparison, years)];
  return own === null || other === null ? null : own - other;
}

function relativeSlope(amounts: MonthlyAmounts, years: readonly MonthSpan[]): number | null {
  if (years.length < LEAST_TREND_YEARS) return null;
  const sums = years.map((year) => Number(sumOver(amounts, year)));
  const mean = sums.reduce((sum, each) => sum + each, 0) / sums.length;
  if (mean === 0) return null;
  const middle = (sums.length - 1) / 2;
  const [across, squares] = [
    sums.reduce((sum, each, index) => sum + (index - middle) * each, 0),
    sums.reduce((sum, _, index) => sum + (index - middle) ** 2, 0),
  ];
  return across / squares / mean;
}
