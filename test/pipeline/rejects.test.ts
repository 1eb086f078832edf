import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";

import { describeNotation, parseNotation } from "../../src/domain/notation.ts";
import { disarm, rearm } from "../../src/domain/spreadsheet-text.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { openEngine } from "../../src/store/engine.ts";
import { runOrigo } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

/** Rows of two files in two notations; the dates of the faulty rows alone could be read in both orders. */
const DUTCH = [
  "Certificaatnummer",
  "Datum afgifte",
  "Status",
  "Vervangt",
  "Exporteur",
  "Bestemming",
  "Omschrijving",
  "Waarde",
  "Munt",
];
const ENGLISH = ["certificate number", "issue date", "destination", "goods", "value"];
const dutchRows = Array.from({ length: 40 }, (_, index) => [
  `NL-${index}`,
  `${String((index % 28) + 1).padStart(2, "0")}/03/2017`,
  index % 9 === 8 ? "geannuleerd" : "afgegeven",
  index === 30 ? "NL-12" : "",
  index % 2 === 0 ? "=Voorbeeld & Zonen" : "'-30 Graden; koeltechniek",
  index % 3 === 0 ? "België" : "Verenigde Staten",
  "@fittings",
  `1.${String(100 + index)},5${index % 10}`,
  index % 5 === 0 ? "USD" : "EUR",
]);
const englishRows = Array.from({ length: 30 }, (_, index) => [
  `EN-${index}`,
  `0${(index % 9) + 1}/${String((index % 28) + 1).padStart(2, "0")}/2018`,
  "China",
  "pumps, valves",
  `2,${String(200 + index)}.25`,
]);

/** Certificate number to the column that gets a fault, and the fault. */
const FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  "NL-1": ["Datum afgifte", "31/02/2017"],
  "NL-2": ["Bestemming", "Verenigde Statn"],
  "NL-3": ["Waarde", "-1.103,53"],
  "NL-4": ["Waarde", "=1+1"],
  "NL-5": ["Munt", "EURO?"],
  "NL-6": ["Status", "misschien"],
  "NL-7": ["Datum afgifte", ""],
  "EN-1": ["destination", "Atlantis"],
  "EN-2": ["issue date", "31/31/2018"],
  "EN-3": ["value", "2,2O3.25"],
};

function plant(headers: readonly string[], rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) => {
    const fault = FAULTS[row[0] ?? ""];
    return fault === undefined ? row : row.map((cell, index) => (headers[index] === fault[0] ? fault[1] : cell));
  });
}

function write(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: string,
): string {
  writeFileSync(at(name), stringify([[...headers], ...rows.map((row) => [...row])], { delimiter }));
  return at(name);
}

/** The certificates of a store as text, without where they come from. */
async function certificates(store: string): Promise<readonly string[]> {
  const engine = await openEngine({ path: store, readOnly: true });
  try {
    const rows = await engine.rows<{ text: string }>("select c::varchar as text from certificates c order by 1");
    return rows.map(({ text }) => text);
  } finally {
    engine.close();
  }
}

type Row = Record<string, string>;
const readRejects = (path: string): Row[] =>
  parse(readFileSync(path), {
    columns: true,
    bom: true,
    delimiter: readFileSync(path, "utf8").includes(";origo_line") ? ";" : ",",
  });

