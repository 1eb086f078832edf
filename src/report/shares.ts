import type { Fraction } from "../domain/fraction.ts";
import { addTotals, NO_TOTALS, type ItemTotals, type MonthTotals, type Totals } from "../domain/totals.ts";
import { rank } from "../measures/rank.ts";
import { share } from "../measures/share.ts";
import type { Metric } from "../domain/metric.ts";

/** The item that stands for all that are not named. */
export const OTHER = "other";

/** What an item is of its year. The shares of a year sum to one. */
export interface ShareRow extends ItemTotals {
  readonly certificatesShare: Fraction | null;
  readonly goodsValueShare: Fraction | null;
  /** By the chosen metric; `null` for the other items taken together. */
  readonly rank: number | null;
}

/**
 * The shares of each year, by rank within the year; past `top` ranks, one row for the others. `months` are the sums that the
 * shares are of, by month: items that overlap add up to more.
 */
export function buildShares(
  totals: readonly ItemTotals[],
  months: readonly MonthTotals[],
  metric: Metric,
  top = Infinity,
): readonly ShareRow[] {
  const years = [...new Set(totals.map((row) => row.year))].toSorted((a, b) => a - b);
  return years.flatMap((year) =>
    buildYear(
      totals.filter((row) => row.year === year),
      year,
      months.filter((month) => month.year === year).reduce<Totals>(addTotals, NO_TOTALS),
      metric,
      top,
    ),
  );
}

function buildYear(
  items: readonly ItemTotals[],
  year: number,
  whole: Totals,
  metric: Metric,
  top: number,
): readonly ShareRow[] {
  const quantity = (totals: Totals): bigint | null =>
    metric === "certificates" ? BigInt(totals.certificates) : totals.goodsCents;
  const ranks = rank.compute(items.map(quantity));
  const ranked = items
    .map((row, index) => ({ row, rank: ranks[index] ?? null }))
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.row.item < b.row.item ? -1 : 1));
  const named = ranked.filter((entry) => entry.rank !== null && entry.rank <= top);
  const rest = ranked.slice(named.length).map((entry) => entry.row);
  const entries =
    top === Infinity || rest.length === 0
      ? ranked
      : [...named, { row: { ...rest.reduce<Totals>(addTotals, NO_TOTALS), year, item: OTHER }, rank: null }];
  return entries.map((entry) => ({
    ...entry.row,
    certificatesShare: share.compute(BigInt(entry.row.certificates), BigInt(whole.certificates)),
    goodsValueShare: share.compute(entry.row.goodsCents, whole.goodsCents),
    rank: entry.rank,
  }));
}
