import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";

import { cleanRows } from "../../src/ingest/clean-rows.ts";
import { detectFormats } from "../../src/ingest/detect-formats.ts";
import { headerFields } from "../../src/ingest/header-fields.ts";
import { mapColumns } from "../../src/ingest/map-columns.ts";
import { readTables } from "../../src/ingest/read-tables.ts";
import { loadHeaderRecogniser } from "../../src/ingest/recognise-column.ts";
import { stageInput } from "../../src/ingest/stage-input.ts";
import { stageRows } from "../../src/ingest/stage-rows.ts";
import { openEngine } from "../../src/store/engine.ts";
import { createSchema, ROW_FIELDS } from "../../src/store/schema.ts";
import { REPOSITORY } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = 20_000;
const sample = join(folder, "sample.csv");
const text = gunzipSync(readFileSync(join(REPOSITORY, "data/limburg-2007-2018.csv.gz"))).toString("utf8");
writeFileSync(sample, text.split("\n").slice(0, LINES).join("\n"));

/** What the sample becomes, as a hash of each table, and how many columns are enumerations: staged ones and cleaned ones. */
async function readSample(large: boolean, enumerated: boolean): Promise<{ rows: unknown; types: readonly number[] }> {
  const work = mkdtempSync(join(folder, "work-"));
  const engine = await openEngine({ spillFolder: work });
  const enumerations = async (table: string): Promise<number> =>
    (
      await engine.rows(
        `select 1 as found from duckdb_columns() where table_name = '${table}' and data_type like 'ENUM%'`,
      )
    ).length;
  try {
    await createSchema(engine);
    const recogniser = loadHeaderRecogniser();
    const file = await stageInput({ name: "sample.csv", path: sample }, work);
    const [table] = await readTables(engine, file, work, headerFields(recogniser, {}), {});
    if (table === undefined) throw new Error("the sample has no table");
    const mapping = mapColumns(table.headers, recogniser, {}, table.name);
    const { types, faulty } = await stageRows(engine, { ...table, large }, mapping, { prefix: "sample" });
    expect(faulty).toEqual([]);
    const staged = await enumerations("staged_text");
    const formats = await detectFormats(engine, {}, table.name);
    await cleanRows(
      engine,
      { fileId: 1, key: "key", lost: [], headerOf: (field) => field, types, enumerated },
      {},
      formats,
    );
    const cells = ["line", "rejected", "faulty", ...ROW_FIELDS].map((column) => `${column}::varchar`);
    const rows = await engine.rows(
      `select (select count(*)::varchar from rows) as n, (select sum(hash(${cells.join(", ")})::hugeint)::varchar from rows) as cleaned,
         (select sum(hash(t)::hugeint)::varchar from row_problems t) as problems,
         (select sum(hash(t)::hugeint)::varchar from reject_texts t) as rejects`,
    );
    return { rows, types: [staged, await enumerations("rows")] };
  } finally {
    engine.close();
  }
}

it("rows are the same, line for line, whether their texts are kept or enumerated", async () => {
  const plain = await readSample(false, false);
  expect(plain.types).toEqual([0, 0]);
  for (const [large, enumerated] of [
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    const { rows, types } = await readSample(large, enumerated);
    expect(types.map((count) => count > 0)).toEqual([large, enumerated]);
    expect(rows).toEqual(plain.rows);
  }
});