describe("a rejects file", () => {
  it("goes out, is corrected and comes in: the figures are those of clean files", async () => {
    const clean = [write("clean-nl.csv", DUTCH, dutchRows, ";"), write("clean-en.csv", ENGLISH, englishRows, ",")];
    await ingest({ inputs: clean, store: at("clean.duckdb") });

    // Two rows that cannot be told apart into cells, one in each file.
    const faultyDutch = plant(DUTCH, dutchRows).map((row) => (row[0] === "NL-10" ? row.slice(0, 7) : row));
    const faultyEnglish = plant(ENGLISH, englishRows).map((row) => (row[0] === "EN-10" ? [...row, "surplus"] : row));
    const inputs = [
      write("faulty-nl.csv", DUTCH, faultyDutch, ";"),
      write("faulty-en.csv", ENGLISH, faultyEnglish, ","),
    ];
    const store = at("faulty.duckdb");
    const rejects = at("rejects.csv");
    const first = await ingest({ inputs, store, rejects });
    expect(first.account.balance.rejected).toBe(Object.keys(FAULTS).length + 2);

    const rows = readRejects(rejects);
    expect(rows).toHaveLength(first.account.balance.rejected);
    const byNumber = new Map(rows.map((row) => [row["certificate_number"], row]));
    expect(byNumber.get("NL-3")).toMatchObject({
      origo_file: inputs[0],
      origo_line: "5",
      origo_problem: "negative-value",
      value: "'-1.103,53",
      exporter_name: "''-30 Graden; koeltechniek",
      goods: "'@fittings",
      origo_notation: "dmy comma",
    });
    expect(byNumber.get("NL-2")?.["origo_expected"]).toContain("did you mean");
    expect(byNumber.get("EN-1")).toMatchObject({ issue_date: "02/02/2018", origo_notation: "mdy point" });

    // Corrected as by hand: the right text into the wrong cell, the lost rows typed anew.
    const fieldOf: Row = {
      "Datum afgifte": "issue_date",
      Bestemming: "destination",
      Waarde: "value",
      Munt: "currency",
      Status: "status",
      "issue date": "issue_date",
    };
    const corrected = rows.map((row) => {
      const lost = row["origo_row"] ?? "";
      if (lost.startsWith("NL-10")) return { ...row, ...typed(DUTCH, dutchRows[10]) };
      if (lost.startsWith("EN-10")) return { ...row, ...typed(ENGLISH, englishRows[10]) };
      const number = row["certificate_number"] ?? "";
      const [headers, source] = number.startsWith("NL") ? [DUTCH, dutchRows] : [ENGLISH, englishRows];
      const header = FAULTS[number]?.[0] ?? "";
      const right = source.find((each) => each[0] === number)?.[headers.indexOf(header)] ?? "";
      return { ...row, [fieldOf[header] ?? header]: right };
    });
    writeFileSync(at("corrected.csv"), stringify(corrected, { header: true }));
    const second = await ingest({ inputs: [at("corrected.csv")], store, rejects: at("again.csv") });
    expect(readRejects(at("again.csv"))).toEqual([]);
    const expected = await certificates(at("clean.duckdb"));
    expect(expected).toHaveLength(66);
    expect(await certificates(store)).toEqual(expected);
    // The rejected originals stay in the balance of their files.
    expect(second.account.balance.rejected).toBe(first.account.balance.rejected);
    expect(second.account.balance.rowsRead).toBe(70 + rows.length);
  });

  it("gives the same rejects again when nobody corrected it", async () => {
    const store = at("uncorrected.duckdb");
    await ingest({ inputs: [at("rejects.csv")], store, rejects: at("same.csv") });
    const advice = (row: Row): Row => ({ ...row, origo_file: "", origo_line: "" });
    expect(readRejects(at("same.csv")).map(advice)).toEqual(readRejects(at("rejects.csv")).map(advice));
    expect(await certificates(store)).toEqual([]);
  });

  it("has rows that were rejected for another row, in plain notation", async () => {
    const rows = [
      ["2", "03/13/2018", "China", "x", "5.50"],
      ["2", "03/14/2018", "Japan", "y", "7.25"],
    ];
    const path = write("conflict.csv", ENGLISH, rows, ",");
    await ingest({ inputs: [path], store: at("conflict.duckdb"), rejects: at("conflict-rejects.csv") });
    expect(readRejects(at("conflict-rejects.csv"))).toMatchObject([
      {
        origo_problem: "conflicting-duplicate",
        certificate_number: "2",
        issue_date: "2018-03-13",
        destination: "CN",
        value: "5.50",
        origo_notation: "point",
      },
    ]);
  });

  it("may come back as a workbook, with numbers and with records that are none", async () => {
    writeFileSync(
      at("records.ndjson"),
      '{"number":"1","date":"2018-03-13","destination":"CN","value":"5"}\n{"number":"2",\n',
    );
    const book = await writeXlsx({
      sheets: [
        {
          name: "S",
          rows: [
            ["Certificaatnummer", "Datum afgifte", "Bestemming", "Waarde"],
            ["7", "13/02/2018", "Chnia", 1234.56],
            ["8", "14/02/2018", "China", "1.234,50"],
          ],
        },
      ],
    });
    writeFileSync(at("book.xlsx"), book);
    const store = at("book.duckdb");
    await ingest({ inputs: [at("records.ndjson"), at("book.xlsx")], store, rejects: at("book-rejects.csv") });
    const rows = readRejects(at("book-rejects.csv"));
    expect(rows).toMatchObject([
      { origo_problem: "unknown-destination", value: "1234,56", origo_notation: "dmy comma" },
      { origo_problem: "invalid-record", origo_row: '{"number":"2",' },
    ]);
    const corrected = rows.map((row) => ({ ...row, destination: row["destination"] === "Chnia" ? "China" : "" }));
    const cells = corrected.map((row) =>
      Object.entries(row).map(([name, cell]) => (name === "value" && cell === "1234,56" ? 1234.56 : cell)),
    );
    writeFileSync(
      at("corrected.xlsx"),
      await writeXlsx({ sheets: [{ name: "rejects", rows: [Object.keys(corrected[0] ?? {}), ...cells] }] }),
    );
    const { account, change } = await ingest({ inputs: [at("corrected.xlsx")], store, rejects: at("book-again.csv") });
    expect(change).toMatchObject({ added: 1, withdrawn: 0, changed: 0 });
    expect(account.balance.rejected).toBe(3);
    expect((await certificates(store)).filter((text) => text.includes("123456"))).toHaveLength(1);
    expect(readRejects(at("book-again.csv"))).toMatchObject([{ origo_problem: "invalid-record" }]);
  });

  it("is refused before anything is read when it cannot be written", async () => {
    const run = await runOrigo([
      "ingest",
      at("faulty-nl.csv"),
      "--store",
      at("new.duckdb"),
      "--rejects",
      at("none/r.csv"),
    ]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("its folder does not exist");
    expect(existsSync(at("new.duckdb"))).toBe(false);
  });

  it("is written by read commands too, and never over a file that certificates come from", async () => {
    const run = await runOrigo(["summary", at("faulty-nl.csv"), "--rejects", at("from-summary.csv"), "--quiet"]);
    expect(run.code).toBe(0);
    expect(readRejects(at("from-summary.csv"))).toHaveLength(8);
    const over = await runOrigo(["summary", at("faulty-nl.csv"), "--rejects", at("faulty-nl.csv")]);
    expect(over.code).toBe(2);
    const stored = await runOrigo(["status", "--store", at("faulty.duckdb")]);
    expect(stored.stdout).toContain("Rejected rows stay in the balance");
    const taken = await runOrigo(["summary", "--store", at("faulty.duckdb"), "--rejects", at("corrected.csv")]);
    expect(taken.stderr).toContain("would overwrite a file that certificates come from");
  });
});

/** What a person fills in for a row of the source, under the canonical names. */
function typed(headers: readonly string[], row: readonly string[] = []): Row {
  const names =
    headers === DUTCH
      ? [
          "certificate_number",
          "issue_date",
          "status",
          "replaces",
          "exporter_name",
          "destination",
          "goods",
          "value",
          "currency",
        ]
      : ["certificate_number", "issue_date", "destination", "goods", "value"];
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""]));
}

describe("texts for a spreadsheet", () => {
  it("come back as they were, whatever they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("'", "=", "+", "-", "@", "a", " ", "\t")).map((parts) => parts.join("")),
        (text) => {
          expect(rearm(disarm(text))).toBe(text);
          expect(disarm(text)).not.toMatch(/^[=+\-@\t\r]/);
        },
      ),
    );
  });

  it("keep the notation", () => {
    fc.assert(
      fc.property(
        fc.record({
          dateOrder: fc.constantFrom("dmy", "mdy", null),
          decimalMark: fc.constantFrom(",", ".", null),
          valueUnit: fc.constantFrom(1, 1000, 1_000_000_000),
          grain: fc.constantFrom("certificate", "record"),
        } as const),
        (notation) => {
          expect(parseNotation(describeNotation(notation))).toEqual(notation);
        },
      ),
    );
  });
});
