/** `exporterYears` and `growthMargins` on random certificates, against `test/oracle/exporters.ts`: few names, so that all comes and goes. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { fractionToNumber, type Fraction } from "../src/domain/fraction.ts";
import { exporterYears, openCertificates } from "../src/pipeline/library.ts";
import type { Certificate } from "./oracle/counting.ts";
import { exporterFacts } from "./oracle/exporters.ts";

const line = fc.record({
  product: fc.constantFrom("010121", "080810", "841810"),
  cents: fc.option(fc.bigInt(0n, 500n), { freq: 8 }),
});
const certificate = fc.record({
  year: fc.constantFrom(2014, 2015, 2016, 2018),
  destination: fc.constantFrom("CN", "JP", "US", "XX"),
  exporter: fc.constantFrom("A", "B", "C", "D", "E"),
  lines: fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: ({ product }) => product }),
});
const certificates = fc.array(certificate, { minLength: 1, maxLength: 40 }).map((all) =>
  all.map(({ lines, ...rest }): Certificate => {
    const values = lines.flatMap(({ cents }) => cents ?? []);
    const cents = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0n);
    return { ...rest, month: 6, products: lines.map(({ product }) => product), cents, lines };
  }),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-random-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The certificates as a file that covers each of its years from the first day to the last. */
function writeFile(all: readonly Certificate[]): string {
  const rows = all.flatMap(({ year, destination, exporter, lines }, number) => {
    const day = number % 2 === 0 ? "01-01" : "12-31";
    return lines.map(({ product, cents }) =>
      [number, `${year}-${day}`, exporter, destination, product, cents === null ? "" : Number(cents) / 100].join(),
    );
  });
  const profile = { coverage: { from: "2014-01-01", to: "2018-12-31" }, destinations: { XX: "XX" } };
  writeFileSync(join(folder, "random.profile.json"), JSON.stringify(profile));
  const path = join(folder, "random.csv");
  const header = "certificate_number,issue_date,exporter_name,destination,hs_code,value";
  writeFileSync(path, [header, ...rows].join("\n"));
  return path;
}

function number(value: Fraction | null | undefined): number | null {
  return value == null ? null : fractionToNumber(value);
}

/** Undefined is null here, and null or 0/0 in the second computation. */
function agree(found: number | null, expected: number | null): boolean {
  const isDefined = expected !== null && !Number.isNaN(expected);
  return found === null || !isDefined ? found === null && !isDefined : Math.abs(found - expected) < 1e-9;
}

describe("random exporters", () => {
  it("come, go, stay and sell as a second computation says", async () => {
    await fc.assert(
      fc.asyncProperty(certificates, async (all) => {
        const opened = await openCertificates({
          inputs: [writeFile(all)],
          profile: join(folder, "random.profile.json"),
        });
        const { facts } = await exporterYears(opened);
        opened.close();
        const years = [...new Set(all.map(({ year }) => year))].toSorted((a, b) => a - b);
        expect(facts.map(({ year }) => year)).toEqual(years);
        for (const row of facts.filter(({ complete }) => complete)) {
          const whole = facts.filter(({ complete }) => complete).map(({ year }) => year);
          const expected = exporterFacts(all, row.year, whole);
          const { groups, concentration, turnover } = row;
          const found: Readonly<Record<string, number | null>> = {
            exporters: groups.all?.exporters ?? null,
            entrants: groups.entrants?.exporters ?? null,
            exiters: groups.exiters?.exporters ?? null,
            incumbents: groups.incumbents?.exporters ?? null,
            surviving_entrants: groups.surviving_entrants?.exporters ?? null,
            entry_rate: number(row.entryRate),
            exit_rate: number(row.exitRate),
            survival_1: number(row.survival[0]),
            survival_2: number(row.survival[1]),
            exporters_hhi: number(concentration.exporters.hhi),
            destinations_entry_rate: number(turnover.destinations.entry),
            products_exit_rate: number(turnover.products.exit),
          };
          for (const [id, value] of Object.entries(found)) {
            expect([row.year, id, value, agree(value, expected.numbers[id] ?? null)]).toEqual([
              row.year,
              id,
              value,
              true,
            ]);
          }
          if (row.margins === null || expected.margins === null) continue;
          const { total, entrants, exiters, addedDestinations, continuingProducts, droppedProducts } = row.margins;
          const margin = (id: string): bigint => expected.margins?.[id] ?? 0n;
          expect([total, entrants, exiters, addedDestinations].map(({ change }) => change)).toEqual(
            ["total", "entrants", "exiters", "added_destinations"].map(margin),
          );
          expect([continuingProducts.change, droppedProducts.change]).toEqual(
            ["continuing_products", "dropped_products"].map(margin),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
