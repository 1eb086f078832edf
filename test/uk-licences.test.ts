/**
 * Real records: the United Kingdom's export licences, two vintages, reported with the shipped profile in pounds and in
 * euro, and every figure computed a second time by `test/oracle/` (csv-parse reads, plain loops count, BigInt adds and
 * divides). A vintage that dates by day reads as one that dates by month does.
 *
 * The files have no licence, so they are not in the repository: without ../shared/real/uk-export-licences these skip.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { compareDocuments, countLeaves, type Expected } from "./oracle/compare.ts";
import { countCertificates } from "./oracle/counting.ts";
import { parseFigures, sha256Of, type Document } from "./oracle/document.ts";
import { plainAdder } from "./oracle/plain-sums.ts";
import { cellOf, readTable, type Row } from "./oracle/reference.ts";
import { expectedReport } from "./oracle/report.ts";
import { sumCertificates } from "./oracle/sums.ts";
import { readLicences } from "./oracle/uk-licences.ts";
import { REPOSITORY, runOrigo } from "./run-origo.ts";

const FOLDER = "../shared/real/uk-export-licences";
const [OLDER, NEWER] = [`${FOLDER}/values_2013-04-22.csv`, `${FOLDER}/values_2014-04-28.csv`];
const absent = [OLDER, NEWER].filter((name) => !existsSync(fileOf(name)));
const because = absent.length === 0 ? "" : ` (skipped: there is no ${absent.join(", ")})`;
if (absent.length > 0) console.warn(`test/uk-licences.test.ts skips: there is no ${absent.join(", ")}`);

/** The destinations of the largest value in 2013, as the file names them, and their ISO codes. */
const LARGEST_OF_2013 = [
  ["Israel", "IL"],
  ["United Arab Emirates", "AE"],
  ["Saudi Arabia", "SA"],
  ["Austria", "AT"],
  ["Taiwan", "TW"],
  ["United States of America", "US"],
  ["China", "CN"],
  ["France", "FR"],
  ["Brazil", "BR"],
  ["Korea, South", "KR"],
  ["Indonesia", "ID"],
  ["India", "IN"],
  ["Russia", "RU"],
  ["Singapore", "SG"],
  ["South Africa", "ZA"],
  ["Ireland", "IE"],
  ["Italy", "IT"],
  ["Germany", "DE"],
  ["Turkey", "TR"],
  ["Malaysia", "MY"],
] as const;

type Currency = "GBP" | "EUR";

function fileOf(name: string): URL {
  return new URL(name, pathToFileURL(REPOSITORY));
}

/** The figures of a report, which must have been made without a rejected row. */
async function printedReport(year: number, name: string, currency: Currency): Promise<Document> {
  const profile = ["--profile", "uk-export-licences", "--currency", currency];
  const args = ["report", String(year), name, ...profile, "--format", "json", "--lang", "en", "--strict"];
  const { stdout, code } = await runOrigo(args);
  expect(code).toBe(0);
  return parseFigures(stdout);
}

function computedReport(year: number, name: string, currency: Currency): Record<string, Expected> {
  const counted = countCertificates(readLicences(fileOf(name), currency));
  const input = { name, sha256: sha256Of(fileOf(name)) };
  const origin = { chamber: "UK strategic export licences", currency, input };
  return expectedReport(year, counted, sumCertificates(counted.certificates, plainAdder), origin);
}

async function expectAgreement(year: number, name: string, currency: Currency): Promise<void> {
  const document = await printedReport(year, name, currency);
  const { agreed, differences } = compareDocuments(document, computedReport(year, name, currency));
  expect(differences).toEqual([]);
  expect(agreed).toBe(countLeaves(document));
}

