/**
 * Runs one query of the user's own, in a process of its own: what it takes down is this process. The database is read-only and
 * has the documented tables and nothing else; the engine has no way to files, network, settings or extensions; the parse tree
 * is looked through before anything runs. The answer goes to standard output, one JSON text a line.
 */
import { DuckDBInstance, StatementType, type DuckDBConnection, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";

import type { SqlColumnKind } from "../domain/sql-result.ts";
import { faultOfTree, type SyntaxTree } from "./sql-guard.ts";
import type { SqlAnswer, SqlJob } from "./run-sql.ts";

function say(answer: SqlAnswer): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

async function work({ path, query, limits }: SqlJob): Promise<void> {
  const watch = setInterval(() => {
    // What the engine's own limit does not cap.
    if (process.memoryUsage.rss() > limits.mebibytes * 2 * 1024 * 1024) process.exit(EXIT_MEMORY);
  }, 50);
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  for (const setting of SETTINGS) await connection.run(`set ${setting}`);
  await connection.run(`set memory_limit = '${limits.mebibytes}MiB'`);
  await connection.run("set lock_configuration = true");
  const fault = await faultOf(connection, query);
  if (fault === null) await answerQuery(connection, query, limits.rows);
  else say({ fault });
  clearInterval(watch);
  connection.closeSync();
  instance.closeSync();
}

/** Nothing from outside, and nothing spilt to the disk; the lock comes last. */
const SETTINGS: readonly string[] = [
  "autoinstall_known_extensions = false",
  "autoload_known_extensions = false",
  "allow_community_extensions = false",
  "temp_directory = ''",
  "max_temp_directory_size = '0KiB'",
  "enable_external_access = false",
];

/** The exit code for a process that grew too large. */
const EXIT_MEMORY = 97;

const NO_SELECT = "it is not a SELECT";

async function faultOf(connection: DuckDBConnection, query: string): Promise<string | null> {
  const reader = await connection.runAndReadAll("select json_serialize_sql($query::varchar) as tree", { query });
  const tree = reader.getRowsJson()[0]?.[0];
  const parsed: { error: boolean; error_message?: string; statements?: readonly SyntaxTree[] } = JSON.parse(
    typeof tree === "string" ? tree : "null",
  );
  if (parsed.error) {
    const message = parsed.error_message ?? "it cannot be read";
    return message.startsWith("Only SELECT") ? NO_SELECT : message;
  }
  if (parsed.statements?.length !== 1) return "it is not one statement";
  const fault = faultOfTree(parsed.statements);
  if (fault !== null) return fault;
  const statements = await connection.extractStatements(query);
  if (statements.count !== 1) return "it is not one statement";
  const statement = await statements.prepare(0);
  return statement.statementType === StatementType.SELECT ? null : NO_SELECT;
}

async function answerQuery(connection: DuckDBConnection, query: string, mostRows: number): Promise<void> {
  const result = await connection.stream(query);
  const types = result.columnTypes();
  say({ columns: result.deduplicatedColumnNames().map((name, index) => ({ name, kind: kindOf(types[index]) })) });
  let count = 0;
  for await (const rows of result.yieldRowsJson()) {
    count += rows.length;
    if (count > mostRows) {
      say({ tooMany: true });
      return;
    }
    for (const row of rows) {
      // Rows wait for the reader: memory does not grow with the result.
      if (!process.stdout.write(`${JSON.stringify({ row })}\n`)) {
        await new Promise((done) => process.stdout.once("drain", done));
      }
    }
  }
  say({ done: true });
}

function kindOf(type: DuckDBType | undefined): SqlColumnKind {
  return (type && KINDS.get(type.typeId)) ?? "text";
}

const KINDS: ReadonlyMap<DuckDBTypeId, SqlColumnKind> = new Map([
  ...[
    DuckDBTypeId.TINYINT,
    DuckDBTypeId.SMALLINT,
    DuckDBTypeId.INTEGER,
    DuckDBTypeId.BIGINT,
    DuckDBTypeId.HUGEINT,
    DuckDBTypeId.UTINYINT,
    DuckDBTypeId.USMALLINT,
    DuckDBTypeId.UINTEGER,
    DuckDBTypeId.UBIGINT,
    DuckDBTypeId.UHUGEINT,
  ].map((id) => [id, "integer"] as const),
  [DuckDBTypeId.DECIMAL, "decimal"],
  [DuckDBTypeId.FLOAT, "double"],
  [DuckDBTypeId.DOUBLE, "double"],
  [DuckDBTypeId.BOOLEAN, "boolean"],
  ...[DuckDBTypeId.LIST, DuckDBTypeId.ARRAY, DuckDBTypeId.STRUCT, DuckDBTypeId.MAP, DuckDBTypeId.UNION].map(
    (id) => [id, "nested"] as const,
  ),
]);

// The job is one line; the end of the input means that whoever asked is gone.
let input = "";
let begun = false;
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk: string) => {
  input += chunk;
  if (begun || !input.includes("\n")) return;
  begun = true;
  work(JSON.parse(input)).then(
    () => process.stdout.end(() => process.exit(0)),
    (error: unknown) => {
      say({ fault: error instanceof Error ? error.message : String(error) });
      process.stdout.end(() => process.exit(0));
    },
  );
});
process.stdin.on("end", () => process.exit(1));
