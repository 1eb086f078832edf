/**
 * The independent check: every figure of the report of 2017, and of every other year on file, computed a second time
 * from the same files by `test/oracle/` (csv-parse reads, plain loops count, danfojs adds up, BigInt divides), which
 * shares no code with `src/`. Counts and money must be equal; a ratio must be the exact one, rounded to 15 decimals.
 *
 * The last part measures danfojs: where its numbers are exact, which is all that the check relies on, and where not.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { DataFrame, Series } from "danfojs-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { compareDocuments, countLeaves, type Expected } from "./oracle/compare.ts";
import { countCertificates } from "./oracle/counting.ts";
import { countBy, danfoAdder, sumBy } from "./oracle/danfo-sums.ts";
import { parseFigures, sha256Of, type Document } from "./oracle/document.ts";
import { isPrinted } from "./oracle/exact.ts";
import { readLimburg } from "./oracle/limburg.ts";
import { plainAdder } from "./oracle/plain-sums.ts";
import { dataFile } from "./oracle/reference.ts";
import { expectedReport } from "./oracle/report.ts";
import { sumCertificates } from "./oracle/sums.ts";
import { runOrigo } from "./run-origo.ts";

const INPUT = "data/limburg-2007-2018.csv.gz";
const FILE = dataFile("limburg-2007-2018.csv.gz");
const YEARS = [2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018] as const;

const counted = countCertificates(readLimburg(FILE));
const sums = sumCertificates(counted.certificates, danfoAdder);

function computedReport(year: number): Record<string, Expected> {
  const input = { name: INPUT, sha256: sha256Of(FILE) };
  return expectedReport(year, counted, sums, { chamber: "Limburg (synthetisch)", currency: "EUR", input });
}

async function printedReport(year: number, ...from: readonly string[]): Promise<Document> {
  const args = ["report", String(year), ...from, "--format", "json", "--lang", "en", "--strict"];
  const { stdout, code } = await runOrigo(args);
  expect(code).toBe(0);
  return parseFigures(stdout);
}

describe("the report of 2017", () => {
  let document: Document = {};
  beforeAll(async () => {
    document = await printedReport(2017, INPUT);
  });

  it("has no figure that is not computed a second time, and none that differs", () => {
    const { agreed, differences } = compareDocuments(document, computedReport(2017));
    expect(differences).toEqual([]);
    expect(agreed).toBe(countLeaves(document));
  });

  it("is a document of the size that it is taken for", () => {
    expect(document["years"]).toHaveLength(11);
    expect(document["destinations"]).toHaveLength(151);
    expect(document["findings"]).toHaveLength(17);
    expect(countLeaves(document)).toBeGreaterThan(2700);
  });

  it.each([
    ["a figure that differs", { year: 2016 }, "$.year is 2016, but 2017 was computed"],
    ["a figure too many", { median: 1 }, "$.median is in the document, but was not computed a second time"],
    ["a figure too few", { quality: {} }, "$.quality.withoutValue was computed, but is not in the document"],
  ])("would not pass with %s", (_, change, difference) => {
    expect(compareDocuments({ ...document, ...change }, computedReport(2017)).differences).toContain(difference);
  });
});

describe("the same records, written differently and backwards", () => {
  let folder = "";
  let name = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "origo-independent-"));
    name = join(folder, "rewritten.csv");
    const [header = "", ...lines] = gunzipSync(readFileSync(FILE)).toString("utf8").trimEnd().split("\n");
    writeFileSync(name, [header, ...lines.toReversed().map(rewritten)].join("\n"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("give the same figures", async () => {
    const { inputs, ...expected } = computedReport(2017);
    const printed = await printedReport(2017, name);
    const input = { name, sha256: sha256Of(pathToFileURL(name)), rows: counted.balance.rowsRead };
    expect(compareDocuments(printed, { ...expected, inputs: [input] }).differences).toEqual([]);
    expect(inputs).not.toEqual([input]);
  });
});

/**
 * A row with the exporter's number and name, and the digits beyond the HS subheading, written in one of two ways by the
 * number of the certificate: lines and copies stay lines and copies.
 */
function rewritten(line: string): string {
  const cells = line.split(";");
  if (!/[13579]$/.test(cells[1] ?? "")) return line;
  const [exporter = "", name = "", code = ""] = [cells[6], cells[7], cells[11]];
  return cells
    .with(6, exporter.replaceAll(/[ .]/g, "").replace(/^BE(\d{4})/, "be $1-"))
    .with(7, name.toUpperCase())
    .with(11, `${code.slice(0, 6)}05`)
    .join(";");
}

describe("the reports of all years, from a store", () => {
  let folder = "";
  let store = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "origo-independent-"));
    store = join(folder, "limburg.duckdb");
    expect((await runOrigo(["ingest", INPUT, "--store", store])).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(YEARS)("%i: every figure agrees", async (year) => {
    const document = await printedReport(year, "--store", store);
    const { agreed, differences } = compareDocuments(document, computedReport(year));
    expect(differences).toEqual([]);
    expect(agreed).toBe(countLeaves(document));
  });

  it("know every kind of finding between them", () => {
    const kinds = YEARS.flatMap((year) => kindsOf(computedReport(year)["findings"]));
    expect([...new Set(kinds)].toSorted()).toEqual([
      "best-month",
      "concentration",
      "contributors",
      "count-value-split",
      "exporters",
      "leader",
      "lost-destinations",
      "movers",
      "new-destinations",
      "no-record",
      "record",
      "streak fall",
      "streak rise",
      "strongest-growth",
    ]);
  });
});

