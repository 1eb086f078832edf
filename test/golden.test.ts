/**
 * The golden cases: each folder of `fixtures/cases` is a command and what it prints, byte for byte.
 *
 * `cmd` is the command, `stdout`, `stderr` and `exit` are what is expected of it, `why.md` says what is not obvious, and
 * anything else is input. After a change of the output: `UPDATE_CASES=1 npx vitest run test/golden.test.ts`, then read
 * the difference line by line; it is what users will see.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { isProblemCode, PROBLEM_KINDS, problemSeverity } from "../src/domain/problem.ts";
import { CASES, EXPECTATIONS, runCase, type CaseResult, type Expectation } from "./golden/run-case.ts";

const TIMEOUT = 600_000;
const names = readdirSync(CASES, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  .toSorted();
const updating = process.env["UPDATE_CASES"] === "1";
const continuousIntegration = process.env["CI"] === "true" || process.env["CI"] === "1";

/** The part of a JSON output that lists problems. */
const PROBLEMS_IN_JSON = v.object({
  problems: v.object({
    counts: v.record(v.string(), v.number()),
    first: v.array(v.object({ code: v.string(), line: v.number() })),
  }),
});

/** What no user should ever see. "Undefined when" is how `origo policy` speaks of measures, "what is undefined" how tables explain a dash. */
const INTERNALS = /This is a bug|\n {4}at (?!least |most )|(?<!\bis )\bundefined\b(?! when)|\bNaN\b|\/tmp\/|\.partial/;

/** Several tests look at one case; it runs once. */
const running = new Map<string, Promise<CaseResult>>();
async function resultOf(name: string): Promise<CaseResult> {
  const known = running.get(name) ?? runCase(name);
  running.set(name, known);
  return known;
}

async function outputOf(name: string, stream: Expectation = "stdout"): Promise<string> {
  return (await resultOf(name))[stream].toString("utf8");
}

test("expectations are never written in continuous integration", () => {
  expect(updating && continuousIntegration).toBe(false);
});

describe.concurrent("golden case", { timeout: TIMEOUT }, () => {
  test.for(names)("%s", async (name, { expect }) => {
    expect(existsSync(join(CASES, name, "cmd")), `${name} has no cmd`).toBe(true);
    const result = await resultOf(name);
    expect(result.leftBehind, "temporary folders that were left behind").toEqual([]);
    for (const stream of EXPECTATIONS) {
      const file = join(CASES, name, stream);
      if (updating && !continuousIntegration) writeFileSync(file, result[stream]);
      expect(existsSync(file), `${file} is missing; UPDATE_CASES=1 writes it`).toBe(true);
      const expected = readFileSync(file);
      // As text first, for a readable difference; then byte for byte.
      expect(result[stream].toString("utf8"), `${stream} of ${name}`).toBe(expected.toString("utf8"));
      expect(result[stream].equals(expected), `${stream} of ${name}, byte for byte`).toBe(true);
    }
  });
});

describe.concurrent("what the cases say together", { timeout: TIMEOUT }, () => {
  test("the same certificates give the same figures from every platform's export", async ({ expect }) => {
    const reference = await outputOf("platform-limburg");
    const platforms = names.filter((name) => name.startsWith("platform-"));
    expect(platforms.length).toBeGreaterThanOrEqual(10);
    for (const name of platforms) expect(await outputOf(name), name).toBe(reference);
  });

  test("the order of rows and files changes no byte", async ({ expect }) => {
    const reference = await outputOf("order-as-exported");
    const orders = names.filter((name) => name.startsWith("order-"));
    expect(orders.length).toBeGreaterThanOrEqual(4);
    for (const name of orders) expect(await outputOf(name), name).toBe(reference);
  });

  test("every problem code has a case that triggers it, names its place and has the right cost", async ({ expect }) => {
    const codes = Object.keys(PROBLEM_KINDS).filter(isProblemCode);
    expect(names.filter((name) => name.startsWith("problem-"))).toEqual(
      codes.map((code) => `problem-${code}`).toSorted(),
    );
    for (const code of codes) {
      const name = `problem-${code}`;
      expect(await outputOf(name, "stderr"), name).toMatch(new RegExp(`^rows\\.csv:5: (.+: )?${code}: `, "m"));
      // The cases run with --strict: a rejected row fails the command, a warning does not.
      expect(await outputOf(name, "exit"), name).toBe(problemSeverity(code) === "reject" ? "1\n" : "0\n");
    }
  });

  test("the JSON output lists every problem code", async ({ expect }) => {
    const { problems } = v.parse(PROBLEMS_IN_JSON, JSON.parse(await outputOf("json-problems")));
    const codes = Object.keys(PROBLEM_KINDS).toSorted();
    expect(Object.keys(problems.counts).toSorted()).toEqual(codes);
    expect([...new Set(problems.first.map((problem) => problem.code))].toSorted()).toEqual(codes);
  });

  test("no case shows a bug, an exception or a path of this machine", async ({ expect }) => {
    const faults: string[] = [];
    for (const name of names) {
      for (const stream of ["stdout", "stderr"] as const) {
        const [fault] = INTERNALS.exec(await outputOf(name, stream)) ?? [];
        if (fault !== undefined) faults.push(`${name}: ${stream} has ${JSON.stringify(fault)}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
