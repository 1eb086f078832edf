import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { classify } from "../../src/ingest/classify.ts";
import { ingestFiles } from "../../src/ingest/ingest-files.ts";
import { openEngine } from "../../src/store/engine.ts";
import { createSchema } from "../../src/store/schema.ts";
import { REPOSITORY, runOrigo } from "../run-origo.ts";

const SAMPLE = "data/limburg-2007-2018.csv.gz";
const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is counted does not depend on", () => {
  it("the number of threads", async () => {
    const one = await countWith({ threads: 1 });
    expect(one).toContain("certificates 209853 ");
    expect(await countWith({ threads: 2 })).toBe(one);
    expect(await countWith({ threads: 4 })).toBe(one);
  });

  it("how much memory there is", async () => {
    // The least that a user can ask for.
    expect(await countWith({ memoryLimit: "256MB" })).toBe(await countWith({ memoryLimit: "4GB" }));
  });

  it("what is printed neither", async () => {
    const args = ["report", "2017", SAMPLE, "--format", "json"];
    const plenty = await runOrigo(args);
    expect(plenty.code).toBe(0);
    expect(await runOrigo([...args, "--memory-limit", "256MB"])).toEqual(plenty);
  });
});

it("a memory limit that is too low is told with what to do", async () => {
  await expect(countWith({ memoryLimit: "40MB" })).rejects.toThrow(
    "there is not enough room for the data: Out of Memory",
  );
  const run = await runOrigo(["summary", SAMPLE, "--memory-limit", "40MB"]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain("give a size such as 512MB or 4GB, of 256MB or more");
});

/** What is counted of the sample, with a hash of each table that says what became of the rows. */
async function countWith({ threads = 2, memoryLimit = "1GB" }): Promise<string> {
  const work = mkdtempSync(join(folder, "work-"));
  const engine = await openEngine({ memoryLimit, spillFolder: work });
  try {
    await engine.run(`set threads = ${threads}`);
    await createSchema(engine);
    await ingestFiles(engine, [join(REPOSITORY, SAMPLE)], {}, work);
    await classify(engine, "EUR", { temporary: true });
    const lines: string[] = [];
    for (const table of ["rows", "counted_rows", "certificates", "row_classes", "problems", "month_sums"]) {
      const [row] = await engine.rows<{ n: string; sum: string }>(
        `select count(*)::varchar as n, sum(hash(t)::hugeint)::varchar as sum from ${table} t`,
      );
      lines.push(`${table} ${row?.n} ${row?.sum}`);
    }
    return lines.join("\n");
  } finally {
    engine.close();
  }
}
