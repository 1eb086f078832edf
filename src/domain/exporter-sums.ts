import type { Cents } from "./money.ts";
import type { ItemTotals } from "./totals.ts";

/** A year, and an item of the grouping: `""` where the table is not split. */
export interface YearItem {
  readonly year: number;
  readonly item: string;
}

/** How many destinations or products an exporter has in a year, and how many of those it had, or has, in the other year. */
export interface KeptItems {
  readonly count: number;
  readonly kept: number;
}

/** What one exporter did in one year. `kept` is what it had in the year before. */
export interface ExporterActivity extends YearItem {
  readonly exporter: string;
  /** `null` when none of its certificates has a value. */
  readonly goodsCents: Cents | null;
  readonly destinations: KeptItems;
  readonly products: KeptItems;
}

/** What one destination or product is to the exporters of a year. */
export interface ExportersOfItem extends YearItem {
  readonly exporters: number;
  readonly goodsCents: Cents | null;
}

/** The parts of a change of value that do not overlap, in cents. What is gone is negative. */
export interface MarginChanges {
  readonly entrants: Cents;
  readonly exiters: Cents;
  /** Of incumbents: destinations that the exporter did not serve the year before, and those that it serves no more. */
  readonly addedDestinations: Cents;
  readonly droppedDestinations: Cents;
  /** Of incumbents to destinations that they serve in both years: products. */
  readonly addedProducts: Cents;
  readonly droppedProducts: Cents;
  readonly continuingProducts: Cents;
  /** Of certificates that name no exporter: they have a change, but no margin. */
  readonly withoutExporter: Cents;
}

export const NO_CHANGES: MarginChanges = {
  entrants: 0n,
  exiters: 0n,
  addedDestinations: 0n,
  droppedDestinations: 0n,
  addedProducts: 0n,
  droppedProducts: 0n,
  continuingProducts: 0n,
  withoutExporter: 0n,
};

/** Everything that the tables of exporters are computed from; `margins` are changes since the year before. */
export interface ExporterSums {
  readonly totals: readonly ItemTotals[];
  readonly activity: readonly ExporterActivity[];
  readonly destinations: readonly ExportersOfItem[];
  readonly products: readonly ExportersOfItem[];
  readonly margins: readonly (YearItem & { readonly changes: MarginChanges })[];
}

/** How the years of an exporter's life are counted: calendar years, or 12 months from its first certificate. */
export const COHORT_LENGTHS = ["calendar", "12-month"] as const;
export type CohortLength = (typeof COHORT_LENGTHS)[number];

/** The exporters whose first certificate on file is of one calendar year, in one year of their life (from 1). */
export interface CohortTotals {
  readonly cohort: number;
  readonly yearOfLife: number;
  readonly exporters: number;
  readonly goodsCents: Cents | null;
}
