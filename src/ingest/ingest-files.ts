import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { FIELDS, type Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import { loadColumnNames } from "../reference/columns.ts";
import type { Engine } from "../store/engine.ts";
import { insertRows } from "../store/insert-rows.ts";
import { cleanRows } from "./clean-rows.ts";
import { detectFormats } from "./detect-formats.ts";
import { findInputs } from "./find-inputs.ts";
import { mapColumns } from "./map-columns.ts";
import { readTables } from "./read-tables.ts";
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
  const fieldOf = withProfile(loadColumnNames(), profile);
  const results: IngestedFile[] = [];
  for (const [ordinal, input] of findInputs(inputs).entries()) {
    const folder = join(workFolder, String(ordinal));
    mkdirSync(folder);
    const file = await stageInput(input, folder);
    const replaced = await forgetEarlierContent(engine, file);
    for (const table of await readTables(engine, file, folder, fieldOf, profile)) {
      const known = await knownRows(engine, file, table.sheet);
      const rowsRead = known ?? (await ingestTable(engine, file, table, profile, fieldOf));
      const outcome = known !== null ? "known" : replaced ? "replaced" : "added";
      results.push({ name: table.name, sha256: file.sha256, rowsRead, outcome });
    }
    rmSync(folder, { recursive: true });
  }
  return results;
}

/** The header names of the profile as well: they tell which row is the header row. */
function withProfile(fieldOf: (header: string) => Field | null, profile: Profile): (header: string) => Field | null {
  const stated = new Map(
    FIELDS.flatMap((field) => {
      const header = profile.columns?.[field];
      return header === undefined ? [] : [[header.trim(), field] as const];
    }),
  );
  return (header) => stated.get(header.trim()) ?? fieldOf(header);
}

/** How many rows of this table are on file already, from the same bytes; `null` when it is not. */
async function knownRows(engine: Engine, file: StagedFile, sheet: string | null): Promise<number | null> {
  const [known] = await engine.rows<{ rows_read: string }>(
    "select rows_read from files where sha256 = $sha256 and sheet is not distinct from $sheet",
    { sha256: file.sha256, sheet },
  );
  return known === undefined ? null : Number(known.rows_read);
}

async function ingestTable(
  engine: Engine,
  file: StagedFile,
  table: SourceTable,
  profile: Profile,
  fieldOf: (header: string) => Field | null,
): Promise<number> {
  const mapping = mapColumns(table.headers, fieldOf, profile, table.name);
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
  const key = file.sha256.slice(0, 16) + (table.sheet === null ? "" : `#${table.sheet}`);
  const headerOf = (field: Field): string | null => table.headers[mapping.columns.get(field) ?? -1] ?? null;
  await cleanRows(engine, { fileId, key, headerOf }, profile, formats);
  await rejectRows(engine, fileId, faulty);
  await engine.run(
    `insert into files values ($file_id, $name, $path, $sheet, $sha256, $bytes, $rows_read, $from::date, $to::date)`,
    {
      file_id: fileId,
      name: table.name,
      path: file.path,
      sheet: table.sheet,
      sha256: file.sha256,
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
    ["line", "code", "text"],
    faulty.map(({ line, code, text }) => [String(line), code, text]),
  );
  const parameters = { file_id: fileId };
  const rejected = "select $file_id, line::bigint, true from faulty_row";
  await insertRows(engine, "rows (file_id, line, rejected)", rejected, parameters);
  const problems = "select $file_id, line::bigint, code, null, text, null from faulty_row";
  await insertRows(engine, "row_problems", problems, parameters);
}

/** Removes what another content of this path left behind; whether there was any. */
async function forgetEarlierContent(engine: Engine, { path, sha256 }: StagedFile): Promise<boolean> {
  const earlier = await engine.rows<{ file_id: number }>(
    "select file_id from files where path = $path and sha256 <> $sha256",
    { path, sha256 },
  );
  for (const { file_id } of earlier) {
    for (const table of ["files", "rows", "row_problems"]) {
      await engine.run(`delete from ${table} where file_id = $file_id`, { file_id });
    }
  }
  return earlier.length > 0;
}
