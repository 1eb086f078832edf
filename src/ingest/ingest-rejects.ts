import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

import { FIELDS, type Field } from "../domain/certificate.ts";
import { parseNotation } from "../domain/notation.ts";
import type { Profile } from "../domain/profile.ts";
import { REJECT_COLUMNS } from "../domain/reject.ts";
import { rearm } from "../domain/spreadsheet-text.ts";
import type { Engine } from "../store/engine.ts";
import { cleanRows } from "./clean-rows.ts";
import { detectFormats } from "./detect-formats.ts";
import type { RecordPlace } from "./record-lines.ts";
import type { Dialect } from "./sniff-dialect.ts";
import type { StagedFile } from "./stage-input.ts";

/** Whether a file is a rejects file of origo, corrected or not. */
export function isRejectsFile(headers: readonly string[]): boolean {
  return [REJECT_COLUMNS.row, REJECT_COLUMNS.notation].every((column) => headers.includes(column));
}

interface RejectRow {
  readonly line: number;
  readonly texts: readonly (string | null)[];
}

/**
 * Reads a rejects file into `rows` and `row_problems`. Its rows come from several files, so each is read in its own
 * notation; a row of which only the raw text is there is as unreadable as before.
 */
export async function ingestRejects(
  engine: Engine,
  file: StagedFile,
  fileId: number,
  dialect: Dialect,
  profile: Profile,
): Promise<{ readonly rowsRead: number; readonly ragged: readonly RecordPlace[] }> {
  const ragged: RecordPlace[] = [];
  const byNotation = new Map<string, RejectRow[]>();
  let rowsRead = 0;
  for await (const { line, cells } of readRecords(file.textPath, dialect)) {
    rowsRead += 1;
    const textOf = (column: string): string | null =>
      rearm((cells[dialect.headers.indexOf(column)] ?? "").trim()) || null;
    const texts = FIELDS.map(textOf);
    const rowText = textOf(REJECT_COLUMNS.row);
    const lost = rowText !== null && texts.every((text) => text === null);
    if (lost || cells.length !== dialect.headers.length) {
      ragged.push({ line, whole: false, text: rowText ?? cells.join(dialect.delimiter) });
      continue;
    }
    const notation = textOf(REJECT_COLUMNS.notation) ?? "";
    const rows = byNotation.get(notation) ?? [];
    rows.push({ line, texts });
    byNotation.set(notation, rows);
  }
  for (const [notation, rows] of byNotation) {
    const reading = profileFor(notation, profile);
    await stageRejects(engine, rows, reading);
    const formats = await detectFormats(engine, reading, file.name);
    await cleanRows(engine, { fileId, sha256: file.sha256, headerOf: (field: Field) => field }, reading, formats);
  }
  return { rowsRead, ragged };
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
  await engine.fill(
    "staged_text",
    ["line_text", ...FIELDS],
    rows.map(({ line, texts }) => [
      String(line),
      ...texts.map((text, index) => text ?? profile.constants?.[FIELDS[index] ?? "goods"] ?? null),
    ]),
  );
  await engine.run(
    `create or replace temp view staged as select line_text::bigint as line, *, coalesce(${FIELDS.join(", ")}) is null as blank
     from staged_text`,
  );
}

interface InfoRecord {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

async function* readRecords(
  path: string,
  dialect: Dialect,
): AsyncIterable<{ readonly line: number; readonly cells: readonly string[] }> {
  const records = createReadStream(path).pipe(
    parse({
      delimiter: dialect.delimiter,
      info: true,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      from_line: dialect.headerLines + 1,
    }),
  );
  for await (const { record, info } of records as AsyncIterable<InfoRecord>) {
    const breaks = record.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
    yield { line: info.lines - breaks, cells: record };
  }
}
