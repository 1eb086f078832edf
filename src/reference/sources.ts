import { readDataText } from "./data-file.ts";

/** Where a shipped reference table comes from. */
export interface ReferenceSource {
  readonly file: string;
  readonly title: string;
  readonly source: string;
  /** Edition or date. */
  readonly version: string;
  readonly licence: string;
}

export function loadSources(): readonly ReferenceSource[] {
  return JSON.parse(readDataText("sources.json"));
}
