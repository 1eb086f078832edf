import { textWidth } from "./text-width.ts";

/** A column of a text table: text goes left, numbers go right. */
export interface TextColumn {
  readonly header: string;
  readonly align: "left" | "right";
  /** A left column may give up width down to this, with an ellipsis; others keep theirs. */
  readonly shrinkTo?: number;
}

const GAP = "  ";

/** Lays cells out in columns, no wider than `width` as long as a shrinking column can give. Cells may carry colour. */
export function renderTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  styleHeader: (text: string) => string,
): readonly string[] {
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.header), ...rows.map((row) => textWidth(row[index] ?? ""))),
  );
  const excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (columns.length - 1) - width;
  const shrinking = columns.findIndex((column) => column.shrinkTo !== undefined);
  if (excess > 0 && shrinking !== -1) {
    widths[shrinking] = Math.max(columns[shrinking]?.shrinkTo ?? 0, (widths[shrinking] ?? 0) - excess);
  }
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align))
      .join(GAP)
      .trimEnd();
  return [styleHeader(line(columns.map((column) => column.header))), ...rows.map(line)];
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const fitted = textWidth(text) > width ? `${text.slice(0, width - 1)}…` : text;
  const space = " ".repeat(Math.max(0, width - textWidth(fitted)));
  return align === "left" ? fitted + space : space + fitted;
}
