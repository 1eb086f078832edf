import type { DocumentTable } from "../document/table.ts";
import type { Style } from "../style.ts";
import { renderTextTable } from "../text-table.ts";
import { wrap } from "../wrap.ts";

/** A table that is also on paper, for a terminal: without its caption, under one row of headings. */
export function renderDocumentTable(
  { columns, rows, note }: DocumentTable,
  width: number,
  style: Style,
): readonly string[] {
  const lines = renderTextTable(
    columns.map(({ header, kind }, index) => ({
      header,
      align: kind === "text" || index === 0 ? "left" : "right",
      ...(index === 0 ? { shrinkTo: 12 } : {}),
    })),
    rows.map((row) => row.map(({ text, direction }) => (direction === null ? text : style[direction](text)))),
    width,
    style.faint,
  );
  return [...lines, ...(note === null ? [] : wrap(note, width, "").map((line) => style.faint(line)))];
}
