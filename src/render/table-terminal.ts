import { NO_ITEM } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import type { Where } from "../domain/where.ts";
import { printable } from "../domain/printable.ts";
import type { Cell, Table } from "../report/table.ts";
import { OTHER } from "../report/shares.ts";
import { createFormatter, type Formatter } from "./format.ts";
import type { Style } from "./style.ts";
import { renderTextTable } from "./text-table.ts";
import { filterLine, wordsOf, type Words } from "./words.ts";

/** Columns that say how to read others: they are for scripts, and a terminal has no room for them. */
const SCRIPT_COLUMNS: ReadonlySet<string> = new Set([
  "products",
  "certificates_with_value",
  "complete",
  "first_month",
  "last_month",
]);

/** The columns whose numbers are the names of years, not quantities. */
const NAMES_OF_YEARS: ReadonlySet<string> = new Set(["year", "cohort"]);

/** Any table for a terminal, under the names of its measures; a code gives way to its name. */
export function renderTableTerminal(
  table: Table,
  where: Where | null,
  language: Language,
  width: number,
  style: Style,
): string {
  const format = createFormatter(language);
  const words = wordsOf(language);
  const named = new Set(
    table.columns.filter((column) => column.endsWith("_name")).map((column) => column.slice(0, -"_name".length)),
  );
  const shown = table.columns.flatMap((column, index) =>
    SCRIPT_COLUMNS.has(column) || named.has(column) ? [] : [{ column, index }],
  );
  const isText = (index: number): boolean => index === 0 || table.rows.some((row) => typeof row[index] === "string");
  const columns = shown.map(({ column, index }) => ({
    header: headingOf(column, words),
    align: isText(index) ? ("left" as const) : ("right" as const),
    ...(index > 0 && isText(index) ? { shrinkTo: 12 } : {}),
  }));
  const rows = table.rows.map((row) =>
    shown.map(({ column, index }) => displayCell(column, row[index] ?? null, words, format)),
  );
  const lines = [...filterLine(where, words).map(style.faint), ...renderTextTable(columns, rows, width, style.faint)];
  return `${lines.join("\n")}\n`;
}

/** The heading of a measure or dimension, short enough for its numbers. */
function headingOf(column: string, words: Words): string {
  const term = Object.entries(words.term).find(([id]) => id === column.replace(/_name$/, ""));
  if (term !== undefined) return term[1];
  const headings: Readonly<Record<string, string>> = {
    certificates: words.column(words.metric.certificates),
    certificates_growth: `${words.certificatesShort} ${words.growth}`,
    certificates_share: `${words.certificatesShort} ${words.share}`,
    goods_value: words.column(words.metric.goods_value),
    goods_value_growth: `${words.valueShort} ${words.growth}`,
    goods_value_share: `${words.valueShort} ${words.share}`,
    value_per_certificate: words.perCertificateShort,
    exporters: words.column(words.exporters),
    destinations: words.column(words.destinations),
    rank: words.rank,
  };
  return headings[column] ?? column;
}

function displayCell(column: string, cell: Cell, words: Words, format: Formatter): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return column.endsWith("_name") ? itemName(cell, words) : printable(cell);
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "number") return NAMES_OF_YEARS.has(column) ? String(cell) : format.count(cell);
  if (typeof cell === "bigint") return format.units(cell);
  if ("plain" in cell) return format.plain(cell.plain, column.endsWith("hhi") ? 4 : 2);
  return format.percent(cell, { signed: column.endsWith("_growth") });
}

function itemName(name: string, words: Words): string {
  if (name === "") return words.notStated;
  if (name === NO_ITEM) return words.noItem;
  return name === OTHER ? words.other : printable(name);
}
