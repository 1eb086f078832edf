import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { countCertificates } from "./oracle/counting.ts";
import { readLimburg } from "./oracle/limburg.ts";
import { dataFile } from "./oracle/reference.ts";
import { runOrigo } from "./run-origo.ts";

const SAMPLE = "data/limburg-2007-2018.csv.gz";
const SMALL = "fixtures/inputs/limburg.csv";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-export-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function exported(name: string, input: string, ...args: readonly string[]): Promise<string> {
  const path = join(folder, name);
  const run = await runOrigo(["export", input, "--out", path, "--quiet", ...args]);
  expect(run).toEqual({ stdout: "", stderr: "", code: 0 });
  return path;
}

async function output(...args: readonly string[]): Promise<string> {
  const { stdout, code } = await runOrigo([...args, "--format", "csv", "--quiet"]);
  expect(code).toBe(0);
  return stdout;
}

type Records = readonly Readonly<Record<string, string>>[];

function readCsv(path: string): Records {
  return parse(readFileSync(path), { columns: true });
}

describe("what is exported is read back to the same figures", () => {
  it.each(["csv", "parquet", "ndjson"])("from %s", async (format) => {
    const path = await exported(`small.${format}`, SMALL, "--format", format);
    for (const command of [
      ["summary"],
      ["summary", "--by", "month"],
      ["shares"],
      ["exporters", "--table", "margins"],
    ]) {
      const [name = "", ...options] = command;
      expect(await output(name, path, ...options)).toBe(await output(name, SMALL, ...options));
    }
  });

  it("from Parquet, of the whole sample, with amounts in other currencies and several lines", async () => {
    const path = await exported("sample.parquet", SAMPLE, "--format", "parquet");
    expect(await output("summary", path)).toBe(await output("summary", SAMPLE));
  });

  it("in the same bytes whatever the order of the rows", async () => {
    const [one, other] = [
      await exported("ordered.csv", SMALL),
      await exported("shuffled.csv", "fixtures/inputs/limburg-shuffled.csv"),
    ];
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });
});

describe("an Arrow file", () => {
  it("has the cells of the CSV, and money as exact decimals", async () => {
    const arrow = tableFromIPC(readFileSync(await exported("small.arrow", SMALL, "--format", "arrow")));
    const csv = readCsv(await exported("beside.csv", SMALL));
    expect(arrow.numRows).toBe(csv.length);
    expect(arrow.schema.fields.map(({ name, type }) => `${name}: ${type}`)).toContain("goods_value: Decimal[18e+2]");
    for (const [index, row] of csv.entries()) {
      const cells = arrow.get(index)?.toJSON() ?? {};
      for (const [name, text] of Object.entries(row)) {
        const cell: string | number | bigint | Uint32Array | null = cells[name];
        const shown =
          cell === null
            ? ""
            : name === "issue_date"
              ? new Date(Number(cell)).toISOString().slice(0, 10)
              : cell instanceof Uint32Array
                ? decimalOf(cell)
                : String(cell);
        expect(`${name} ${shown}`).toBe(`${name} ${text}`);
      }
    }
  });

  it("of the years has whole numbers, ratios and undefined cells", async () => {
    const path = await exported("years.arrow", SMALL, "--format", "arrow", "--table", "years");
    const [first] = tableFromIPC(readFileSync(path)).toArray();
    expect(first?.toJSON()).toMatchObject({ year: expect.any(BigInt), certificates_growth: null, complete: true });
  });
});

/** Four words of 32 bits, the lowest first, as a number with two decimals. */
function decimalOf(words: Uint32Array): string {
  const cents = words.reduceRight((sum, word) => sum * 2n ** 32n + BigInt(word), 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}

interface Descriptor {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly rowCount: number;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly constraints?: {
          readonly required?: boolean;
          readonly enum?: readonly string[];
          readonly pattern?: string;
          readonly minimum?: number | string;
        };
      }[];
      readonly primaryKey?: readonly string[];
    };
  }[];
}

const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^[^]+$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
};

describe("a Data Package", () => {
  it("describes its files to the byte, and each of their cells", async () => {
    const path = await exported("package", SMALL, "--format", "datapackage");
    const { resources }: Descriptor = JSON.parse(readFileSync(join(path, "datapackage.json"), "utf8"));
    expect(readdirSync(path).toSorted()).toEqual(["datapackage.json", "destinations.csv", "lines.csv", "years.csv"]);
    for (const { path: file, bytes, hash, rowCount, schema } of resources) {
      const content = readFileSync(join(path, file));
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash("sha256").update(content).digest("hex")}`]);
      const rows = readCsv(join(path, file));
      expect(rowCount).toBe(rows.length);
      expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map(({ name }) => name));
      for (const { name, type, constraints = {} } of schema.fields) {
        for (const row of rows) {
          const cell = row[name] ?? "";
          if (cell === "") {
            expect(constraints.required ?? false).toBe(false);
            continue;
          }
          expect(cell).toMatch(TYPES[type] ?? /$^/);
          if (constraints.pattern !== undefined) expect(cell).toMatch(new RegExp(constraints.pattern));
          if (constraints.enum !== undefined) expect(constraints.enum).toContain(cell);
          if (constraints.minimum !== undefined)
            expect(Number(cell)).toBeGreaterThanOrEqual(Number(constraints.minimum));
        }
      }
      const { primaryKey } = schema;
      if (primaryKey === undefined) continue;
      expect(new Set(rows.map((row) => JSON.stringify(primaryKey.map((name) => row[name])))).size).toBe(rows.length);
    }
  });

  it("never takes the place of what is there", async () => {
    const path = await exported("twice", SMALL, "--format", "datapackage");
    const { code, stderr } = await runOrigo(["export", SMALL, "--out", path, "--format", "datapackage"]);
    expect([code, stderr]).toEqual([2, `error: ${path} is there already\n  name a folder that is not there yet\n`]);
  });
});

describe("SDMX-CSV", () => {
  it("has the sums of a second computation, and marks what tells of fewer than three exporters", async () => {
    const rows = readCsv(await exported("sample.sdmx.csv", SAMPLE, "--format", "sdmx-csv", "--from", "2017"));
    const { certificates } = countCertificates(readLimburg(dataFile("limburg-2007-2018.csv.gz")));
    expect(rows.filter((row) => row["CONF_STATUS"] === "C").length).toBeGreaterThan(10);
    for (const row of rows) {
      const cell = certificates.filter(
        ({ year, destination }) =>
          String(year) === row["TIME_PERIOD"] && ["_T", destination].includes(row["COUNTERPART_AREA"] ?? ""),
      );
      const values = cell.flatMap(({ cents }) => cents ?? []);
      const cents = values.reduce((sum, value) => sum + value, 0n);
      const expected =
        row["INDICATOR"] === "CERTIFICATES" ? String(cell.length) : values.length === 0 ? "" : moneyOf(cents);
      expect(row["OBS_VALUE"]).toBe(expected);
      expect(row["OBS_STATUS"]).toBe(expected === "" ? "L" : "A");
      expect(row["CONF_STATUS"]).toBe(new Set(cell.map(({ exporter }) => exporter)).size < 3 ? "C" : "F");
    }
  });
});

function moneyOf(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}
