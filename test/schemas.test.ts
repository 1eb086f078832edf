import { readFileSync } from "node:fs";
import { toJsonSchema } from "@valibot/to-json-schema";
import { Ajv } from "ajv";
import { parse as parseJsonc } from "jsonc-parser";
import { describe, expect, it } from "vitest";

import { EVENTS_SCHEMA } from "../src/ingest/read-events.ts";
import { PROFILE_SCHEMA } from "../src/ingest/read-profile.ts";
import { RULES_SCHEMA } from "../src/ingest/rule-schemas.ts";
import { REGION_SCHEMA } from "../src/ingest/read-region.ts";
import { runOrigo } from "./run-origo.ts";

const readSchema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../data/schemas/${name}.schema.json`, import.meta.url), "utf8"));

describe("the profile schema", () => {
  it("is made from the one that profiles are read with", async () => {
    const schema = `${JSON.stringify(toJsonSchema(PROFILE_SCHEMA), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot("../data/schemas/profile.schema.json");
  });
});

describe("the schema of events", () => {
  it("is made from the one that files of events are read with", async () => {
    const schema = `${JSON.stringify(toJsonSchema(EVENTS_SCHEMA), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot("../data/schemas/events.schema.json");
  });
});

describe("the schema of rules", () => {
  it("is made from the one that rules are read with", async () => {
    const schema = `${JSON.stringify(toJsonSchema(RULES_SCHEMA), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot("../data/schemas/rules.schema.json");
  });

  it("takes the rules to start from, and refuses a key that is not known", () => {
    const validate = new Ajv({ strict: false }).compile(readSchema("rules"));
    const text = readFileSync(new URL("../data/start.rules.jsonc", import.meta.url), "utf8");
    expect(validate(parseJsonc(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ rules: [{ kind: "rejected-rows", max: 0, mx: 1 }] })).toBe(false);
  });
});

describe("the region schema", () => {
  it("is made from the one that region files are read with", async () => {
    const schema = `${JSON.stringify(toJsonSchema(REGION_SCHEMA), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot("../data/schemas/region.schema.json");
  });
});

describe("the output schema", () => {
  const validate = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
  }).compile(readSchema("output"));
  const sample = "data/limburg-2007-2018.csv.gz";

  it.each([
    ["a report", ["report", "2017", sample]],
    ["a joint report", ["report", "2019", "--region", "fixtures/regions/euregio.region.json"]],
    ["a report of distant export", ["report", "2012", sample, "--scope", "distant"]],
    ["a report of part of a year", ["report", "2018", sample, "--to", "2018-06"]],
    ["the first year", ["report", "2007", sample]],
    ["a summary by year", ["summary", sample]],
    ["a summary at constant rates", ["summary", sample, "--constant-rates"]],
    ["a summary with index numbers", ["summary", sample, "--base", "2010"]],
    [
      "a query with index numbers",
      [
        "query",
        sample,
        "--by",
        "year,destination",
        "--measures",
        "goods_value_index,certificates_cagr",
        "--base",
        "2010",
      ],
    ],
    ["a summary by month", ["summary", sample, "--by", "month", "--scope", "intra-eu", "--eu", "2004-01-01"]],
    [
      "a query",
      [
        "query",
        sample,
        "--by",
        "year,bloc",
        "--measures",
        "goods_value_share,certificates_growth",
        "--top",
        "3",
        "--other",
        "--totals",
      ],
    ],
    ["a query under a condition", ["query", sample, "--where", "destination = CN", "--by", "hs2"]],
    ["the result of SQL", ["sql", "select year, sum(goods_value) from certificates group by year", sample]],
    ["chambers of a region", ["compare", "--region", "fixtures/regions/strategy.region.json", "--by", "theme"]],
    ["concentration", ["shares", sample, "--concentration", "--by", "hs2"]],
    [
      "a split against a benchmark",
      [
        "shares",
        "fixtures/inputs/limburg.csv",
        "--benchmark",
        "fixtures/cases/shares-benchmark/benchmark.csv",
        "--top",
        "2",
      ],
    ],
    ["shares", ["shares", sample, "--top", "3"]],
    ["shares of themes, and what they have in common", ["shares", sample, "--by", "theme", "--from", "2017"]],
    ["firms", ["firms", sample, "--from", "2017"]],
    [
      "firms with a register, against a benchmark",
      [
        "firms",
        "fixtures/small-firms/certificates.csv",
        "--register",
        "fixtures/small-firms/register.csv",
        "--benchmark",
        "fixtures/small-firms/national.csv",
      ],
    ],
    ["exporters by theme", ["exporters", sample, "--by", "theme", "--from", "2018"]],
    ["an explanation", ["explain", "goods_value_rank:2018-H1:destination=TR", sample]],
    ["the explanation of what is undefined", ["explain", "certificates_growth:2007", sample]],
    ["a verified text", ["verify", "fixtures/inputs/press-nl.txt", sample]],
    ["an event", ["event", sample, "--date", "2015-06", "--destination", "CN", "--against", "region"]],
    ["an event that is refused", ["event", sample, "--date", "2019-10-07", "--destination", "DE"]],
    ["a check", ["check", sample, "--rules", "data/start.rules.jsonc"]],
    ["a check of everything", ["check", sample, "--rules", "fixtures/cases/check-every-kind/rules.jsonc"]],
    [
      "two vintages",
      [
        "diff",
        "fixtures/inputs/limburg.csv",
        "fixtures/cases/diff-json/revised.csv",
        "--fail-on",
        "changed,record",
        "--max-change",
        "0.1%",
      ],
    ],
    ["a vintage beside itself", ["diff", "fixtures/inputs/limburg.csv", "fixtures/inputs/api.ndjson"]],
    ["exporters", ["exporters", sample, "--cohorts", "12-month"]],
    ["an exporter's sheet", ["exporter", "BE9000073041", sample]],
    [
      "the sheet of an exporter without products",
      ["exporter", "Golf Print NV", "fixtures/inputs/similar-exporters.csv"],
    ],
    ["exporters by product", ["exporters", sample, "--by", "hs2", "--from", "2017"]],
  ])("describes %s", async (_name, args) => {
    const { stdout } = await runOrigo([...args, "--format", "json"]);
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("refuses what is not an output", () => {
    expect(validate({ schemaVersion: 1, kind: "report" })).toBe(false);
  });
});
