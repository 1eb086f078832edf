import type { ExporterSheet } from "../../report/exporter-sheet.ts";
import { comparedMonths } from "../document/headline.ts";
import { escapeMarkdown, renderMarkdownTable } from "../markdown-table.ts";
import {
  buildHead,
  buildKeyFigures,
  buildSections,
  sheetContext,
  type SheetNaming,
  type SheetOptions,
} from "./document.ts";

/** The sheet as Markdown, for a letter that goes on from it. */
export function renderSheetMarkdown(sheet: ExporterSheet, names: SheetNaming, options: SheetOptions): string {
  const context = sheetContext(sheet, names, options);
  const { name, title, chambers, lines } = buildHead(context);
  const months = comparedMonths(context);
  const headlines = buildKeyFigures(context).map(({ label, value, growth, before }) => {
    const details = [growth?.text, before && `${sheet.year - 1}: ${before.text}`].filter((each) => each != null);
    const after = details.length === 0 ? "" : ` (${details.join("; ")})`;
    return `- ${escapeMarkdown(`${label}${context.documentWords.colon}${value.text}${after}`)}`;
  });
  const sections = buildSections(context).flatMap(({ title: heading, sentences, table, notes }) => [
    `## ${escapeMarkdown(heading)}`,
    ...sentences.map(escapeMarkdown),
    ...(table === null ? [] : renderMarkdownTable(table, context)),
    ...notes.map(escapeMarkdown),
  ]);
  const head = [chambers === "" ? title : `${title} · ${chambers}`, ...lines].map(escapeMarkdown);
  return `${[`# ${escapeMarkdown(name)}`, ...head, headlines.join("\n"), ...(months === null ? [] : [escapeMarkdown(months)]), ...sections].join("\n\n")}\n`;
}
