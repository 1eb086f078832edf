import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import { resolve } from "node:path";

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
}

/** Opens DuckDB. It is loaded here and nowhere else, so that commands which need no engine start without it. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  // An absolute path is a file and nothing else: the engine takes "s3:", "md:" or ":memory:" for other things.
  const path = options.path === undefined ? ":memory:" : resolve(options.path);
  const settings: Record<string, string> = { preserve_insertion_order: "true" };
  if (options.readOnly === true) settings["access_mode"] = "READ_ONLY";
  if (options.spillFolder !== undefined) settings["temp_directory"] = options.spillFolder;
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(path, settings);
  } catch (error) {
    throw storeError(options.name ?? options.path ?? "", error);
  }
  return duckDbEngine(instance, await instance.connect());
}

function duckDbEngine(instance: DuckDBInstance, connection: DuckDBConnection): Engine {
  const engine: Engine = {
    async run(sql, parameters) {
      await connection.run(sql, parameters);
    },
    async rows<Row>(sql: string, parameters?: Parameters) {
      const reader = await connection.runAndReadAll(sql, parameters);
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
      await connection.run("begin transaction");
      try {
        const result = await work();
        await connection.run("commit");
        return result;
      } catch (error) {
        await connection.run("rollback");
        throw error;
      }
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
  return engine;
}

function storeError(path: string, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes("Could not set lock")) {
    return new UserError(
      2,
      `the store ${path} is in use by another process`,
      "wait until it has finished, or name another store with --store",
    );
  }
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