function kindsOf(findings: Expected | undefined): readonly string[] {
  if (!Array.isArray(findings)) return [];
  return findings.map(({ kind, direction }: { kind: string; direction?: string }) =>
    direction === undefined ? kind : `${kind} ${direction}`,
  );
}

describe("the comparison of ratios", () => {
  const exact = { numerator: 2n, denominator: 3n };
  it.each([
    [0.666666666666667, true],
    [0.666666666666666, false],
    [0.666666666666668, false],
    [0.667, false],
  ])("takes %d for 2/3: %s", (printed, same) => expect(isPrinted(printed, exact)).toBe(same));

  it("keeps the sign", () => expect(isPrinted(-0.666666666666667, exact)).toBe(false));

  it("is as strict on small and on large ones as they are written", () => {
    const [billionth, large] = [1_000_000_000n, { numerator: 74_155_400n, denominator: 8_745_800n }];
    expect(isPrinted(1e-9, { numerator: 1n, denominator: billionth })).toBe(true);
    expect(isPrinted(1.000_001e-9, { numerator: 1n, denominator: billionth })).toBe(false);
    expect(isPrinted(8.478_972_764_069_612, large)).toBe(true);
    expect(isPrinted(8.478_972_764_1, large)).toBe(false);
  });
});

describe("danfojs 1.2.0", () => {
  const valued = counted.certificates.flatMap(({ cents, ...one }) => (cents === null ? [] : [{ ...one, cents }]));
  const total = valued.reduce((sum, { cents }) => sum + cents, 0n);
  const amounts = valued.map(({ cents }) => Number(cents));

  describe("is exact", () => {
    it("in groupby, sum and count of whole cents: every sum of the file is the one that BigInt gives", () => {
      expect(valued.length).toBeGreaterThan(200_000);
      expect(sums).toEqual(sumCertificates(counted.certificates, plainAdder));
    });

    it("in Series.sum, add, sub and mul of whole cents: they are plain doubles, and the data stay below 2^53", () => {
      expect(total).toBeLessThan(2n ** 53n);
      expect(BigInt(new Series(amounts).sum())).toBe(total);
      const year = sums.years.at(-1)?.cents ?? 0n;
      const series = new Series([Number(year)]);
      expect(series.add(1).values).toEqual([Number(year + 1n)]);
      expect(series.sub(new Series([1])).values).toEqual([Number(year - 1n)]);
      expect(series.mul(3).values).toEqual([Number(year * 3n)]);
    });
  });

  describe("is not exact", () => {
    it("in amounts with cents behind the point: sums of euros as doubles miss the total", () => {
      const euros = new Series(amounts.map((cents) => cents / 100)).sum();
      expect(euros).not.toBe(Number(total) / 100);
      expect(euros).toBeCloseTo(Number(total) / 100, 1);
    });

    it("above 2^53: a cent is lost, and the oracle refuses such a sum", () => {
      const edge = 2 ** 53;
      expect(new Series([edge, 1]).sum()).toBe(edge);
      expect(sumBy(["a", "a"], [edge - 2, 1]).get("a")).toBe(edge - 1);
      expect(() => sumBy(["a", "a"], [edge, 1])).toThrow("not an exact integer");
    });

    it("in quotients: growth is a double here, and the oracle divides in integers instead", () => {
      const third = new Series([1]).div(3).values[0];
      expect(third).toBe(1 / 3);
      expect(isPrinted(Number(third), { numerator: 1n, denominator: 3n })).toBe(true);
      expect(new Series([0.1]).add(0.2).values).toEqual([0.300_000_000_000_000_04]);
    });

    it("in its types: a year of cents is called int32, which cannot hold it, nor can a float32", () => {
      const year = Number(sums.years.at(-1)?.cents);
      expect(new Series([year]).dtype).toBe("int32");
      expect(Math.trunc(year) | 0).not.toBe(year);
      expect(Math.fround(year)).not.toBe(year);
    });

    it("in arithmetic on a DataFrame: that needs float32 tensors, and their backend is not installed", () => {
      const frame = new DataFrame({ cents: [1] });
      expect(() => frame.add(1)).toThrow("No backend found in registry");
      expect(() => frame.mul(2)).toThrow("No backend found in registry");
    });
  });

  describe("groups in ways that the oracle avoids", () => {
    it("two key columns are joined with a hyphen, so that different keys can merge", () => {
      const frame = new DataFrame({ first: ["a-b", "a"], second: ["c", "b-c"], cents: [1, 2] });
      expect(frame.groupby(["first", "second"]).ngroups).toBe(1);
      expect([...countBy(["a-b|c", "a|b-c"])]).toEqual([
        ["a-b|c", 1],
        ["a|b-c", 1],
      ]);
    });

    it("keys that look like integers are put in another order", () => {
      expect([...countBy(["2018", "2007"]).keys()]).toEqual(["2007", "2018"]);
      expect([...countBy(["year 2018", "year 2007"]).keys()]).toEqual(["year 2018", "year 2007"]);
    });

    it("an empty cell counts as a row and adds 0", () => {
      const groups = new DataFrame({ key: ["a", "a"], cents: [null, 5] }).groupby(["key"]).col(["cents"]);
      expect(groups.count().values).toEqual([["a", 2]]);
      expect(groups.sum().values).toEqual([["a", 5]]);
      expect(groups.mean().values).toEqual([["a", 2.5]]);
    });
  });
});
