import type { Field } from "../domain/certificate.ts";
import { MAX_LINE_BYTES, refuseLongLine, type PlainText } from "./plain-text.ts";
import { recordPlaces } from "./record-lines.ts";
import { sniffDialect } from "./sniff-dialect.ts";
import type { SourceTable } from "./source-table.ts";

/** What the engine reads of a file at a time, for each thread; it would take sixteen times the longest line. */
const BUFFER_BYTES = 2 * MAX_LINE_BYTES;

/** From this size on, memory is better spent on each different text once than on all of them. */
const LARGE_BYTES = 2 ** 28;

/** Offers a delimited text as a table: the engine reads the file itself, every column as text. */
export async function readDelimited(
  text: PlainText,
  fieldOf: (header: string) => Field | null,
  delimiter: string | undefined,
): Promise<SourceTable> {
  refuseLongLine(text);
  const dialect = await sniffDialect(text.head, fieldOf, text.name, delimiter);
  const columns = dialect.headers.map((_, column) => `'c${column}': 'varchar'`);
  const walk = () => recordPlaces(text.path, dialect, text.name);
  return {
    name: text.name,
    sheet: null,
    headers: dialect.headers,
    layout: { delimiter: dialect.delimiter, header_row: String(dialect.headerLines), encoding: text.encoding },
    // Everything is read as text with a stated dialect: the engine's own guesses are lenient and can drop rows.
    relation: `read_csv($path, auto_detect = false, header = false, skip = $header_lines, delim = $delimiter,
      quote = '"', escape = '"', columns = {${columns.join(", ")}},
      nullstr = '', max_line_size = ${MAX_LINE_BYTES}, buffer_size = ${BUFFER_BYTES}, store_rejects = true)`,
    parameters: { path: text.path, delimiter: dialect.delimiter, header_lines: dialect.headerLines },
    text: (column) => `c${column}`,
    onlySpaces: text.onlySpaces,
    large: text.bytes >= LARGE_BYTES,
    place: { kind: "walk", first: dialect.headerLines + 1, rows: text.lines - dialect.headerLines, walk },
    async explain() {
      for await (const _place of walk()) {
        // The walk itself throws at the quote that is never closed.
      }
    },
  };
}
