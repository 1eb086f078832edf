/**
 * Whatever the bytes, a run ends with figures whose balance adds up or with an error that is meant for the user: never
 * with an exception, and never by hanging.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { UserError } from "../../src/domain/user-error.ts";
import { summary } from "../../src/pipeline/summary.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-fuzz-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rows that were read, or the message of the error that the user gets. */
async function read(bytes: Uint8Array): Promise<number | string> {
  const path = join(folder, "input.csv");
  writeFileSync(path, bytes);
  try {
    const { provenance } = await summary({
      inputs: [path],
      by: "month",
      selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
    });
    const { rowsRead, counted, copies, superseded, notIssued, rejected } = provenance.balance;
    expect(counted + copies + superseded + notIssued + rejected).toBe(rowsRead);
    return rowsRead;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const TEXTS = [
  "",
  "1",
  "17-001",
  "A;B",
  'say "hi"',
  '"',
  "a\nb",
  "\r",
  "\t",
  "=1+1",
  "é",
  "\u00A0",
  "NA",
  "XX",
  "China",
  "Chnia",
];
const DATES = ["2017-03-01", "01/03/2017", "31/02/2017", "March 2017", "42795", "1e9", "0202-01-01"];
const AMOUNTS = ["1.234,56", "1,234.56", "-5", "99999999999999999999", "1E+400", "NaN", "8", "08"];
const CODES = ["EUR", "USD", "ABC", "issued", "?"];
const CELLS = [TEXTS, DATES, AMOUNTS, CODES].flat();

/** A column of usual cells with some of any kind among them. */
const cellsOf = (...usual: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...CELLS) });

const ROW = fc.record({
  number: cellsOf("17-1", "17-2", "17-3", "17-4"),
  "issue date": cellsOf("2017-03-01", "2017-04-12", "March 2017"),
  destination: cellsOf("China", "TR", "NA"),
  value: cellsOf("1.234,56", "7,50", ""),
  currency: cellsOf("EUR", "USD"),
  status: cellsOf("issued", "cancelled"),
  replaces: cellsOf("", "17-1"),
  "HS code": cellsOf("080810", "8"),
  goods: cellsOf("apples"),
});

describe("any text that looks like a table", () => {
  it("ends with a balance that adds up, or with an error for the user", async () => {
    const table = fc.record({
      rows: fc.array(ROW, { minLength: 1, maxLength: 8 }),
      surplus: fc.array(fc.constantFrom(...CELLS), { maxLength: 1 }),
      delimiter: fc.constantFrom(";", ",", "\t", "|"),
      quote: fc.boolean(),
      lineEnd: fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
    });
    let withRows = 0;
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, surplus, delimiter, quote, lineEnd }) => {
        const cell = (text: string): string => (quote ? `"${text.replaceAll('"', '""')}"` : text);
        const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
        lines.at(-1)?.push(...surplus);
        const text = lines.map((line) => line.map(cell).join(delimiter)).join(lineEnd);
        if (typeof (await read(Buffer.from(text, "utf8"))) === "number") withRows += 1;
      }),
      { numRuns: 150 },
    );
    // Were there few, little more than the refusals would have been tried.
    expect(withRows).toBeGreaterThan(20);
  });
});

describe("any bytes", () => {
  it("end with an error for the user, or with rows that are accounted for", async () => {
    const start = fc.constantFrom(
      "",
      "number;date;destination\n",
      "\uFEFFnumber,date,destination\n",
      "PK\u0003\u0004",
      '{"number":',
      "[",
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (text, bytes) => {
        await read(Buffer.concat([Buffer.from(text, "utf8"), bytes]));
      }),
      { numRuns: 150 },
    );
  });
});
