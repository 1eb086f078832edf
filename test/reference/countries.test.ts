import { describe, expect, it } from "vitest";

import { LANGUAGES } from "../../src/domain/language.ts";
import { countryNames, loadCountries } from "../../src/reference/countries.ts";
import { readDataRows } from "../../src/reference/data-file.ts";

const countries = loadCountries();
const rows = readDataRows<"code" | "alpha3" | "numeric" | "en" | "nl" | "fr" | "de" | "es">("countries.csv");

describe("countries", () => {
  it("resolve from their codes and from their names in five languages", () => {
    for (const row of rows.filter(({ code }) => code !== "XX")) {
      const texts = [row.code, row.alpha3, row.numeric, row.en, row.nl, row.fr, row.de, row.es].filter(
        (text) => text !== "",
      );
      expect(new Set(texts.map(countries.resolve)), row.code).toEqual(new Set([row.code]));
    }
  });

  it("resolve from every variant", () => {
    for (const { name, code } of readDataRows<"name" | "code">("country-variants.csv")) {
      expect(countries.resolve(name), name).toBe(code);
    }
  });

  it.each([
    ["china", "CN"],
    ["  Verenigde arabische EMIRATEN ", "AE"],
    ["Cote d'Ivoire", "CI"],
    ["CÔTE D’IVOIRE", "CI"],
    ["UK", "GB"],
    ["EL", "GR"],
    ["XK", "XK"],
    ["NA", "NA"],
    ["Namibië", "NA"],
    ["Joegoslavië", "YU"],
    ["Korea, South", "KR"],
    ["840", "US"],
  ])("%s is %s", (text, code) => {
    expect(countries.resolve(text)).toBe(code);
  });

  it.each(["Atlantis", "", "XX", "No country", "ZZ", "Korea", "Congo", "999"])("%s is no country", (text) => {
    expect(countries.resolve(text)).toBeNull();
  });

  it("suggests the nearest names, and nothing for what is far from all", () => {
    expect(countries.nearest("Chnia")).toContain("China");
    expect(countries.nearest("Duitslnad")[0]).toBe("Duitsland");
    expect(countries.nearest("qqqqqqqqqqqq")).toEqual([]);
  });

  it("have a name in every language of the output", () => {
    for (const language of LANGUAGES) {
      const nameOf = countryNames(language);
      for (const { code } of rows) expect(nameOf(code)).not.toBe("");
    }
    expect(countryNames("nl")("SS")).toBe("Zuid-Soedan");
  });
});
