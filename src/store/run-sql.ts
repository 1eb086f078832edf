import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import type { SqlColumn, SqlLimits, SqlResult, SqlValue } from "../domain/sql-result.ts";
import { UserError } from "../domain/user-error.ts";

/** What the process that runs a query is asked, as one line of JSON. */
export interface SqlJob {
  /** A database that has the tables of the query, and nothing that it may not see. */
  readonly path: string;
  readonly query: string;
  readonly limits: SqlLimits;
}

/** What it answers, a line each: the columns, the rows, and how it ended. */
export type SqlAnswer =
  | { readonly columns: readonly SqlColumn[] }
  | { readonly row: readonly SqlValue[] }
  | { readonly tooMany: true }
  | { readonly done: true }
  | { readonly fault: string };

/** The longest result as text. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Runs a query in a process of its own, which is ended when it takes too long, too much memory, or says too much. */
export async function runSql(job: SqlJob): Promise<SqlResult> {
  const { limits } = job;
  // Without an environment, and with its own folder of work: nothing of this process is there to be read.
  const child = spawn(process.execPath, ["--max-old-space-size=512", workerFile()], {
    env: {},
    stdio: ["pipe", "pipe", "ignore"],
  });
  let ended: UserError | null = null;
  const stop = (error: UserError): void => {
    ended ??= error;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop(tooLong(limits)), limits.seconds * 1000);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.on("error", () => {});
  child.stdin.write(`${JSON.stringify(job)}\n`);
  let columns: readonly SqlColumn[] = [];
  const rows: (readonly SqlValue[])[] = [];
  let [isDone, bytes] = [false, 0];
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      bytes += line.length;
      if (bytes > MOST_BYTES) stop(tooMuch());
      if (ended !== null) break;
      const answer: SqlAnswer = JSON.parse(line);
      if ("row" in answer) rows.push(answer.row);
      else if ("columns" in answer) ({ columns } = answer);
      else if ("done" in answer) isDone = true;
      else stop("fault" in answer ? refused(answer.fault) : tooManyRows(limits));
    }
    const code = await closed;
    if (ended === null && !isDone) ended = brokenOff(code, limits);
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
  if (ended !== null) throw ended;
  return { columns, rows };
}

const TABLES = "read certificates, lines, countries, blocs and hs with one SELECT; origo sql --help describes them";

function refused(fault: string): UserError {
  const [first = "", ...more] = fault.trim().split("\n");
  return new UserError(
    2,
    `the query does not run: ${[first, ...more.filter((line) => line !== "")].join("\n  ")}`,
    TABLES,
  );
}

function tooLong({ seconds }: SqlLimits): UserError {
  return new UserError(
    2,
    `the query took longer than ${seconds} seconds`,
    "ask for less, or give it more with --timeout",
  );
}

function tooManyRows({ rows }: SqlLimits): UserError {
  return new UserError(2, `the query gives more than ${rows} rows`, "add a LIMIT, or allow more with --max-rows");
}

function tooMuch(): UserError {
  return new UserError(2, "the query gives more than 256 MiB of text", "select fewer columns or rows");
}

function brokenOff(code: number | null, { mebibytes }: SqlLimits): UserError {
  return new UserError(
    2,
    code === null ? "the query ended the engine" : `the query needs more memory than ${mebibytes} MiB`,
    "ask for less",
  );
}

/** The built program, which lies beside this one: a process cannot be started from TypeScript. */
function workerFile(): string {
  const beside = new URL("sql-worker.js", import.meta.url);
  return fileURLToPath(existsSync(beside) ? beside : new URL("../../dist/sql-worker.js", import.meta.url));
}
