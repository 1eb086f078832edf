import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { parseWhere } from "../../src/domain/parse-where.ts";
import { UserError } from "../../src/domain/user-error.ts";
import { readDataRows } from "../../src/reference/data-file.ts";
import { loadThemeNames } from "../../src/reference/theme-names.ts";
import { loadThemes } from "../../src/reference/themes.ts";
import { createVocabulary } from "../../src/reference/where-values.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-themes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, "themes.csv");
  writeFileSync(path, text);
  return path;
}

function faultOf(text: string): string {
  try {
    loadThemes(fileOf(text));
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint}`.replaceAll(`${folder}/`, "");
    throw error;
  }
  return "no fault";
}

describe("the shipped themes", () => {
  const rows = readDataRows<"theme" | "code" | "heading" | "why">("themes.csv");
  const headings = new Map(readDataRows<"code" | "description">("hs.csv.gz").map((row) => [row.code, row.description]));

  it("have the headings of the nomenclature; codes of another edition name it", () => {
    for (const { code, heading, why } of rows) {
      expect(headings.get(code) ?? heading.slice(0, 9), code).toBe(headings.has(code) ? heading : "HS 2017: ");
      expect(why, code).not.toBe("");
    }
  });

  it("are those of the real settings, with a name in each language", () => {
    const themes = new Set(loadThemes().map(({ item }) => item));
    const names = readDataRows<"theme" | "nl" | "fr" | "de">("theme-names.csv");
    expect(names.map(({ theme }) => theme)).toEqual([...themes]);
    expect(themes.size).toBe(8);
    for (const { nl, fr, de } of names) expect([nl, fr, de]).not.toContain("");
  });

  it("are found by name in any language, whatever the case", () => {
    for (const text of ["medtech", "Medische technologie", "TECHNOLOGIES MEDICALES", "Medizintechnik"]) {
      expect(parseWhere(`theme = "${text}"`, createVocabulary())).toEqual({
        kind: "in",
        field: "theme",
        values: ["Medtech"],
      });
    }
    expect(loadThemeNames().name("Energy", "fr")).toBe("Énergie");
  });
});

describe("a themes file of one's own", () => {
  it("is read with dots and spaces in codes; a code may be in several themes", () => {
    expect(loadThemes(fileOf("Theme,Code,Note\nTea,09.02,x\nTea,2101 20,\nBreakfast,0902,\n"))).toEqual([
      { item: "Tea", dimension: "hs4", code: "0902" },
      { item: "Tea", dimension: "hs6", code: "210120" },
      { item: "Breakfast", dimension: "hs4", code: "0902" },
    ]);
  });

  it("may have a code of another edition, when its heading says what it is", () => {
    expect(loadThemes(fileOf("theme,code,heading\nLight,940540,HS 2017: lamps n.e.c.\n"))).toHaveLength(1);
  });

  it.each([
    ["theme,code\nTea,902\n", 'themes.csv:2: "902" is no HS code of 2, 4 or 6 digits'],
    ["theme,code\nTea,09021000\n", "no HS code of 2, 4 or 6 digits"],
    [
      "theme,code\nTea,0902\nTea,0999\n",
      "themes.csv:3: the Harmonized System (edition 2022) has no 0999\nthe nearest is 1001",
    ],
    ["theme,code\nTea,0902\nMilk,0402\ntea,09.02\n", "themes.csv:4: tea has 0902 already, at themes.csv:2"],
    ["theme,code\n,0902\n", "themes.csv:2: the theme has no name"],
    ["theme,code\n", "has no rows"],
    ["theme,hs\nTea,0902\n", 'has no column "code"'],
  ])("%j is refused", (text, expected) => {
    expect(faultOf(text)).toContain(expected);
  });

  it("gives the themes of conditions", () => {
    const vocabulary = createVocabulary(null, fileOf("theme,code\nTea,0902\n"));
    expect(parseWhere("theme = tea", vocabulary)).toEqual({ kind: "in", field: "theme", values: ["Tea"] });
    expect(() => parseWhere("theme = Medtech", vocabulary)).toThrow('"Medtech" is no theme');
  });
});
