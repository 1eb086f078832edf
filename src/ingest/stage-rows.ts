import { FIELDS, type Field } from "../domain/certificate.ts";
import type { ProblemCode } from "../domain/problem.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine, Parameters } from "../store/engine.ts";
import type { Mapping } from "./map-columns.ts";
import { BLANKS } from "./parse-rules.ts";
import type { RecordPlace } from "./record-lines.ts";
import type { SourceTable } from "./source-table.ts";
import { PLAIN_TEXTS, surveyTexts, type TextTypes } from "./survey-texts.ts";

/** A row that could not be read as one. */
export interface FaultyRow {
  readonly code: ProblemCode;
  readonly line: number;
  readonly text: string;
  /** More than the code can say; `null` for nothing. */
  readonly hint: string | null;
}

/** How many rows a table has, and which of them are at fault as a whole. Blank rows are none. */
export interface ReadRows {
  readonly rowsRead: number;
  readonly faulty: readonly FaultyRow[];
}

/** What reading a table gave besides the rows in the relation `staged`. */
interface StagedRows extends ReadRows {
  readonly types: TextTypes;
}

/** Columns that are no field, by the name that they get, with their position. */
type OtherColumns = ReadonlyMap<string, number>;

/**
 * Reads the mapped columns of a table into the temporary view `staged`: `line`, the place of the row, one text column
 * for each field and each of the other columns (trimmed, null when blank) and `value_is_number`, whether the value is a
 * number by its type. Of a large table, texts that repeat are enumerated, in types whose names begin with `prefix`.
 */
export async function stageRows(
  engine: Engine,
  table: SourceTable,
  mapping: Mapping,
  { others = new Map(), prefix = "" }: { readonly others?: OtherColumns; readonly prefix?: string } = {},
): Promise<StagedRows> {
  const types = await readRows(engine, table, mapping, others, prefix);
  const [count] = await engine.rows<{ all: string; staged: string }>(
    `select count(*) as "all", count(*) filter (where not blank and fault is null) as staged from staged_text`,
  );
  const columns = [...FIELDS, "value_is_number", ...others.keys()].join(", ");
  const faulty = await placeRows(engine, table, columns, Number(count?.all ?? 0));
  return { rowsRead: Number(count?.staged ?? 0) + faulty.length, faulty, types };
}

/** Makes the table `staged_text`: all rows in the order of the file, blank and faulty ones too. */
async function readRows(
  engine: Engine,
  table: SourceTable,
  mapping: Mapping,
  others: OtherColumns,
  prefix: string,
): Promise<TextTypes> {
  const constants: Record<string, string> = {};
  const fields = new Map<Field, string>();
  for (const field of FIELDS) {
    const texts = (mapping.columns.get(field) ?? []).map((column) => trimmedCell(table, column));
    const text = texts.length > 1 ? `nullif(concat_ws(' ', ${texts.join(", ")}), '')` : (texts[0] ?? "null");
    const constant = mapping.constants.get(field);
    if (constant !== undefined) constants[`constant_${field}`] = constant;
    fields.set(field, constant === undefined ? text : `coalesce(${text}, $constant_${field})`);
  }
  const [valueColumn, ...further] = mapping.columns.get("value") ?? [];
  const isNumber = valueColumn === undefined || further.length > 0 ? undefined : table.isNumber?.(valueColumn);
  const fault = table.fault?.text ?? "null::varchar";
  const line = table.place.kind === "column" ? `, ${table.place.line} as line` : "";
  const parameters: Parameters = { ...table.parameters, ...constants };
  try {
    const types: TextTypes =
      table.large === true ? await surveyTexts(engine, fields, table.relation, parameters, prefix) : PLAIN_TEXTS;
    const columns = [
      ...[...fields].map(([field, text]) => `${text}::${types.get(field) ?? "varchar"} as ${field}`),
      ...[...others].map(([name, column]) => `${trimmedCell(table, column)}::varchar as ${name}`),
    ];
    await engine.run(
      `create or replace temp table staged_text as
         select ${columns.join(", ")}, coalesce(${isNumber ?? "false"}, false) as value_is_number,
           ${fault} as fault, ${isBlank(table, mapping)} as blank ${line}
         from ${table.relation}`,
      parameters,
    );
    await engine.run("drop table if exists reject_errors; drop table if exists reject_scans");
    return types;
  } catch (error) {
    if (error instanceof UserError) throw error;
    await table.explain?.();
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new UserError(
      1,
      `${table.name} cannot be read: ${reason}`,
      "the file is damaged, or its quotes and delimiters are not in order; nothing was read",
    );
  }
}

