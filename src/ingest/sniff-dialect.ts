import { UserError } from "../domain/user-error.ts";
import type { Field } from "../domain/certificate.ts";
import { findHeader, HEADER_SEARCH_ROWS } from "./find-header.ts";

/** How a delimited text is laid out. */
export interface Dialect {
  readonly delimiter: string;
  /** Physical lines up to and including the header row. */
  readonly headerLines: number;
  readonly headers: readonly string[];
}

const DELIMITERS = [";", ",", "\t", "|"] as const;

/** Finds delimiter and header row in the beginning of a text: the best header row under any delimiter. */
export async function sniffDialect(
  head: string,
  fieldOf: (header: string) => Field | null,
  name: string,
  delimiter?: string,
): Promise<Dialect> {
  const recordsOf = plainRecords(head) ?? (await parsedRecords(head));
  const candidates = (delimiter === undefined ? DELIMITERS : [delimiter]).flatMap((mark) =>
    recordsOf(mark)
      .slice(0, HEADER_SEARCH_ROWS)
      .map(({ cells, line }) => ({ delimiter: mark, line, headers: cells.map((cell) => cell.trim()) })),
  );
  const best = findHeader(candidates, fieldOf);
  if (best === undefined) {
    throw new UserError(1, `${name} has no header row`, "pass a CSV file: a header row, then one row per certificate");
  }
  return { delimiter: best.delimiter, headerLines: best.line, headers: best.headers };
}

/** A row, and the last of its lines. */
interface HeadRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

type RecordsOf = (delimiter: string) => readonly HeadRecord[];

/** The first rows of a text that has no quotes in them; `null` when it has, because then lines are not rows. */
function plainRecords(head: string): RecordsOf | null {
  const lines: { readonly text: string; readonly line: number }[] = [];
  let start = 0;
  for (let line = 1; start < head.length && lines.length < HEADER_SEARCH_ROWS; line += 1) {
    const next = head.indexOf("\n", start);
    const end = next === -1 ? head.length : next;
    const text = head.slice(start, head[end - 1] === "\r" ? end - 1 : end);
    if (text.includes('"')) return null;
    if (text !== "") lines.push({ text, line });
    start = end + 1;
  }
  return (delimiter) => lines.map(({ text, line }) => ({ cells: text.split(delimiter), line }));
}

interface InfoRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** Enough for the rows that may be the header row in nearly all files: parsing takes its time. */
const FIRST_TRY = 1 << 15;

async function parsedRecords(head: string): Promise<RecordsOf> {
  const { parse } = await import("csv-parse/sync");
  const parseRecords = (text: string, delimiter: string): readonly InfoRecord[] =>
    // With `info`, each element is a record and its place; the library's types do not say so.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // A quote that is never closed is told with its line when the rows are read.
      skip_records_with_error: true,
      to: HEADER_SEARCH_ROWS + 1,
    }) as unknown as readonly InfoRecord[];
  return (delimiter) => {
    const first = head.length > FIRST_TRY ? parseRecords(head.slice(0, FIRST_TRY), delimiter) : [];
    // One more than are looked at: the last one may be cut off.
    const records = first.length > HEADER_SEARCH_ROWS ? first : parseRecords(head, delimiter);
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  };
}
