import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { runOrigo } from "./run-origo.ts";

const INPUT = "fixtures/inputs/limburg.csv";
const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What scripts read: every command that has CSV, in its tables and with its options. */
const OUTPUTS: readonly (readonly string[])[] = [
  ["summary"],
  ["summary", "--by", "month", "--from", "2017"],
  ["summary", "--base", "2015", "--constant-rates"],
  ["shares", "--by", "exporter", "--top", "5"],
  ["shares", "--by", "bloc"],
  ["shares", "--concentration"],
  [
    "query",
    "--by",
    "year,region,hs2",
    "--measures",
    "certificates,goods_value_contribution,goods_value_rank",
    "--totals",
  ],
  ["exporters", "--table", "years"],
  ["exporters", "--table", "margins"],
  ["report", "2017"],
  ["report", "2017", "--table", "years"],
];

const [header = "", ...rows] = readFileSync(INPUT, "utf8").trimEnd().split("\n");

/** The rows in another order, always the same one for a seed (Fisher and Yates, a linear congruential generator). */
function shuffled(seed: number): readonly string[] {
  const order = [...rows];
  let state = seed;
  for (let last = order.length - 1; last > 0; last--) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] ?? "", order[last] ?? ""];
  }
  return order;
}

function write(name: string, lines: readonly string[], end = "\n"): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}${end}`).join(""));
  return path;
}

/** The same records, in other files. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  "in another order": [write("shuffled.csv", [header, ...shuffled(1)])],
  "in the reverse order": [write("reversed.csv", [header, ...rows.toReversed()])],
  "with the line ends of Windows": [write("windows.csv", [header, ...rows], "\r\n")],
  "in three files": [0, 1, 2].map((part) =>
    write(`part-${part}.csv`, [header, ...shuffled(2).filter((_, index) => index % 3 === part)]),
  ),
};

/** Where a program may look for how things are written here. */
const PLACES: readonly Readonly<Record<string, string>>[] = [
  { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "America/Anchorage", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8", FORCE_COLOR: "3" },
];

describe.concurrent.each(OUTPUTS)("the CSV of %s %s %s %s", (...given) => {
  const args = given.filter((arg): arg is string => typeof arg === "string");

  it("is the same for the same records and wherever it is made, with line feeds at the ends of lines", async () => {
    const read = async (inputs: readonly string[], environment = {}): Promise<string> => {
      const { stdout, stderr, code } = await runOrigo([...args, ...inputs, "--format", "csv", "--quiet"], environment);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      return stdout;
    };
    const expected = await read([INPUT]);
    expect(expected.split("\n").length).toBeGreaterThan(3);
    expect(expected).not.toContain("\r");
    for (const [what, inputs] of Object.entries(VARIANTS)) expect(await read(inputs), what).toBe(expected);
    for (const place of PLACES) expect(await read([INPUT], place), JSON.stringify(place)).toBe(expected);
  });
});

it.concurrent.each([["summary"], ["shares"], ["exporters"], ["report"]])(
  "the JSON of %s is the same wherever it is made, and for the same records but for where they came from",
  async (command) => {
    const read = async (inputs: readonly string[], environment = {}): Promise<string> =>
      (await runOrigo([command, ...inputs, "--format", "json", "--quiet"], environment)).stdout;
    const expected = await read([INPUT]);
    for (const place of PLACES) expect(await read([INPUT], place)).toBe(expected);
    const figures = (text: string): unknown => ({ ...JSON.parse(text), inputs: null, problems: null });
    for (const inputs of Object.values(VARIANTS)) expect(figures(await read(inputs))).toEqual(figures(expected));
  },
);
