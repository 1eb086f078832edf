/**
 * Attacks on `origo sql`: each is a query that tries to reach a file, the network, a setting, another database or the rest of
 * the process, or to take all there is. Every one must be refused, or ended, as an error for the user; and nothing that it was
 * after may have been read or changed.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { UserError } from "../../src/domain/user-error.ts";
import { openEngine } from "../../src/store/engine.ts";
import { runSql } from "../../src/store/run-sql.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
const path = join(folder, "sandbox.duckdb");
const secret = join(folder, "secret.csv");
const other = join(folder, "other.duckdb");
const SECRET = "the-canary-sings";
const LIMITS = { seconds: 10, rows: 1000, mebibytes: 256 };

beforeAll(async () => {
  process.env["ORIGO_CANARY"] = SECRET;
  writeFileSync(secret, `word\n${SECRET}\n`);
  for (const database of [path, other]) {
    const engine = await openEngine({ path: database });
    await engine.run(`create table certificates as select 'N' || n as certificate_number, 2000 + n as year, n * 1.5 as goods_value from range(5) t(n);
      create table lines as select * from certificates; create table hs as select '84' as code`);
    if (database === other) await engine.run(`create table hidden as select '${SECRET}' as word`);
    engine.close();
  }
});
afterAll(() => {
  delete process.env["ORIGO_CANARY"];
  rmSync(folder, { recursive: true, force: true });
});

/** What a query is answered with: its rows as text, or the error. */
async function outcomeOf(query: string, limits = LIMITS): Promise<{ text: string; error: UserError | null }> {
  try {
    const { rows } = await runSql({ path, query, limits });
    return { text: JSON.stringify(rows), error: null };
  } catch (error) {
    if (error instanceof UserError) return { text: `${error.message}\n${error.hint}`, error };
    throw error;
  }
}

