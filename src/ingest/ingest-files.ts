import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import type { StoredFile } from "../domain/store-status.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { insertRows } from "../store/insert-rows.ts";
import { forgetStoredFile, readStoredFiles, renameStoredFile } from "../store/stored-files.ts";
import { cleanRows, type RowSource } from "./clean-rows.ts";
import { demandCurrency } from "./demand-currency.ts";
import { detectFormats } from "./detect-formats.ts";
import { findInputs } from "./find-inputs.ts";
import { headerFields } from "./header-fields.ts";
import { ingestRejects, isRejectsFile } from "./ingest-rejects.ts";
import { mapColumns } from "./map-columns.ts";
import { readTables } from "./read-tables.ts";
import { loadHeaderRecogniser, type HeaderRecogniser } from "./recognise-column.ts";
import type { SourceTable } from "./source-table.ts";
import { stageInput, type StagedFile } from "./stage-input.ts";
import { stageRows, type FaultyRow, type ReadRows } from "./stage-rows.ts";

/** What became of one table of an input: of the input itself, unless it is a workbook. */
export interface IngestedFile {
  /** Under which its rows are on file; `null` when they no longer are, because the input has no such table any more. */
  readonly id: number | null;
  /** The file, or `file#sheet`. */
  readonly name: string;
  readonly path: string | null;
  readonly sha256: string;
  readonly rowsRead: number;
  /** The same bytes read in the same way, where they were on file already: nothing was read then. */
  readonly known: StoredFile | null;
  /** The earlier content, or the earlier reading, of this path where it had another: it was removed. */
  readonly replaced: StoredFile | null;
}

/** From so many rows on, enumerations save more time than it takes to make them. */
const MANY_ROWS = 100_000;

/**
 * Reads files into the tables `files`, `rows` and `row_problems`. Call it in a transaction, then `classify`. In a session that ends
 * with the command (`temporary`), a large table that is the only one is kept in a form that saves memory and time.
 */
export async function ingestFiles(
  engine: Engine,
  inputs: readonly string[],
  profile: Profile,
  workFolder: string,
  { progress = NO_PROGRESS, temporary = false }: { readonly progress?: Progress; readonly temporary?: boolean } = {},
): Promise<readonly IngestedFile[]> {
  const recogniser = loadHeaderRecogniser();
  const fieldOf = headerFields(recogniser, profile);
  const results: IngestedFile[] = [];
  const found = findInputs(inputs);
  for (const [ordinal, input] of found.entries()) {
    const label = found.length === 1 ? input.name : `file ${ordinal + 1} of ${found.length}, ${input.name}`;
    const folder = join(workFolder, String(ordinal));
    mkdirSync(folder);
    const file = await stageInput(input, folder, (share) => progress({ what: `${label}: reading`, share }));
    const onFile = await readStoredFiles(engine);
    const earlier = await removeEarlier(engine, onFile, file, profile, results);
    progress({ what: `${label}: cleaning` });
    const tables = await readTables(engine, file, folder, fieldOf, profile);
    for (const table of tables) {
      const known = onFile.find((each) => isSame(each, file, profile) && each.sheet === table.sheet) ?? null;
      const alone = temporary && found.length === 1 && tables.length === 1;
      const added = known ?? (await ingestTable(engine, file, table, profile, recogniser, alone));
      results.push({
        id: added.id,
        name: table.name,
        path: file.path,
        sha256: file.sha256,
        rowsRead: added.rowsRead,
        known,
        replaced: earlier.find(({ sheet }) => sheet === table.sheet) ?? null,
      });
    }
    const gone = earlier.filter(({ sheet }) => !tables.some((table) => table.sheet === sheet));
    for (const replaced of gone) {
      const { name, path } = replaced;
      results.push({ id: null, name, path, sha256: file.sha256, rowsRead: 0, known: null, replaced });
    }
    rmSync(folder, { recursive: true });
  }
  return results;
}

/** Whether any input changed what is on file. */
export function hasChanges(files: readonly IngestedFile[]): boolean {
  return files.some(({ known, replaced }) => known === null || replaced !== null);
}

