/** Rules against made-up certificates whose figures are computed again here, in plain arithmetic. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";

import { fractionToNumber } from "../../src/domain/fraction.ts";
import { check, type CheckOptions } from "../../src/pipeline/check.ts";
import { renderSummary, summary } from "../../src/pipeline/summary.ts";
import type { Checked } from "../../src/report/check/checked.ts";
import type { Finding, Outcome } from "../../src/report/check/outcome.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SELECTION = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;

/** A row of the made-up file, and what is wrong with it. */
interface Row {
  readonly line: number;
  readonly number: string;
  readonly year: number;
  readonly month: number;
  readonly destination: string;
  readonly exporter: string;
  readonly value: string;
  readonly fate: "counted" | "copy" | "rejected";
}

const DESTINATIONS = ["CN", "TR", "US", "DE"];
const [FIRST_YEAR, LAST_YEAR, LAST_MONTH] = [2013, 2018, 7];

/** Five and a half years: 2018 ends with July. Some months have none, some many. */
function makeRows(seed: number): readonly Row[] {
  const random = randomFrom(seed);
  const rows: Row[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (let month = 1; month <= (year === LAST_YEAR ? LAST_MONTH : 12); month += 1) {
      const isEmpty = random() < 0.05 && rows.length > 0;
      const count = isEmpty ? 0 : 1 + Math.floor(random() * 4) + (random() < 0.1 ? 12 : 0);
      for (let index = 0; index < count; index += 1) rows.push(makeRow(rows, year, month, random));
    }
  }
  // The data end with the last day of July.
  return [...rows, { ...makeRow(rows, LAST_YEAR, LAST_MONTH, () => 0.5), fate: "counted", destination: "CN" }];
}

