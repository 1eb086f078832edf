import type { Field } from "../domain/certificate.ts";

/** A row that may be the header row. */
export interface HeaderRow {
  readonly headers: readonly string[];
  /** Its line, the last one when it has several. */
  readonly line: number;
}

/** How many rows from the top may be titles and notes. */
export const HEADER_SEARCH_ROWS = 30;

/** Finds the header row: the one in which most cells name a field; a tie goes to the wider one, then to the first. */
export function findHeader<Row extends HeaderRow>(
  rows: readonly Row[],
  fieldOf: (header: string) => Field | null,
): Row | undefined {
  const recognised = new Map(rows.map((row) => [row, recognisedFields(row.headers, fieldOf).size]));
  return rows.toSorted(
    (a, b) =>
      (recognised.get(b) ?? 0) - (recognised.get(a) ?? 0) || b.headers.length - a.headers.length || a.line - b.line,
  )[0];
}

export function recognisedFields(
  headers: readonly string[],
  fieldOf: (header: string) => Field | null,
): ReadonlySet<Field> {
  return new Set(headers.map(fieldOf).filter((field) => field !== null));
}
