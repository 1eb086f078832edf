import { readDataRows } from "./data-file.ts";

/** The chapters, headings and subheadings of the Harmonized System (edition 2022) by code, in English. */
export function loadHsDescriptions(): ReadonlyMap<string, string> {
  return new Map(readDataRows<"code" | "description">("hs.csv.gz").map((row) => [row.code, row.description]));
}
