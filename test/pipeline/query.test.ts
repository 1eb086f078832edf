/**
 * Queries against a second computation: the rows of the sample, read with csv-parse and counted with plain loops
 * (`test/oracle/`), then filtered, grouped and divided here with maps and BigInt. Nothing is shared with `src/`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { parseWhere } from "../../src/domain/parse-where.ts";
import type { Selection } from "../../src/domain/scope.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import type { Output } from "../../src/pipeline/output.ts";
import { query, renderQuery, type Query, type QueryOptions } from "../../src/pipeline/query.ts";
import { renderSummary, summary } from "../../src/pipeline/summary.ts";
import { createVocabulary } from "../../src/reference/where-values.ts";
import { countCertificates, type Certificate } from "../oracle/counting.ts";
import { isPrinted } from "../oracle/exact.ts";
import { readLimburg } from "../oracle/limburg.ts";
import { cellOf, dataFile, readTable } from "../oracle/reference.ts";

const FILE = dataFile("limburg-2007-2018.csv.gz");
const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
const store = join(folder, "limburg.duckdb");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vocabulary = createVocabulary();
const EVERYTHING: Selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null };

function selection(where?: string): Selection {
  return where === undefined ? EVERYTHING : { ...EVERYTHING, where: parseWhere(where, vocabulary) };
}

type Row = Readonly<Record<string, string | number | null>>;

async function rowsOf(
  by: readonly string[],
  measures: readonly string[],
  more: Partial<QueryOptions> = {},
): Promise<readonly Row[]> {
  const result = await query({ inputs: [], store, by, measures, selection: EVERYTHING, ...more });
  return jsonOf(result);
}

const JSON_OUTPUT: Output = {
  format: "json",
  readerLanguage: "en",
  dataLanguage: "en",
  colour: false,
  width: 80,
};

async function jsonOf(result: Query): Promise<readonly Row[]> {
  const text = await renderQuery(result, JSON_OUTPUT);
  const document: { readonly rows: readonly Row[] } = JSON.parse(text);
  return document.rows;
}

/** The counted certificates, and each of their lines (those of one certificate share its year, month and destination). */
const lines = readLimburg(FILE);
const certificates: readonly Certificate[] = countCertificates(lines).certificates;

interface Group {
  certificates: number;
  cents: bigint;
  exporters: Set<string>;
}

function groupBy(keyOf: (certificate: Certificate) => string | null): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const certificate of certificates) {
    const key = keyOf(certificate);
    if (key === null) continue;
    const group = groups.get(key) ?? { certificates: 0, cents: 0n, exporters: new Set<string>() };
    group.certificates += 1;
    group.cents += certificate.cents ?? 0n;
    if (certificate.exporter !== null) group.exporters.add(certificate.exporter);
    groups.set(key, group);
  }
  return groups;
}

function centsOf(text: string | number | null | undefined): bigint {
  return text === null || text === undefined ? 0n : BigInt(String(text).replace(".", ""));
}

/** Whether a printed ratio is the exact one; both can be negative. */
function isRatio(printed: unknown, numerator: bigint, denominator: bigint): boolean {
  if (typeof printed !== "number") return false;
  const sign = numerator < 0n ? -1 : 1;
  return isPrinted(printed * sign, { numerator: numerator < 0n ? -numerator : numerator, denominator });
}

beforeAll(async () => {
  await ingest({ inputs: ["data/limburg-2007-2018.csv.gz"], store });
}, 120_000);