/** SQL: whether all cells of a row are empty. All are looked at only where those of the mapped columns are empty. */
function isBlank(table: SourceTable, mapping: Mapping): string {
  const mapped = [...mapping.columns.values()].flat().map((column) => trimmedCell(table, column));
  const all = table.headers.map((_, column) => table.text(column));
  return `case when coalesce(null, ${mapped.join(", ")}) is not null or ${table.fault?.text ?? "null"} is not null then false
    else ${trimmed(`concat(${all.join(", ")})`)} is null end`;
}

/** Makes the view `staged` and gives the rows that are at fault as a whole. */
async function placeRows(
  engine: Engine,
  table: SourceTable,
  columns: string,
  rows: number,
): Promise<readonly FaultyRow[]> {
  const { place } = table;
  switch (place.kind) {
    case "column":
      return stageInOrder(engine, table, columns, "line");
    case "order":
      return stageInOrder(engine, table, columns, `${ORDINAL} + ${place.first}`);
    case "walk":
      // One record a line: the order of the rows is their line number.
      if (rows === place.rows) return stageInOrder(engine, table, columns, `${ORDINAL} + ${place.first}`);
      return stageByWalk(engine, table, columns, place.walk(), rows);
  }
}

/** The place of a row among those of `staged_text`, from 0: its row id, which inside a transaction does not start at 0. */
const ORDINAL = "(t.rowid - (select min(rowid) from staged_text))";

const IS_RECORD = "not blank and fault is null";

async function stageInOrder(
  engine: Engine,
  table: SourceTable,
  columns: string,
  line: string,
): Promise<readonly FaultyRow[]> {
  await engine.run(
    `create or replace temp view staged as select ${line} as line, ${columns} from staged_text t where ${IS_RECORD}`,
  );
  const { fault } = table;
  if (fault === undefined) return [];
  const found = await engine.rows<{ line: string; text: string }>(
    `select (${line})::varchar as line, fault as text from staged_text t where fault is not null`,
  );
  return found.map((row) => ({ code: fault.code, line: Number(row.line), text: row.text, hint: null }));
}

async function stageByWalk(
  engine: Engine,
  table: SourceTable,
  columns: string,
  records: AsyncIterable<RecordPlace>,
  rows: number,
): Promise<readonly FaultyRow[]> {
  const lines: string[][] = [];
  const faulty: FaultyRow[] = [];
  for await (const { line, whole, blank, text, cells } of records) {
    if (whole) lines.push([String(lines.length), String(line)]);
    else if (!blank)
      faulty.push({ code: "ragged-row", line, text, hint: `${cells} instead of ${table.headers.length}` });
  }
  if (lines.length !== rows) {
    throw new UserError(
      1,
      `${table.name} has quotes that cannot be read in one way only`,
      'write quotes inside quoted cells twice (""), or remove them; nothing was read',
    );
  }
  await engine.fill("record_line", ["record", "line"], lines);
  await engine.run(
    `create or replace temp view staged as select l.line::bigint as line, ${columns}
     from staged_text t join record_line l on l.record::bigint = ${ORDINAL} where ${IS_RECORD}`,
  );
  return faulty;
}

/** SQL: the text of a cell without blanks of any kind at its ends; what is then empty is no value. */
export function trimmedCell(table: SourceTable, column: number): string {
  const text = table.text(column);
  // Trimming costs several times what reading a cell does, and hardly any cell needs it.
  return table.onlySpaces === true
    ? `case when ${text} >= '!' and not suffix(${text}, ' ') then ${text} else ${trimmed(text)} end`
    : trimmed(text);
}

function trimmed(text: string): string {
  return `nullif(trim(${text}, '${BLANKS}'), '')`;
}
