import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import { resolve } from "node:path";

import { NO_PROGRESS, type Progress } from "../domain/progress.ts";
import { UserError } from "../domain/user-error.ts";

/** A value as the engine hands it out: integers beyond 32 bits, decimals and dates come as text, never as a float. */
export type Cell = string | number | boolean | null;
export type Parameters = Readonly<Record<string, string | number | bigint | boolean | null>>;

/** The one door to the database. SQL comes in with bound values; rows go out. */
export interface Engine {
  run(sql: string, parameters?: Parameters): Promise<void>;
  /** The result's rows; `Row` names the columns that the query selects. */
  rows<Row extends Readonly<Record<string, Cell>>>(sql: string, parameters?: Parameters): Promise<readonly Row[]>;
  /** Makes a temporary table of text columns from rows in memory; an existing one of the name is replaced. */
  fill(table: string, columns: readonly string[], rows: Iterable<readonly (string | null)[]>): Promise<void>;
  /** All of `work` or nothing of it. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): void;
}

export interface EngineOptions {
  /** The store file; in memory when absent. */
  readonly path?: string;
  /** What messages call it, when that is not its path. */
  readonly name?: string;
  readonly readOnly?: boolean;
  /** Where the engine spills what does not fit into memory. */
  readonly spillFolder?: string;
  /** How much memory the engine's tables and queries may take, such as `512MB`. */
  readonly memoryLimit?: string;
  /** How long to wait for a store that another process holds; not at all when absent. */
  readonly waitSeconds?: number;
  readonly progress?: Progress;
}

/** With what the engine needs besides, a process stays within 2 GiB. */
const MEMORY_LIMIT = "1500MB";

/** How often a store that another process holds is tried again. */
const RETRY_MILLISECONDS = 100;

/** Opens DuckDB. It is loaded here and nowhere else, so that commands which need no engine start without it. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  // An absolute path is a file and nothing else: the engine takes "s3:", "md:" or ":memory:" for other things.
  const path = options.path === undefined ? ":memory:" : resolve(options.path);
  const settings: Record<string, string> = {
    preserve_insertion_order: "true",
    memory_limit: options.memoryLimit ?? MEMORY_LIMIT,
  };
  if (options.readOnly === true) settings["access_mode"] = "READ_ONLY";
  if (options.spillFolder !== undefined) settings["temp_directory"] = options.spillFolder;
  const instance = await whenFree(options, () => tracked(DuckDBInstance.create(path, settings)));
  return duckDbEngine(instance, await instance.connect());
}

/** Opens a store as soon as no other process holds it: a writer shuts out everybody else, readers shut out writers. */
async function whenFree(options: EngineOptions, open: () => Promise<DuckDBInstance>): Promise<DuckDBInstance> {
  const { waitSeconds = 0, progress = NO_PROGRESS } = options;
  const name = options.name ?? options.path ?? "";
  const start = performance.now();
  const waited = (): number => (performance.now() - start) / 1000;
  let told: string | null = null;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const holder = holderOf(error);
      if (holder === null) throw storeError(name, error);
      if (waited() >= waitSeconds) throw inUse(name, holder, waitSeconds);
      if (told !== holder) {
        progress({ what: `waiting for ${name}, which ${holder} holds`, notable: true });
        told = holder;
      }
      await new Promise((done) => setTimeout(done, RETRY_MILLISECONDS));
    }
  }
}

/** The connections of this process, and what they are doing. */
const connections = new Set<DuckDBConnection>();
const running = new Set<Promise<unknown>>();

/** Breaks off every query and waits until the engine has let go: from then on it makes no more files. */
export async function stopEngines(): Promise<void> {
  for (const connection of connections) connection.interrupt();
  await Promise.allSettled(running);
}

async function tracked<Result>(work: Promise<Result>): Promise<Result> {
  running.add(work);
  try {
    return await work;
  } finally {
    running.delete(work);
  }
}

/** What a statement lacks room for is no bug: the user can give more. */
async function executed<Result>(statement: Promise<Result>): Promise<Result> {
  try {
    return await tracked(statement);
  } catch (error) {
    const message = messageOf(error);
    if (!/^Out of Memory Error|No space left on device/i.test(message)) throw error;
    throw new UserError(
      2,
      `there is not enough room for the data: ${message.split("\n")[0]}`,
      "allow more memory with --memory-limit, and see that there is room where temporary files go (TMPDIR)",
    );
  }
}

/** Whether another process holds a store. */
export async function isStoreInUse(path: string): Promise<boolean> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  try {
    (await DuckDBInstance.create(resolve(path), { access_mode: "READ_WRITE" })).closeSync();
    return false;
  } catch (error) {
    return holderOf(error) !== null;
  }
}

/** Who holds a store that could not be opened for that reason; `null` when it was another reason. */
function holderOf(error: unknown): string | null {
  const message = messageOf(error);
  const [, program, process] = /lock is held in (.+?) \(PID (\d+)\)/.exec(message) ?? [];
  if (process !== undefined) return `process ${process} (${program?.split("/").at(-1)})`;
  // Windows does not say who.
  return /could not set lock|used by another process/i.test(message) ? "another process" : null;
}

function inUse(path: string, holder: string, waitSeconds: number): UserError {
  return new UserError(
    2,
    `the store ${path} is in use by ${holder}${waitSeconds === 0 ? "" : `, after ${waitSeconds} seconds of waiting`}`,
    "run again when that has finished, wait longer with --wait, or name another store with --store",
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function duckDbEngine(instance: DuckDBInstance, connection: DuckDBConnection): Engine {
  connections.add(connection);
  const engine: Engine = {
    async run(sql, parameters) {
      await executed(connection.run(sql, parameters));
    },
    async rows<Row>(sql: string, parameters?: Parameters) {
      const reader = await executed(connection.runAndReadAll(sql, parameters));
      // The queries name their columns and DuckDB answers with exactly those.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return reader.getRowObjectsJson() as unknown as readonly Row[];
    },
    async fill(table, columns, rows) {
      await connection.run(
        `create or replace temp table ${table} (${columns.map((name) => `${name} varchar`).join(", ")})`,
      );
      const appender = await connection.createAppender(table, "main", "temp");
      for (const row of rows) {
        for (const value of row) {
          if (value === null) appender.appendNull();
          else appender.appendVarchar(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    async transaction(work) {
      await engine.run("begin transaction");
      try {
        const result = await work();
        await engine.run("commit");
        return result;
      } catch (error) {
        await engine.run("rollback");
        throw error;
      }
    },
    close() {
      connections.delete(connection);
      connection.closeSync();
      instance.closeSync();
    },
  };
  return engine;
}

function storeError(path: string, error: unknown): Error {
  const message = messageOf(error);
  if (/not a valid DuckDB database file|Cannot launch in-memory database/i.test(message)) {
    return new UserError(
      2,
      `${path} is not an origo store`,
      "name the store with --store, or pass data files as arguments",
    );
  }
  if (/cannot open file|permission denied|no such file|directory/i.test(message)) {
    return new UserError(
      2,
      `the store ${path} cannot be opened`,
      "check that the folder exists and that you may write to it",
    );
  }
  return error instanceof Error ? error : new Error(message);
}
