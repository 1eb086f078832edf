import type { Language } from "../domain/language.ts";
import type { Cell, Table } from "../report/table.ts";
import { createFormatter, type Formatter } from "./format.ts";
import type { Style } from "./style.ts";
import { renderTextTable } from "./text-table.ts";

/** Columns that say how to read others: they are for scripts, and a terminal has no room for them. */
const SCRIPT_COLUMNS: ReadonlySet<string> = new Set([
  "products",
  "certificates_with_value",
  "complete",
  "first_month",
  "last_month",
]);

/** Any table for a terminal, under the names of its measures; a code gives way to its name. */
export function renderTableTerminal(table: Table, language: Language, width: number, style: Style): string {
  const format = createFormatter(language);
  const named = new Set(
    table.columns.filter((column) => column.endsWith("_name")).map((column) => column.slice(0, -"_name".length)),
  );
  const shown = table.columns.flatMap((column, index) =>
    SCRIPT_COLUMNS.has(column) || named.has(column) ? [] : [{ column, index }],
  );
  const isText = (index: number): boolean => index === 0 || table.rows.some((row) => typeof row[index] === "string");
  const columns = shown.map(({ column, index }) => ({
    header: headerOf(column),
    align: isText(index) ? ("left" as const) : ("right" as const),
    ...(index > 0 && isText(index) ? { shrinkTo: 12 } : {}),
  }));
  const rows = table.rows.map((row) => shown.map(({ index }) => displayCell(row[index] ?? null, index, format)));
  return `${renderTextTable(columns, rows, width, style.faint).join("\n")}\n`;
}

/** Column names that would take more room than their numbers. */
function headerOf(column: string): string {
  return column
    .replace(/_name$/, "")
    .replace("certificates_", "cert. ")
    .replace("goods_value_", "value ")
    .replace("value_per_certificate", "per cert.")
    .replace("goods_value", "goods value");
}

function displayCell(cell: Cell, index: number, format: Formatter): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  // The first column is the period: a year is a name, not a quantity.
  if (typeof cell === "number") return index === 0 ? String(cell) : format.count(cell);
  if (typeof cell === "bigint") return format.units(cell);
  return format.percent(cell);
}
