/** What `explain` prints can be run: its query, with the options that it names, gives the figure that it explains. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as v from "valibot";
import { afterAll, beforeAll, expect, it } from "vitest";

import { runOrigo } from "../run-origo.ts";

const EXPLANATION = v.object({
  figure: v.object({ value: v.union([v.number(), v.string(), v.boolean()]) }),
  sql: v.string(),
  sqlOptions: v.array(v.string()),
});

let folder = "";
let store: readonly string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "origo-explain-"));
  store = ["--store", join(folder, "limburg.duckdb")];
  expect((await runOrigo(["ingest", "data/limburg-2007-2018.csv.gz", ...store])).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["goods_value_growth:2017", []],
  ["goods_value_share:2018-H1:destination=TR", ["--scope", "distant", "--where", "hs2 = 84 and destination != 'US'"]],
  ["goods_value_rank:2018:destination=TR", ["--scope", "distant", "--eu", "2004-05-01"]],
  ["entrants:2018", ["--from", "2018", "--where", "region = Asia"]],
  ["goods_value:2018-03", ["--currency", "GBP"]],
  ["certificates_record:2018", ["--where", "exporter_size = small"]],
])("%s %j", { timeout: 120_000 }, async (figure, options) => {
  const explained = await runOrigo(["explain", figure, ...options, ...store, "--format", "json"]);
  const { figure: printed, sql, sqlOptions } = v.parse(EXPLANATION, JSON.parse(explained.stdout));
  const { stdout } = await runOrigo(["sql", sql, ...sqlOptions, ...store, "--format", "csv"]);
  const [header, value] = stdout.trim().split("\n");
  expect(header).toBe(figure.split(":")[0]);
  if (typeof printed.value === "boolean") expect(value).toBe(String(printed.value));
  else expect(Number(value)).toBeCloseTo(Number(printed.value), 9);
});
