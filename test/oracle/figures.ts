/** The figures that rows and findings share: amounts, growth, totals and ranks. */
import { ratio, type Ratio } from "./exact.ts";
import type { Totals, YearSums } from "./sums.ts";

export const METRICS = ["certificates", "goods_value"] as const;
export type Metric = (typeof METRICS)[number];

export function yearOf(years: readonly YearSums[], year: number): YearSums {
  const found = years.find((row) => row.year === year);
  if (found === undefined) throw new Error(`there is nothing of ${year}`);
  return found;
}

export function amountOf(totals: Totals | undefined, metric: Metric): bigint | null {
  if (totals === undefined) return null;
  return metric === "certificates" ? BigInt(totals.certificates) : totals.cents;
}

/** X_t / X_{t-1} - 1. */
export function growthOf(now: bigint | null, before: bigint | null): Ratio | null {
  return now === null || before === null ? null : ratio(now - before, before);
}

export function yearGrowth(years: readonly YearSums[], year: number, metric: Metric): Ratio | null {
  const sumsOf = (wanted: number): Totals | undefined => years.find((row) => row.year === wanted);
  return growthOf(amountOf(sumsOf(year), metric), amountOf(sumsOf(year - 1), metric));
}

export type Items = ReadonlyMap<string, Totals>;

export function totalOf(items: Items, metric: Metric): bigint {
  return [...items.values()].reduce((sum, totals) => sum + (amountOf(totals, metric) ?? 0n), 0n);
}

/** One more than the number of destinations that have more. */
export function rankOf(code: string, items: Items, metric: Metric): number | null {
  const amount = amountOf(items.get(code), metric);
  if (amount === null) return null;
  return 1 + [...items.values()].filter((totals) => (amountOf(totals, metric) ?? -1n) > amount).length;
}
