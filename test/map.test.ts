import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { FileMapping } from "../src/domain/file-mapping.ts";
import { runOrigo } from "./run-origo.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function mappingOf(path: string, ...options: readonly string[]): Promise<FileMapping> {
  const { stdout, stderr } = await runOrigo(["map", path, "--format", "json", ...options]);
  expect(stderr).toBe("");
  const { tables }: { tables: readonly FileMapping[] } = JSON.parse(stdout);
  const [mapping] = tables;
  if (mapping === undefined) throw new Error("no table");
  return mapping;
}

const CHAMBER = [
  "Uittreksel uit het register",
  "Certificaatnummer;Datum afgifte;Land van bestemming;Waarde in duizend USD;Opmerking",
  "A1;13/02/2017;China;1,5;x",
  "A2;14/02/2017;Japan;2,25;",
  "A3;15/03/2017;Nergensland;3;y",
  "A4;16/03/2017;Verenigde Staten;4;x",
];

describe("origo map", () => {
  it("tells which column is what, and why", async () => {
    const mapping = await mappingOf(file("chamber.csv", CHAMBER));
    expect(mapping.layout).toEqual({ delimiter: ";", header_row: "2", encoding: "utf8" });
    expect(mapping).toMatchObject({
      dateOrder: "dmy",
      decimalMark: ",",
      currency: "USD",
      valueUnit: 1000,
      questions: [],
    });
    expect(
      mapping.fields.map(({ field, found, readable, values, confidence }) => [
        field,
        found,
        readable,
        values,
        confidence,
      ]),
    ).toEqual([
      ["certificate_number", "name", null, 4, "high"],
      ["issue_date", "name", 4, 4, "high"],
      ["destination", "name", 3, 4, "medium"],
      ["value", "variant", 4, 4, "high"],
    ]);
    expect(mapping.unmapped).toEqual([{ header: "Opmerking", samples: ["x", "y"], nearest: null }]);
  });

  it("writes a profile that reads the file in the same way, and replaces a file only when forced", async () => {
    const source = file("source.csv", CHAMBER);
    const profile = join(folder, "chamber.profile.json");
    expect((await runOrigo(["map", source, "--out", profile])).code).toBe(0);
    const [guessed, stated] = await Promise.all([
      runOrigo(["summary", source, "--format", "csv"]),
      runOrigo(["summary", source, "--format", "csv", "--profile", profile]),
    ]);
    expect(guessed.stdout).toContain("2017,3,,");
    expect(stated).toEqual(guessed);
    expect((await mappingOf(source, "--profile", profile)).profile).toEqual(JSON.parse(readFileSync(profile, "utf8")));

    const refused = await runOrigo(["map", source, "--out", profile]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("already")]);
    expect((await runOrigo(["map", source, "--out", profile, "--force"])).code).toBe(0);
  });

  it("asks what it cannot know", async () => {
    const mapping = await mappingOf(
      file("open.csv", ["Datum;Issue date;Destination;Value ($)", "01/02/2017;02/02/2017;CN;1.000"]),
    );
    expect(mapping.questions.map(({ message }) => message.replace(/^.*open\.csv:? /, ""))).toEqual([
      'the columns "Datum" and "Issue date" both look like issue_date',
      'which currency is "Value ($)" in?',
      expect.stringContaining("has no column for certificate_number"),
      expect.stringContaining('is the mark in "1.000" a decimal mark'),
    ]);
  });

  it("proposes a column for its values alone, which ingest does not", async () => {
    const rows = ["CN", "Japan", "Frankrijk"].map((country, row) => `N${row},2017-01-0${row + 1},${country},${row}`);
    const path = file("content.csv", ["Certificate no.,Date,Where to,Waarde", ...rows]);
    const destination = (await mappingOf(path)).fields.find(({ field }) => field === "destination");
    expect(destination).toMatchObject({ headers: ["Where to"], found: "content", confidence: "medium" });
    const { code, stderr } = await runOrigo(["summary", path]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("has no column for destination")]);
  });

  it("shows all this to people", async () => {
    const { stdout } = await runOrigo(["map", file("people.csv", CHAMBER)]);
    expect(stdout).toMatch(/delimiter ";", header row 2, encoding utf8, dates dmy/);
    expect(stdout).toMatch(/destination +Land van bestemming +known name +75 % +medium +China/);
    expect(stdout).toMatch(/Opmerking +– +x \| y/);
  });
});

describe("a currency in the header", () => {
  it("and another in a column are a question", async () => {
    const rows = ["Nummer;Datum;Land;Waarde (EUR);Munt", "1;2017-01-02;CN;10;EUR", "2;2017-01-03;CN;20;USD"];
    const path = file("contradiction.csv", rows);
    const { code, stderr } = await runOrigo(["summary", path]);
    expect(code).toBe(1);
    expect(stderr).toContain('the column "Waarde (EUR)" is in EUR, but "Munt" has "USD"');
  });

  it("is the currency of the rows in which the column is blank", async () => {
    const path = file("blank.csv", [
      "Nummer;Datum;Land;Waarde (EUR);Munt",
      "1;2017-01-02;CN;10;",
      "2;2017-01-03;CN;20;EUR",
    ]);
    const { stdout } = await runOrigo(["summary", path, "--format", "csv"]);
    expect(stdout).toContain("2017,2,,30.00,");
  });
});
