import { FIELDS, type Field } from "../domain/certificate.ts";
import { parseNotation } from "../domain/notation.ts";
import type { Profile } from "../domain/profile.ts";
import { hintIn, REJECT_COLUMNS } from "../domain/reject.ts";
import { rearm } from "../domain/spreadsheet-text.ts";
import type { Engine } from "../store/engine.ts";
import { cleanRows } from "./clean-rows.ts";
import { detectFormats } from "./detect-formats.ts";
import { keepLost } from "./keep-rejects.ts";
import type { SourceTable } from "./source-table.ts";
import { PLAIN_TEXTS } from "./survey-texts.ts";
import { stageRows, type FaultyRow, type ReadRows } from "./stage-rows.ts";

/** Whether a table is a rejects file of origo, corrected or not; it may be a workbook by now. */
export function isRejectsFile(headers: readonly string[]): boolean {
  return [REJECT_COLUMNS.row, REJECT_COLUMNS.notation].every((column) => headers.includes(column));
}

/** The columns that reading needs besides the fields. */
const [PROBLEM, EXPECTED] = REJECT_COLUMNS.advice;
const NEEDED = [PROBLEM, EXPECTED, REJECT_COLUMNS.row, REJECT_COLUMNS.notation] as const;

type Texts = Readonly<Record<Field | (typeof NEEDED)[number], string | null>>;

interface RejectRow {
  readonly line: string;
  readonly texts: Texts;
  readonly valueIsNumber: boolean;
}

/**
 * Reads a rejects file into `rows` and `row_problems`. Its rows come from several files, so each is read in its own
 * notation; a row of which only the raw text is there is as unreadable as before.
 */
export async function ingestRejects(
  engine: Engine,
  table: SourceTable,
  source: { readonly fileId: number; readonly key: string },
  profile: Profile,
): Promise<ReadRows> {
  const { rowsRead, faulty } = await stageRows(engine, table, mapByName(table.headers), {
    others: columnsOf(table, NEEDED),
  });
  const staged = await engine.rows<Texts & { readonly line: string; readonly value_is_number: boolean }>(
    `select line::varchar as line, value_is_number, ${[...FIELDS, ...NEEDED].join(", ")} from staged s order by s.line`,
  );
  const lost: FaultyRow[] = [];
  const lostLines: [string, string][] = [];
  const byNotation = new Map<string, RejectRow[]>();
  for (const row of staged) {
    const texts = rearmed(row);
    const text = texts[REJECT_COLUMNS.row];
    const notation = texts[REJECT_COLUMNS.notation] ?? "";
    if (text !== null && FIELDS.every((field) => texts[field] === null)) {
      const code = texts[PROBLEM] === "invalid-record" ? "invalid-record" : "ragged-row";
      lost.push({ code, line: Number(row.line), text, hint: hintIn(texts[EXPECTED] ?? "", code) });
      lostLines.push([row.line, notation]);
      continue;
    }
    const rows = byNotation.get(notation) ?? [];
    rows.push({ line: row.line, texts, valueIsNumber: row.value_is_number });
    byNotation.set(notation, rows);
  }
  await keepLost(engine, source.fileId, lostLines);
  for (const [notation, rows] of byNotation) {
    const reading = profileFor(notation, profile);
    await stageRejects(engine, rows, reading);
    const formats = await detectFormats(engine, reading, table.name);
    await cleanRows(
      engine,
      { ...source, lost: [], headerOf: (field: Field) => field, types: PLAIN_TEXTS, enumerated: false },
      reading,
      formats,
    );
  }
  return { rowsRead, faulty: [...faulty, ...lost] };
}

/** The fields are read from the columns that have exactly their names: origo wrote them. */
function mapByName(headers: readonly string[]): Parameters<typeof stageRows>[2] {
  return {
    columns: new Map(
      FIELDS.filter((field) => headers.includes(field)).map((field) => [field, [headers.indexOf(field)]]),
    ),
    constants: new Map(),
    valueUnit: 1,
    headerCurrency: null,
  };
}

function columnsOf({ headers }: SourceTable, names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name) => [name, headers.indexOf(name)]));
}

function rearmed(row: Texts): Texts {
  const texts: Record<string, string | null> = {};
  for (const name of [...FIELDS, ...NEEDED]) texts[name] = row[name] === null ? null : rearm(row[name]);
  // All the names of the type are those of the loop.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return texts as Texts;
}

/** What the row says of itself goes before what is said of the file now. */
function profileFor(text: string, profile: Profile): Profile {
  const notation = parseNotation(text);
  if (notation === null) return profile;
  return {
    ...profile,
    ...(notation.dateOrder === null ? {} : { date_order: notation.dateOrder }),
    ...(notation.decimalMark === null ? {} : { decimal_mark: notation.decimalMark }),
    value_unit: notation.valueUnit,
    grain: notation.grain,
  };
}

async function stageRejects(engine: Engine, rows: readonly RejectRow[], profile: Profile): Promise<void> {
  await engine.run("drop view if exists staged");
  await engine.fill(
    "staged_text",
    ["line_text", "number_text", ...FIELDS],
    rows.map(({ line, texts, valueIsNumber }) => [
      line,
      String(valueIsNumber),
      ...FIELDS.map((field) => texts[field] ?? profile.constants?.[field] ?? null),
    ]),
  );
  await engine.run(
    `create or replace temp view staged as
     select line_text::bigint as line, number_text::boolean as value_is_number, ${FIELDS.join(", ")} from staged_text`,
  );
}
