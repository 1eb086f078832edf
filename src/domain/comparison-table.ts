/** The tables of a comparison, the first by default. */
export const COMPARISON_TABLES = ["levels", "items", "overlap", "trade", "periods", "cross-border"] as const;
export type ComparisonTable = (typeof COMPARISON_TABLES)[number];
