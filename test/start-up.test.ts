import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { runOrigo } from "./run-origo.ts";

/** The scripts that a run loads, from the coverage that V8 writes: nothing is left out of that. */
async function loadedScripts(args: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
  try {
    await runOrigo(args, { NODE_V8_COVERAGE: folder });
    return readdirSync(folder).flatMap((file) => {
      const coverage: { result: readonly { url: string }[] } = JSON.parse(readFileSync(join(folder, file), "utf8"));
      return coverage.result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command line alone: no engine, no reports, no reference data, no profile schema. */
const START = /\/(bin\/origo|dist\/(cli|start-[\w-]+|rolldown-runtime-[\w-]+))\.js$/;

describe("start-up", () => {
  it.each([[["--help"]], [["--version"]], [["report", "--help"]], [["no-such-command"]], [["report", "--top", "0"]]])(
    "origo %j loads the command line and nothing else",
    async (args) => {
      const scripts = await loadedScripts(args);
      expect(scripts.some((url) => url.endsWith("/dist/cli.js"))).toBe(true);
      expect(scripts.filter((url) => !START.test(url))).toEqual([]);
    },
  );

  it("origo policy needs no engine", async () => {
    expect((await loadedScripts(["policy"])).filter((url) => url.includes("duckdb"))).toEqual([]);
  });

  it("a CSV needs no chart, and years of a delimited text no engine", async () => {
    const scripts = await loadedScripts(["summary", "data/limburg-2007-2018.csv.gz", "--format", "csv"]);
    expect(scripts.some((url) => url.includes("tally"))).toBe(true);
    expect(scripts.filter((url) => /duckdb|terminal|chart|iconv/.test(url))).toEqual([]);
  });

  it("a report of years from a store needs no engine and nothing that reads files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
    try {
      const store = join(folder, "s.duckdb");
      await runOrigo(["ingest", "data/limburg-2007-2018.csv.gz", "--store", store]);
      for (const command of ["report", "summary", "shares"]) {
        for (const format of ["terminal", "csv", "json"]) {
          const scripts = await loadedScripts([command, "--store", store, "--format", format]);
          expect(scripts.some((url) => url.includes("/report-"))).toBe(true);
          expect(scripts.filter((url) => /duckdb|csv-parse|reading|iconv/.test(url))).toEqual([]);
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
