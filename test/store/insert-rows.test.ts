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
    const rows = 230_000;
    await engine.transaction(async () => {
      await engine.run("create table numbers (part integer, number bigint, odd boolean, text varchar)");
      for (const [part, count] of [rows, 0, rows, 0].entries()) {
        await engine.run("create or replace temp table source as select range as n from range($count)", { count });
        const columns = count === 0 ? " (part, number, odd)" : "";
        const query = `select $part, n, false${count === 0 ? "" : ", 'x' || n"} from source`;
        await insertRows(engine, `numbers${columns}`, query, { part });
      }
    });
    expect(await engine.rows("select count(*)::integer as rows from numbers")).toEqual([{ rows: 2 * rows }]);
    engine.close();
  });
});
