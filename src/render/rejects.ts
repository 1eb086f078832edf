import { stringify } from "csv-stringify/sync";

import { FIELDS } from "../domain/certificate.ts";
import { PROBLEM_KINDS } from "../domain/problem.ts";
import { expectationOf, REJECT_COLUMNS, type Reject } from "../domain/reject.ts";
import { parseNotation } from "../domain/notation.ts";
import { disarm } from "../domain/spreadsheet-text.ts";

/**
 * Rejected rows as CSV for a spreadsheet: what is wrong, then the fields with the texts of the source, then what origo
 * needs to read the row again. It begins with a byte order mark, and where amounts have a decimal comma the delimiter is
 * a semicolon: without these, spreadsheets in such a locale garble accents and put a row into one cell.
 */
export function renderRejects(rejects: readonly Reject[]): string {
  const { place, advice, row, notation } = REJECT_COLUMNS;
  const comma = rejects.some((reject) => parseNotation(reject.notation)?.decimalMark === ",");
  const records = rejects.map((reject) => [
    reject.file,
    String(reject.line),
    reject.problems.map(({ code }) => code).join("; "),
    reject.problems.map(expectationOf).join("; "),
    reject.problems.map(({ code }) => PROBLEM_KINDS[code].remedy).join("; "),
    ...FIELDS.map((field) => reject.texts[field] ?? ""),
    reject.rowText ?? "",
    reject.notation,
  ]);
  return stringify([[...place, ...advice, ...FIELDS, row, notation], ...records.map((cells) => cells.map(disarm))], {
    record_delimiter: "\n",
    delimiter: comma ? ";" : ",",
    bom: true,
  });
}