describe("a query has the figures of a second computation", () => {
  it("by year and destination: counts, values, shares, growth, contributions", async () => {
    const rows = await rowsOf(
      ["year", "destination"],
      [
        "certificates",
        "goods_value",
        "exporters",
        "goods_value_share",
        "certificates_share",
        "goods_value_growth",
        "goods_value_contribution",
        "certificates_contribution",
      ],
    );
    const groups = groupBy(({ year, destination }) => `${year} ${destination}`);
    const years = groupBy(({ year }) => String(year));
    let lost = 0;
    for (const row of rows) {
      const year = Number(row["year"]);
      const group = groups.get(`${year} ${String(row["destination"])}`);
      const before = groups.get(`${year - 1} ${String(row["destination"])}`);
      const [whole, wholeBefore] = [years.get(String(year)), years.get(String(year - 1))];
      if (whole === undefined) throw new Error(`no certificates in ${year}`);
      expect(row["certificates"]).toBe(group?.certificates ?? 0);
      expect(centsOf(row["goods_value"])).toBe(group?.cents ?? 0n);
      expect(row["exporters"]).toBe(group?.exporters.size ?? 0);
      if (group === undefined) lost += 1;
      else expect(isRatio(row["goods_value_share"], group.cents, whole.cents)).toBe(true);
      expect(isRatio(row["certificates_share"], BigInt(group?.certificates ?? 0), BigInt(whole.certificates))).toBe(
        true,
      );
      if (wholeBefore === undefined) {
        expect(row["goods_value_contribution"]).toBeNull();
        continue;
      }
      const change = (group?.cents ?? 0n) - (before?.cents ?? 0n);
      expect(isRatio(row["goods_value_contribution"], change, wholeBefore.cents)).toBe(true);
      const countChange = BigInt((group?.certificates ?? 0) - (before?.certificates ?? 0));
      expect(isRatio(row["certificates_contribution"], countChange, BigInt(wholeBefore.certificates))).toBe(true);
      if (before === undefined) expect(row["goods_value_growth"]).toBeNull();
      else expect(isRatio(row["goods_value_growth"], change, before.cents)).toBe(true);
    }
    expect(rows.length - lost).toBe(groups.size);
    expect(lost).toBeGreaterThan(0);
  });

  it("by sub-region, with the table of the United Nations read once more", async () => {
    const subRegions = new Map(
      readTable(dataFile("country-regions.csv")).map((row) => [cellOf(row, "country"), cellOf(row, "sub_region")]),
    );
    const groups = groupBy(({ destination }) => subRegions.get(destination) ?? "");
    const rows = await rowsOf(["sub_region"], ["certificates", "goods_value"]);
    expect(new Map(rows.map((row) => [row["sub_region"], [row["certificates"], centsOf(row["goods_value"])]]))).toEqual(
      new Map([...groups].map(([key, group]) => [key, [group.certificates, group.cents]])),
    );
  });

  it("by bloc, whose members change within years: Croatia in 2013, Armenia and Kyrgyzstan in 2015", async () => {
    const dayOf = new Map(lines.map((line) => [line.number, line.day]));
    expect(dayOf.size).toBeGreaterThan(200_000);
    const members = readTable(dataFile("blocs.csv"));
    const numbers = new Set<string>();
    // A second count of the policy's certificates, with their days: the first line of each number that counts.
    const counted = countCertificates(
      lines.filter((line) => {
        if (line.status === "issued") numbers.add(line.number);
        return true;
      }),
    );
    expect(counted.certificates).toHaveLength(certificates.length);
    for (const [bloc, country, year] of [
      ["EU", "HR", 2013],
      ["EAEU", "KG", 2015],
    ] as const) {
      const [row] = await rowsOf(["bloc"], ["certificates"], {
        selection: selection(`destination = ${country} and year = ${year} and bloc = ${bloc}`),
        only: parseWhere(`bloc = ${bloc}`, vocabulary),
      });
      const from = members.find((each) => cellOf(each, "bloc") === bloc && cellOf(each, "country") === country);
      const before = await rowsOf(["destination"], ["certificates"], {
        selection: selection(
          `destination = ${country} and year = ${year} and date < ${from === undefined ? "" : cellOf(from, "from")}`,
        ),
      });
      const all = certificates.filter((each) => each.destination === country && each.year === year).length;
      expect(Number(row?.["certificates"] ?? 0) + Number(before[0]?.["certificates"] ?? 0)).toBe(all);
      expect(all).toBeGreaterThan(0);
    }
  });

  it("by product: a certificate counts under each of its subheadings, with the value of those lines", async () => {
    const counted = new Map<string, { numbers: Set<string>; cents: bigint }>();
    const { certificates: all } = countCertificates(lines);
    expect(all.length).toBe(certificates.length);
    // Of certificates with one line the line is the certificate: those the oracle can tell apart by product.
    for (const certificate of certificates) {
      if (certificate.products.length !== 1) continue;
      const [product = ""] = certificate.products;
      const group = counted.get(product) ?? { numbers: new Set<string>(), cents: 0n };
      group.cents += certificate.cents ?? 0n;
      counted.set(product, group);
    }
    const rows = await rowsOf(["hs6"], ["certificates", "goods_value"], { totals: true });
    const total = rows.find((row) => row["row"] === "total");
    const items = rows.filter((row) => row["row"] === "item");
    expect(total?.["certificates"]).toBe(certificates.length);
    expect(items.reduce((sum, row) => sum + centsOf(row["goods_value"]), 0n)).toBe(centsOf(total?.["goods_value"]));
    // A certificate of two subheadings counts twice.
    const pairs = certificates.reduce((sum, { products }) => sum + products.length, 0);
    expect(items.reduce((sum, row) => sum + Number(row["certificates"]), 0)).toBe(pairs);
    for (const row of items) {
      const hs6 = String(row["hs6"]);
      const having = certificates.filter(({ products }) => products.includes(hs6));
      expect(row["certificates"]).toBe(having.length);
      expect(centsOf(row["goods_value"])).toBeGreaterThanOrEqual(counted.get(hs6)?.cents ?? 0n);
    }
  });

  it("under a condition", async () => {
    const [row] = await rowsOf(["year"], ["certificates", "goods_value"], {
      selection: selection(
        "(destination in (China, JP) or value >= 100000) and quarter = 2017-Q3 and not exporter_size = micro",
      ),
    });
    const micro = new Set<string>();
    for (const each of readTable(FILE, ";")) {
      if (cellOf(each, "Grootte") === "micro") micro.add(cellOf(each, "Ondernemingsnummer").replaceAll(/[ .]/g, ""));
    }
    const chosen = certificates.filter(
      (each) =>
        (each.destination === "CN" || each.destination === "JP" || (each.cents ?? 0n) >= 10_000_000n) &&
        each.year === 2017 &&
        each.month >= 7 &&
        each.month <= 9 &&
        !(each.exporter !== null && micro.has(each.exporter)),
    );
    expect(row?.["certificates"]).toBe(chosen.length);
    expect(centsOf(row?.["goods_value"])).toBe(chosen.reduce((sum, { cents }) => sum + (cents ?? 0n), 0n));
  });
});

