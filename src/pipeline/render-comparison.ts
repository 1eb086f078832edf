import type { ComparisonTable } from "../domain/comparison-table.ts";
import { comparisonTable } from "../report/comparison-tables.ts";
import type { Comparison } from "../report/comparison.ts";
import { itemNames } from "./labels.ts";
import type { Output } from "./output.ts";

export interface ComparisonOutput extends Output {
  /** Which table CSV has. */
  readonly table: ComparisonTable;
  /** How many items the terminal shows. */
  readonly top: number;
}

/** A comparison in one of its forms. */
export async function renderComparison(comparison: Comparison, output: ComparisonOutput): Promise<string> {
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const names = {
    nameOf: itemNames(comparison.by, language, comparison.exporterNames),
    countryOf: itemNames("destination", language),
  };
  switch (output.format) {
    case "terminal": {
      const { renderComparisonTerminal } = await import("../render/terminal/comparison.ts");
      const { createStyle } = await import("../render/style.ts");
      const { width, top, colour } = output;
      return renderComparisonTerminal(comparison, { ...names, language, width, top, style: createStyle(colour) });
    }
    case "json": {
      const { renderComparisonJson } = await import("../render/comparison-json.ts");
      return renderComparisonJson(comparison, names);
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      return renderCsv(comparisonTable(comparison, output.table, names));
    }
  }
}
