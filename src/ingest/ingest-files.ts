import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import type { StoredFile } from "../domain/store-status.ts";
import { UserError } from "../domain/user-error.ts";
import { loadColumnNames } from "../reference/columns.ts";
import type { Engine } from "../store/engine.ts";
import { forgetStoredFile, readStoredFiles, renameStoredFile } from "../store/stored-files.ts";
import { cleanRows } from "./clean-rows.ts";
import { detectFormats } from "./detect-formats.ts";
import { findInputs } from "./find-inputs.ts";
import { ingestRejects, isRejectsFile } from "./ingest-rejects.ts";
import { mapColumns, type Mapping } from "./map-columns.ts";
import { sniffDialect, type Dialect } from "./sniff-dialect.ts";
import { stageInput, type StagedFile } from "./stage-input.ts";
import { stageRows, type StagedRows } from "./stage-rows.ts";

/** What became of one input. */
export interface IngestedFile {
  readonly name: string;
  readonly path: string | null;
  readonly sha256: string;
  readonly rowsRead: number;
  /** The same bytes, where they were on file already: nothing was read then. */
  readonly known: StoredFile | null;
  /** The earlier content of this path, where it had another: it was removed. */
  readonly replaced: StoredFile | null;
}

/** Reads files into the tables `files`, `rows` and `row_problems`. Call it in a transaction, then `classify`. */
export async function ingestFiles(
  engine: Engine,
  inputs: readonly string[],
  profile: Profile,
  workFolder: string,
  progress: Progress = NO_PROGRESS,
): Promise<readonly IngestedFile[]> {
  const fieldOf = loadColumnNames();
  const results: IngestedFile[] = [];
  const found = findInputs(inputs);
  for (const [ordinal, input] of found.entries()) {
    const label = found.length === 1 ? input.name : `file ${ordinal + 1} of ${found.length}, ${input.name}`;
    const file = await stageInput(input, workFolder, ordinal, (share) =>
      progress({ what: `${label}: reading`, share }),
    );
    const { name, path, sha256 } = file;
    const onFile = await readStoredFiles(engine);
    const replaced = onFile.find((each) => each.path !== null && each.path === path && each.sha256 !== sha256) ?? null;
    const claimed = results.find((result) => result.sha256 === replaced?.sha256);
    if (replaced !== null && claimed === undefined) await forgetStoredFile(engine, replaced.id);
    // Files that changed places: the rows are on file still, under the name that they have now.
    if (replaced !== null && claimed !== undefined)
      await renameStoredFile(engine, replaced.id, claimed.name, claimed.path);
    const known = onFile.find((each) => each.sha256 === sha256) ?? null;
    if (known !== null) {
      results.push({ name, path, sha256, rowsRead: known.rowsRead, known, replaced });
      continue;
    }
    progress({ what: `${label}: cleaning` });
    const dialect = sniffDialect(file.head, fieldOf, name, profile.delimiter);
    const rowsRead = await ingestFile(engine, file, dialect, fieldOf, profile);
    results.push({ name, path, sha256, rowsRead, known, replaced });
  }
  return results;
}

/** Whether any input changed what is on file. */
export function hasChanges(files: readonly IngestedFile[]): boolean {
  return files.some(({ known, replaced }) => known === null || replaced !== null);
}

async function ingestFile(
  engine: Engine,
  file: StagedFile,
  dialect: Dialect,
  fieldOf: (header: string) => Field | null,
  profile: Profile,
): Promise<number> {
  const [next] = await engine.rows<{ id: number }>("select coalesce(max(file_id), 0) + 1 as id from files");
  const fileId = next?.id ?? 1;
  const { rowsRead, ragged } = isRejectsFile(dialect.headers)
    ? await ingestRejects(engine, file, fileId, dialect, profile)
    : await ingestRecords(
        engine,
        file,
        fileId,
        dialect,
        mapColumns(dialect.headers, fieldOf, profile, file.name),
        profile,
      );
  if (rowsRead === 0) {
    throw new UserError(
      1,
      `${file.name} has a header row but no certificates`,
      "export the certificates again; check the period that was exported",
    );
  }
  await engine.fill(
    "ragged",
    ["line", "text"],
    ragged.map(({ line, text }) => [String(line), text]),
  );
  await engine.run("insert into rows (file_id, line, rejected) select $file_id, line::bigint, true from ragged", {
    file_id: fileId,
  });
  await engine.run(
    "insert into row_problems select $file_id, line::bigint, 'ragged-row', null, text, null from ragged",
    { file_id: fileId },
  );
  await engine.run(
    `insert into files values ($file_id, $name, $path, $sha256, $bytes, $rows_read, $from::date, $to::date)`,
    {
      file_id: fileId,
      name: file.name,
      path: file.path,
      sha256: file.sha256,
      bytes: file.bytes,
      rows_read: rowsRead,
      from: profile.coverage?.from ?? null,
      to: profile.coverage?.to ?? null,
    },
  );
  return rowsRead;
}

async function ingestRecords(
  engine: Engine,
  file: StagedFile,
  fileId: number,
  dialect: Dialect,
  mapping: Mapping,
  profile: Profile,
): Promise<StagedRows> {
  const staged = await stageRows(engine, file, dialect, mapping);
  const formats = await detectFormats(engine, profile, file.name);
  const headerOf = (field: Field): string | null => dialect.headers[mapping.columns.get(field) ?? -1] ?? null;
  await cleanRows(engine, { fileId, sha256: file.sha256, headerOf }, profile, formats);
  return staged;
}
