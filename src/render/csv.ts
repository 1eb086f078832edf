import { stringify } from "csv-stringify/sync";

import { fractionToDecimal } from "../domain/fraction.ts";
import { centsToDecimal } from "../domain/money.ts";
import { disarm } from "../domain/spreadsheet-text.ts";
import { exactValue, type Cell, type Table } from "../report/table.ts";

/** Ratios carry six decimals in CSV: growth 0.134334. */
const RATIO_DIGITS = 6;

/** RFC 4180 with LF, a header always, `.` decimals, undefined as an empty cell. */
export function renderCsv(table: Table): string {
  return stringify([table.columns, ...table.rows.map((row) => row.map(csvCell))], { record_delimiter: "\n" });
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return disarm(cell);
  if (typeof cell === "bigint") return centsToDecimal(cell);
  if (typeof cell === "object") return fractionToDecimal(exactValue(cell), RATIO_DIGITS);
  return String(cell);
}
