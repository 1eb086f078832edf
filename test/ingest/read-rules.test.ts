import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { fractionToNumber } from "../../src/domain/fraction.ts";
import { UserError } from "../../src/domain/user-error.ts";
import { readRules } from "../../src/ingest/read-rules.ts";
import { readWhere } from "../../src/pipeline/read-where.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, "rules.jsonc");

function read(text: string): ReturnType<typeof readRules> {
  writeFileSync(path, text);
  return readRules(path, (condition, label) => readWhere(condition, label));
}

function errorOf(text: string): UserError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("the rules were read");
}

/** One rule to a line, from line 2 on. */
const fileOf = (...rules: readonly object[]): string =>
  `{ "rules": [\n${rules.map((rule) => JSON.stringify(rule)).join(",\n")}\n] }`;
const FIGURE = { kind: "figure", figure: "certificates:2017", expected: 5 };
const BOUNDS = { kind: "bounds", figure: "certificates:2017" };
const TARGET = { kind: "target", figure: "certificates:2017" };

describe("a rules file", () => {
  it.each([
    [{ kind: "rejected-rows", max: 2 }, "rules[0].max: 2 is not allowed", "a share"],
    [{ kind: "rejected-rows", max: 0, where: "year = 2017" }, "rules[0].where: unknown key", "kind, level, name, max"],
    [{ kind: "rejected-rows", max: 0, lvel: "warn" }, "rules[0].lvel: unknown key; did you mean level?", "level"],
    [{ kind: "rejected-rows", max: 0, level: "warning" }, 'rules[0].level: "warning" is not allowed', '"warn"'],
    [{ kind: "missing-values", field: "valu", max: 0 }, 'rules[0].field: "valu" is not allowed', "value, exporter"],
    [{ kind: "month-outliers" }, "rules[0]: a bound is missing", '"drop" or "rise"'],
    [{ kind: "value-range" }, "rules[0]: a bound is missing", '"min" or "max"'],
    [{ kind: "value-range", min: 5, max: 4 }, "rules[0].min: nothing is above 5 and below 4", "exchange"],
    [{ kind: "missing-months", from: "2017-13" }, "rules[0].from: there is no day 2017-13", "YYYY-MM"],
    [{ kind: "missing-months", from: "2018", to: "2017" }, "rules[0].from: 2018 is after 2017", "exchange"],
    [{ ...FIGURE, expected: true }, "rules[0].expected: this figure is a number", "give the number"],
    [
      { ...FIGURE, figure: "certificates_record:2017" },
      "rules[0].expected: a record is or is not one",
      "true or false",
    ],
    [{ ...FIGURE, expected: "5 %" }, 'rules[0].expected: certificates is no percentage, and "5 %" is one', "a number"],
    [{ ...FIGURE, expected: "5,3" }, 'rules[0].expected: "5,3" is not allowed', "a number such as"],
    [{ ...FIGURE, tolerance: { absolute: -1 } }, "rules[0].tolerance: -1 is below 0", "how far"],
    [
      { ...FIGURE, where: "quarter = 2017-Q1" },
      "rules[0].where: a figure has its period",
      "such as certificates:2018-H1",
    ],
    [{ ...TARGET }, "rules[0]: a bound is missing", '"at_least" or "at_most"'],
    [{ ...TARGET, at_least: 1, at_most: 2 }, "rules[0].at_most: a target has one goal", "two rules"],
    [{ ...TARGET, at_least: "40 %", as: "share" }, "rules[0].as: a share is one of some certificates in all", "scope"],
    [
      { kind: "target", figure: "exporters:2017", at_least: "40 %", as: "share", scope: "distant" },
      "rules[0].figure: exporters has no shares",
      "certificates or goods_value",
    ],
  ])("%j is refused with its line, its path and a remedy", (rule, message, hint) => {
    const error = errorOf(fileOf(rule));
    expect(error.message).toContain(`${path}:2: ${message}`);
    expect(error.hint).toContain(hint);
    expect(error.exitCode).toBe(2);
  });

  it.each([
    [
      { ...BOUNDS, min: 20 },
      { ...BOUNDS, max: 19 },
    ],
    [{ ...BOUNDS, figure: "certificates:*", max: 4 }, FIGURE],
    [FIGURE, { ...FIGURE, expected: 6 }],
    [
      { ...FIGURE, tolerance: { absolute: 2 } },
      { ...BOUNDS, min: 8 },
    ],
    [
      { ...TARGET, at_least: 10 },
      { ...TARGET, at_most: 9 },
    ],
    [
      { ...FIGURE, expected: "100", tolerance: { relative: "1 %" } },
      { ...FIGURE, expected: "103", tolerance: { relative: "1 %" } },
    ],
    [
      { ...FIGURE, figure: "certificates_record:2017", expected: true },
      { ...FIGURE, figure: "certificates_record:2017", expected: false },
    ],
  ])("%j and %j cannot both hold", (first, second) => {
    const error = errorOf(fileOf(first, { kind: "rejected-rows", max: 0 }, second));
    expect(error.message).toContain(`${path}:4: `);
    expect(error.message).toContain("this rule and that of line 2 cannot both hold");
  });

  it.each([
    [
      { ...BOUNDS, min: 19 },
      { ...BOUNDS, max: 19 },
    ],
    [
      { ...BOUNDS, min: 20 },
      { ...BOUNDS, max: 19, where: "destination = CN" },
    ],
    [
      { ...BOUNDS, min: 20 },
      { ...BOUNDS, max: 19, figure: "certificates:2018" },
    ],
    [
      { ...BOUNDS, min: 20 },
      { ...BOUNDS, max: 19, scope: "distant" },
    ],
    // What was published may miss the goal.
    [FIGURE, { ...TARGET, at_least: 10 }],
    [
      { kind: "figure", figure: "certificates_growth:2017", expected: "13.43 %" },
      { kind: "figure", figure: "certificates_growth:2017", expected: "13.4 %" },
    ],
  ])("%j and %j can both hold", (first, second) => {
    expect(read(fileOf(first, second))).toHaveLength(2);
  });

  it("may have comments, trailing commas and a byte order mark; rules know their lines", () => {
    const rules = read(`\uFEFF// first
{
  /* a list */
  "rules": [
    { "kind": "rejected-rows", "max": "1 %" },
    {
      "kind": "figure", "figure": "goods_value:2017", "expected": "865.1 million",
    },
  ],
}`);
    expect(rules.map(({ kind, level, place }) => [kind, level, place.line])).toEqual([
      ["rejected-rows", "error", 5],
      ["figure", "error", 6],
    ]);
    const [, figure] = rules;
    expect(
      figure?.kind === "figure" && typeof figure.expected === "object" && fractionToNumber(figure.expected.value),
    ).toBe(865_100_000);
  });

  it("is read, or refused in words, whatever stands in it", () => {
    const keys = fc.constantFrom(
      "kind",
      "max",
      "min",
      "figure",
      "expected",
      "tolerance",
      "where",
      "from",
      "at_least",
      "watch",
      "allow",
      "x",
    );
    const values = fc.oneof(
      fc.constantFrom(
        "figure",
        "bounds",
        "target",
        "drift",
        "value-range",
        "missing-months",
        "certificates:2017",
        "1 %",
        "hs2 = 84",
        "2017",
      ),
      fc.jsonValue({ maxDepth: 2 }),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(keys, values), { maxLength: 4 }), fc.string(), (rules, junk) => {
        for (const text of [JSON.stringify({ rules }), JSON.stringify({ rules }).slice(0, -3) + junk, junk]) {
          try {
            read(text);
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
            expect(error instanceof UserError && error.message).toContain(path);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
