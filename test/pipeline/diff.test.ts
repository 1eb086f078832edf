/**
 * Two vintages: random ones, and random edits of the sample. The causes are computed a second time by
 * `test/oracle/vintages.ts`, and must sum to what two separate reports say of each year.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { diff, type Diff } from "../../src/pipeline/diff.ts";
import { openCertificates, yearlySeries } from "../../src/pipeline/library.ts";
import { readLimburg } from "../oracle/limburg.ts";
import { euroConverter, readTable } from "../oracle/reference.ts";
import { expectedCauses, REJECTED, type Effect, type StatedLine } from "../oracle/vintages.ts";
import { REPOSITORY } from "../run-origo.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-vintages-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUESTION = {
  sources: {},
  selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
  everyChange: true,
  bounds: { maxChange: null, failOn: [] },
} as const;

interface RandomRow {
  readonly number: number;
  readonly year: number;
  readonly month: number;
  readonly status: string;
  readonly replaces: number | null;
  readonly destination: string;
  readonly amount: string;
  readonly currency: string;
}

function causesIn({ diff: { years } }: Diff): ReadonlyMap<string, Effect> {
  return new Map(
    years.flatMap(({ causes }) =>
      causes.map(({ year, cause, affected, certificates, goodsCents }) => [
        `${year} ${cause}`,
        { affected, certificates, cents: goodsCents },
      ]),
    ),
  );
}

/** Certificates and cents of each year, as a separate report of the file has them. */
async function totalsOf(path: string): Promise<ReadonlyMap<number, readonly [certificates: number, cents: bigint]>> {
  const certificates = await openCertificates({ inputs: [path] });
  const { facts } = await yearlySeries(certificates);
  certificates.close();
  return new Map(facts.map((row) => [row.year, [row.certificates, row.goodsCents ?? 0n]]));
}

async function expectSums(result: Diff, old: string, newer: string): Promise<void> {
  const [before, after] = [await totalsOf(old), await totalsOf(newer)];
  for (const { year, causes } of result.diff.years) {
    const [certificatesBefore, centsBefore] = before.get(year) ?? [0, 0n];
    const [certificatesAfter, centsAfter] = after.get(year) ?? [0, 0n];
    expect(causes.reduce((sum, cause) => sum + cause.certificates, 0)).toBe(certificatesAfter - certificatesBefore);
    expect(causes.reduce((sum, cause) => sum + cause.goodsCents, 0n)).toBe(centsAfter - centsBefore);
  }
}

/** The goods value by field of every change: another way to the same total. */
function listedChange({ changes }: Diff): bigint {
  const cents = (text: string | null): bigint => BigInt((text ?? "0.00").replace(".", ""));
  return changes
    .filter(({ field }) => field === "goods_value")
    .reduce((sum, change) => sum + cents(change.new) - cents(change.old), 0n);
}

