import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

import { UserError } from "../domain/user-error.ts";
import { MAX_LINE_BYTES } from "./plain-text.ts";
import type { Dialect } from "./sniff-dialect.ts";

const UNCLOSED = new Set(["CSV_QUOTE_NOT_CLOSED", "CSV_MAX_RECORD_SIZE"]);

/** A record of a delimited text as csv-parse sees it. */
export interface RecordPlace {
  /** Physical line on which it starts. */
  readonly line: number;
  /** Whether it has as many cells as the header row. */
  readonly whole: boolean;
  readonly cells: number;
  /** Whether all its cells are empty. */
  readonly blank: boolean;
  readonly text: string;
}

interface InfoRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/**
 * Walks the records below the header and tells on which physical line each one starts. The engine numbers records,
 * not lines, so this is needed for files in which the two differ: quoted line breaks, blank lines, ragged rows.
 */
export async function* recordPlaces(textPath: string, dialect: Dialect, name: string): AsyncIterable<RecordPlace> {
  let lastLine = dialect.headerLines;
  const records = createReadStream(textPath).pipe(
    parse({
      delimiter: dialect.delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      from_line: dialect.headerLines + 1,
      max_record_size: MAX_LINE_BYTES,
    }),
  );
  try {
    for await (const { record, info } of records as AsyncIterable<InfoRecord>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
      yield {
        line: info.lines - breaks,
        whole: hasColumns(record, dialect.headers.length),
        cells: record.length,
        blank: record.every((cell) => cell.trim() === ""),
        text: record.join(dialect.delimiter),
      };
      lastLine = info.lines;
    }
  } catch (error) {
    // A quote that is never closed makes one record of all that follows.
    if (error instanceof Error && "code" in error && UNCLOSED.has(String(error.code))) {
      throw unclosedQuote(name, lastLine + 1);
    }
    throw error;
  }
}

/** As the engine sees it: a delimiter at the end of a line, with nothing after it, is no column. */
function hasColumns(record: readonly string[], columns: number): boolean {
  return record.length === columns || (record.length === columns + 1 && record.at(-1) === "");
}

export function unclosedQuote(name: string, line: number): UserError {
  return new UserError(
    1,
    `${name}:${line}: a quote that opens here is never closed, so the rows after it cannot be told apart`,
    "close or remove the quote, then run again; nothing was read",
  );
}
