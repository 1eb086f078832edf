import stringWidth from "string-width";

import type { DocumentContext } from "./document/context.ts";
import type { DocumentTable } from "./document/table.ts";

/** A table and its note. A column under a shared heading carries it in its own. */
export function renderMarkdownTable(
  { columns, rows, total, note }: DocumentTable,
  { documentWords }: Pick<DocumentContext, "documentWords">,
): readonly string[] {
  const table = pipeTable(
    columns.map(({ group, header }) => (group === null ? header : `${group}${documentWords.colon}${header}`)),
    [...rows, ...(total === null ? [] : [total])].map((row) => row.map(({ text }) => text)),
    columns.map(({ kind }, index) => (kind === "text" || index === 0 ? "left" : "right")),
  );
  return note === null ? [table] : [table, escapeMarkdown(note)];
}

/** A table of plain texts. */
export function pipeTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly ("left" | "right")[],
): string {
  const lines = [header, ...rows].map((cells) => cells.map(escapeMarkdown));
  const widths = header.map((_, index) => Math.max(3, ...lines.map((cells) => stringWidth(cells[index] ?? ""))));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const padded = lines.map((cells) =>
    line(
      widths.map((width, index) => {
        const text = cells[index] ?? "";
        const space = " ".repeat(width - stringWidth(text));
        return aligns[index] === "right" ? space + text : text + space;
      }),
    ),
  );
  const rule = line(
    widths.map((width, index) => (aligns[index] === "right" ? `${"-".repeat(width - 1)}:` : "-".repeat(width))),
  );
  return [padded[0], rule, ...padded.slice(1)].join("\n");
}

/** Text that Markdown takes as it is: a name with a `|`, a `<` or a `*` in it stays that name. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~$&]/g, String.raw`\$&`);
}
