import type { Language } from "../domain/language.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

type RegionColumn = "code" | "kind" | "parent" | "en" | "nl" | "fr" | "de" | "es";

/** The regions and sub-regions of the United Nations' M49 standard. */
export interface Regions {
  readonly name: (code: string, language: Language) => string;
  /** The code of a region (or sub-region) that is named by its code or in one of the languages; `null` when there is none. */
  readonly resolve: (kind: "region" | "sub_region", text: string) => string | null;
  /** The English names of a kind. */
  readonly names: (kind: "region" | "sub_region") => readonly string[];
}

export function loadRegions(): Regions {
  const rows = readDataRows<RegionColumn>("regions.csv");
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return {
    name: (code, language) => byCode.get(code)?.[language] ?? code,
    resolve(kind, text) {
      const row = rows.find(
        (each) =>
          each.kind === kind &&
          [each.code, each.en, each.nl, each.fr, each.de, each.es].some((name) => fold(name) === fold(text)),
      );
      return row?.code ?? null;
    },
    names: (kind) => rows.filter((row) => row.kind === kind).map((row) => row.en),
  };
}

/** Country, region and sub-region: the region is that of the sub-region. */
export function loadCountryRegions(): readonly (readonly [country: string, region: string, subRegion: string])[] {
  const parents = new Map(readDataRows<RegionColumn>("regions.csv").map((row) => [row.code, row.parent]));
  return readDataRows<"country" | "sub_region" | "note">("country-regions.csv").map((row) => [
    row.country,
    parents.get(row.sub_region) ?? "",
    row.sub_region,
  ]);
}
