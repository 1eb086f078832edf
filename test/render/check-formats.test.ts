/** Checks as other programs read them: JUnit XML, SARIF, workflow commands and job summaries of GitHub. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { check } from "../../src/pipeline/check.ts";
import { appendJobSummary } from "../../src/pipeline/job-summary.ts";
import { checkSummary, renderCheck } from "../../src/pipeline/render-check.ts";
import { renderAnnotations } from "../../src/render/annotations.ts";
import { fitBlocks, SUMMARY_BYTES } from "../../src/render/job-summary.ts";
import type { Checked } from "../../src/report/check/checked.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OUTPUT = { readerLanguage: "en", dataLanguage: "en", colour: false, width: 80, root: folder } as const;
const HOSTILE = `<b>&"'\u0001\uD800 ]]> 50 %, a:b\n::error::`;

let checked: Checked;
beforeAll(async () => {
  const data = join(folder, "a b.csv");
  const lines = Array.from({ length: 150 }, (_, index) => `"${index} <&>";2017-01-01;CN;5`);
  writeFileSync(data, ["certificate number;issue date;destination;value", ...lines, ""].join("\n"));
  const rules = [
    { kind: "value-range", min: 10, name: HOSTILE },
    { kind: "value-range", max: 1, level: "warn" },
    ...Array.from({ length: 12 }, (_, index) => ({
      kind: "figure",
      figure: "certificates:2017",
      expected: 150,
      name: `ok ${index}`,
    })),
    ...Array.from({ length: 12 }, (_, index) => ({ kind: "bounds", figure: "certificates:2030", min: index })),
  ];
  writeFileSync(join(folder, "rules.json"), JSON.stringify({ rules }, null, 1));
  checked = await check({
    inputs: [data],
    selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
    rules: join(folder, "rules.json"),
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads XML without mercy: what is not well-formed is an error. */
function elementsOf(xml: string): readonly Element[] {
  const text = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  const open: string[] = [];
  const elements: Element[] = [];
  const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [whole, closing, name = "", attributes = "", empty, content] = match;
    for (const entity of (content ?? attributes).matchAll(/&[^;]*;?/g)) {
      if (!/^&(amp|lt|gt|quot);$/.test(entity[0])) throw new Error(`bad entity ${entity[0]}`);
    }
    if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(whole))
      throw new Error("a character that XML lacks");
    if (content === undefined && closing === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else if (content === undefined) {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]);
      elements.push({ name, attributes: Object.fromEntries(pairs) });
      if (empty === "") open.push(name);
    }
    if (token.lastIndex === text.length) break;
  }
  if (open.length > 0 || token.lastIndex !== text.length) throw new Error(`not well-formed at ${token.lastIndex}`);
  return elements;
}

describe("JUnit XML", () => {
  it("is well-formed, and counts what it has", async () => {
    const elements = elementsOf(await renderCheck(checked, { ...OUTPUT, format: "junit" }));
    const named = (name: string): readonly Element[] => elements.filter((element) => element.name === name);
    const suite = named("testsuite")[0]?.attributes;
    expect(Number(suite?.["tests"])).toBe(named("testcase").length);
    expect(Number(suite?.["failures"])).toBe(named("failure").length);
    expect(named("testcase")).toHaveLength(26);
    expect(named("failure")).toHaveLength(13);
    expect(named("system-out")).toHaveLength(1);
  });
});

const SARIF = v.strictObject({
  $schema: v.string(),
  version: v.literal("2.1.0"),
  runs: v.tuple([
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: v.literal("origo"),
          rules: v.array(v.strictObject({ id: v.string(), shortDescription: v.strictObject({ text: v.string() }) })),
        }),
      }),
      results: v.array(
        v.strictObject({
          ruleId: v.string(),
          ruleIndex: v.number(),
          level: v.picklist(["error", "warning"]),
          message: v.strictObject({ text: v.pipe(v.string(), v.minLength(1)) }),
          locations: v.pipe(
            v.array(
              v.strictObject({
                physicalLocation: v.strictObject({
                  artifactLocation: v.strictObject({ uri: v.string() }),
                  region: v.strictObject({ startLine: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
                }),
              }),
            ),
            v.length(1),
          ),
        }),
      ),
    }),
  ]),
});

describe("SARIF", () => {
  it("has a result for each finding at its line, with a relative address", async () => {
    const { runs } = v.parse(SARIF, JSON.parse(await renderCheck(checked, { ...OUTPUT, format: "sarif" })));
    const { tool, results } = runs[0];
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const uris = new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));
    expect(uris).toEqual(new Set(["a%20b.csv", "rules.json"]));
    const ofValues = results.filter(({ ruleId, level }) => ruleId === "value-range" && level === "error");
    // A hundred are listed; one more says how many are not.
    expect(ofValues).toHaveLength(101);
    expect(ofValues.at(-1)?.message.text).toContain("50 more");
    expect(results.filter(({ ruleId }) => ruleId === "figure")).toEqual([]);
  });
});

/** What the runner makes of a command: its parser is `ActionCommand.TryParseV2` of actions/runner. */
function runnerReads(line: string): { level: string; properties: Record<string, string>; text: string } {
  const [, level = "", properties = "", text = ""] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
  const data = (raw: string): string => raw.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (raw: string): string => data(raw.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const pairs = properties.split(",").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), property(pair.slice(at + 1))];
  });
  return { level, properties: Object.fromEntries(pairs), text: data(text) };
}

describe("annotations of GitHub", () => {
  it("are ten of a level at the most, and say how many more there are", async () => {
    const lines = (await renderCheck(checked, { ...OUTPUT, format: "github" })).trimEnd().split("\n").map(runnerReads);
    const errors = lines.filter(({ level }) => level === "error");
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.text).toBe("... and 4 more");
    expect(errors[0]?.properties).toMatchObject({ file: "a b.csv", line: "2" });
    expect(lines.filter(({ level }) => level === "warning")).toHaveLength(1);
  });

  it("reach the runner as they were written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary", minLength: 1 }), (title, text) => {
        const shown = renderAnnotations([{ level: "error", places: [], title, text }], () => null, String);
        expect(shown.trimEnd().split(/\r|\n/)).toHaveLength(1);
        const read = runnerReads(shown.slice(0, -1));
        expect(read.text).toBe(text);
        expect(read.properties["title"]).toBe(title);
      }),
    );
  });
});

describe("the summary of a job", () => {
  it("is as many blocks as fit, and says when there were more", () => {
    const block = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), fc.nat(600), (blocks, bytes) => {
        const text = fitBlocks(blocks, bytes, "CUT");
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
        const whole = blocks.map((each) => `${each}\n\n`).join("");
        if (Buffer.byteLength(whole) <= bytes) expect(text).toBe(whole);
        else if (bytes >= 5) {
          expect(text.endsWith("CUT\n\n")).toBe(true);
          expect(whole.startsWith(text.slice(0, -5))).toBe(true);
        } else expect(text).toBe("");
      }),
    );
  });

  it("of a step never grows beyond what GitHub takes", async () => {
    const path = join(folder, "summary.md");
    writeFileSync(path, "x".repeat(SUMMARY_BYTES - 600));
    const blocks = await checkSummary(checked, "en");
    appendJobSummary(path, blocks, "en");
    const size = statSync(path).size;
    expect(size).toBeLessThanOrEqual(SUMMARY_BYTES);
    expect(readFileSync(path, "utf8")).toContain("This summary was cut off here");
    appendJobSummary(path, blocks, "en");
    expect(statSync(path).size).toBeLessThanOrEqual(SUMMARY_BYTES);
  });
});
