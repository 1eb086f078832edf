import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { openEngine } from "../../src/store/engine.ts";
import { insertRows } from "../../src/store/insert-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("inserting rows", () => {
  it("loses none when nothing is inserted between two large inserts of a transaction", async () => {
    const engine = await openEngine({ path: join(folder, "store.duckdb") });
    const rows = 200_000;
    await engine.transaction(async () => {
      await engine.run("create table numbers (number bigint)");
      for (const count of [rows, 0, rows]) {
        await insertRows(engine, "numbers", "select range from range($count)", { count });
      }
    });
    expect(await engine.rows("select count(*)::integer as rows from numbers")).toEqual([{ rows: 2 * rows }]);
    engine.close();
  });
});
