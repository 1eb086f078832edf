import { FIELDS } from "../domain/certificate.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import type { Mapping } from "./map-columns.ts";
import { recordPlaces, type RecordPlace } from "./record-lines.ts";
import type { Dialect } from "./sniff-dialect.ts";
import type { StagedFile } from "./stage-input.ts";

/** What reading a file gave: the rows in the relation `staged`, and the ones that have too few or too many cells. */
export interface StagedRows {
  readonly rowsRead: number;
  readonly ragged: readonly RecordPlace[];
}

/**
 * Reads the mapped columns of a file into the temporary view `staged`: `line`, the physical line on which the row
 * starts, one text column for each field (trimmed, null when blank) and `blank`, whether the whole row is empty.
 */
export async function stageRows(
  engine: Engine,
  file: StagedFile,
  dialect: Dialect,
  mapping: Mapping,
): Promise<StagedRows> {
  const { rows: whole, firstId } = await readWholeRows(engine, file, dialect, mapping);
  if (whole + dialect.headerLines === file.lines) {
    // One record a line: the order of the rows is their line number.
    await engine.run(
      `create or replace temp view staged as
         select rowid - ${firstId} + ${dialect.headerLines + 1} as line, * from staged_text`,
    );
    return { rowsRead: whole, ragged: [] };
  }
  const places: RecordPlace[] = [];
  for await (const place of recordPlaces(file.textPath, dialect, file.name)) places.push(place);
  const ragged = places.filter((place) => !place.whole);
  if (places.length - ragged.length !== whole) {
    throw new UserError(
      1,
      `${file.name} has quotes that cannot be read in one way only`,
      'write quotes inside quoted cells twice (""), or remove them; nothing was read',
    );
  }
  const lines = places.filter((place) => place.whole).map((place, record) => [String(record), String(place.line)]);
  await engine.fill("record_line", ["record", "line"], lines);
  await engine.run(
    `create or replace temp view staged as
       select l.line::bigint as line, t.* from staged_text t join record_line l on l.record::bigint = t.rowid - ${firstId}`,
  );
  return { rowsRead: places.length, ragged };
}

/** The number of rows, and the row id of the first: ids are consecutive in file order, but inside a transaction not from 0. */
async function readWholeRows(
  engine: Engine,
  file: StagedFile,
  dialect: Dialect,
  mapping: Mapping,
): Promise<{ readonly rows: number; readonly firstId: bigint }> {
  const parameters: Record<string, string | number> = {
    path: file.textPath,
    delimiter: dialect.delimiter,
    header_lines: dialect.headerLines,
  };
  const fields = FIELDS.map((field) => {
    const column = mapping.columns.get(field);
    if (column !== undefined) return `${trimmed(`c${column}`)} as ${field}`;
    const constant = mapping.constants.get(field);
    if (constant === undefined) return `null::varchar as ${field}`;
    parameters[`constant_${field}`] = constant;
    return `$constant_${field}::varchar as ${field}`;
  });
  const columns = dialect.headers.map((_, column) => `c${column}`);
  // Everything is read as text with a stated dialect: the engine's own guesses are lenient and can drop rows.
  try {
    await engine.run(
      `create or replace temp table staged_text as
         select ${fields.join(", ")}, coalesce(${columns.join(", ")}) is null as blank
         from read_csv($path, auto_detect = false, header = false, skip = $header_lines, delim = $delimiter,
           quote = '"', escape = '"', columns = {${columns.map((column) => `'${column}': 'varchar'`).join(", ")}},
           nullstr = '', max_line_size = 16777216, store_rejects = true)`,
      parameters,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(
      1,
      `${file.name} cannot be read as delimited text: ${reason}`,
      "check quotes and delimiters; nothing was read",
    );
  }
  await engine.run("drop table if exists reject_errors; drop table if exists reject_scans");
  const [count] = await engine.rows<{ rows: string; first_id: string | null }>(
    "select count(*) as rows, min(rowid) as first_id from staged_text",
  );
  return { rows: Number(count?.rows ?? 0), firstId: BigInt(count?.first_id ?? 0) };
}

/** Drops blanks of every kind at both ends; what is then empty is no value. */
function trimmed(column: string): string {
  return `nullif(trim(${column}, ' \t\u00A0\u202F\uFEFF'), '')`;
}
