import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { UserError } from "../domain/user-error.ts";
import { parseRate, readRateLines } from "./rates.ts";
import { userDataPath } from "./user-data.ts";

const HINT = "pass the history that the European Central Bank publishes as eurofxref-hist.csv (unpack the zip first)";

/** What an update brought. */
export interface RatesUpdate {
  readonly path: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly newDays: number;
  /** Rates that the table in force had otherwise: the ECB corrects some. */
  readonly changedRates: number;
}

/** Day to currency to rate, as text. */
type RateTable = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Makes the ECB's history of reference rates, a CSV file or its `.gz`, the table in force for this user. It has to be whole:
 * a file that lacks a day which the table in force has is refused.
 */
export function updateRates(path: string): RatesUpdate {
  const table = parseHistory(readText(path), path);
  const inForce = parseTable(readRateLines());
  const missing = [...inForce.keys()].find((day) => !table.has(day));
  if (missing !== undefined)
    throw new UserError(1, `${path} has no rates of ${missing}, which the table in force has`, HINT);
  const days = [...table.keys()].toSorted(alphabetically);
  const target = userDataPath("ecb-rates.csv.gz");
  write(target, days, table);
  return {
    path: target,
    firstDay: days[0] ?? "",
    lastDay: days.at(-1) ?? "",
    newDays: days.filter((day) => !inForce.has(day)).length,
    changedRates: [...inForce].reduce((sum, [day, rates]) => sum + countChanges(rates, table.get(day)), 0),
  };
}

function countChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string> | undefined): number {
  return [...before].filter(([currency, rate]) => parseRate(after?.get(currency) ?? "") !== parseRate(rate)).length;
}

function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(2, `${path} cannot be read: ${reason}`, HINT);
  }
}

/** The ECB's own form: `Date,USD,JPY,...` and a line per day, newest first, `N/A` where a currency was not quoted. */
function parseHistory(text: string, path: string): RateTable {
  const lines = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const currencies = (lines[0] ?? "").split(",").map((cell) => cell.trim());
  if (currencies[0] !== "Date" || !currencies.includes("USD")) {
    throw new UserError(
      1,
      `${path} is not the ECB's history of rates: it begins "${(lines[0] ?? "").slice(0, 40)}"`,
      HINT,
    );
  }
  const table = new Map<string, ReadonlyMap<string, string>>();
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const [day = "", ...cells] = line.split(",").map((cell) => cell.trim());
    const rates = new Map<string, string>();
    for (const [column, cell] of cells.entries()) {
      const currency = currencies[column + 1] ?? "";
      if (cell === "" || cell === "N/A" || currency === "") continue;
      if (parseRate(cell) === null)
        throw new UserError(1, `${path}:${index + 1}: "${cell}" is no rate of ${currency}`, HINT);
      rates.set(currency, cell);
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || table.has(day))
      throw new UserError(1, `${path}:${index + 1}: "${day}" is no date, or there twice`, HINT);
    table.set(day, rates);
  }
  return table;
}

function parseTable(lines: readonly string[]): RateTable {
  const [header = "", ...rest] = lines;
  const currencies = header.split(",");
  return new Map(
    rest.map((line) => {
      const [day = "", ...cells] = line.split(",");
      const rates = cells.flatMap((cell, column) =>
        cell === "" ? [] : [[currencies[column + 1] ?? "", cell] as const],
      );
      return [day, new Map(rates)];
    }),
  );
}

function write(path: string, days: readonly string[], table: RateTable): void {
  const currencies = [...new Set([...table.values()].flatMap((rates) => [...rates.keys()]))].toSorted(alphabetically);
  const lines = days.map((day) =>
    [day, ...currencies.map((currency) => table.get(day)?.get(currency) ?? "")].join(","),
  );
  const partial = `${path}.${process.pid}.partial`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(partial, gzipSync([["date", ...currencies].join(","), ...lines, ""].join("\n"), { level: 9 }));
    renameSync(partial, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      2,
      `${path} cannot be written: ${reason}`,
      "check the folder and its permissions; the rates in force are as they were",
    );
  }
}

function alphabetically(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
