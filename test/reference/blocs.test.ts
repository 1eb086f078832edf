import { describe, expect, it } from "vitest";

import { loadMemberships } from "../../src/reference/blocs.ts";
import { countryNames } from "../../src/reference/countries.ts";
import { loadCountryRegions, loadRegions } from "../../src/reference/regions.ts";
import { cellOf, dataFile, readTable } from "../oracle/reference.ts";

const memberships = loadMemberships();

function membersOn(bloc: string, day: string): readonly string[] {
  return memberships
    .filter((each) => each.bloc === bloc && each.from <= day && (each.until === null || day < each.until))
    .map((each) => each.country);
}

describe("blocs", () => {
  it("have members that are countries, from real days to later ones", () => {
    const nameOf = countryNames("en");
    for (const { country, from, until } of memberships) {
      expect(nameOf(country), country).not.toBe(country);
      for (const day of [from, until ?? from]) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      expect(until === null || from < until, `${country} ${from}`).toBe(true);
    }
  });

  it("have a country once at a time", () => {
    for (const a of memberships) {
      const overlapping = memberships.filter(
        (b) =>
          a.bloc === b.bloc && a.country === b.country && a.from < (b.until ?? "9999") && b.from < (a.until ?? "9999"),
      );
      expect(overlapping, `${a.bloc} ${a.country}`).toHaveLength(1);
    }
  });

  // The numbers that the blocs state of themselves, territories with a code of their own added for the EU and the EEA.
  it.each([
    ["EFTA", "2017-06-30", 4],
    ["EFTA", "1994-12-31", 7],
    ["GCC", "2017-06-30", 6],
    ["ASEAN", "2017-06-30", 10],
    ["ASEAN", "2025-12-31", 11],
    ["MERCOSUR", "2011-06-30", 4],
    ["MERCOSUR", "2014-06-30", 5],
    ["MERCOSUR", "2017-06-30", 4],
    ["BRICS", "2010-06-30", 4],
    ["BRICS", "2017-06-30", 5],
    ["BRICS", "2024-06-30", 9],
    ["BRICS", "2025-06-30", 10],
    // 13 members of OPEC, 11 outside it.
    ["OPEC+", "2017-06-30", 24],
    ["OPEC+", "2024-06-30", 22],
    ["OPEC+", "2026-06-30", 21],
    ["ECOWAS", "2000-12-31", 15],
    ["ECOWAS", "2017-06-30", 15],
    ["ECOWAS", "2025-06-30", 12],
    ["EAEU", "2014-12-31", 0],
    ["EAEU", "2017-06-30", 5],
    ["CPTPP", "2018-12-30", 6],
    ["CPTPP", "2025-06-30", 12],
    ["RCEP", "2022-01-01", 10],
    ["RCEP", "2024-06-30", 14],
    ["USMCA", "2020-06-30", 0],
    ["USMCA", "2020-07-01", 4],
  ])("%s on %s has %i members", (bloc, day, count) => {
    expect(membersOn(bloc, day)).toHaveLength(count);
  });

  it("the European Economic Area is the Union and three of EFTA", () => {
    for (const day of ["2010-01-01", "2017-06-30", "2021-01-01"]) {
      expect(membersOn("EEA", day).toSorted()).toEqual([...membersOn("EU", day), "IS", "LI", "NO"].toSorted());
    }
  });
});

describe("regions", () => {
  it("each country has one, or is known to have none", () => {
    const placed = new Set(loadCountryRegions().map(([country]) => country));
    const codes = readTable(dataFile("countries.csv")).map((row) => cellOf(row, "code"));
    expect(codes.filter((code) => !placed.has(code))).toEqual(["AQ", "FQ", "NQ", "XX"]);
    expect([...placed].filter((code) => !codes.includes(code))).toEqual([]);
    expect(loadCountryRegions()).toHaveLength(placed.size);
  });

  it("sub-regions lie in regions", () => {
    const regions = loadRegions();
    for (const [country, region, subRegion] of loadCountryRegions()) {
      expect(regions.resolve("region", region), country).toBe(region);
      expect(regions.resolve("sub_region", subRegion), country).toBe(subRegion);
    }
    expect(regions.resolve("sub_region", "west-azie")).toBe("145");
    expect(regions.resolve("region", "Western Asia")).toBeNull();
  });
});
