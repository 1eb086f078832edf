import type { Fraction } from "../domain/fraction.ts";
import type { ItemTotals } from "../domain/totals.ts";
import { share } from "../measures/share.ts";
import { buildItemTable, type ItemFigures, type ItemRow, type ItemYears } from "./item-table.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** What each chamber is of a group of chambers in a year; `item` is its name. The contributions sum exactly to the growth of the group. */
export function buildChamberParts(names: readonly string[], years: ItemYears): readonly ItemRow[] {
  // A chamber without certificates in the year is a part of it too.
  const named = (totals: readonly ItemTotals[]): readonly ItemTotals[] => [
    ...totals,
    ...names
      .filter((item) => !totals.some((row) => row.item === item))
      .map((item) => ({ item, year: totals[0]?.year ?? 0, certificates: 0, valued: 0, goodsCents: null })),
  ];
  const rows = buildItemTable({ ...years, current: named(years.current) });
  return names.flatMap((name) => rows.find(({ item }) => item === name) ?? []);
}

/** The group as a part of itself. */
export function wholeFigures(total: bigint | null, growth: Fraction | null): ItemFigures {
  return {
    total,
    share: share.compute(total, total),
    shareChange: null,
    growth,
    contribution: growth,
    rank: null,
    previousRank: null,
  };
}

/** The two quantities of the group in a year. */
export function wholeRow(row: SeriesRow): Omit<ItemRow, "item"> {
  return {
    certificates: wholeFigures(BigInt(row.certificates), row.certificatesGrowth),
    goodsValue: wholeFigures(row.goodsCents, row.goodsValueGrowth),
  };
}
