import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import type { SheetCopy, WorkbookAnswer, WorkbookJob } from "./read-workbook.ts";
import { HEADER_SEARCH_ROWS } from "./find-header.ts";

/**
 * The program of the worker thread in which a workbook is read: the thread has a memory limit, and a workbook that is
 * made to exceed it ends the thread, not origo. Each sheet is copied to a file of JSON lines, `[row, cell, ...]`.
 */
async function copySheets(job: WorkbookJob): Promise<WorkbookAnswer> {
  const { readXlsx, streamXlsxRows } = await import("hucre/xlsx");
  const bytes = readFileSync(job.path);
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: (info) => {
      names.push(info.name);
      return false;
    },
  });
  const wanted = job.sheet === null ? names : names.filter((name) => name === job.sheet);
  const sheets: SheetCopy[] = [];
  for (const name of wanted) {
    sheets.push(await copySheet(name, streamXlsxRows(bytes, { sheet: name }), `${job.target}.${names.indexOf(name)}`));
  }
  return { kind: "read", names, sheets };
}

type CellValue = string | number | boolean | Date | null;

async function copySheet(
  name: string,
  rows: AsyncIterable<{ index: number; values: readonly unknown[] }>,
  path: string,
): Promise<SheetCopy> {
  const top: { row: number; cells: readonly string[] }[] = [];
  const file = openSync(path, "w");
  let previous = 0;
  let text = "";
  try {
    for await (const { index, values } of rows) {
      const row = index + 1;
      // A row number is the place of a row: two rows cannot have the same.
      if (!(row > previous)) throw new Error(`the rows of the sheet ${name} are not in order after row ${previous}`);
      previous = row;
      // The library's rows hold these kinds of values; only its general type for cells is wider.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const cells = (values as readonly CellValue[]).map(plainValue);
      if (cells.every((cell) => cell === null)) continue;
      if (top.length < HEADER_SEARCH_ROWS) top.push({ row, cells: cells.map((cell) => String(cell ?? "").trim()) });
      text += `${JSON.stringify([row, ...cells])}\n`;
      if (text.length > 1 << 16) {
        writeSync(file, text);
        text = "";
      }
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  return { name, path, top };
}

/** Dates as ISO 8601, numbers without the noise of binary arithmetic, blank texts as nothing. */
function plainValue(value: CellValue): string | number | boolean | null {
  if (value instanceof Date) return isoText(value);
  if (typeof value === "number") return withoutNoise(value);
  if (typeof value === "string" && value.trim() === "") return null;
  return value;
}

function isoText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "#NUM!";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, -14) : text.slice(0, -5);
}

/** A spreadsheet shows 15 digits. Where dropping the rest drops a row of zeros or nines as well, the rest was noise. */
function withoutNoise(value: number): number {
  const rounded = Number(value.toPrecision(15));
  return String(rounded).length < String(value).length - 2 ? rounded : value;
}

async function answer(): Promise<void> {
  let result: WorkbookAnswer;
  try {
    // The one caller starts this thread with exactly such a job.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    result = await copySheets(workerData as WorkbookJob);
  } catch (error) {
    result = { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
  // The rule is about windows; a thread has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(result);
}

await answer();
