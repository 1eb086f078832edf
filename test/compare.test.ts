/** `origo compare` against `test/oracle/chambers.ts`: on random chambers, and on the examples of `fixtures/regions`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Fraction } from "../src/domain/fraction.ts";
import { readRegion } from "../src/ingest/read-region.ts";
import { compare } from "../src/pipeline/compare.ts";
import { yearlyReport } from "../src/pipeline/yearly-report.ts";
import type { Comparison } from "../src/report/comparison.ts";
import {
  chambersByDestination,
  countOnce,
  partOf,
  quotientOf,
  sumTo,
  type ChamberCertificate,
} from "./oracle/chambers.ts";
import { minus, parseAmount, type Ratio } from "./oracle/exact.ts";

const CHAMBERS = { a: "BE", b: "NL", c: "DE" };
const YEARS = [2016, 2017, 2018];

/** Few of everything, so that certificates are often at two chambers, and sometimes twice at one. */
const certificate = fc.record({
  chamber: fc.constantFrom("a", "b", "c"),
  year: fc.constantFrom(...YEARS),
  day: fc.constantFrom("03-01", "09-30"),
  exporter: fc.constantFrom("X1", "X2"),
  destination: fc.constantFrom("CN", "NL", "US"),
  cents: fc.constantFrom(1_000n, 2_550n),
});

