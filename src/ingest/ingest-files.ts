import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { cleanRows } from "./clean-rows.ts";
import { detectFormats } from "./detect-formats.ts";
import { findInputs } from "./find-inputs.ts";
import { demandCurrency } from "./demand-currency.ts";
import { mapColumns, type Mapping } from "./map-columns.ts";
import { loadHeaderRecogniser } from "./recognise-column.ts";
import { sniffDialect, type Dialect } from "./sniff-dialect.ts";
import { stageInput, type StagedFile } from "./stage-input.ts";
import { stageRows } from "./stage-rows.ts";

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
  const fieldOf = (header: string): Field | null =>
    recogniser.recognise(header)?.field ?? (recogniser.partOfDate(header) === null ? null : "issue_date");
  const results: IngestedFile[] = [];
  for (const [ordinal, input] of findInputs(inputs).entries()) {
    const file = await stageInput(input, workFolder, ordinal);
    const [known] = await engine.rows<{ rows_read: string }>("select rows_read from files where sha256 = $sha256", {
      sha256: file.sha256,
    });
    if (known !== undefined) {
      results.push({ name: file.name, sha256: file.sha256, rowsRead: Number(known.rows_read), outcome: "known" });
      continue;
    }
    const replaced = await forgetPath(engine, file.path);
    const dialect = sniffDialect(file.head, fieldOf, file.name, profile.delimiter);
    const mapping = mapColumns(dialect.headers, recogniser, profile, file.name);
    const rowsRead = await ingestFile(engine, file, dialect, mapping, profile);
    results.push({ name: file.name, sha256: file.sha256, rowsRead, outcome: replaced ? "replaced" : "added" });
  }
  return results;
}

async function ingestFile(
  engine: Engine,
  file: StagedFile,
  dialect: Dialect,
  mapping: Mapping,
  profile: Profile,
): Promise<number> {
  const [next] = await engine.rows<{ id: number }>("select coalesce(max(file_id), 0) + 1 as id from files");
  const fileId = next?.id ?? 1;
  const { rowsRead, ragged } = await stageRows(engine, file, dialect, mapping);
  if (rowsRead === 0) {
    throw new UserError(
      1,
      `${file.name} has a header row but no certificates`,
      "export the certificates again; check the period that was exported",
    );
  }
  const formats = await detectFormats(engine, profile, file.name);
  await demandCurrency(engine, mapping, dialect.headers, file.name);
  const headerOf = (field: Field): string | null =>
    mapping.columns
      .get(field)
      ?.map((column) => dialect.headers[column] ?? "")
      .join(" + ") ?? null;
  const source = { fileId, sha256: file.sha256, headerOf };
  await cleanRows(engine, source, { ...profile, value_unit: mapping.valueUnit }, formats);
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

/** Removes what an earlier content of this path left behind; whether there was any. */
async function forgetPath(engine: Engine, path: string | null): Promise<boolean> {
  const [file] = await engine.rows<{ file_id: number }>("select file_id from files where path = $path", { path });
  if (file === undefined) return false;
  for (const table of ["files", "rows", "row_problems"]) {
    await engine.run(`delete from ${table} where file_id = $file_id`, { file_id: file.file_id });
  }
  return true;
}
