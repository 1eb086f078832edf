import { textWidth } from "./text-width.ts";

/** A column of a text table: text goes left, numbers go right. */
export interface TextColumn {
  readonly header: string;
  readonly align: "left" | "right";
  /** A left column may give up width down to this, with an ellipsis; others keep theirs. */
  readonly shrinkTo?: number;
}

const GAP = "  ";

/**
 * Lays cells out in columns, no wider than `width` as long as headings can be broken at their spaces, and then as long as a
 * shrinking column can give. Cells may carry colour.
 */
export function renderTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  styleHeader: (text: string) => string,
): readonly string[] {
  const bodies = columns.map((_, index) => Math.max(0, ...rows.map((row) => textWidth(row[index] ?? ""))));
  const whole = columns.map(({ header }, index) => Math.max(textWidth(header), bodies[index] ?? 0));
  const broken = columns.map(({ header }, index) => Math.max(...header.split(" ").map(textWidth), bodies[index] ?? 0));
  const widths = [...whole];
  const excessOf = (): number =>
    widths.reduce((sum, each) => sum + each, 0) + GAP.length * (columns.length - 1) - width;
  // Where it saves most first, and no more than the width asks for.
  const savings = columns.map((_, index) => ({ index, saving: (whole[index] ?? 0) - (broken[index] ?? 0) }));
  for (const { index, saving } of savings.toSorted((a, b) => b.saving - a.saving)) {
    if (saving > 0 && excessOf() > 0) widths[index] = broken[index] ?? 0;
  }
  const headers = columns.map(({ header }, index) => breakWords(header, widths[index] ?? 0));
  const excess = excessOf();
  const shrinking = columns.findIndex((column) => column.shrinkTo !== undefined);
  if (excess > 0 && shrinking !== -1) {
    widths[shrinking] = Math.max(columns[shrinking]?.shrinkTo ?? 0, (widths[shrinking] ?? 0) - excess);
  }
  const line = (cells: readonly string[]): string =>
    columns
      .map((column, index) => pad(cells[index] ?? "", widths[index] ?? 0, column.align))
      .join(GAP)
      .trimEnd();
  const height = Math.max(...headers.map((lines) => lines.length));
  const headings = Array.from({ length: height }, (_, at) =>
    styleHeader(line(headers.map((lines) => lines[at - height + lines.length] ?? ""))),
  );
  return [...headings, ...rows.map(line)];
}

/** The words of a heading on as few lines as they need. */
function breakWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const fitted = textWidth(text) > width ? `${text.slice(0, width - 1)}…` : text;
  const space = " ".repeat(Math.max(0, width - textWidth(fitted)));
  return align === "left" ? fitted + space : space + fitted;
}
