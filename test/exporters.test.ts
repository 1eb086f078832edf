/** `origo exporters` on the sample against `test/oracle/exporters.ts`, which shares no code with `src/`. */
import { beforeAll, describe, expect, it } from "vitest";

import { countCertificates, type Certificate } from "./oracle/counting.ts";
import { exporterFacts } from "./oracle/exporters.ts";
import { readLimburg } from "./oracle/limburg.ts";
import { dataFile } from "./oracle/reference.ts";
import { runOrigo } from "./run-origo.ts";

const INPUT = "data/limburg-2007-2018.csv.gz";
const YEARS = Array.from({ length: 12 }, (_, index) => 2007 + index);

type Row = Readonly<Record<string, string | number | boolean | null>>;
type Tables = Readonly<Record<"years" | "margins" | "distribution" | "concentration", readonly Row[]>>;

async function printed(...args: readonly string[]): Promise<Tables> {
  const { stdout, code } = await runOrigo(["exporters", INPUT, "--format", "json", ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

function cents(value: Row[string] | undefined): bigint {
  return BigInt(String(value).replace(".", ""));
}

const certificates = countCertificates(readLimburg(dataFile("limburg-2007-2018.csv.gz"))).certificates;

function compareYear(tables: Tables, year: number, chosen: readonly Certificate[], isRow: (row: Row) => boolean): void {
  const facts = exporterFacts(chosen, year, YEARS);
  const of = (table: keyof Tables): readonly Row[] => tables[table].filter((row) => row["year"] === year && isRow(row));
  const row = { ...of("years")[0], ...of("concentration")[0] };
  for (const [id, value] of Object.entries(facts.numbers)) {
    if (row[id] === undefined) continue;
    if (value === null) expect([year, id, row[id]]).toEqual([year, id, null]);
    else expect(row[id], `${year} ${id}`).toBeCloseTo(value, 10);
  }
  const margins = Object.fromEntries(of("margins").map((each) => [each["margin"], cents(each["goods_value_change"])]));
  for (const [id, change] of Object.entries(facts.margins ?? {})) expect(margins[id], `${year} ${id}`).toBe(change);
  if (facts.margins === null) expect(of("margins")).toEqual([]);
  for (const [status, spread] of Object.entries(facts.spread)) {
    const printedRow = of("distribution").find((each) => each["exporter_status"] === status);
    for (const [index, id] of ["mean", "sd", "q1", "median", "q3"].entries()) {
      const value = printedRow?.[`goods_value_${id}`];
      if (value == null) expect(Number.isNaN(spread[index])).toBe(true);
      else expect(Number(value) * 100, `${year} ${status} ${id}`).toBeCloseTo(spread[index] ?? NaN, -0.5);
    }
  }
}

describe("the tables of a terminal", () => {
  const languages = ["nl", "fr", "de", "en"] as const;
  it.each(languages)("fit 80 columns and have words for headings in %s", async (language) => {
    for (const table of ["distribution", "concentration"]) {
      for (const split of [[], ["--by", "destination"]]) {
        const { stdout } = await runOrigo([
          "exporters",
          INPUT,
          "--from",
          "2017",
          "--lang",
          language,
          "--table",
          table,
          ...split,
        ]);
        const lines = stdout.split("\n");
        expect(lines.length).toBeGreaterThan(8);
        expect(lines.filter((line) => line.length > 80)).toEqual([]);
        expect(stdout).not.toMatch(/_/);
      }
    }
  });
});

describe("the exporters of the sample", () => {
  let tables: Tables = { years: [], margins: [], distribution: [], concentration: [] };
  beforeAll(async () => {
    tables = await printed();
  });

  it.each(YEARS)("of %i are those of a second computation", (year) => {
    compareYear(tables, year, certificates, () => true);
  });

  it("have margins that sum exactly to the growth of the report", () => {
    const of2017 = tables.margins.filter((row) => row["year"] === 2017);
    const change = (...ids: readonly string[]): bigint =>
      of2017
        .filter((row) => ids.includes(String(row["margin"])))
        .reduce((sum, row) => sum + cents(row["goods_value_change"]), 0n);
    const { certificates: count, goods_value: value } = tables.years.find((row) => row["year"] === 2017) ?? {};
    expect([count, value]).toEqual([22_816, "865112480.36"]);
    expect(change("total")).toBe(change("entrants", "exiters", "incumbents", "without_exporter"));
    expect(change("incumbents")).toBe(change("added_destinations", "dropped_destinations", "continuing_destinations"));
    expect(change("continuing_destinations")).toBe(change("added_products", "dropped_products", "continuing_products"));
    const before = tables.years.find((row) => row["year"] === 2016);
    expect(change("total")).toBe(cents(value) - cents(before?.["goods_value"]));
  });

  it("have a split of the growth that adds up", () => {
    for (const row of tables.years.slice(1)) {
      const [value, count, average] = ["value", "count", "value_per_certificate"].map((id) =>
        Number(row[`${id}_log_growth`]),
      );
      expect((count ?? NaN) + (average ?? NaN)).toBeCloseTo(value ?? NaN, 10);
      expect(Math.expm1(value ?? NaN)).toBeCloseTo(Number(row["goods_value_growth"]), 10);
    }
  });
});

describe("split by destination", () => {
  it("are those of a second computation of the certificates of each destination", async () => {
    const tables = await printed("--by", "destination", "--from", "2015", "--to", "2017");
    for (const country of ["CN", "TR", "US", "AE"]) {
      const chosen = certificates.filter(({ destination }) => destination === country);
      const facts = exporterFacts(chosen, 2016, YEARS);
      const row = tables.years.find((each) => each["year"] === 2016 && each["destination"] === country);
      for (const id of ["exporters", "entrants", "exiters", "incumbents"]) expect(row?.[id]).toBe(facts.numbers[id]);
      const margins = tables.margins.filter((each) => each["year"] === 2016 && each["destination"] === country);
      for (const [id, change] of Object.entries(facts.margins ?? {})) {
        expect(cents(margins.find((each) => each["margin"] === id)?.["goods_value_change"])).toBe(change);
      }
    }
  });
});
