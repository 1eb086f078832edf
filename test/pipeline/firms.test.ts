import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";

import { REPOSITORY, runOrigo } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-firms-"));
afterAll(() => rmSync(folder, { recursive: true }));

const FILE = "fixtures/small-firms/certificates.csv";
const REGISTER = "fixtures/small-firms/register.csv";
const NATIONAL = "fixtures/small-firms/national.csv";

/** A certificate, with its exporter's size as its file states it. */
interface Certificate {
  readonly year: number;
  readonly exporter: string;
  readonly stated: string;
  readonly destination: string;
  readonly cents: number;
}

const WORDS: Readonly<Record<string, string>> = { klein: "small", middelgroot: "medium", groot: "large" };
const [, ...rows]: string[][] = parse(readFileSync(join(REPOSITORY, FILE)), { delimiter: ";" });
const certificates = rows.map(
  ([, , date = "", exporter = "", , size = "", destination = "", value = ""]): Certificate => ({
    year: Number(date.slice(0, 4)),
    exporter,
    stated: WORDS[size] ?? size,
    destination,
    cents: Number(value.replace(",", "")),
  }),
);
const register: Record<"exporter_id" | "employees" | "turnover" | "from", string>[] = parse(
  readFileSync(join(REPOSITORY, REGISTER)),
  { columns: true },
);
const national: Record<"year" | "size" | "measure" | "value", string>[] = parse(
  readFileSync(join(REPOSITORY, NATIONAL)),
  { columns: true },
);

/** A second computation, of the size that the register has: staff and turnover are the only figures in it. */
function registeredSize({ exporter, year }: Certificate): string | null {
  const [line] = register
    .filter((each) => each.exporter_id.replace(".", "") === exporter && Number(each.from) <= year)
    .toSorted((a, b) => Number(b.from) - Number(a.from));
  if (line === undefined) return null;
  const [staff, turnover] = [Number(line.employees), Number(line.turnover) / 1e6];
  if (staff < 10 && turnover <= 2) return "micro";
  if (staff < 50 && turnover <= 10) return "small";
  return staff < 250 && turnover <= 50 ? "medium" : "large";
}

type Size = (certificate: Certificate) => string;
const withRegister: Size = (certificate) => registeredSize(certificate) ?? certificate.stated;

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  micro: ["micro"],
  small: ["small"],
  medium: ["medium"],
  large: ["large"],
  "": [""],
  sme: ["micro", "small", "medium"],
  total: ["micro", "small", "medium", "large", ""],
};

