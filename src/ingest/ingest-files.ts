import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { insertRows } from "../store/insert-rows.ts";
import { cleanRows } from "./clean-rows.ts";
import { demandCurrency } from "./demand-currency.ts";
import { detectFormats } from "./detect-formats.ts";
import { findInputs } from "./find-inputs.ts";
import { headerFields } from "./header-fields.ts";
import { mapColumns } from "./map-columns.ts";
import { readTables } from "./read-tables.ts";
import { loadHeaderRecogniser, type HeaderRecogniser } from "./recognise-column.ts";
import type { SourceTable } from "./source-table.ts";
import { stageInput, type StagedFile } from "./stage-input.ts";
import { stageRows, type FaultyRow } from "./stage-rows.ts";

/** What became of one input. */
export interface IngestedFile {
  readonly name: string;
  readonly sha256: string;
  readonly rowsRead: number;
  /** `known`: the same bytes were there already, so nothing was read. `replaced`: another content of this path was there. */
  readonly outcome: "added" | "known" | "replaced";
}

/** Reads files into the tables `files`, `rows` and `row_problems`. Call it in a transaction, then `classify`. */
export async function ingestFiles(
  engine: Engine,
  inputs: readonly string[],
  profile: Profile,
  workFolder: string,
): Promise<readonly IngestedFile[]> {
  const recogniser = loadHeaderRecogniser();
  const fieldOf = headerFields(recogniser, profile);
  const results: IngestedFile[] = [];
  for (const [ordinal, input] of findInputs(inputs).entries()) {
    const folder = join(workFolder, String(ordinal));
    mkdirSync(folder);
    const file = await stageInput(input, folder);
    const replaced = await forgetEarlierContent(engine, file, profile);
    for (const table of await readTables(engine, file, folder, fieldOf, profile)) {
      const known = await knownRows(engine, file, table.sheet, profile);
      const rowsRead = known ?? (await ingestTable(engine, file, table, profile, recogniser));
      const outcome = known !== null ? "known" : replaced ? "replaced" : "added";
      results.push({ name: table.name, sha256: file.sha256, rowsRead, outcome });
    }
    rmSync(folder, { recursive: true });
  }
  return results;
}

/** The same bytes read in another way are other certificates: another chamber, or day and month the other way round. */
function readingOf(profile: Profile): string {
  return JSON.stringify(profile);
}

/** How many rows of this table are on file already, from the same bytes read in the same way; `null` when it is not. */
async function knownRows(
  engine: Engine,
  file: StagedFile,
  sheet: string | null,
  profile: Profile,
): Promise<number | null> {
  const [known] = await engine.rows<{ rows_read: string }>(
    `select rows_read from files
     where sha256 = $sha256 and reading = $reading and sheet is not distinct from $sheet`,
    { sha256: file.sha256, reading: readingOf(profile), sheet },
  );
  return known === undefined ? null : Number(known.rows_read);
}

async function ingestTable(
  engine: Engine,
  file: StagedFile,
  table: SourceTable,
  profile: Profile,
  recogniser: HeaderRecogniser,
): Promise<number> {
  const mapping = mapColumns(table.headers, recogniser, profile, table.name);
  const [next] = await engine.rows<{ id: number }>("select coalesce(max(file_id), 0) + 1 as id from files");
  const fileId = next?.id ?? 1;
  const { rowsRead, faulty } = await stageRows(engine, table, mapping);
  if (rowsRead === 0) {
    throw new UserError(
      1,
      `${table.name} has a header row but no certificates`,
      "export the certificates again; check the period that was exported",
    );
  }
  const formats = await detectFormats(engine, profile, table.name);
  await demandCurrency(engine, mapping, table.headers, table.name);
  const key = file.sha256.slice(0, 16) + (table.sheet === null ? "" : `#${table.sheet}`);
  const headerOf = (field: Field): string | null =>
    mapping.columns
      .get(field)
      ?.map((column) => table.headers[column] ?? "")
      .join(" + ") ?? null;
  await cleanRows(engine, { fileId, key, headerOf }, { ...profile, value_unit: mapping.valueUnit }, formats);
  await rejectRows(engine, fileId, faulty);
  await engine.run(
    `insert into files
     values ($file_id, $name, $path, $sheet, $sha256, $reading, $bytes, $rows_read, $from::date, $to::date)`,
    {
      file_id: fileId,
      name: table.name,
      path: file.path,
      sheet: table.sheet,
      sha256: file.sha256,
      reading: readingOf(profile),
      bytes: file.bytes,
      rows_read: rowsRead,
      from: profile.coverage?.from ?? null,
      to: profile.coverage?.to ?? null,
    },
  );
  return rowsRead;
}

/** Puts rows on file that are at fault as a whole: they count as read, and as rejected. */
async function rejectRows(engine: Engine, fileId: number, faulty: readonly FaultyRow[]): Promise<void> {
  await engine.fill(
    "faulty_row",
    ["line", "code", "text", "hint"],
    faulty.map(({ line, code, text, hint }) => [String(line), code, text, hint]),
  );
  const parameters = { file_id: fileId };
  const rejected = "select $file_id, line::bigint, true from faulty_row";
  await insertRows(engine, "rows (file_id, line, rejected)", rejected, parameters);
  const problems = "select $file_id, line::bigint, code, null, text, hint from faulty_row";
  await insertRows(engine, "row_problems", problems, parameters);
}

/** Removes what another content, or another reading, of this path left behind; whether there was any. */
async function forgetEarlierContent(engine: Engine, { path, sha256 }: StagedFile, profile: Profile): Promise<boolean> {
  const earlier = await engine.rows<{ file_id: number }>(
    "select file_id from files where path = $path and (sha256 <> $sha256 or reading <> $reading)",
    { path, sha256, reading: readingOf(profile) },
  );
  for (const { file_id } of earlier) {
    for (const table of ["files", "rows", "row_problems"]) {
      await engine.run(`delete from ${table} where file_id = $file_id`, { file_id });
    }
  }
  return earlier.length > 0;
}
