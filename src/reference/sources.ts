import { readDataText } from "./data-file.ts";
import { readRateLines } from "./rates.ts";

/** Where a shipped reference table comes from. */
export interface ReferenceSource {
  readonly file: string;
  readonly title: string;
  readonly source: string;
  /** Edition or date. */
  readonly version: string;
  readonly licence: string;
}

/** The reference tables in force; the version of the rates is their last day, which an update moves. */
export function loadSources(): readonly ReferenceSource[] {
  const sources: readonly ReferenceSource[] = JSON.parse(readDataText("sources.json"));
  const lastDay = readRateLines().at(-1)?.slice(0, 10) ?? "";
  return sources.map((source) => (source.file === "ecb-rates.csv.gz" ? { ...source, version: lastDay } : source));
}