const average = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const half = ordered.length / 2;
  return average(ordered.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** The sums of a class in a year, on sets. */
function classOf(size: Size, firmClass: string, year: number, among: readonly Certificate[] = certificates) {
  const own = among.filter((each) => each.year === year && MEMBERS[firmClass]?.includes(size(each)));
  const exporters = [...new Set(own.map(({ exporter }) => exporter))];
  return {
    certificates: own.length,
    goods_value: own.reduce((sum, { cents }) => sum + cents, 0),
    exporters: exporters.length,
    firstTime: exporters.filter((name) => certificates.every((each) => each.exporter !== name || each.year >= year))
      .length,
    destinations: exporters.map(
      (name) => new Set(own.filter(({ exporter }) => exporter === name).map(({ destination }) => destination)).size,
    ),
  };
}

async function csv(...args: readonly string[]): Promise<readonly Readonly<Record<string, string>>[]> {
  const { stdout, stderr, code } = await runOrigo([...args, "--format", "csv", "--quiet"]);
  expect([stderr, code]).toEqual(["", 0]);
  return parse(stdout, { columns: true });
}

const ratio = (part: number, whole: number): string => (part / whole).toFixed(6);

/** The table of sizes as it is to be. */
function expectedRows(size: Size, among = certificates): readonly Readonly<Record<string, string>>[] {
  const classes = Object.keys(MEMBERS).filter(
    (firmClass) => firmClass === "sme" || among.some((each) => MEMBERS[firmClass]?.includes(size(each))),
  );
  return [...new Set(among.map(({ year }) => year))]
    .toSorted((a, b) => a - b)
    .flatMap((year) =>
      classes.map((firmClass) => {
        const own = classOf(size, firmClass, year, among);
        const before = classOf(size, firmClass, year - 1, among);
        const all = classOf(size, "total", year, among);
        const figures = (["certificates", "goods_value", "exporters"] as const).flatMap((measure) => [
          [measure, measure === "goods_value" ? (own[measure] / 100).toFixed(2) : String(own[measure])],
          [`${measure}_share`, ratio(own[measure], all[measure])],
          [
            `${measure}_growth`,
            year === 2013 || before[measure] === 0 ? "" : ratio(own[measure] - before[measure], before[measure]),
          ],
        ]);
        return {
          year: String(year),
          exporter_size: firmClass,
          ...Object.fromEntries(figures),
          first_time_exporters: year < 2016 ? "" : String(own.firstTime),
          destinations_mean: own.exporters === 0 ? "" : average(own.destinations).toFixed(6),
          destinations_median: own.exporters === 0 ? "" : median(own.destinations).toFixed(6),
          complete: "true",
        };
      }),
    );
}

const withoutNames = (table: readonly Readonly<Record<string, string>>[]) =>
  table.map(({ exporter_size_name: _name, ...row }) => row);

describe("exporters by size, computed a second time", () => {
  it("have in the fixture what can go wrong: unknown sizes, differing ones, growing firms", () => {
    const known = certificates.filter((each) => registeredSize(each) !== null);
    expect(known.length).toBeLessThan(certificates.length);
    expect(known.some((each) => each.stated !== "" && each.stated !== registeredSize(each))).toBe(true);
    expect(register.some(({ from }) => from !== "")).toBe(true);
  });

  it("are the same by the register", async () => {
    expect(withoutNames(await csv("firms", FILE, "--register", REGISTER))).toEqual(expectedRows(withRegister));
  });

  it("are the same by the column alone, the unknown in a line of their own", async () => {
    const table = await csv("firms", FILE);
    expect(withoutNames(table)).toEqual(expectedRows(({ stated }) => stated));
    expect(Number(table.find(({ exporter_size: size }) => size === "")?.["exporters"])).toBeGreaterThan(0);
  });

  it("are the same under a condition; who is new is told from all that is on file", async () => {
    const table = await csv("firms", FILE, "--register", REGISTER, "--where", "destination = China");
    const chosen = certificates.filter(({ destination }) => destination === "China");
    expect(withoutNames(table)).toEqual(expectedRows(withRegister, chosen));
  });

  it("are the same from a store, and the store keeps its own sizes", async () => {
    const store = ["--store", join(folder, "origo.duckdb")];
    await runOrigo(["ingest", FILE, ...store]);
    expect(withoutNames(await csv("firms", "--register", REGISTER, ...store))).toEqual(expectedRows(withRegister));
    expect(withoutNames(await csv("firms", ...store))).toEqual(expectedRows(({ stated }) => stated));
  });

  it("are the same as those that a query and a condition by size count", async () => {
    const size = ["--register", REGISTER, FILE];
    const table = await csv("firms", ...size);
    const query = await csv(
      "query",
      "--by",
      "year,exporter_size",
      "--measures",
      "certificates,exporters,goods_value",
      ...size,
    );
    const small = await csv("summary", "--where", "exporter_size in (micro, small, medium)", ...size);
    const cells = (row: Readonly<Record<string, string>>) => [
      row["year"],
      row["certificates"],
      row["exporters"],
      row["goods_value"],
    ];
    const sized = table.filter(({ exporter_size: each = "" }) => !["sme", "total"].includes(each));
    expect(new Set(query.map((row) => JSON.stringify([row["exporter_size"], ...cells(row)])))).toEqual(
      new Set(sized.map((row) => JSON.stringify([row["exporter_size"], ...cells(row)]))),
    );
    expect(small.map(cells)).toEqual(table.filter(({ exporter_size: each }) => each === "sme").map(cells));
  });

  it("add no certificate and lose none, whatever the register says", async () => {
    const plain = await csv("summary", FILE);
    expect(await csv("summary", FILE, "--register", REGISTER)).toEqual(plain);
  });
});

describe("how far a register reaches", () => {
  it("is told, and is the same, computed a second time", async () => {
    const { stdout, stderr } = await runOrigo(["firms", FILE, "--register", REGISTER, "--format", "json"]);
    const matched = certificates.filter((each) => registeredSize(each) !== null);
    const differing = matched.filter((each) => each.stated !== "" && each.stated !== registeredSize(each));
    const exporters = (of: readonly Certificate[]): number => new Set(of.map(({ exporter }) => exporter)).size;
    const money = (of: readonly Certificate[]): string =>
      (of.reduce((sum, { cents }) => sum + cents, 0) / 100).toFixed(2);
    expect(JSON.parse(stdout).register).toEqual({
      file: REGISTER,
      enterprises: new Set(register.map((line) => line.exporter_id.replace(".", ""))).size,
      exporters: exporters(certificates),
      matchedExporters: exporters(matched),
      goodsValue: money(certificates),
      matchedGoodsValue: money(matched),
      differingExporters: exporters(differing),
      differingCertificates: differing.length,
    });
    expect(stderr).toContain(`has ${exporters(matched)} of ${exporters(certificates)} exporters`);
    expect(stderr).toContain(`state another size: ${exporters(differing)} (certificates: ${differing.length})`);
  });
});

describe("a benchmark of firms", () => {
  it("is held against every class, in shares and in growth", async () => {
    const gaps = await csv("firms", FILE, "--register", REGISTER, "--benchmark", NATIONAL, "--table", "benchmark");
    const theirs = (year: number, firmClass: string, measure: string): number =>
      national
        .filter(
          (each) => Number(each.year) === year && each.measure === measure && MEMBERS[firmClass]?.includes(each.size),
        )
        .reduce((sum, { value }) => sum + Number(value), 0);
    expect(gaps).toHaveLength(2 * 7 * 6);
    for (const row of gaps) {
      const [year, firmClass = "", measure] = [Number(row["year"]), row["exporter_size"], row["measure"]];
      if (measure !== "exporters" && measure !== "goods_value") throw new Error(`measure ${measure}`);
      const of = (at: number, which: string): number => classOf(withRegister, which, at)[measure];
      const expected = (value: (at: number, which: string) => number) => ({
        share: value(year, firmClass) / value(year, "total"),
        growth: year === 2013 ? null : value(year, firmClass) / value(year - 1, firmClass) - 1,
      });
      const [own, other] = [expected(of), expected((at, which) => theirs(at, which, measure))];
      const close = (cell: string | undefined, value: number | null): void =>
        value === null ? expect(cell).toBe("") : expect(Number(cell)).toBeCloseTo(value, 6);
      close(row["share"], own.share);
      close(row["benchmark_share"], other.share);
      close(row["share_gap"], own.share - other.share);
      close(row["growth"], own.growth);
      close(row["benchmark_growth"], other.growth);
      close(row["growth_gap"], own.growth === null || other.growth === null ? null : own.growth - other.growth);
    }
  });
});