/** The same bytes read in another way are other certificates: another chamber, or day and month the other way round. */
function readingOf(profile: Profile): string {
  return JSON.stringify(profile);
}

/** Whether what is on file comes from the same bytes, read in the same way. */
function isSame(stored: StoredFile, file: StagedFile, profile: Profile): boolean {
  return stored.sha256 === file.sha256 && stored.reading === readingOf(profile);
}

/** Removes, and gives, what another content, or another reading, of this path left behind. */
async function removeEarlier(
  engine: Engine,
  onFile: readonly StoredFile[],
  file: StagedFile,
  profile: Profile,
  results: readonly IngestedFile[],
): Promise<readonly StoredFile[]> {
  const earlier = onFile.filter(
    (each) => each.path !== null && each.path === file.path && !isSame(each, file, profile),
  );
  for (const { id } of earlier) {
    const claimed = results.find((result) => result.id === id);
    // Files that changed places: the rows are on file still, under the name that they have now.
    if (claimed === undefined) await forgetStoredFile(engine, id);
    else await renameStoredFile(engine, id, claimed.name, claimed.path);
  }
  return earlier;
}

async function ingestTable(
  engine: Engine,
  file: StagedFile,
  table: SourceTable,
  profile: Profile,
  recogniser: HeaderRecogniser,
  alone: boolean,
): Promise<{ readonly id: number; readonly rowsRead: number }> {
  const [next] = await engine.rows<{ id: number }>("select coalesce(max(file_id), 0) + 1 as id from files");
  const id = next?.id ?? 1;
  const source = { fileId: id, key: file.sha256.slice(0, 16) + (table.sheet === null ? "" : `#${table.sheet}`) };
  const { rowsRead, faulty } = isRejectsFile(table.headers)
    ? await ingestRejects(engine, table, source, profile)
    : await ingestRecords(engine, table, { ...source, alone }, profile, recogniser);
  if (rowsRead === 0) {
    throw new UserError(
      1,
      `${table.name} has a header row but no certificates`,
      "export the certificates again; check the period that was exported",
    );
  }
  await rejectRows(engine, id, faulty);
  await engine.run(
    `insert into files
     values ($file_id, $name, $path, $sheet, $sha256, $reading, $bytes, $rows_read, $from::date, $to::date)`,
    {
      file_id: id,
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
  return { id, rowsRead };
}

async function ingestRecords(
  engine: Engine,
  table: SourceTable,
  source: Pick<RowSource, "fileId" | "key"> & { readonly alone: boolean },
  profile: Profile,
  recogniser: HeaderRecogniser,
): Promise<ReadRows> {
  const mapping = mapColumns(table.headers, recogniser, profile, table.name);
  const staged = await stageRows(engine, table, mapping, { prefix: `file_${source.fileId}` });
  if (staged.rowsRead === 0) return staged;
  const formats = await detectFormats(engine, profile, table.name);
  await demandCurrency(engine, mapping, table.headers, table.name);
  const headerOf = (field: Field): string | null =>
    mapping.columns
      .get(field)
      ?.map((column) => table.headers[column] ?? "")
      .join(" + ") ?? null;
  const lost = staged.faulty.map(({ line }) => line);
  const { types } = staged;
  const enumerated = source.alone && staged.rowsRead >= MANY_ROWS;
  await cleanRows(
    engine,
    { ...source, lost, headerOf, types, enumerated },
    { ...profile, value_unit: mapping.valueUnit },
    formats,
  );
  return staged;
}

/** Puts rows on file that are at fault as a whole: they count as read, and as rejected. */
async function rejectRows(engine: Engine, fileId: number, faulty: readonly FaultyRow[]): Promise<void> {
  await engine.fill(
    "faulty_row",
    ["line", "code", "text", "hint"],
    faulty.map(({ line, code, text, hint }) => [String(line), code, text, hint]),
  );
  const parameters = { file_id: fileId };
  const rejected = "select $file_id, line::bigint, true, true from faulty_row";
  await insertRows(engine, "rows (file_id, line, rejected, faulty)", rejected, parameters);
  const problems = "select $file_id, line::bigint, code, null, text, hint from faulty_row";
  await insertRows(engine, "row_problems", problems, parameters);
}
