import { parse } from "csv-parse/sync";

import { UserError } from "../domain/user-error.ts";
import type { Field } from "../domain/certificate.ts";
import { findHeader, HEADER_SEARCH_ROWS, type HeaderRow } from "./find-header.ts";

/** How a delimited text is laid out. */
export interface Dialect {
  readonly delimiter: string;
  /** Physical lines up to and including the header row. */
  readonly headerLines: number;
  readonly headers: readonly string[];
}

const DELIMITERS = [";", ",", "\t", "|"] as const;

interface Candidate extends HeaderRow {
  readonly delimiter: string;
}

/** Finds delimiter and header row in the beginning of a text: the best header row under any delimiter. */
export function sniffDialect(
  head: string,
  fieldOf: (header: string) => Field | null,
  name: string,
  delimiter?: string,
): Dialect {
  const candidates = (delimiter === undefined ? DELIMITERS : [delimiter]).flatMap((mark) => candidatesFor(head, mark));
  const best = findHeader(candidates, fieldOf);
  if (best === undefined) {
    throw new UserError(1, `${name} has no header row`, "pass a CSV file: a header row, then one row per certificate");
  }
  return { delimiter: best.delimiter, headerLines: best.line, headers: best.headers };
}

interface InfoRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** Enough for the rows that may be the header row in nearly all files: parsing takes its time. */
const FIRST_TRY = 1 << 15;

function candidatesFor(head: string, delimiter: string): readonly Candidate[] {
  const first = head.length > FIRST_TRY ? parseRecords(head.slice(0, FIRST_TRY), delimiter) : [];
  // One more than are looked at: the last one may be cut off.
  const records = first.length > HEADER_SEARCH_ROWS ? first : parseRecords(head, delimiter);
  return records.slice(0, HEADER_SEARCH_ROWS).map(({ record, info }) => ({
    delimiter,
    line: info.lines,
    headers: record.map((cell) => cell.trim()),
  }));
}

function parseRecords(head: string, delimiter: string): readonly InfoRecord[] {
  // With `info`, each element is a record and its place; the library's types do not say so.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return parse(head, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // A quote that is never closed is told with its line when the rows are read.
    skip_records_with_error: true,
    to: HEADER_SEARCH_ROWS + 1,
  }) as unknown as readonly InfoRecord[];
}
