import type { Fraction } from "../domain/fraction.ts";
import { addTotals, type ItemTotals, type Totals } from "../domain/totals.ts";
import { contribution } from "../measures/contribution.ts";
import { growth } from "../measures/growth.ts";
import { rank } from "../measures/rank.ts";
import { shareChange } from "../measures/share-change.ts";
import { share } from "../measures/share.ts";

/** What one item (destination, exporter ...) is of the total, and of its growth, in one of the two quantities. */
export interface ItemFigures {
  readonly total: bigint | null;
  readonly share: Fraction | null;
  readonly shareChange: Fraction | null;
  readonly growth: Fraction | null;
  readonly contribution: Fraction | null;
  readonly rank: number | null;
  readonly previousRank: number | null;
}

export interface ItemRow {
  /** The item's code; empty when the records do not name one. */
  readonly item: string;
  readonly certificates: ItemFigures;
  /** In cents. */
  readonly goodsValue: ItemFigures;
}

/** The sums by item of one year, and of the year before over the same months (empty when the two cannot be compared). */
export interface ItemYears {
  readonly current: readonly ItemTotals[];
  /** The part of `current` that `previous` is comparable with: the same months. */
  readonly comparable: readonly ItemTotals[];
  readonly previous: readonly ItemTotals[] | null;
}

/** One row per item that has certificates this year or the year before, the largest value first, then by certificates and code. */
export function buildItemTable(years: ItemYears): readonly ItemRow[] {
  const items = [...new Set([...years.current, ...(years.previous ?? [])].map((totals) => totals.item))];
  const certificates = figuresBy(items, years, (totals) => BigInt(totals.certificates));
  const goodsValue = figuresBy(items, years, (totals) => totals.goodsCents);
  return items
    .map((item) => ({ item, certificates: certificates(item), goodsValue: goodsValue(item) }))
    .toSorted(
      (a, b) =>
        descending(a.goodsValue.total, b.goodsValue.total) ||
        descending(a.certificates.total, b.certificates.total) ||
        (a.item < b.item ? -1 : 1),
    );
}

function descending(a: bigint | null, b: bigint | null): number {
  const [left, right] = [a ?? -1n, b ?? -1n];
  return left > right ? -1 : left < right ? 1 : 0;
}

function figuresBy(
  items: readonly string[],
  years: ItemYears,
  quantity: (totals: Totals) => bigint | null,
): (item: string) => ItemFigures {
  const current = byItem(years.current, quantity);
  const comparable = byItem(years.comparable, quantity);
  const previous = byItem(years.previous ?? [], quantity);
  const [total, comparableTotal] = [sumOf(years.current, quantity), sumOf(years.comparable, quantity)];
  const previousTotal = years.previous && sumOf(years.previous, quantity);
  const ranks = ranksOf(items, current);
  const previousRanks = ranksOf(items, previous);
  return (item) => {
    const now = amountOf(comparable, item);
    const before = years.previous && amountOf(previous, item);
    return {
      total: current.get(item) ?? null,
      share: share.compute(current.get(item) ?? null, total),
      shareChange: shareChange.compute(share.compute(now, comparableTotal), share.compute(before, previousTotal)),
      growth: growth.compute(now, before),
      // What is not known adds nothing to the totals, so it contributes nothing to their growth.
      contribution: contribution.compute(now ?? 0n, before ?? 0n, previousTotal),
      rank: ranks.get(item) ?? null,
      previousRank: previousRanks.get(item) ?? null,
    };
  };
}

/** An item without certificates has an amount of 0; one whose certificates have no value has an unknown one. */
function amountOf(amounts: ReadonlyMap<string, bigint | null>, item: string): bigint | null {
  const amount = amounts.get(item);
  return amount === undefined ? 0n : amount;
}

function ranksOf(
  items: readonly string[],
  amounts: ReadonlyMap<string, bigint | null>,
): ReadonlyMap<string, number | null> {
  const ranks = rank.compute(items.map((item) => amounts.get(item) ?? null));
  return new Map(items.map((item, index) => [item, ranks[index] ?? null]));
}

function byItem(
  totals: readonly ItemTotals[],
  quantity: (totals: Totals) => bigint | null,
): ReadonlyMap<string, bigint | null> {
  return new Map(totals.map((row) => [row.item, quantity(row)]));
}

function sumOf(totals: readonly Totals[], quantity: (totals: Totals) => bigint | null): bigint | null {
  return totals.length === 0 ? null : quantity(totals.reduce(addTotals));
}
