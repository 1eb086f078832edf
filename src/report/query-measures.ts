import { METRICS, type Metric } from "../domain/metric.ts";
import { DISTINCT_COUNTS, type DistinctCount } from "../domain/totals.ts";

/** What a group of certificates has of itself. */
export type Quantity = Metric | "certificates_with_value" | "value_per_certificate" | DistinctCount;

/** What a group has beside others, beside the year before, or beside a base year. */
export type Figure = "share" | "share_change" | "growth" | "contribution" | "rank" | "rank_change" | "index" | "cagr";

/** A column of a query: a quantity, or a figure of it. */
export interface QueryMeasure {
  readonly id: string;
  readonly quantity: Quantity;
  readonly figure: Figure | null;
}

const QUANTITIES: readonly Quantity[] = [
  ...METRICS,
  "certificates_with_value",
  "value_per_certificate",
  ...DISTINCT_COUNTS,
];

/** Shares, contributions and ranks are of what adds up; growth is of anything. */
const FIGURES: readonly Figure[] = [
  "share",
  "share_change",
  "growth",
  "contribution",
  "rank",
  "rank_change",
  "index",
  "cagr",
];
const GROWING: readonly Quantity[] = ["value_per_certificate", ...DISTINCT_COUNTS];

export const QUERY_MEASURES: readonly QueryMeasure[] = [
  ...QUANTITIES.map((quantity) => ({ id: quantity, quantity, figure: null })),
  ...METRICS.flatMap((quantity) => FIGURES.map((figure) => ({ id: `${quantity}_${figure}`, quantity, figure }))),
  ...GROWING.map((quantity) => ({ id: `${quantity}_growth`, quantity, figure: "growth" as const })),
];

const COMPARING: ReadonlySet<Figure> = new Set(["share_change", "growth", "contribution", "rank_change"]);

/** Whether a measure looks at the year before. */
export function isComparing({ figure }: QueryMeasure): boolean {
  return figure !== null && COMPARING.has(figure);
}

/** Whether a measure looks at a base year. */
export function hasBase({ figure }: QueryMeasure): boolean {
  return figure === "index" || figure === "cagr";
}