describe("index numbers and average growth", () => {
  const MEASURES = ["certificates_index", "goods_value_index", "certificates_cagr", "goods_value_cagr"];

  it("of destinations, based on a year outside the period that is asked for", async () => {
    const rows = await rowsOf(["destination", "year"], MEASURES, {
      base: 2010,
      selection: { ...EVERYTHING, from: "2015-01-01" },
    });
    const groups = groupBy(({ year, destination }) => `${year} ${destination}`);
    let without = 0;
    for (const row of rows) {
      const [year, destination] = [Number(row["year"]), String(row["destination"])];
      const now = groups.get(`${year} ${destination}`) ?? { certificates: 0, cents: 0n };
      const base = groups.get(`2010 ${destination}`);
      if (base === undefined) {
        without += 1;
        expect(MEASURES.map((measure) => row[measure])).toEqual([null, null, null, null]);
        continue;
      }
      expect(isRatio(row["certificates_index"], 100n * BigInt(now.certificates), BigInt(base.certificates))).toBe(true);
      expect(isRatio(row["goods_value_index"], 100n * now.cents, base.cents)).toBe(true);
      // Compounded over the years, the average growth leads from the base to the year.
      const factor = (1 + Number(row["goods_value_cagr"])) ** (year - 2010);
      expect(factor * Number(base.cents)).toBeCloseTo(Number(now.cents), -4);
      expect((1 + Number(row["certificates_cagr"])) ** (year - 2010) * base.certificates).toBeCloseTo(
        now.certificates,
        5,
      );
    }
    expect(without).toBeGreaterThan(0);
    expect(rows.length - without).toBeGreaterThan(300);
  });

  it("are those of a summary; a year before the base has an index and no average growth", async () => {
    const rows = await rowsOf(["year"], MEASURES, { base: 2012 });
    const series = await summary({ inputs: [], store, by: "year", base: 2012, selection: EVERYTHING });
    const text = await renderSummary(series, { ...JSON_OUTPUT, format: "csv" });
    const [head = "", ...lines] = text.trimEnd().split("\n");
    expect(head.endsWith(`,last_month,${MEASURES.join(",")}`)).toBe(true);
    expect(lines.map((line) => line.split(",").slice(-4))).toEqual(
      rows.map((row) => MEASURES.map((measure) => (row[measure] === null ? "" : Number(row[measure]).toFixed(6)))),
    );
    expect(rows.find(({ year }) => year === 2012)).toMatchObject({ goods_value_index: 100, goods_value_cagr: null });
    expect(rows.find(({ year }) => year === 2011)?.["goods_value_cagr"]).toBeNull();
    expect(rows.find(({ year }) => year === 2011)?.["goods_value_index"]).toBeLessThan(100);
  });

  it("are undefined without the whole of the base year or of the year itself, and of what is left out", async () => {
    const none = await rowsOf(["year"], MEASURES, { base: 1999 });
    expect(none.flatMap((row) => MEASURES.map((measure) => row[measure])).every((cell) => cell === null)).toBe(true);
    const part = await rowsOf(["year"], MEASURES, { base: 2010, selection: { ...EVERYTHING, to: "2018-06-30" } });
    expect(part.at(-1)).toMatchObject({ year: 2018, goods_value_index: null, certificates_cagr: null });
    expect(part.at(-2)?.["goods_value_index"]).not.toBeNull();
    const others = await rowsOf(["year", "destination"], MEASURES, {
      base: 2010,
      top: 1,
      other: true,
      subtotals: true,
    });
    for (const row of others) expect(row["certificates_index"] === null).toBe(row["row"] === "other");
  });

  it.each([
    [["year"], ["goods_value_index"], {}, /base year/],
    [["destination"], ["goods_value_index"], { base: 2010 }, /whole years, and --by has no period/],
    [["year", "quarter"], ["goods_value_cagr"], { base: 2010 }, /year and quarter/],
    [["year"], ["goods_value"], { base: 2010 }, /none is asked for/],
    [["year"], ["goods_value_index"], { base: 2010, selection: selection("year > 2010") }, /whole years/],
  ])("by %s, %s with %j are refused", async (by, measures, more, message) => {
    await expect(rowsOf(by, measures, more)).rejects.toThrow(message);
  });
});

