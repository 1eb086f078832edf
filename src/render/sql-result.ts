import { stringify } from "csv-stringify/sync";

import { printable } from "../domain/printable.ts";
import { disarm } from "../domain/spreadsheet-text.ts";
import type { SqlColumn, SqlResult, SqlRow, SqlValue } from "../domain/sql-result.ts";
import { UNDEFINED } from "./format.ts";
import type { Style } from "./style.ts";
import { renderTextTable } from "./text-table.ts";

/** The result of a query as the engine gave it: not rounded, not grouped. */
export function renderSqlTerminal({ columns, rows }: SqlResult, width: number, style: Style): string {
  const table = renderTextTable(
    columns.map((column) => ({ header: printable(column.name), align: isNumber(column) ? "right" : "left" })),
    rows.map((row) => row.map((value) => (value === null ? UNDEFINED : printable(textOf(value))))),
    width,
    style.faint,
  );
  return `${table.join("\n")}\n`;
}

export function renderSqlCsv({ columns, rows }: SqlResult): string {
  const cells = rows.map((row) =>
    columns.map((column, index) => {
      const value = row[index] ?? null;
      if (value === null) return "";
      return isNumber(column) ? textOf(value) : disarm(textOf(value));
    }),
  );
  return stringify([columns.map(({ name }) => disarm(name)), ...cells], { record_delimiter: "\n" });
}

/** Integers that a double holds exactly, and doubles, are numbers; decimals and larger integers stay text. */
export function sqlRows({ columns, rows }: SqlResult): readonly SqlRow[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column.name, jsonOf(column, row[index] ?? null)])),
  );
}

function jsonOf({ kind }: SqlColumn, value: SqlValue): SqlValue {
  if (typeof value !== "string" || kind !== "integer") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function isNumber({ kind }: SqlColumn): boolean {
  return kind === "integer" || kind === "decimal" || kind === "double";
}

function textOf(value: SqlValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
