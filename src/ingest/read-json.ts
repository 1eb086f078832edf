import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { JSON_CELL, jsonCells } from "./json-cells.ts";
import { MAX_LINE_BYTES, refuseLongLine, type PlainText } from "./plain-text.ts";
import type { SourceTable } from "./source-table.ts";

type Layout = "lines" | "array" | "objects";

/** Whether a text begins as JSON objects do, one by one or in an array. */
export function looksLikeJson(head: string): boolean {
  return /^\s*(\[\s*[{\]]|\{\s*["}])/.test(head);
}

/**
 * Offers JSON objects as a table: one on each line, in an array, or one after the other over several lines. The keys of
 * all records are the columns. A line that is no object is a problem of its own; in the other two layouts, where nothing
 * separates the records but their syntax, a fault in it is an error.
 */
export async function readJson(engine: Engine, text: PlainText): Promise<SourceTable> {
  const layout = layoutOf(text.head);
  if (layout === "lines") refuseLongLine(text);
  const records = layout === "lines" ? LINES : objects(layout);
  const headers = await readKeys(engine, records, text);
  const pointers = headers.map((_, column) => `$key_${column}`);
  const keys = headers.map((header, column) => [`key_${column}`, `/${escapePointer(header)}`] as const);
  return {
    name: text.name,
    sheet: null,
    headers,
    relation: jsonCells(records, pointers),
    parameters: { path: text.path, ...Object.fromEntries(keys) },
    ...JSON_CELL,
    fault: { code: "invalid-record", text: "fault" },
    place: { kind: "order", first: 1 },
  };
}

function layoutOf(head: string): Layout {
  if (/^\s*\[/.test(head)) return "array";
  const firstLine = head.trimStart().split(/\r?\n/, 1)[0] ?? "";
  try {
    JSON.parse(firstLine);
    return "lines";
  } catch {
    return "objects";
  }
}

/** SQL: each text `source`, its JSON where that is an object, and else the text as a fault. */
function objectOrFault(text: string, relation: string): string {
  return `(select case when whole then text::json end as json,
      case when not whole and trim(text) <> '' then left(text, 500) end as fault
    from (select ${text} as text, case when json_valid(text) then json_type(text) = 'OBJECT' else false end as whole from ${relation}))`;
}

/** Each line is one cell: no line has the delimiter, a character that JSON allows nowhere. */
const LINES = objectOrFault(
  "line",
  `read_csv($path, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '',
    columns = {'line': 'varchar'}, nullstr = '', max_line_size = ${MAX_LINE_BYTES})`,
);

function objects(layout: "array" | "objects"): string {
  const format = layout === "array" ? "array" : "unstructured";
  return objectOrFault(
    "json::varchar",
    `read_json_objects($path, format = '${format}', maximum_object_size = ${MAX_LINE_BYTES})`,
  );
}

/** The keys of all records, in the order in which they come up. */
async function readKeys(engine: Engine, records: string, text: PlainText): Promise<readonly string[]> {
  try {
    const rows = await engine.rows<{ keys: string }>(
      `select to_json(keys)::varchar as keys from
         (select json_keys(json) as keys, row_number() over () as record from ${records}) where keys is not null
       group by keys order by min(record)`,
      { path: text.path },
    );
    // The engine has just written it: a list of texts.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return [...new Set(rows.flatMap((row) => JSON.parse(row.keys) as string[]))];
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const record = /record\/value (\d+)/.exec(reason)?.[1];
    throw new UserError(
      1,
      `${text.name}${record === undefined ? "" : `:${record}`} cannot be read as JSON: ${reason}`,
      "correct the record, counted from 1, or export the file again; nothing was read",
    );
  }
}

/** JSON Pointer (RFC 6901) gives these two characters a meaning. */
function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
