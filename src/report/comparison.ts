import type { ItemDimension } from "../domain/dimension.ts";
import type { ChamberAccount, CrossBorderCertificate } from "../domain/cross-border.ts";
import type { Span } from "../domain/common-period.ts";
import type { Fraction } from "../domain/fraction.ts";
import type { Language } from "../domain/language.ts";
import type { Cents } from "../domain/money.ts";
import type { YearWindow } from "../domain/period.ts";
import { addTotals, NO_TOTALS, type ItemTotals, type Totals } from "../domain/totals.ts";
import { growth } from "../measures/growth.ts";
import { share } from "../measures/share.ts";
import type { ComparedItem, ItemOverlap } from "./compared-items.ts";
import type { ItemRow, ItemYears } from "./item-table.ts";
import type { Provenance } from "./provenance.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** A chamber that is compared. Where certificates name their chambers themselves, the name is all that is known. */
export interface ComparedChamber {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly home: readonly string[];
  readonly language: Language | null;
  /** The months that its own data cover. */
  readonly windows: readonly YearWindow[];
  readonly account: ChamberAccount;
}

/** Chambers that are put together. */
export interface ChamberGroup {
  /** `null` when there is no region file. */
  readonly name: string | null;
  readonly chambers: readonly ComparedChamber[];
  /** The whole months that all of them cover. */
  readonly common: Span;
  /** The certificates that two of them have. */
  readonly crossBorder: readonly CrossBorderCertificate[];
  /** Whether these count at both. */
  readonly countBoth: boolean;
}

/** A year of a chamber, or of the group (`null`), over the months that all chambers cover. */
export interface LevelRow {
  readonly year: number;
  readonly window: YearWindow;
  readonly complete: boolean;
  readonly chamber: string | null;
  readonly figures: Omit<ItemRow, "item">;
  readonly valuePerCertificate: Cents | null;
  /** Distinct ones; `null` when none is named. The group counts what several chambers have once. */
  readonly exporters: number | null;
  readonly destinations: number;
}

/** What goes to the countries of the region's chambers, or out of them, in a year. */
export interface TradeRow {
  readonly year: number;
  /** `null` for the group. */
  readonly chamber: string | null;
  readonly side: "inside" | "outside";
  readonly certificates: number;
  /** Of the chamber's total. */
  readonly certificatesShare: Fraction | null;
  readonly certificatesGrowth: Fraction | null;
  readonly goodsCents: Cents | null;
  readonly goodsValueShare: Fraction | null;
  readonly goodsValueGrowth: Fraction | null;
}

/** Chambers side by side and together: facts only, nothing rounded and nothing formatted. */
export interface Comparison extends ChamberGroup {
  readonly by: ItemDimension;
  readonly levels: readonly LevelRow[];
  /** The last year of each chamber's own data, by its name, compared with the same months of its year before. */
  readonly lastYears: ReadonlyMap<string, SeriesRow>;
  /** `null` when the countries of the chambers are not known. */
  readonly trade: readonly TradeRow[] | null;
  readonly items: readonly ComparedItem[];
  readonly overlap: readonly ItemOverlap[];
  /** Names by exporter, when that is the dimension. */
  readonly exporterNames: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
}

/** The sums by chamber of a year. */
type ChamberYear = ItemYears & { readonly row: { readonly year: number } };

/** The sides of the trade of each year; all three lists have the same years. */
export function buildTrade(
  chambers: readonly string[],
  years: readonly ChamberYear[],
  sides: Readonly<Record<TradeRow["side"], readonly ChamberYear[]>>,
): readonly TradeRow[] {
  return years.flatMap(({ row: { year }, current: all }, index) =>
    [...chambers, null].flatMap((chamber) =>
      (["inside", "outside"] as const).map((side): TradeRow => {
        const sum = (totals: readonly ItemTotals[]): Totals =>
          totals.filter(({ item }) => chamber === null || item === chamber).reduce<Totals>(addTotals, NO_TOTALS);
        const { current = [], comparable = [], previous = null } = sides[side][index] ?? {};
        const total = sum(all);
        // What has no certificates is worth nothing, unless nothing is known of the chamber's values at all.
        const known = (totals: Totals): Totals =>
          totals.certificates === 0 && total.goodsCents !== null ? { ...totals, goodsCents: 0n } : totals;
        const [here, now] = [known(sum(current)), known(sum(comparable))];
        const before = previous && known(sum(previous));
        return {
          year,
          chamber,
          side,
          certificates: here.certificates,
          certificatesShare: share.compute(BigInt(here.certificates), BigInt(total.certificates)),
          certificatesGrowth: before && growth.compute(BigInt(now.certificates), BigInt(before.certificates)),
          goodsCents: here.goodsCents,
          goodsValueShare: share.compute(here.goodsCents, total.goodsCents),
          goodsValueGrowth: before && growth.compute(now.goodsCents, before.goodsCents),
        };
      }),
    ),
  );
}