describe("parts and wholes", () => {
  it("shares of a whole sum to one, with what is left out; contributions sum to its growth", async () => {
    const { rows } = await query({
      inputs: [],
      store,
      by: ["year", "destination"],
      measures: ["goods_value", "goods_value_share", "goods_value_growth", "goods_value_contribution", "exporters"],
      selection: EVERYTHING,
      top: 4,
      other: true,
      subtotals: true,
    });
    for (const subtotal of rows.filter(({ kind }) => kind === "subtotal")) {
      const year = subtotal.items.get("year");
      const parts = rows.filter((row) => row.kind !== "subtotal" && row.items.get("year") === year);
      expect(parts).toHaveLength(5);
      expect(parts.at(-1)?.kind).toBe("other");
      expect(sumOf(parts.map((row) => row.figures.get("goods_value_share")))).toEqual([1n, 1n]);
      if (year === "2007") continue;
      expect(sumOf(parts.map((row) => row.figures.get("goods_value_contribution")))).toEqual(
        sumOf([subtotal.figures.get("goods_value_growth")]),
      );
    }
    expect(rows.filter(({ kind }) => kind === "subtotal")).toHaveLength(12);
  });

  it("of a share of the total, all rows are parts", async () => {
    const { rows } = await query({
      inputs: [],
      store,
      by: ["year", "region"],
      measures: ["certificates_share"],
      shareOf: ["total"],
      selection: EVERYTHING,
    });
    expect(sumOf(rows.map((row) => row.figures.get("certificates_share")))).toEqual([1n, 1n]);
  });

  it("what is left out of blocs is what is in none of those named, each certificate once", async () => {
    const rows = await rowsOf(["bloc"], ["certificates"], { limit: 1, other: true, sort: ["-certificates"] });
    const [named, left] = rows;
    expect(rows).toHaveLength(2);
    expect(named?.["bloc"]).toBe("none");
    const [inSome] = await rowsOf(["year"], ["certificates"], { selection: selection('bloc != "" and year = 2017') });
    const [of2017] = await rowsOf(["bloc"], ["certificates"], {
      selection: selection("year = 2017"),
      only: parseWhere('bloc = ""', vocabulary),
    });
    const all = certificates.filter(({ year }) => year === 2017).length;
    expect(Number(inSome?.["certificates"]) + Number(of2017?.["certificates"])).toBe(all);
    expect(Number(named?.["certificates"]) + Number(left?.["certificates"])).toBe(certificates.length);
  });

  it("growth under a condition on time compares with the same time a year before", async () => {
    const [row] = await rowsOf(["year"], ["certificates", "certificates_growth"], {
      selection: selection("month >= 2017-03 and month <= 2017-05"),
    });
    const spring = (year: number): number =>
      certificates.filter((each) => each.year === year && each.month >= 3 && each.month <= 5).length;
    expect(row?.["certificates"]).toBe(spring(2017));
    expect(isRatio(row?.["certificates_growth"], BigInt(spring(2017) - spring(2016)), BigInt(spring(2016)))).toBe(true);
  });

  it("of a year that is not whole, growth compares the months that are there", async () => {
    const [row] = await rowsOf(["year"], ["certificates_growth"], {
      selection: { ...EVERYTHING, from: "2018-01-01", to: "2018-04-30" },
    });
    const part = (year: number): bigint =>
      BigInt(certificates.filter((each) => each.year === year && each.month <= 4).length);
    expect(isRatio(row?.["certificates_growth"], part(2018) - part(2017), part(2017))).toBe(true);
  });

  it("the series of a summary is the query by year", async () => {
    const { series } = await summary({ inputs: [], store, by: "year", selection: selection("hs2 in (84, 85)") });
    const rows = await rowsOf(["year"], ["certificates", "exporters", "destinations", "products"], {
      selection: selection("hs2 in (84, 85)"),
    });
    expect(rows).toEqual(
      series.map(({ year, certificates: count, exporters, destinations, products }) => ({
        year,
        certificates: count,
        exporters,
        destinations,
        products,
      })),
    );
  });
});

