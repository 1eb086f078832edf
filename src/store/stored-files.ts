import { balanceOf, ROW_CLASSES, type RowClass } from "../domain/balance.ts";
import type { FileAccount, StoredFile } from "../domain/store-status.ts";
import type { Engine } from "./engine.ts";

/** The files on file, by name. */
export async function readStoredFiles(engine: Engine): Promise<readonly StoredFile[]> {
  const files = await engine.rows<{
    file_id: number;
    name: string;
    path: string | null;
    sheet: string | null;
    sha256: string;
    reading: string;
    rows_read: string;
  }>("select file_id, name, path, sheet, sha256, reading, rows_read from files order by name, sha256, reading");
  return files.map((file) => ({
    id: file.file_id,
    name: file.name,
    path: file.path,
    sheet: file.sheet,
    sha256: file.sha256,
    reading: file.reading,
    rowsRead: Number(file.rows_read),
  }));
}

/** The same with an account of each. */
export async function readFileAccounts(engine: Engine): Promise<readonly FileAccount[]> {
  const facts = await engine.rows<{
    file_id: number;
    bytes: string;
    from: string | null;
    to: string | null;
    first: string | null;
    last: string | null;
  }>(
    `with dates as (
       select file_id, min(issue_date)::varchar as first, max(issue_date)::varchar as last
       from rows where not rejected group by file_id
     )
     select f.file_id, f.bytes, f.coverage_from::varchar as "from", f.coverage_to::varchar as "to", d.first, d.last
     from files f left join dates d on d.file_id = f.file_id`,
  );
  const classes = await engine.rows<{ file_id: number; class: string; rows: string }>(
    "select file_id, class, rows::varchar as rows from row_classes",
  );
  const files = await readStoredFiles(engine);
  return files.map((file) => {
    const of = facts.find((each) => each.file_id === file.id);
    const rowsByClass = new Map<RowClass, number>();
    for (const row of classes) {
      const known = ROW_CLASSES.find((each) => each === row.class);
      if (row.file_id === file.id && known !== undefined) rowsByClass.set(known, Number(row.rows));
    }
    return {
      ...file,
      bytes: Number(of?.bytes ?? 0),
      balance: balanceOf(file.rowsRead, rowsByClass),
      firstIssueDate: of?.first ?? null,
      lastIssueDate: of?.last ?? null,
      coverage: { from: of?.from ?? null, to: of?.to ?? null },
    };
  });
}

/** Removes the rows of a file. Call it in a transaction, then `classify`. */
export async function forgetStoredFile(engine: Engine, id: number): Promise<void> {
  for (const table of ["files", "rows", "row_problems", "reject_texts"]) {
    await engine.run(`delete from ${table} where file_id = $file_id`, { file_id: id });
  }
}

/** Gives a file the name and path under which its bytes were found again. */
export async function renameStoredFile(engine: Engine, id: number, name: string, path: string | null): Promise<void> {
  await engine.run("update files set name = $name, path = $path where file_id = $file_id", { file_id: id, name, path });
}
