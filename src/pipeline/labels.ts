import type { Dimension } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import { printable } from "../domain/printable.ts";
import { countryNames } from "../reference/countries.ts";
import type { NameOf } from "../report/tables.ts";

/** The names of a dimension's items: countries in a language, exporters as they call themselves, others as they are. */
export function itemNames(
  by: Dimension,
  language: Language,
  exporterNames: ReadonlyMap<string, string> = new Map(),
): NameOf {
  switch (by) {
    case "destination":
      return countryNames(language);
    case "exporter":
      return (exporter) => printable(exporterNames.get(exporter) ?? exporter.replace(/^NAME:/, ""));
    case "exporter_size":
    case "chamber":
    case "certificate_type":
      return (item) => item;
  }
}