/** Exact fractions added up and reduced. */
function sumOf(cells: readonly unknown[]): readonly [bigint, bigint] {
  let [numerator, denominator] = [0n, 1n];
  for (const cell of cells) {
    if (typeof cell !== "object" || cell === null || !("numerator" in cell) || !("denominator" in cell)) continue;
    const [n, d] = [BigInt(String(cell.numerator)), BigInt(String(cell.denominator))];
    [numerator, denominator] = [numerator * d + n * denominator, denominator * d];
    const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
    [numerator, denominator] = [numerator / divisor, denominator / divisor];
  }
  return [numerator, denominator];
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

describe("conditions", () => {
  const condition = fc.constantFrom(
    "destination in (CN, TR)",
    "bloc = EU",
    "bloc in (OPEC+, GCC)",
    'bloc = ""',
    "region = Asia",
    "sub_region != 145",
    "year >= 2015",
    "month < 2012-07",
    "date != 2017-03-01",
    "value > 50000",
    'value = ""',
    "hs2 = 84",
    "hs6 in (853690, 722020)",
    'hs4 = ""',
    "origin = DE",
    "origin != BE",
    "currency = USD",
    "exporter_size = large",
    'exporter = "BE 9000.080.068"',
    "certificate_type != CO",
    'chamber = "Limburg (synthetisch)"',
  );
  const count = async (where: string): Promise<number> => {
    const [row] = await rowsOf(["chamber"], ["certificates"], { selection: selection(where) });
    return Number(row?.["certificates"] ?? 0);
  };

  it("a further one never raises a count, and its opposite is the rest of the lines", async () => {
    await fc.assert(
      fc.asyncProperty(condition, condition, fc.boolean(), async (a, b, negated) => {
        const further = negated ? `not (${b})` : b;
        const [one, both, either] = [
          await count(a),
          await count(`(${a}) and ${further}`),
          await count(`(${a}) or ${further}`),
        ];
        expect(both).toBeLessThanOrEqual(one);
        expect(either).toBeGreaterThanOrEqual(one);
        expect(await count(`(${a}) and ${further} and not (${further})`)).toBe(0);
        expect(await count(`(${a}) and (${further} or not (${further}))`)).toBe(one);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it("values are bound, whatever they say", async () => {
    const attack = `x' or 1=1; drop table certificates; --`;
    expect(await count(`chamber = "${attack}"`)).toBe(0);
    expect(await count(`exporter = "${attack}"`)).toBe(0);
    expect(await count(`certificate_type = "${attack}"`)).toBe(0);
    expect(await count("year = 2017")).toBe(22_816);
  });
});

describe("what the data cannot give", () => {
  it("is told with the name of the column", async () => {
    const path = join(folder, "bare.csv");
    writeFileSync(path, "number;date;destination\n1;2017-01-01;CN\n");
    const ask = (by: string, measure: string): Promise<Query> =>
      query({ inputs: [path], by: [by], measures: [measure], selection: EVERYTHING });
    await expect(ask("year", "exporters")).rejects.toThrow("no certificate has exporter_id or exporter_name");
    await expect(ask("hs2", "certificates")).rejects.toThrow("no certificate has hs_code");
    await expect(ask("year", "goods_value_share")).rejects.toThrow("no certificate has value");
    expect(await jsonOf(await ask("destination", "certificates"))).toEqual([
      { destination: "CN", destination_name: "China", certificates: 1 },
    ]);
  });
});

describe("groups of one's own", () => {
  it("count each line once in each group that it fits", async () => {
    const groups = join(folder, "groups.csv");
    writeFileSync(
      groups,
      "group,dimension,code\nMachines,hs2,84\nMachines,hs2,85\nMachines,hs6,853690\nFar,destination,Japan\nFar,destination,CN\n",
    );
    const rows = await rowsOf(["group"], ["certificates", "goods_value"], { groups });
    const of = (group: string): Row | undefined => rows.find((row) => row["group"] === group);
    const machines = await rowsOf(["chamber"], ["certificates", "goods_value"], {
      selection: selection("hs2 in (84, 85)"),
    });
    const far = await rowsOf(["chamber"], ["certificates", "goods_value"], {
      selection: selection("destination in (CN, JP)"),
    });
    for (const [group, [expected]] of [
      ["Machines", machines],
      ["Far", far],
    ] as const) {
      expect([of(group)?.["certificates"], of(group)?.["goods_value"]]).toEqual([
        expected?.["certificates"],
        expected?.["goods_value"],
      ]);
    }
  });
});