describe("random vintages", () => {
  const row = fc.record({
    number: fc.integer({ min: 10, max: 25 }),
    year: fc.constantFrom(2015, 2016, 2017),
    month: fc.integer({ min: 1, max: 12 }),
    status: fc.constantFrom("issued", "issued", "issued", "cancelled"),
    replaces: fc.option(fc.integer({ min: 10, max: 24 }), { freq: 4 }),
    destination: fc.constantFrom("CN", "CN", "JP", "US", REJECTED),
    amount: fc.option(fc.constantFrom("10.00", "10.01", "250.00"), { freq: 8, nil: "" }),
    currency: fc.constantFrom("EUR", "EUR", "USD"),
  });
  const vintage = fc.uniqueArray(row, { selector: ({ number }) => number, minLength: 6, maxLength: 16 });
  const toEuro = euroConverter();

  /** The rows as a file, and as the second computation reads them. A number replaces lower ones only, so there is no cycle. */
  function written(
    name: string,
    rows: readonly RandomRow[],
  ): { readonly path: string; readonly lines: readonly StatedLine[] } {
    const lines = rows.map((each): StatedLine => {
      const day = `${each.year}-${String(each.month).padStart(2, "0")}-15`;
      const cents = each.amount === "" ? null : BigInt(each.amount.replace(".", ""));
      return {
        number: String(each.number),
        day,
        status: each.status,
        replaces: each.replaces === null || each.replaces >= each.number ? null : String(each.replaces),
        destination: each.destination,
        exporter: null,
        product: null,
        cents: cents && toEuro(cents, each.currency, day),
        identity: JSON.stringify(each),
        amount: each.amount,
        currency: each.currency,
      };
    });
    const path = join(folder, name);
    const header = "certificate_number,issue_date,status,replaces,destination,value,currency";
    const body = lines.map((line) =>
      [line.number, line.day, line.status, line.replaces, line.destination, line.amount, line.currency].join(),
    );
    writeFileSync(path, [header, ...body].join("\n"));
    return { path, lines };
  }

  it("have the causes that a second computation finds, and they sum to what two reports say", async () => {
    // The first rows count, so that there is a day in common, and decide that numbers match.
    const kept = [2015, 2017].map((year): RandomRow => {
      const number = year - 1900;
      return {
        number,
        year,
        month: 6,
        status: "issued",
        replaces: null,
        destination: "BR",
        amount: "1.00",
        currency: "EUR",
      };
    });
    await fc.assert(
      fc.asyncProperty(vintage, vintage, async (older, newer) => {
        const old = written("old.csv", [...kept, ...older]);
        const now = written("new.csv", [...kept, ...newer]);
        const result = await diff({ ...QUESTION, old: old.path, new: now.path, matchBy: "number" });
        expect(causesIn(result)).toEqual(expectedCauses(old.lines, now.lines));
        await expectSums(result, old.path, now.path);
        const back = await diff({ ...QUESTION, old: now.path, new: old.path, matchBy: "number" });
        expect(listedChange(back)).toBe(-listedChange(result));
        const total = result.diff.years
          .flatMap(({ causes }) => causes)
          .reduce((sum, each) => sum + each.goodsCents, 0n);
        expect(listedChange(result)).toBe(total);
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});

describe("edits of the sample", () => {
  const sample = gunzipSync(readFileSync(join(REPOSITORY, "data/limburg-2007-2018.csv.gz"))).toString("utf8");
  const [header = "", ...all] = sample.trimEnd().split("\n");
  const rows = all.filter((row) => /;\d\d\/\d\d\/201[78];/.test(row));

  function written(name: string, edited: readonly string[]): string {
    const path = join(folder, name);
    writeFileSync(path, [header, ...edited].join("\n"));
    return path;
  }

  /** Edits a certificate in three hundred or so, each in one of seven ways. All rows of a certificate are edited alike. */
  function edit(random: () => number): readonly string[] {
    const edits = new Map<string, number>();
    return rows.flatMap((text) => {
      const cells = text.split(";");
      const number = cells[1] ?? "";
      const kind = edits.get(number) ?? Math.floor(random() * 2000);
      edits.set(number, kind);
      const set = (index: number, value: string): readonly string[] => [cells.with(index, value).join(";")];
      if (kind === 0) return [];
      if (kind === 1) return set(4, "Geannuleerd");
      if (kind === 2)
        return set(
          2,
          (cells[2] ?? "").replace(/\d{4}$/, (year) => String(Math.max(2017, Number(year) - 1))),
        );
      if (kind === 3) return set(9, "Turkije");
      if (kind === 4) return set(14, "USD");
      if (kind === 5) return set(13, "1.234,56");
      if (kind === 6) return [text, cells.with(1, `${number}-X`).with(5, "").join(";")];
      return [text];
    });
  }

  function statedLines(path: string): readonly StatedLine[] {
    const file = pathToFileURL(path);
    const table = readTable(file, ";");
    return readLimburg(file).map((line, index) => ({
      ...line,
      amount: table[index]?.["Waarde"] ?? "",
      currency: table[index]?.["Munt"] ?? "",
    }));
  }

  it("have causes that sum to the cent, the same that a second computation finds", async () => {
    let state = 42;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const [old, now] = [written("sample.csv", rows), written("edited.csv", edit(random))];
    const result = await diff({ ...QUESTION, old, new: now });
    expect(result.diff.basis.match.by).toBe("number");
    const found = causesIn(result);
    expect(found).toEqual(expectedCauses(statedLines(old), statedLines(now)));
    const causes = [...found.keys()].map((key) => key.slice(5));
    const edits = ["added", "withdrawn", "status", "replacement", "date", "value", "currency", "destination"];
    expect(causes).toEqual(expect.arrayContaining(edits));
    await expectSums(result, old, now);
  }, 120_000);

  it("are none where only the numbers are given anew: certificates are then matched by content", async () => {
    const numbers = [...new Set(rows.map((row) => row.split(";")[1] ?? ""))];
    const anew = new Map(numbers.map((number, index) => [number, numbers[(index + 5000) % numbers.length] ?? ""]));
    const renumbered = rows.map((row) => {
      const cells = row.split(";");
      return cells
        .with(1, anew.get(cells[1] ?? "") ?? "")
        .with(5, anew.get(cells[5] ?? "") ?? "")
        .join(";");
    });
    const [old, now] = [written("sample.csv", rows), written("renumbered.csv", renumbered)];
    const { changes, diff: facts } = await diff({ ...QUESTION, old, new: now });
    expect(facts.basis.match.by).toBe("content");
    expect(changes).toEqual([]);
    expect(facts.figures).toEqual([]);
    expect(facts.findings).toEqual([]);
    expect(facts.kinds.find(({ kind }) => kind === "unchanged")?.certificates).toBe(numbers.length);
  }, 120_000);
});