const chambers = fc.array(certificate, { minLength: 1, maxLength: 60 }).map((all) => {
  const ends = Object.keys(CHAMBERS).flatMap((chamber) =>
    // So that every chamber covers all three years.
    YEARS.flatMap((year) => [`${year}-01-01`, `${year}-12-31`]).map((day) => ({
      chamber,
      day,
      exporter: `${chamber} only`,
      destination: "TR",
      cents: 100n,
    })),
  );
  const random = all.map(({ year, day, ...rest }) => ({ ...rest, day: `${year}-${day}` }));
  return [...ends, ...random].map((each, index): ChamberCertificate => ({ ...each, number: String(1000 + index) }));
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeRegion(all: readonly ChamberCertificate[]): string {
  for (const chamber of Object.keys(CHAMBERS)) {
    const rows = all
      .filter((each) => each.chamber === chamber)
      .map(({ number, day, exporter, destination, cents }) =>
        [number, day, exporter, destination, (Number(cents) / 100).toFixed(2)].join(","),
      );
    writeFileSync(
      join(folder, `${chamber}.csv`),
      ["certificate_number,issue_date,exporter_id,destination,value", ...rows].join("\n"),
    );
  }
  const region = {
    name: "Random",
    chambers: Object.entries(CHAMBERS).map(([id, country]) => ({ id, name: id, country, inputs: [`${id}.csv`] })),
  };
  const file = join(folder, "random.region.json");
  writeFileSync(file, JSON.stringify(region));
  return file;
}

async function compareFile(file: string, countBoth = false): Promise<Comparison> {
  return compare({
    inputs: [],
    by: "destination",
    together: { region: readRegion(file), countBoth },
    selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
  });
}

function same(found: Fraction | null, expected: Ratio | null): void {
  if (found === null || expected === null) expect([found, expected]).toEqual([null, null]);
  else expect(minus(found, expected)?.numerator).toBe(0n);
}

function assertLevels(comparison: Comparison, counted: readonly ChamberCertificate[]): void {
  for (const { year, chamber, figures, exporters, destinations } of comparison.levels) {
    const expected = partOf(counted, year, chamber);
    expect([year, chamber, figures.certificates.total, exporters, destinations]).toEqual([
      year,
      chamber,
      BigInt(expected.certificates),
      expected.exporters,
      expected.destinations,
    ]);
    expect(figures.goodsValue.total ?? 0n).toBe(expected.cents);
    if (expected.certificates === 0) continue;
    same(figures.goodsValue.growth, expected.growth);
    same(figures.goodsValue.share, expected.share);
    same(figures.goodsValue.contribution, expected.contribution);
  }
}

/** The parts of a year sum to the whole, exactly. */
function assertSums({ levels }: Comparison): void {
  for (const whole of levels.filter(({ chamber }) => chamber === null)) {
    const parts = levels.filter(({ year, chamber }) => year === whole.year && chamber !== null);
    for (const metric of ["certificates", "goodsValue"] as const) {
      const of = (key: "share" | "contribution"): readonly (Ratio | null)[] =>
        parts.map(({ figures }) => figures[metric][key]);
      expect(sumTo(of("share"), whole.figures[metric].share)).toBe(true);
      expect(sumTo(of("contribution"), whole.figures[metric].growth)).toBe(true);
    }
  }
}

describe("random chambers", () => {
  it("agree with the second computation", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(chambers, async (all) => {
        const comparison = await compareFile(writeRegion(all));
        const { counted, twice } = countOnce(all);
        expect(
          comparison.crossBorder
            .map(({ kept, other }) => [kept.chamber, kept.certificate, other.chamber, other.certificate].join(" "))
            .toSorted(),
        ).toEqual(
          twice.map(([kept, other]) => [kept.chamber, kept.number, other.chamber, other.number].join(" ")).toSorted(),
        );
        expect(comparison.provenance.balance.counted).toBe(counted.length);
        expect(comparison.provenance.balance.crossBorder ?? 0).toBe(twice.length);
        assertLevels(comparison, counted);
        assertSums(comparison);
        for (const { year, item, cells, chambers: having } of comparison.items) {
          const places = chambersByDestination(counted, year).get(item);
          expect(having).toBe(places?.size);
          for (const [chamber, { certificates }] of cells) {
            same(certificates.locationQuotient, quotientOf(counted, year, chamber, item));
          }
        }
        for (const { year, chamber, items, common, distinct } of comparison.overlap) {
          const places = [...chambersByDestination(counted, year).values()];
          const own = places.filter((place) => chamber === null || place.has(chamber));
          expect([items, common, distinct]).toEqual([
            own.length,
            places.filter((place) => place.size === 3).length,
            own.filter((place) => place.size === 1).length,
          ]);
        }
        for (const { year, chamber, side, certificates } of comparison.trade ?? []) {
          const isInside = ({ destination }: ChamberCertificate): boolean =>
            Object.values(CHAMBERS).includes(destination);
          const expected = counted.filter(
            (each) =>
              each.day.startsWith(String(year)) &&
              (chamber === null || each.chamber === chamber) &&
              isInside(each) === (side === "inside"),
          );
          expect(certificates).toBe(expected.length);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("the Euregio of the fixtures", () => {
  const file = new URL("../fixtures/regions/euregio.region.json", import.meta.url).pathname;
  const read = (name: string): readonly Readonly<Record<string, string>>[] =>
    parse(readFileSync(new URL(`../fixtures/regions/${name}`, import.meta.url)), { columns: true, delimiter: ";" });
  const certificateOf = (chamber: string, row: Readonly<Record<string, string>>, headers: readonly string[]) => {
    const [number = "", day = "", exporter = "", destination = "", value = ""] = headers.map(
      (header) => row[header] ?? "",
    );
    return {
      chamber,
      number,
      day: day.split(/[/-]/).toReversed().join("-"),
      exporter: exporter.replaceAll(/[^A-Z0-9]/g, ""),
      destination,
      cents: parseAmount(value, ".", ","),
    };
  };
  const all: readonly ChamberCertificate[] = [
    ...read("limburg-be.csv")
      .filter((row) => row["Status"] === "Afgegeven")
      .map((row) =>
        certificateOf("Voka - KvK Limburg", row, [
          "Certificaatnummer",
          "Datum afgifte",
          "Ondernemingsnummer",
          "Land van bestemming",
          "Waarde",
        ]),
      ),
    ...read("liof.csv").map((row) =>
      certificateOf("LIOF", row, ["Nr. CvO", "Afgegeven op", "Btw-nummer", "Naar", "Bedrag"]),
    ),
  ];
  /** By id, limburg-be comes before liof. */
  const inOrder = (each: ChamberCertificate): ChamberCertificate => ({
    ...each,
    chamber: each.chamber === "LIOF" ? "Z LIOF" : each.chamber,
  });

  it("counts a certificate that two chambers have once, at the first by id", async () => {
    const comparison = await compareFile(file);
    const { counted, twice } = countOnce(all.map(inOrder));
    expect(twice).toHaveLength(8);
    expect(comparison.crossBorder.map(({ other }) => other.certificate).toSorted()).toEqual(
      twice.map(([, other]) => other.number).toSorted(),
    );
    assertLevels(
      comparison,
      counted.map((each) => ({ ...each, chamber: each.chamber.replace("Z ", "") })),
    );
  });

  it("counts it at both when told so, and lists it all the same", async () => {
    const comparison = await compareFile(file, true);
    expect(comparison.crossBorder).toHaveLength(8);
    expect(comparison.provenance.balance.crossBorder).toBeUndefined();
    assertLevels(comparison, all);
  });
});

describe("a joint report", () => {
  const file = new URL("../fixtures/regions/strategy.region.json", import.meta.url).pathname;
  const report = async (year: number) =>
    yearlyReport({
      inputs: [],
      year,
      together: { region: readRegion(file), countBoth: false },
      selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
    });

  it.each([2022, 2023, 2024])("of %i has parts that sum to the whole, exactly", async (year) => {
    const { group, current } = await report(year);
    const parts = group?.parts ?? [];
    expect(parts.map(({ item }) => item)).toEqual(["IHK Nord Westfalen", "Oost NL", "Twente Board"]);
    const one = { numerator: 1n, denominator: 1n };
    for (const [metric, growth] of [
      ["certificates", current.certificatesGrowth],
      ["goodsValue", current.goodsValueGrowth],
    ] as const) {
      expect(
        sumTo(
          parts.map((part) => part[metric].share),
          one,
        ),
      ).toBe(true);
      expect(
        sumTo(
          parts.map((part) => part[metric].contribution),
          growth,
        ),
      ).toBe(true);
    }
  });

  it("compares a year that one chamber has a part of over the months that all have", async () => {
    const { current, group } = await report(2024);
    expect([current.complete, current.window.lastMonth]).toEqual([false, 6]);
    expect(group?.common).toEqual({ from: "2021-01-01", to: "2024-06-30" });
    // Twente and Nord Westfalen have certificates to December.
    expect(current.certificates).toBe(154);
  });
});