const ATTACKS: readonly string[] = [
  // Statements that are no query.
  `COPY certificates TO '${folder}/stolen.csv'`,
  `COPY (SELECT 1) TO '${folder}/stolen.parquet' (FORMAT parquet)`,
  `COPY certificates FROM '${secret}'`,
  `ATTACH '${other}' AS o`,
  "ATTACH ':memory:' AS m",
  "DETACH sandbox",
  "USE other",
  "INSTALL httpfs",
  "LOAD httpfs",
  "FORCE INSTALL httpfs",
  "SET threads = 1",
  "SET enable_external_access = true",
  "SET GLOBAL lock_configuration = false",
  "RESET lock_configuration",
  "PRAGMA version",
  "PRAGMA database_list",
  "PRAGMA enable_profiling",
  "CALL enable_logging()",
  "CALL force_checkpoint()",
  "CHECKPOINT",
  "FORCE CHECKPOINT",
  "VACUUM",
  `EXPORT DATABASE '${folder}/stolen'`,
  `IMPORT DATABASE '${folder}'`,
  "CREATE TABLE x AS SELECT 1",
  "CREATE TEMP TABLE x AS SELECT 1",
  "CREATE MACRO f() AS 1",
  "CREATE SECRET (TYPE s3)",
  "INSERT INTO certificates SELECT * FROM certificates",
  "UPDATE certificates SET year = 0",
  "DELETE FROM certificates",
  "DROP TABLE certificates",
  "ALTER TABLE certificates ADD COLUMN x INT",
  "BEGIN TRANSACTION",
  "PREPARE p AS SELECT 1",
  "EXECUTE p",
  "SET VARIABLE x = 1",
  "EXPLAIN ANALYZE SELECT 1",
  "SHOW TABLES",
  "DESCRIBE certificates",
  "SUMMARIZE certificates",
  // Several statements, comments around them, and statements inside others.
  "SELECT 1; DROP TABLE certificates",
  "SELECT 1; SELECT 2",
  `SELECT 1 /* */; COPY certificates TO '${folder}/stolen.csv' --`,
  `; COPY certificates TO '${folder}/stolen.csv'`,
  "WITH d AS (DELETE FROM certificates RETURNING *) SELECT * FROM d",
  "WITH d AS (INSERT INTO certificates VALUES ('x', 1, 1) RETURNING *) SELECT * FROM d",
  // Files.
  `SELECT * FROM '${secret}'`,
  `FROM '${secret}'`,
  `SELECT * FROM "${secret}"`,
  `SELECT * FROM read_csv('${secret}')`,
  `SELECT * FROM READ_CSV_AUTO('${secret}')`,
  `SELECT * FROM main.read_csv('${secret}')`,
  `SELECT * FROM system.main.read_text('${secret}')`,
  `SELECT * FROM read_text('${secret}')`,
  `SELECT * FROM read_blob('${secret}')`,
  `SELECT * FROM read_json('${secret}')`,
  `SELECT * FROM read_parquet('${secret}')`,
  `SELECT * FROM parquet_metadata('${secret}')`,
  `SELECT * FROM sniff_csv('${secret}')`,
  `SELECT * FROM glob('${folder}/*')`,
  `SELECT (SELECT word FROM read_csv('${secret}'))`,
  `SELECT 1 WHERE EXISTS (FROM read_text('${secret}'))`,
  `WITH t AS (SELECT * FROM read_csv('${secret}')) SELECT * FROM t`,
  `SELECT * FROM certificates, LATERAL (SELECT * FROM read_text('${secret}'))`,
  `SELECT * FROM (VALUES ((SELECT content FROM read_text('${secret}'))))`,
  `SELECT 1 UNION ALL SELECT content FROM read_text('${secret}')`,
  `SELECT * FROM certificates ORDER BY (SELECT content FROM read_text('${secret}'))`,
  `SELECT sum(year) OVER (ORDER BY (SELECT content FROM read_text('${secret}'))) FROM certificates`,
  `SELECT year FROM certificates QUALIFY row_number() OVER () = (SELECT len(content) FROM read_text('${secret}'))`,
  `PIVOT (SELECT * FROM read_csv('${secret}')) ON word USING count(*)`,
  `WITH "${secret}" AS (SELECT 1) SELECT * FROM (SELECT 1) a, LATERAL (FROM read_csv('${secret}'))`,
  "SELECT * FROM 'https://example.org/data.csv'",
  "SELECT * FROM 's3://bucket/data.parquet'",
  `SELECT * FROM read_duckdb('${other}')`,
  `SELECT * FROM "${other}".hidden`,
  "SELECT * FROM other.main.hidden",
  // Queries that are texts.
  `SELECT * FROM query('SELECT * FROM read_text(''${secret}'')')`,
  "SELECT * FROM query_table('duckdb_settings')",
  `SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))`,
  "SELECT json_serialize_sql('SELECT 1')",
  "SELECT * FROM sql_auto_complete('SEL')",
  // The environment, settings and the catalogue.
  "SELECT getenv('ORIGO_CANARY')",
  "SELECT GetEnv('HOME')",
  "SELECT main.getenv('HOME')",
  `SELECT "getenv"('HOME')`,
  "SELECT 'HOME'.getenv()",
  "SELECT list_transform(['HOME'], x -> getenv(x))",
  "SELECT current_setting('memory_limit')",
  "SELECT getvariable('x')",
  "SELECT * FROM duckdb_settings()",
  "SELECT * FROM duckdb_settings",
  "SELECT * FROM duckdb_secrets()",
  "SELECT * FROM duckdb_databases()",
  "SELECT * FROM duckdb_functions()",
  "SELECT * FROM duckdb_logs",
  "SELECT * FROM pragma_version()",
  "SELECT * FROM pragma_database_size()",
  "SELECT * FROM pragma_storage_info('certificates')",
  "SELECT * FROM information_schema.tables",
  "SELECT * FROM pg_catalog.pg_tables",
  "SELECT * FROM sqlite_master",
  "SELECT * FROM system.information_schema.tables",
  "WITH duckdb_settings AS (SELECT 1) SELECT * FROM duckdb_settings",
  "SELECT * FROM (WITH duckdb_tables AS (SELECT 1) SELECT 1) a, duckdb_tables",
  "SELECT pg_get_viewdef(1)",
  "SELECT has_table_privilege('certificates', 'select')",
  "SELECT * FROM (DESCRIBE certificates)",
  "SELECT * FROM (SHOW TABLES)",
  "SELECT * FROM (SHOW ALL TABLES)",
  "SELECT * FROM (SUMMARIZE certificates)",
  "SELECT list_transform(['HOME'], lambda x: getenv(x))",
  "SELECT * FROM histogram('duckdb_settings', 'name')",
  // Logs, and what aborts the process.
  "SELECT * FROM enable_logging()",
  "SELECT * FROM enable_logging('FileSystem', level = 'trace')",
  "SELECT * FROM disable_logging()",
  "SELECT * FROM truncate_duckdb_logs()",
  "SELECT write_log('x')",
  "SELECT * FROM enable_profiling()",
  "SELECT * FROM checkpoint()",
  "SELECT * FROM force_checkpoint()",
  "SELECT * FROM enable_peg_parser()",
  "SELECT * FROM which_secret('x', 's3')",
  "SELECT * FROM test_all_types()",
  "SELECT * FROM arrow_scan(1, 1, 1)",
  "SELECT * FROM seq_scan(1)",
  "SELECT nextval('x')",
  "SELECT sleep_ms(100000)",
  "SELECT pg_sleep(100000)",
  // Beyond the end.
  "",
  ";",
  "--",
  "SELECT",
  "\u0000",
  "SELECT '",
  "SELECT $1",
  "SELECT $query",
];

