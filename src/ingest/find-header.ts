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
  const [first, ...others] = rows.toSorted((a, b) => b.headers.length - a.headers.length || a.line - b.line);
  if (first === undefined) return undefined;
  let best = first;
  let most = recognisedFields(first.headers, fieldOf).size;
  for (const row of others) {
    // A tie goes to the one before, so that most rows need not be looked at to their end.
    const fields = recognisedFields(row.headers, fieldOf, most);
    if (fields.size > most) [best, most] = [row, fields.size];
  }
  return best;
}

/** The fields that some of the headers name; it stops as soon as there cannot be more of them than `least`. */
export function recognisedFields(
  headers: readonly string[],
  fieldOf: (header: string) => Field | null,
  least = -1,
): ReadonlySet<Field> {
  const fields = new Set<Field>();
  for (const [index, header] of headers.entries()) {
    if (fields.size + headers.length - index <= least) break;
    const field = fieldOf(header);
    if (field !== null) fields.add(field);
  }
  return fields;
}
