import type { Fraction } from "../domain/fraction.ts";
import { addTotals, amountOf, NO_TOTALS, type ItemTotals, type MonthTotals, type Totals } from "../domain/totals.ts";
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

/** Items in order of their rank within a year. */
export interface RankedItem {
  readonly row: ItemTotals;
  readonly rank: number | null;
}

/** The items of each year by rank; those beyond `top` ranks are not named. */
export function rankItems(
  totals: readonly ItemTotals[],
  metric: Metric,
  top = Infinity,
): ReadonlyMap<number, { readonly named: readonly RankedItem[]; readonly rest: readonly ItemTotals[] }> {
  const years = [...new Set(totals.map((row) => row.year))].toSorted((a, b) => a - b);
  return new Map(
    years.map((year) => {
      const items = totals.filter((row) => row.year === year);
      const ranks = rank.compute(items.map((row) => amountOf(row, metric)));
      const ranked = items
        .map((row, index) => ({ row, rank: ranks[index] ?? null }))
        .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.row.item < b.row.item ? -1 : 1));
      const named = top === Infinity ? ranked : ranked.filter((entry) => entry.rank !== null && entry.rank <= top);
      return [year, { named, rest: ranked.slice(named.length).map((entry) => entry.row) }];
    }),
  );
}

/**
 * The shares of each year, by rank within the year; past `top` ranks, one row for the others. `months` are the sums that the
 * shares are of, by month: items that overlap add up to more. So do those that are not named; their sums by year are then
 * given as `others`.
 */
export function buildShares(
  totals: readonly ItemTotals[],
  months: readonly MonthTotals[],
  metric: Metric,
  top = Infinity,
  others: ReadonlyMap<number, Totals> | null = null,
): readonly ShareRow[] {
  return [...rankItems(totals, metric, top)].flatMap(([year, { named, rest }]) => {
    const whole = months.filter((month) => month.year === year).reduce<Totals>(addTotals, NO_TOTALS);
    const left = others?.get(year) ?? rest.reduce<Totals>(addTotals, NO_TOTALS);
    const entries = rest.length === 0 ? named : [...named, { row: { ...left, year, item: OTHER }, rank: null }];
    return entries.map(({ row, rank: place }) => ({
      ...row,
      certificatesShare: share.compute(BigInt(row.certificates), BigInt(whole.certificates)),
      goodsValueShare: share.compute(row.goodsCents, whole.goodsCents),
      rank: place,
    }));
  });
}
