import type { ExporterSheet } from "../../report/exporter-sheet.ts";
import { renderDocumentTable } from "../terminal/document-table.ts";
import { renderHeadline } from "../terminal/headline.ts";
import { MAX_WIDTH } from "../terminal/context.ts";
import { renderYears } from "../terminal/years.ts";
import type { Style } from "../style.ts";
import { wrap } from "../wrap.ts";
import { buildHead, buildSections, sheetContext, type SheetNaming, type SheetOptions } from "./document.ts";

export interface SheetTerminalOptions extends SheetOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
}

/** The sheet as text for a terminal. */
export function renderSheetTerminal(sheet: ExporterSheet, names: SheetNaming, options: SheetTerminalOptions): string {
  const { style } = options;
  const width = Math.min(MAX_WIDTH, options.width);
  const context = { ...sheetContext(sheet, names, options), style, width };
  const { name, title, chambers, lines } = buildHead(context);
  const sections = buildSections(context).flatMap(({ id, title: heading, sentences, table, notes }) => [
    "",
    style.heading(heading),
    ...sentences.flatMap((sentence) => wrap(sentence, width, "")),
    ...(id === "years" ? renderYears(context) : table === null ? [] : renderDocumentTable(table, width, style)),
    ...notes.flatMap((note) => wrap(note, width, "")).map((line) => style.faint(line)),
  ]);
  const text = [
    style.strong(name),
    chambers === "" ? title : `${title} · ${chambers}`,
    ...lines.flatMap((line) => wrap(line, width, "")).map((line) => style.faint(line)),
    "",
    ...renderHeadline(context),
    ...sections,
  ];
  return `${text.map((line) => line.trimEnd()).join("\n")}\n`;
}