/** Few at a time: each is a process. */
async function inTurns<Thing>(things: readonly Thing[], work: (thing: Thing) => Promise<void>): Promise<void> {
  const queue = [...things];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
  };
  await Promise.all([worker(), worker(), worker()]);
}

describe("origo sql", () => {
  it("answers queries, so that a refusal means something", async () => {
    expect((await outcomeOf("SELECT count(*), sum(goods_value) FROM certificates")).text).toBe('[["5","15.0"]]');
    const queries = [
      "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t",
      "SELECT year, rank() OVER (ORDER BY goods_value DESC) FROM certificates QUALIFY rank() OVER (ORDER BY year) < 3",
      "PIVOT certificates ON year IN (2000, 2001) USING sum(goods_value)",
      "SELECT * FROM certificates JOIN lines USING (certificate_number) WHERE certificates.year IN (SELECT max(year) FROM lines)",
      "SELECT * FROM range(3) UNION ALL SELECT unnest([1, 2])",
      "VALUES (1)",
      "FROM certificates SELECT DISTINCT year LIMIT 2;",
      "SELECT median(goods_value), quantile_cont(goods_value, 0.9), list_sort(list(year)), pg_typeof(1) FROM certificates -- done",
      "SELECT strftime(DATE '2017-03-01', '%Y'), regexp_extract('a1', '[0-9]'), json_object('a', 1)",
      "SELECT 'COPY certificates TO read_csv'",
    ];
    await inTurns(queries, async (query) => {
      expect((await outcomeOf(query)).error, query).toBeNull();
    });
  }, 120_000);

  it(`refuses ${ATTACKS.length} attacks`, async () => {
    expect(new Set(ATTACKS).size).toBe(ATTACKS.length);
    expect(ATTACKS.length).toBeGreaterThan(100);
    const [files, before] = [readdirSync(folder).toSorted(), readFileSync(path)];
    await inTurns(ATTACKS, async (query) => {
      const { text, error } = await outcomeOf(query);
      expect(error?.exitCode, `${query} gives ${text}`).toBe(2);
      expect(text, query).not.toContain(SECRET);
      // Each is refused for what it is, not because the process broke down or took too long.
      expect(text, query).toMatch(/^the query does not run: /);
    });
    expect(readdirSync(folder).toSorted()).toEqual(files);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(join(folder, "stolen.csv"))).toBe(false);
  }, 300_000);

  it("ends what takes all there is", async () => {
    const bombs = [
      "SELECT count(*) FROM range(100000000000000)",
      "SELECT count(*) FROM range(1000000) a, range(1000000) b",
      "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t",
      "SELECT list(range) FROM range(1000000000)",
      "SELECT len(repeat('x', 100000000000))",
      "SELECT string_agg(repeat('x', 1000000), '') FROM range(1000000)",
      "SELECT * FROM range(100000)",
      "SELECT repeat('x', 100000000) FROM range(100)",
      `SELECT ${"(".repeat(20_000)}1${")".repeat(20_000)}`,
      `SELECT 1 ${"+ 1 ".repeat(20_000)}`,
      "SELECT a.* FROM range(100000) a ORDER BY hash(range), repeat('x', 100000)",
      "SELECT generate_series(1, 10000000000)",
    ];
    await inTurns(bombs, async (query) => {
      const start = performance.now();
      const { text, error } = await outcomeOf(query, { ...LIMITS, seconds: 5 });
      expect(error?.exitCode, `${query.slice(0, 60)} gives ${text.slice(0, 200)}`).toBe(2);
      expect(performance.now() - start).toBeLessThan(30_000);
    });
    expect(readdirSync(folder).toSorted()).toEqual(["other.duckdb", "sandbox.duckdb", "secret.csv"]);
  }, 300_000);

  it("says that rows are too many, and that time is up", async () => {
    expect((await outcomeOf("SELECT * FROM range(1001)")).text).toContain("more than 1000 rows");
    expect((await outcomeOf("SELECT * FROM range(1000)")).error).toBeNull();
    const slow = await outcomeOf("SELECT count(*) FROM range(1000000) a, range(1000000) b", { ...LIMITS, seconds: 1 });
    expect(slow.text).toContain("took longer than 1 seconds");
  }, 60_000);
});
