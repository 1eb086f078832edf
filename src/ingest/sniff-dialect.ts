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

function candidatesFor(head: string, delimiter: string): readonly Candidate[] {
  // With `info`, each element is a record and its place; the library's types do not say so.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const records = parse(head, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // A quote that is never closed is told with its line when the rows are read.
    skip_records_with_error: true,
    to: HEADER_SEARCH_ROWS,
  }) as unknown as readonly InfoRecord[];
  return records.map(({ record, info }) => ({
    delimiter,
    line: info.lines,
    headers: record.map((cell) => cell.trim()),
  }));
}
