import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

import type { Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import { findHeader, recognisedFields, type HeaderRow } from "./find-header.ts";
import { JSON_CELL, jsonCells } from "./json-cells.ts";
import { MAX_LINE_BYTES } from "./plain-text.ts";
import type { SourceTable } from "./source-table.ts";
import type { StagedFile } from "./stage-input.ts";
import { checkWorkbookArchive } from "./zip-directory.ts";

/** What the worker is asked: the sheet of that name, or all, each copied to a file whose name begins with `target`. */
export interface WorkbookJob {
  readonly path: string;
  readonly sheet: string | null;
  readonly target: string;
}

/** A sheet as lines of JSON, `[row, cell, ...]`, without its blank rows; and its first rows as texts. */
export interface SheetCopy {
  readonly name: string;
  readonly path: string;
  readonly top: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export type WorkbookAnswer =
  | { readonly kind: "read"; readonly names: readonly string[]; readonly sheets: readonly SheetCopy[] }
  | { readonly kind: "failed"; readonly reason: string };

/** The memory that reading a workbook may take: a million rows of certificates need less than half of it. */
const WORKER_MEMORY_MIB = 1536;

/** The fields by which a sheet is known as a table of certificates: two of them, so that totals by country are none. */
const TELLING: readonly Field[] = ["certificate_number", "issue_date", "destination"];

interface Sheet extends HeaderRow {
  readonly copy: SheetCopy;
}

/** Offers each sheet of an XLSX workbook that is a table of certificates as a table, or the one that the profile names. */
export async function readWorkbook(
  file: StagedFile,
  folder: string,
  fieldOf: (header: string) => Field | null,
  profile: Profile,
): Promise<readonly SourceTable[]> {
  checkWorkbookArchive(file.contentPath, file.name);
  const wanted = profile.sheet ?? null;
  const job: WorkbookJob = { path: file.contentPath, sheet: wanted, target: join(folder, "sheet") };
  const { names, sheets } = await copySheets(job, file.name);
  if (wanted !== null && sheets.length === 0) {
    throw new UserError(
      2,
      `${file.name} has no sheet "${wanted}"`,
      `its sheets are: ${names.map((name) => `"${name}"`).join(", ")}`,
    );
  }
  const headed = sheets.flatMap((copy) => {
    const rows = copy.top.map(({ row, cells }) => ({ copy, line: row, headers: cells }));
    return findHeader(rows, fieldOf) ?? [];
  });
  const chosen = wanted === null ? headed.filter((sheet) => isTelling(sheet, fieldOf, profile)) : headed;
  if (chosen.length === 0) {
    throw new UserError(
      1,
      `${file.name} has no sheet whose headers name certificates; its sheets are: ${names.join(", ")}`,
      "name the sheet with --sheet, and its columns in a profile",
    );
  }
  return chosen.map((sheet) => sheetTable(file.name, sheet));
}

function isTelling(sheet: Sheet, fieldOf: (header: string) => Field | null, profile: Profile): boolean {
  const fields = recognisedFields(sheet.headers, fieldOf);
  return TELLING.filter((field) => fields.has(field) || profile.constants?.[field] !== undefined).length >= 2;
}

function sheetTable(fileName: string, { copy, headers, line }: Sheet): SourceTable {
  const lines = `(select line::json as json, json_extract_string(line, '/0')::bigint as sheet_row
    from read_csv($path, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '',
      columns = {'line': 'varchar'}, max_line_size = ${MAX_LINE_BYTES}))`;
  const pointers = headers.map((_, column) => `'/${column + 1}'`);
  return {
    name: `${fileName}#${copy.name}`,
    sheet: copy.name,
    headers,
    layout: { sheet: copy.name, header_row: String(line) },
    relation: `${jsonCells(lines, pointers)} where sheet_row > $header_row`,
    parameters: { path: copy.path, header_row: line },
    ...JSON_CELL,
    place: { kind: "column", line: "sheet_row" },
  };
}

async function copySheets(job: WorkbookJob, name: string): Promise<WorkbookAnswer & { readonly kind: "read" }> {
  const answer = await new Promise<WorkbookAnswer>((resolve, reject) => {
    const worker = new Worker(workerFile(), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MIB },
    });
    worker.once("message", resolve);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ kind: "failed", reason: "it needs too much memory" });
      else reject(error);
    });
  });
  if (answer.kind === "read") return answer;
  throw new UserError(
    1,
    `${name} cannot be read as a workbook: ${answer.reason}`,
    "open it in a spreadsheet program and save the sheet as CSV (UTF-8), then pass that file",
  );
}

/** The built worker, which lies beside the program: a thread cannot be started from TypeScript. */
function workerFile(): URL {
  const beside = new URL("workbook-worker.js", import.meta.url);
  return existsSync(beside) ? beside : new URL("../../dist/workbook-worker.js", import.meta.url);
}