describe.skipIf(absent.length > 0)(`UK export licences${because}`, () => {
  describe("every figure of the report, computed a second time", () => {
    it.each([
      [2013, NEWER, "GBP"],
      [2013, NEWER, "EUR"],
      [2012, NEWER, "GBP"],
      [2012, OLDER, "GBP"],
      [2012, OLDER, "EUR"],
    ] as const)("%i of %s in %s", expectAgreement);
  });

  describe("2013 of the later vintage, in pounds", () => {
    let document: Document = {};
    beforeAll(async () => {
      document = await printedReport(2013, NEWER, "GBP");
    });

    it("accounts for every one of the 78,117 rows, and rejects none", () => {
      const balance = { rowsRead: 78_117, counted: 78_117, copies: 0, superseded: 0, notIssued: 0, rejected: 0 };
      expect(document["balance"]).toEqual(balance);
      expect(document["problems"]).toEqual({ counts: {}, first: [] });
    });

    it("counts the distinct licence groups of a year, and adds up their lines", () => {
      const rows = readTable(fileOf(NEWER));
      const expected = [2008, 2009, 2010, 2011, 2012, 2013].map((year) => {
        const lines = rows.filter((row) => cellOf(row, "date").startsWith(`${year}-`));
        const pounds = lines.reduce((sum, row) => sum + BigInt(cellOf(row, "value")), 0n);
        const licences = new Set(lines.map((row) => cellOf(row, "licence_group")));
        return { year, certificates: licences.size, goods_value: `${pounds}.00` };
      });
      expect(document["years"]).toMatchObject(expected);
    });

    it("has the 20 largest destinations by value in their order", () => {
      const pounds = new Map<string, bigint>();
      for (const row of readTable(fileOf(NEWER)).filter((row) => cellOf(row, "date").startsWith("2013-"))) {
        const country = cellOf(row, "country");
        pounds.set(country, (pounds.get(country) ?? 0n) + BigInt(cellOf(row, "value")));
      }
      const largest = [...pounds].toSorted(([, a], [, b]) => (a > b ? -1 : 1)).slice(0, LARGEST_OF_2013.length);
      expect(largest.map(([country]) => country)).toEqual(LARGEST_OF_2013.map(([country]) => country));
      const expected = largest.map(([, sum], index) => ({
        destination: LARGEST_OF_2013[index]?.[1],
        goods_value: `${sum}.00`,
        goods_value_rank: index + 1,
      }));
      expect(listOf(document, "destinations").slice(0, expected.length)).toMatchObject(expected);
    });
  });

  describe("the two vintages beside each other", () => {
    /** The licences by what they say, each as often as it is there: the numbers were given anew. */
    function byContent(name: string, isWanted: (row: Row) => boolean): Map<string, { count: number; refused: number }> {
      const licences = new Map<string, Row[]>();
      for (const row of readTable(fileOf(name)).filter(isWanted)) {
        const number = cellOf(row, "licence_group");
        licences.set(number, [...(licences.get(number) ?? []), row]);
      }
      const contents = new Map<string, { count: number; refused: number }>();
      for (const rows of licences.values()) {
        const lines = rows.map((row) => `${cellOf(row, "rating")} ${cellOf(row, "value")}`).toSorted();
        const key = JSON.stringify([rows.map((row) => [cellOf(row, "date"), cellOf(row, "country")])[0], lines]);
        const known = contents.get(key) ?? { count: 0, refused: 0 };
        const refused = rows.some((row) => cellOf(row, "refused") === "1") ? 1 : 0;
        contents.set(key, { count: known.count + 1, refused: known.refused + refused });
      }
      return contents;
    }

    it("differ in 2 licences that were added, 9 that were changed, and the mark of all that were refused", async () => {
      const older = byContent(OLDER, () => true);
      const newer = byContent(NEWER, (row) => cellOf(row, "date") < "2013");
      const all = (contents: ReturnType<typeof byContent>): number =>
        [...contents.values()].reduce((sum, { count }) => sum + count, 0);
      const same = [...older].reduce((sum, [key, { count }]) => sum + Math.min(count, newer.get(key)?.count ?? 0), 0);
      const refused = [...older.values()].reduce((sum, each) => sum + each.refused, 0);
      const changed = all(older) - same;
      const since2013 = all(byContent(NEWER, (row) => cellOf(row, "date") >= "2013"));
      expect([same, refused, changed, all(newer) - all(older)]).toEqual([41_874, 751, 9, 2]);
      const args = ["diff", OLDER, NEWER, "--profile", "uk-export-licences", "--currency", "GBP", "--format", "json"];
      const { stdout, code } = await runOrigo(args);
      expect(code).toBe(0);
      const document = parseFigures(stdout);
      const added = all(newer) - all(older) + since2013;
      expect(document["match"]).toMatchObject({ by: "content", asked: false });
      expect(document["certificates"]).toEqual({
        added: { certificates: added, counted: added, outside: since2013 },
        withdrawn: { certificates: 0, counted: 0, outside: 0 },
        reclassified: { certificates: refused, counted: refused, outside: 0 },
        changed: { certificates: changed, counted: changed, outside: 0 },
        unchanged: { certificates: same - refused, counted: same - refused, outside: 0 },
      });
      const of2012 = listOf(document, "causes").filter((cause) => JSON.stringify(cause).includes('"year":2012'));
      expect(of2012).toMatchObject([
        { cause: "added", affected: 2, certificates_revision: 2, goods_value_revision: "239399.00" },
        { cause: "status", certificates_revision: 145, goods_value_revision: "0.00" },
        { cause: "value", affected: 8, certificates_revision: 0, goods_value_revision: "-2050350.00" },
      ]);
    });
  });

  describe("a vintage with full dates", () => {
    let folder = "";
    let name = "";
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "origo-licences-"));
      name = join(folder, "values-by-day.csv");
      // The day differs from licence to licence, and is the same on the lines of one.
      const dated = readFileSync(fileOf(NEWER), "utf8").replaceAll(
        /^(\d+),(\d{4}-\d\d),/gm,
        (_, group: string, month: string) => `${group},${month}-${String(1 + (Number(group) % 28)).padStart(2, "0")},`,
      );
      writeFileSync(name, dated);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it("gives the same figures in pounds as the one with months", async () => {
      const byMonth = await printedReport(2013, NEWER, "GBP");
      const byDay = await printedReport(2013, name, "GBP");
      expect(readFileSync(name, "utf8")).toMatch(/^\d+,2013-05-17,/m);
      expect({ ...byDay, inputs: [] }).toEqual({ ...byMonth, inputs: [] });
    });

    it("converts each licence into euro at the rate of its own day", () => expectAgreement(2013, name, "EUR"));
  });
});

function listOf(document: Document, key: string): readonly unknown[] {
  const list = document[key];
  return Array.isArray(list) ? list : [];
}
