import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { execFileSync } from "node:child_process";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Output } from "../../src/pipeline/output.ts";
import { renderShares, shares } from "../../src/pipeline/shares.ts";
import { renderSummary, summary } from "../../src/pipeline/summary.ts";

interface Row {
  readonly number: string;
  /** Days from 2016-01-01. */
  readonly day: number;
  readonly destination: string;
  readonly exporter: string;
  readonly cents: number | null;
}

const HEADERS = ["Certificaatnummer", "Datum", "Bestemming", "Exporteur", "Waarde"];

/** Texts that every encoding here can write, with everything that delimiters and quotes can stumble over. */
const exporter = fc.stringMatching(/^[A-Za-zéüßñ€][A-Za-z0-9éüßñ€;,|"' &.-]{0,12}[A-Za-z]$/);
const row: fc.Arbitrary<Row> = fc.record({
  number: fc.stringMatching(/^0[0-9]{1,3}$/),
  day: fc.integer({ min: 0, max: 1000 }),
  destination: fc.constantFrom("China", "België", "Türkei", "Côte d'Ivoire", "US"),
  exporter,
  cents: fc.option(fc.integer({ min: 0, max: 99_999_999_999 })),
});
const rows = fc.array(row, { minLength: 1, maxLength: 12 });

const date = (each: Row): Date => new Date(Date.UTC(2016, 0, 1 + each.day));
const isoDate = (each: Row): string => date(each).toISOString().slice(0, 10);
const amount = (each: Row): string => (each.cents === null ? "" : (each.cents / 100).toFixed(2));
const texts = (each: Row): readonly string[] => [
  each.number,
  isoDate(each),
  each.destination,
  each.exporter,
  amount(each),
];

function delimited(all: readonly Row[], delimiter = ",", end = "\n"): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return [HEADERS, ...all.map(texts)].map((cells) => cells.map(cell).join(delimiter) + end).join("");
}

function records(all: readonly Row[]): readonly object[] {
  return all.map((each) => ({
    [HEADERS[0] ?? ""]: each.number,
    [HEADERS[1] ?? ""]: isoDate(each),
    [HEADERS[2] ?? ""]: each.destination,
    [HEADERS[3] ?? ""]: each.exporter,
    [HEADERS[4] ?? ""]: each.cents === null ? null : each.cents / 100,
  }));
}

const workbook = (all: readonly Row[], value: (each: Row) => string | number | null): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: "Toelichting", rows: [["Uittreksel"], ["Opgemaakt", "vandaag"]] },
      {
        name: "Certificaten",
        rows: [
          ["Certificaten van oorsprong"],
          [],
          HEADERS,
          ...all.flatMap((each) => [[each.number, date(each), each.destination, each.exporter, value(each)], [null]]),
        ],
      },
    ],
  });

const jsonLines = (all: readonly Row[]): string =>
  records(all)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join("");

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
});
afterAll(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function parquet(all: readonly Row[], value: string): Promise<string> {
  const connection = await instance.connect();
  const source = join(folder, "source.csv");
  const target = join(folder, "written.parquet");
  writeFileSync(source, delimited(all));
  await connection.run(
    `copy (select * replace (Datum::date as Datum, Waarde::${value} as Waarde)
       from read_csv('${source}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"', nullstr = ''))
     to '${target}' (format parquet)`,
  );
  connection.closeSync();
  return target;
}

const zstd = (text: string): Buffer => execFileSync("zstd", ["-c"], { input: text });

type Writer = (all: readonly Row[]) => string | Uint8Array | Promise<string | Uint8Array>;

const WRITERS: Readonly<Record<string, Writer>> = {
  "semicolon.csv": (all) => delimited(all, ";"),
  "tab.tsv": (all) => delimited(all, "\t", "\r\n"),
  "bar.txt": (all) => delimited(all, "|"),
  "carriage-return.csv": (all) => delimited(all, ";", "\r"),
  "blank-rows.csv": (all) => `${delimited(all, ";")};;;;\n; ;;;\n`,
  "bom.csv": (all) => `\uFEFF${delimited(all)}`,
  "utf-16-le.csv": (all) => iconv.encode(delimited(all, "\t", "\r\n"), "utf16-le", { addBOM: true }),
  "utf-16-be-unmarked.csv": (all) => iconv.encode(delimited(all, ";"), "utf16-be", { addBOM: false }),
  "windows-1252.csv": (all) => iconv.encode(delimited(all, ";", "\r\n"), "windows-1252"),
  "packed.csv.gz": (all) => gzipSync(delimited(all)),
  "packed.ndjson.zst": (all) => zstd(jsonLines(all)),
  "workbook.xls": (all) => workbook(all, (each) => (each.cents === null ? null : each.cents / 100)),
  "texts.xlsx": (all) => workbook(all, (each) => amount(each).replace(".", ",")),
  "lines.ndjson": (all) => jsonLines(all).replace("\n", "\n\n"),
  "array.json": (all) => JSON.stringify(records(all), null, 1),
  "objects.json": (all) =>
    records(all)
      .map((record) => JSON.stringify(record, null, 2))
      .join("\n"),
};

const output: Output = { format: "csv", readerLanguage: "en", dataLanguage: "en", colour: false, width: 80 };

async function figures(path: string, decimalMark: "," | "." = "."): Promise<readonly string[]> {
  const selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;
  const options = { inputs: [path], decimalMark, selection };
  return [
    await renderSummary(await summary({ ...options, by: "year" }), output),
    await renderShares(await shares({ ...options, by: "exporter", measure: "goods_value" }), output),
  ];
}

describe("the format of a file", () => {
  it.each(Object.keys(WRITERS))("makes no difference to a figure: %s", async (name) => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const plain = join(folder, `plain-${name}.csv`);
        writeFileSync(plain, delimited(all));
        const path = join(folder, name);
        writeFileSync(path, (await WRITERS[name]?.(all)) ?? "");
        expect(await figures(path, name === "texts.xlsx" ? "," : ".")).toEqual(await figures(plain));
      }),
      { numRuns: 2 },
    );
  });

  it.each(["varchar", "double", "decimal(18, 2)"])(
    "makes no difference to a figure: Parquet with values of type %s",
    async (type) => {
      await fc.assert(
        fc.asyncProperty(rows, async (all) => {
          const plain = join(folder, "parquet-plain.csv");
          writeFileSync(plain, delimited(all));
          expect(await figures(await parquet(all, type))).toEqual(await figures(plain));
        }),
        { numRuns: 2 },
      );
    },
  );
});