function makeRow(before: readonly Row[], year: number, month: number, random: () => number): Row {
  const line = before.length + 2;
  const last = before.at(-1);
  if (last?.fate === "counted" && last.year === year && last.month === month && random() < 0.05) {
    return { ...last, line, fate: "copy" };
  }
  const isRejected = random() < 0.03;
  return {
    line,
    number: `N${line}`,
    year,
    month,
    destination: isRejected ? "Atlantis" : (DESTINATIONS[Math.floor(random() ** 2 * DESTINATIONS.length)] ?? "CN"),
    exporter: random() < 0.1 ? "" : `BE${Math.floor(random() * 20)}`,
    value: random() < 0.08 ? "" : Math.exp(random() * 8 + (random() < 0.03 ? 6 : 0)).toFixed(2),
    fate: isRejected ? "rejected" : "counted",
  };
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function writeRows(name: string, rows: readonly Row[]): string {
  const path = join(folder, name);
  const pad = (number: number): string => String(number).padStart(2, "0");
  const lines = rows.map(({ number, year, month, destination, exporter, value }, index) => {
    const day = index === rows.length - 1 ? 31 : 1 + (Number(number.slice(1)) % 28);
    return [number, `${year}-${pad(month)}-${pad(day)}`, destination, exporter, value].join(";");
  });
  writeFileSync(path, ["certificate number;issue date;destination;exporter id;value", ...lines, ""].join("\n"));
  return path;
}

let files = 0;
async function judge(rows: string, rules: readonly object[], options: Partial<CheckOptions> = {}): Promise<Checked> {
  const path = join(folder, `${(files += 1)}.rules.json`);
  writeFileSync(path, JSON.stringify({ rules }));
  return check({ inputs: [rows], selection: SELECTION, rules: path, ...options });
}

const verdicts = ({ outcomes }: Checked): readonly string[] => outcomes.map(({ verdict }) => verdict);
const linesOf = ({ findings }: Outcome): readonly (number | undefined)[] =>
  findings.map(({ place }) => place?.line).toSorted((a = 0, b = 0) => a - b);
const subjectsOf = ({ findings }: Outcome): readonly string[] => findings.map(({ subject }) => subject);
function outcomeAt({ outcomes }: Checked, index: number): Outcome {
  const outcome = outcomes[index];
  if (outcome === undefined) throw new Error(`no outcome ${index}`);
  return outcome;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const cents = ({ value }: Row): number => Math.round(Number(value) * 100);
const ascending = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
function medianOf(values: readonly number[]): number {
  const sorted = ascending(values);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

describe.each([1, 2, 3])("made-up certificates %d", (seed) => {
  const rows = makeRows(seed);
  const path = writeRows(`${seed}.csv`, rows);
  const counted = rows.filter(({ fate }) => fate === "counted");
  const valued = counted.filter(({ value }) => value !== "");
  const monthOf = ({ year, month }: Pick<Row, "year" | "month">): string => `${year}-${String(month).padStart(2, "0")}`;

  it("shares of rows and lines pass above and fail below what they are", async () => {
    const kinds = [
      { rule: { kind: "rejected-rows" }, part: rows.filter(({ fate }) => fate === "rejected"), whole: rows.length },
      { rule: { kind: "duplicate-rows" }, part: rows.filter(({ fate }) => fate === "copy"), whole: rows.length },
      {
        rule: { kind: "missing-values", field: "value" },
        part: counted.filter(({ value }) => value === ""),
        whole: counted.length,
      },
      {
        rule: { kind: "missing-values", field: "exporter", where: "destination = CN" },
        part: counted.filter(({ destination, exporter }) => destination === "CN" && exporter === ""),
        whole: counted.filter(({ destination }) => destination === "CN").length,
      },
    ];
    const rules = kinds.flatMap(({ rule, part, whole }) => [
      { ...rule, max: (part.length + 0.5) / whole },
      { ...rule, max: (part.length - 0.5) / whole },
    ]);
    const checked = await judge(
      path,
      rules.filter(({ max }) => max >= 0),
    );
    let index = 0;
    for (const { part, whole } of kinds) {
      expect(part.length).toBeGreaterThan(0);
      const [above, below] = [outcomeAt(checked, index), outcomeAt(checked, index + 1)];
      expect([above.verdict, below.verdict]).toEqual(["passed", "failed"]);
      expect(below.facts).toMatchObject({ form: "share", part: part.length, whole });
      expect(linesOf(below)).toEqual(part.map(({ line }) => line).slice(0, 100));
      index += 2;
    }
    expect(checked.passed).toBe(false);
  });

  it("months without certificates are found, of all and of some", async () => {
    const months = Array.from({ length: (LAST_YEAR - FIRST_YEAR) * 12 + LAST_MONTH }, (_, index) =>
      monthOf({ year: FIRST_YEAR + Math.floor(index / 12), month: (index % 12) + 1 }),
    );
    const missing = (some: readonly Row[]): readonly string[] =>
      months.filter((month) => !some.some((row) => monthOf(row) === month));
    const ofAll = missing(counted);
    const ofChina = missing(counted.filter(({ destination }) => destination === "CN"));
    const rule = { kind: "missing-months", where: "destination = CN" };
    const checked = await judge(path, [
      { kind: "missing-months", allow: ofAll.length },
      { ...rule, allow: ofChina.length },
      { ...rule, allow: ofChina.length - 1 },
      { kind: "missing-months", to: "2018-09", from: "2018-08" },
    ]);
    expect(verdicts(checked)).toEqual(["passed", "passed", "failed", "failed"]);
    expect(subjectsOf(outcomeAt(checked, 2))).toEqual(ofChina);
    expect(subjectsOf(outcomeAt(checked, 3))).toEqual(["2018-08", "2018-09"]);
  });

  it("a month is held against the median of the same months of the years before", async () => {
    const countOf = (year: number, month: number): number =>
      counted.filter((row) => row.year === year && row.month === month).length;
    const unusual = counted
      .map(({ year, month }) => ({ year, month, id: monthOf({ year, month }) }))
      .filter(({ id }, index, all) => all.findIndex((each) => each.id === id) === index)
      .filter(({ year, month }) => {
        const earlier = [1, 2, 3].map((ago) => year - ago).filter((each) => each >= FIRST_YEAR);
        const usual = medianOf(earlier.map((each) => countOf(each, month)));
        return earlier.length >= 2 && countOf(year, month) > 2.5 * usual;
      })
      .map(({ id }) => id);
    const rule = { kind: "month-outliers", rise: "150 %", years: 3 };
    const checked = await judge(path, [rule, { ...rule, allow: unusual.length }, { ...rule, from: "2018-03" }]);
    expect(subjectsOf(outcomeAt(checked, 0))).toEqual(unusual);
    expect(verdicts(checked).slice(0, 2)).toEqual([unusual.length > 0 ? "failed" : "passed", "passed"]);
    expect(subjectsOf(outcomeAt(checked, 2))).toEqual(unusual.filter((id) => id >= "2018-03"));
  });

  it("values out of range, and far from the median of their logarithms, are named with their lines", async () => {
    const largest = ascending(valued.map(cents));
    const [low, high] = [largest[3] ?? 0, largest.at(-4) ?? 0];
    const outside = valued.filter((row) => cents(row) < low || cents(row) > high);
    const logs = valued.map((row) => Math.log(cents(row)));
    const centre = medianOf(logs);
    const spread = medianOf(logs.map((each) => Math.abs(each - centre)));
    const score = (row: Row): number => (0.6745 * Math.abs(Math.log(cents(row)) - centre)) / spread;
    const far = valued.filter((row) => score(row) > 2);
    const checked = await judge(path, [
      { kind: "value-range", min: low / 100, max: high / 100 },
      { kind: "value-range", min: low / 100, max: high / 100, allow: outside.length },
      { kind: "value-outliers", threshold: 2 },
      { kind: "value-outliers", threshold: 2, allow: far.length },
    ]);
    expect(outside.length).toBeGreaterThan(0);
    expect(far.length).toBeGreaterThan(0);
    expect(verdicts(checked)).toEqual(["failed", "passed", "failed", "passed"]);
    expect(linesOf(outcomeAt(checked, 0))).toEqual(outside.map(({ line }) => line));
    expect(linesOf(outcomeAt(checked, 2))).toEqual(far.map(({ line }) => line));
  });

  it("certificates that are a large part of their year are named with their share", async () => {
    const yearSum = (year: number): number => sum(valued.filter((row) => row.year === year).map(cents));
    const large = valued.filter((row) => cents(row) / yearSum(row.year) > 0.1);
    const checked = await judge(path, [
      { kind: "large-certificates", max: "10 %" },
      { kind: "large-certificates", max: "100 %" },
    ]);
    expect(large.length).toBeGreaterThan(0);
    expect(verdicts(checked)).toEqual(["failed", "passed"]);
    expect(linesOf(outcomeAt(checked, 0))).toEqual(large.map(({ line }) => line));
    const shareIn = ({ note }: Finding): number => (note.kind === "part-of-year" ? fractionToNumber(note.share) : 0);
    const shares = outcomeAt(checked, 0).findings.map(shareIn);
    const expected = large.map((row) => cents(row) / yearSum(row.year));
    for (const [index, share] of ascending(shares).entries())
      expect(share).toBeCloseTo(ascending(expected)[index] ?? 0, 12);
  });

  it("a figure that summary prints never fails, and another one does", async () => {
    const series = await summary({ inputs: [path], selection: SELECTION, by: "year" });
    const text = await renderSummary(series, {
      format: "csv",
      readerLanguage: "en",
      dataLanguage: "en",
      colour: false,
      width: 80,
    });
    const [header = "", ...lines] = text.trim().split("\n");
    const columns = header.split(",").slice(1, 8);
    const rules = lines.flatMap((line) => {
      const [year = "", ...cells] = line.split(",");
      return columns.flatMap((column, index) => {
        const expected = cells[index] ?? "";
        return expected === "" ? [] : [{ kind: "figure", figure: `${column}:${year}`, expected }];
      });
    });
    expect(rules.length).toBeGreaterThan(30);
    const checked = await judge(path, rules);
    for (const { rule, verdict } of checked.outcomes) {
      const isUnfinishedGrowth =
        rule.kind === "figure" && rule.figure.column.endsWith("growth") && rule.figure.period.year === LAST_YEAR;
      expect(verdict).toBe(isUnfinishedGrowth ? "not-judged" : "passed");
    }
    const off = rules.map((rule) => ({ ...rule, expected: `${Number(rule.expected) + 0.01}`.slice(0, 20) }));
    const wrong = await judge(
      path,
      off.filter(({ expected }) => /^-?\d+(\.\d{1,12})?$/.test(expected)),
    );
    expect(verdicts(wrong)).not.toContain("passed");
  });

  it("a target of the unfinished year is projected by what the same months were of the year before", async () => {
    const certificatesIn = (year: number, toMonth: number): number =>
      counted.filter((row) => row.year === year && row.month <= toMonth).length;
    const projected =
      (certificatesIn(LAST_YEAR, LAST_MONTH) * certificatesIn(LAST_YEAR - 1, 12)) /
      certificatesIn(LAST_YEAR - 1, LAST_MONTH);
    const china = counted.filter(({ destination, year }) => destination === "CN" && year === LAST_YEAR - 1);
    const share = china.length / certificatesIn(LAST_YEAR - 1, 12);
    const figure = `certificates:${LAST_YEAR}`;
    const shareRule = {
      kind: "target",
      figure: `certificates:${LAST_YEAR - 1}`,
      as: "share",
      where: "destination = CN",
    };
    const checked = await judge(path, [
      { kind: "target", figure, at_least: Math.floor(projected) },
      { kind: "target", figure, at_least: Math.floor(projected) + 1 },
      { ...shareRule, at_least: Math.floor(share * 1e6) / 1e6 },
      { ...shareRule, at_least: Math.ceil(share * 1e6 + 1) / 1e6 },
    ]);
    const lost = await judge(path, [{ kind: "target", figure, at_most: certificatesIn(LAST_YEAR, LAST_MONTH) - 1 }]);
    expect(verdicts(checked)).toEqual(["passed", "failed", "passed", "failed"]);
    // What can still be reached is a warning; what is out of reach, or of a year that is over, is what the rule says.
    const levels = [...checked.outcomes, ...lost.outcomes].map(({ level }) => level);
    expect(levels.slice(1)).toEqual(["warn", "error", "error", "error"]);
    const { facts } = outcomeAt(checked, 0);
    const course = facts.form === "figure" ? facts.course : null;
    expect(course && fractionToNumber(course.projected.value)).toBeCloseTo(projected, 9);
  });

  it("every year is held against bounds, and a year without data is not judged", async () => {
    const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    const counts = years.map((year) => counted.filter((row) => row.year === year).length);
    const checked = await judge(path, [
      { kind: "bounds", figure: "certificates:*", min: Math.min(...counts) },
      { kind: "bounds", figure: "certificates:*", min: Math.min(...counts) + 1 },
      { kind: "bounds", figure: "certificates:2030", min: 1, level: "warn" },
    ]);
    expect(verdicts(checked)).toEqual(["passed", "failed", "not-judged"]);
    const least = Math.min(...counts);
    expect(subjectsOf(outcomeAt(checked, 1))).toEqual(
      years.filter((_, index) => counts[index] === least).map((year) => `certificates:${year}`),
    );
  });
});

describe("drift", () => {
  const lines = ["certificate number;issue date;destination;value", "1;2017-01-01;CN;100,50", "2;2017-02-01;TR;30,25"];
  const write = (name: string, content: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, [...content, ""].join("\n"));
    return path;
  };

  it("is none from the same files, and names what changed", async () => {
    const baseline = join(folder, "baseline.json");
    const rules = [{ kind: "drift", watch: ["columns", "fields", "formats", "destination", "counts"] }];
    const path = write("drift.csv", lines);
    expect(verdicts(await judge(path, rules, { baseline }))).toEqual(["not-judged"]);
    expect(verdicts(await judge(path, rules, { baseline, updateBaseline: true }))).toEqual(["passed"]);
    expect(verdicts(await judge(path, rules, { baseline }))).toEqual(["passed"]);
    const renamed = write("drift-2.csv", [
      "certificate number;date of issue;destination;value",
      "1;2017-01-01;SA;100.50",
    ]);
    const checked = await judge(renamed, rules, { baseline });
    const changes = outcomeAt(checked, 0).findings.map(({ note }) => (note.kind === "drift" ? note.change : null));
    expect(changes).toEqual([
      { aspect: "columns", before: null, now: "date of issue" },
      { aspect: "columns", before: "issue date", now: null },
      { aspect: "fields", before: "issue_date: issue date", now: "issue_date: date of issue" },
      { aspect: "formats", before: "decimalMark: ,", now: "decimalMark: ." },
      { aspect: "destination", before: null, now: "SA" },
      { aspect: "destination", before: "CN", now: null },
      { aspect: "destination", before: "TR", now: null },
      { aspect: "counts", before: "certificates: 2", now: "certificates: 1" },
    ]);
  });

  it("lets the certificates become fewer by what the rule says", async () => {
    const baseline = join(folder, "baseline-2.json");
    const rules = (drop: string): readonly object[] => [{ kind: "drift", watch: ["counts"], max_drop: drop }];
    await judge(write("drift-3.csv", lines), rules("0 %"), { baseline, updateBaseline: true });
    const fewer = write("drift-4.csv", lines.slice(0, 2));
    expect(verdicts(await judge(fewer, rules("50 %"), { baseline }))).toEqual(["passed"]);
    expect(verdicts(await judge(fewer, rules("49.9 %"), { baseline }))).toEqual(["failed"]);
  });
});

describe("the order of rules", () => {
  it("changes no outcome", async () => {
    const path = writeRows("order.csv", makeRows(7));
    const rules = [
      { kind: "rejected-rows", max: 0 },
      { kind: "missing-months", where: "destination = US" },
      { kind: "figure", figure: "certificates:2014", expected: 40 },
      { kind: "target", figure: "goods_value:2018", at_least: 5000, scope: "distant" },
    ];
    const reference = await judge(path, rules);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), async (order) => {
        const shuffled = await judge(
          path,
          order.flatMap((index) => rules[index] ?? []),
        );
        const facts = ({ facts: each, verdict }: Outcome): unknown => [verdict, each];
        expect(shuffled.outcomes.map(facts)).toEqual(order.map((index) => facts(outcomeAt(reference, index))));
      }),
      { numRuns: 4 },
    );
  });
});
