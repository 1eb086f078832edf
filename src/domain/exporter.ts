import type { ExporterSize } from "./certificate.ts";
import type { Contributions } from "./disclosure.ts";

/** What an exporter can be ranked within. */
export const WITHIN = ["theme", "hs2", "hs4"] as const;
export type Within = (typeof WITHIN)[number];

/** The tables of an exporter's sheet. */
export const SHEET_TABLES = ["destinations", "products", "years", "markets"] as const;
export type SheetTable = (typeof SHEET_TABLES)[number];

/** An exporter as the certificates know it. */
export interface KnownExporter {
  /** The code by which its certificates are told from others: its number, or `NAME:` and its name. */
  readonly exporter: string;
  /** In alphabetical order. */
  readonly names: readonly string[];
}

/** Before the code of an exporter that has no number. */
const NAMED = "NAME:";

/** The number of an exporter; `null` when the certificates have only its name. */
export function exporterNumber({ exporter }: KnownExporter): string | null {
  return exporter.startsWith(NAMED) ? null : exporter;
}

/** What an exporter calls itself; `null` when the certificates have only its number. */
export function exporterName({ exporter, names }: KnownExporter): string | null {
  return names[0] ?? (exporter.startsWith(NAMED) ? exporter.slice(NAMED.length) : null);
}

/** What single certificates say of an exporter. Days are ISO days. */
export interface ExporterFacts {
  readonly firstDay: string;
  readonly lastDay: string;
  /** As its last certificate that has one states it. */
  readonly size: ExporterSize | null;
}

/** How many HS headings another exporter has, and how many of them are the exporter's own too. */
export interface CommonHeadings {
  readonly exporter: string;
  readonly headings: number;
  readonly common: number;
}

/** What some firms ship to a destination in a year. */
export interface MarketSums {
  readonly year: number;
  readonly destination: string;
  /** Whether they are the similar exporters, or all others. */
  readonly similar: boolean;
  /** With and without a value. */
  readonly exporters: number;
  readonly contributions: Contributions;
}
