import type { SheetTable } from "../domain/exporter.ts";
import type { Language } from "../domain/language.ts";
import type { ExporterSheet } from "../report/exporter-sheet.ts";
import { sheetTable, type SheetNames } from "../report/exporter-sheet-tables.ts";
import type { NameOf } from "../report/tables.ts";
import { itemNames } from "./labels.ts";
import type { Output, SheetFormat } from "./output.ts";

export interface ExporterOutput extends Output<SheetFormat> {
  /** How many destinations, products and markets people are shown. */
  readonly top: number;
  /** Which table CSV has. */
  readonly table: SheetTable;
}

/** The sheet of an exporter in one of its forms. */
export async function renderExporter(sheet: ExporterSheet, output: ExporterOutput): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderSheetTerminal } = await import("../render/exporter-sheet/terminal.ts");
      const { createStyle } = await import("../render/style.ts");
      const language = output.readerLanguage;
      const { width, top } = output;
      return renderSheetTerminal(sheet, await naming(sheet, language), {
        language,
        top,
        width,
        style: createStyle(output.colour),
      });
    }
    case "markdown": {
      const { renderSheetMarkdown } = await import("../render/exporter-sheet/markdown.ts");
      const language = output.readerLanguage;
      return renderSheetMarkdown(sheet, await naming(sheet, language), { language, top: output.top });
    }
    case "html": {
      const { renderSheetHtml } = await import("../render/exporter-sheet/html.ts");
      const language = output.readerLanguage;
      return renderSheetHtml(sheet, await naming(sheet, language), { language, top: output.top });
    }
    case "json": {
      const { renderSheetJson } = await import("../render/exporter-sheet/json.ts");
      return renderSheetJson(sheet, namesOf(sheet, output.dataLanguage));
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      return renderCsv(sheetTable(output.table, sheet, namesOf(sheet, output.dataLanguage)));
    }
  }
}

function namesOf({ standing }: ExporterSheet, language: Language): SheetNames & { readonly within: NameOf } {
  return {
    destination: itemNames("destination", language),
    hs4: itemNames("hs4", language),
    within: itemNames(standing?.within ?? "hs2", language),
  };
}

/** The names, and how countries stand in a sentence. */
async function naming(sheet: ExporterSheet, language: Language) {
  const { loadCountryGrammar } = await import("../reference/country-grammar.ts");
  return { ...namesOf(sheet, language), country: loadCountryGrammar(language) };
}
