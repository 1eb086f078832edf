import type { Fraction } from "../domain/fraction.ts";
import type { MonthAtLastYearsRates } from "../domain/totals.ts";
import { constantRateGrowth } from "../measures/constant-rate-growth.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** The growth of each year at the exchange rates of the year before, over the months that `goodsValueGrowth` compares. */
export function buildConstantRateGrowth(
  series: readonly SeriesRow[],
  months: readonly MonthAtLastYearsRates[],
): ReadonlyMap<number, Fraction | null> {
  return new Map(
    series.map(({ year, window, compared }) => {
      const own = months.filter(
        (each) => each.year === year && each.month >= window.firstMonth && each.month <= window.lastMonth,
      );
      const isKnown = own.length > 0 && own.every(({ goodsCents }) => goodsCents !== null);
      const current = isKnown ? own.reduce((sum, { goodsCents }) => sum + (goodsCents ?? 0n), 0n) : null;
      return [year, compared && constantRateGrowth.compute(current, compared.previous.goodsCents)];
    }),
  );
}
