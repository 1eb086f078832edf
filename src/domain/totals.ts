import type { Metric } from "./metric.ts";
import type { Cents } from "./money.ts";

/** The sums of a set of certificates. */
export interface Totals {
  readonly certificates: number;
  /** Certificates that have a value. */
  readonly valued: number;
  /** Sum of the values in cents of the report currency; `null` when no certificate has one. */
  readonly goodsCents: Cents | null;
}

export interface PeriodTotals extends Totals {
  /** `2017`, `2017-Q3` or `2017-09`. */
  readonly period: string;
  /** Distinct exporters and products; `null` when the source does not name them. */
  readonly exporters: number | null;
  readonly destinations: number;
  readonly products: number | null;
}

export interface MonthTotals extends Totals {
  readonly year: number;
  readonly month: number;
}

/** The goods value of a month at the exchange rates of the year before; `null` when one of its amounts has no such rate. */
export interface MonthAtLastYearsRates {
  readonly year: number;
  readonly month: number;
  readonly goodsCents: Cents | null;
}

export interface ItemTotals extends Totals {
  readonly year: number;
  /** The item's code; empty when the records do not name one. */
  readonly item: string;
}

/** Exporters with certificates this year and none the year before, and the reverse, over the same months. */
export interface ExporterFlow {
  readonly year: number;
  readonly entrants: number;
  readonly exiters: number;
}

/** What can be counted apart in a group of certificates. */
export const DISTINCT_COUNTS = ["exporters", "destinations", "products"] as const;
export type DistinctCount = (typeof DISTINCT_COUNTS)[number];

/** The sums of the certificates that agree in some dimensions. */
export interface GroupTotals extends Totals {
  /** The item in each dimension, in their order; empty when not stated. */
  readonly items: readonly string[];
  /** Those that were asked for; 0 when none is named. */
  readonly counts: Readonly<Record<DistinctCount, number>>;
}

/** The total of a quantity: a count, or cents; `null` when no certificate has a value. */
export function amountOf(totals: Totals, metric: Metric): bigint | null {
  return metric === "certificates" ? BigInt(totals.certificates) : totals.goodsCents;
}

export const NO_TOTALS: Totals = { certificates: 0, valued: 0, goodsCents: null };

/** Adds two sums; a value that is not known adds nothing. */
export function addTotals(a: Totals, b: Totals): Totals {
  return {
    certificates: a.certificates + b.certificates,
    valued: a.valued + b.valued,
    goodsCents: a.goodsCents === null ? b.goodsCents : a.goodsCents + (b.goodsCents ?? 0n),
  };
}
