import type { ItemDimension } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import { printable } from "../domain/printable.ts";
import { countryNames } from "../reference/countries.ts";
import { loadHsDescriptions } from "../reference/hs.ts";
import { loadRegions } from "../reference/regions.ts";
import { sizeName } from "../reference/size-names.ts";
import { loadThemeNames } from "../reference/theme-names.ts";
import type { NameOf } from "../report/tables.ts";

/** The names of a dimension's items: countries, regions, themes and sizes in a language, exporters as they call themselves, headings of the Harmonized System in English, others as they are. */
export function itemNames(
  by: ItemDimension,
  language: Language,
  exporterNames: ReadonlyMap<string, string> = new Map(),
): NameOf {
  switch (by) {
    case "destination":
    case "origin":
      return countryNames(language);
    case "region":
    case "sub_region": {
      const regions = loadRegions();
      return (code) => regions.name(code, language);
    }
    case "hs2":
    case "hs4":
    case "hs6": {
      const descriptions = loadHsDescriptions();
      return (code) => descriptions.get(code) ?? code;
    }
    case "theme": {
      const themes = loadThemeNames();
      return (theme) => themes.name(theme, language);
    }
    case "exporter":
      return (exporter) => printable(exporterNames.get(exporter) ?? exporter.replace(/^NAME:/, ""));
    case "exporter_size":
      return (size) => sizeName(size, language);
    case "bloc":
    case "chamber":
    case "certificate_type":
    case "currency":
    case "group":
      return (item) => item;
  }
}
