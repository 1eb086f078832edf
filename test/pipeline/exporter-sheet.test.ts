/**
 * The sheets of exporters, from made-up certificates that are counted again with Maps: each figure of the exporter's own, and of others
 * every one that may be told and none that may not.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { SHEET_TABLES } from "../../src/domain/exporter.ts";
import { fractionToNumber } from "../../src/domain/fraction.ts";
import { exporterSheet, type ExporterOptions } from "../../src/pipeline/exporter.ts";
import { renderExporter } from "../../src/pipeline/render-exporter.ts";
import { SHEET_FORMATS } from "../../src/pipeline/output.ts";
import type { ExporterSheet } from "../../src/report/exporter-sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Line {
  readonly number: number;
  readonly day: string;
  /** Empty when the certificate names none. */
  readonly exporter: string;
  readonly destination: string;
  readonly heading: string;
  readonly cents: number;
}

const EXPORTERS = Array.from({ length: 14 }, (_, index) => `BE04${String(index + 11).repeat(4)}`);
const DESTINATIONS = ["CN", "VN", "BR", "IN", "JP", "MA", "TR", "US"];
const HEADINGS = ["0808", "0809", "0810", "8471", "8537"];

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const more = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Exporters of a few headings and destinations; some consignments are most of a market. */
function makeLines(seed: number): readonly Line[] {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const lines = EXPORTERS.flatMap((exporter, index) => {
    const headings = HEADINGS.filter((_, at) => (index === 0 && at === 0) || random() < 0.45);
    const destinations = DESTINATIONS.filter(() => random() < (index === 0 ? 0.3 : 0.6));
    return Array.from({ length: 8 + Math.floor(random() * 16) }, () => ({
      exporter,
      day: `${2014 + Math.floor(random() * 4)}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-15`,
      destination: pick(destinations.length === 0 ? ["CN"] : destinations),
      heading: pick(headings.length === 0 ? ["0808"] : headings),
      cents: Math.round(10 ** (4 + random()) * (random() < 0.05 ? 100 : 1)),
    }));
  });
  const unnamed = Array.from({ length: 8 }, () => ({
    exporter: "",
    day: `${2016 + Math.floor(random() * 2)}-03-15`,
    destination: pick(DESTINATIONS),
    heading: pick(HEADINGS),
    cents: Math.round(10 ** (3 + random() * 2)),
  }));
  // The years are whole, and the first exporter is there in the last one.
  const own = { exporter: EXPORTERS[0] ?? "", day: "2017-06-15", destination: "CN", heading: "0808", cents: 5000 };
  const ends = ["2014-01-02", "2017-12-31"].map((day) => ({
    exporter: "BE0499999999",
    day,
    destination: "CA",
    heading: "2208",
    cents: 100,
  }));
  return [...lines, ...unnamed, own, ...ends].map((line, index) => ({ ...line, number: index + 1 }));
}

function write(name: string, lines: readonly Line[]): string {
  const path = join(folder, name);
  const rows = lines.map(
    ({ number, day, exporter, destination, heading, cents }) =>
      `${number};${day};${exporter};${exporter && `Firm ${exporter}`};${destination};${heading}10;${(cents / 100).toFixed(2)}`,
  );
  writeFileSync(path, ["number;date;exporter id;exporter name;destination;HS code;value", ...rows, ""].join("\n"));
  return path;
}

const ALL = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;

const read = (input: string, exporter: string, options: Partial<ExporterOptions> = {}): Promise<ExporterSheet> =>
  exporterSheet({ inputs: [input], selection: ALL, exporter, ...options });

const yearOf = ({ day }: Line): number => Number(day.slice(0, 4));

function sumsBy(lines: readonly Line[], key: (line: Line) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(key(line), (sums.get(key(line)) ?? 0) + line.cents);
  return sums;
}

/**
 * Whether none of the firms can be guessed within 15/85 of its value by whoever knows the sum, and one other firm's part; whichever
 * of them the certificates are of that name none.
 */
function canBeTold(market: ReadonlyMap<string, number>): boolean {
  const unnamed = market.get("") ?? 0;
  const named = [...market].filter(([exporter]) => exporter !== "").map(([, cents]) => cents);
  return (
    named.length >= 3 &&
    named.every((_, owner) => {
      const values = named.map((cents, firm) => (firm === owner ? cents + unnamed : cents));
      const sum = values.reduce((a, b) => a + b, 0);
      return values.every((one, firm) =>
        values.every((known, other) => other === firm || 85 * (sum - known - one) >= 15 * one),
      );
    })
  );
}

const totalOf = (market: ReadonlyMap<string, number>): number => [...market.values()].reduce((a, b) => a + b, 0);

const twoDigits = (cents: number): number => Number(cents.toPrecision(2));

/** The markets that a sheet of 2017 must have, with what may be told of them. */
function expectedMarkets(lines: readonly Line[], own: string) {
  const recent = lines.filter((line) => yearOf(line) >= 2015 && yearOf(line) <= 2017);
  const headingsOf = (exporter: string): ReadonlySet<string> =>
    new Set(recent.filter((line) => line.exporter === exporter).map(({ heading }) => heading));
  const mine = headingsOf(own);
  const active = new Set(recent.filter((line) => yearOf(line) === 2017).map(({ exporter }) => exporter));
  const similar = [...active].filter((exporter) => {
    const theirs = headingsOf(exporter);
    const common = [...mine].filter((heading) => theirs.has(heading)).length;
    return exporter !== own && exporter !== "" && common / new Set([...mine, ...theirs]).size >= 0.25;
  });
  const served = new Set(recent.filter(({ exporter }) => exporter === own).map(({ destination }) => destination));
  const markets = [...new Set(recent.map(({ destination }) => destination))].flatMap((destination) => {
    const valuesIn = (year: number): ReadonlyMap<string, number> =>
      sumsBy(
        lines.filter((line) => line.destination === destination && yearOf(line) === year),
        ({ exporter }) => exporter,
      );
    const [now, before] = [valuesIn(2017), valuesIn(2016)];
    const part = new Map([...now].filter(([exporter]) => similar.includes(exporter)));
    if (served.has(destination) || part.size < 3) return [];
    const rest = new Map([...now].filter(([exporter]) => !similar.includes(exporter)));
    const isTold = canBeTold(part) && (rest.size === 0 || canBeTold(rest));
    return [
      {
        destination,
        exporters: part.size,
        cents: isTold ? twoDigits(totalOf(part)) : null,
        growth: canBeTold(now) && canBeTold(before) ? Number((totalOf(now) / totalOf(before) - 1).toFixed(9)) : null,
      },
    ];
  });
  return {
    similar: similar.length,
    markets: markets.toSorted((a, b) => b.exporters - a.exporters || (a.destination < b.destination ? -1 : 1)),
  };
}

describe("the sheet of an exporter", { timeout: 120_000 }, () => {
  const [told, withheld]: [string[], string[]] = [[], []];

  it.each([1, 2, 3, 4, 5, 6])("says of others what may be told and nothing else (made-up data %i)", async (seed) => {
    const lines = makeLines(seed);
    const input = write(`random-${seed}.csv`, lines);
    const [own = ""] = EXPORTERS;
    const { peers } = await read(input, own, { year: 2017 });
    const expected = expectedMarkets(lines, own);
    expect(peers?.similar).toBe(expected.similar < 3 ? null : expected.similar);
    expect(
      peers?.markets.map(({ destination, exporters, goodsCents, growth }) => ({
        destination,
        exporters,
        cents: goodsCents === null ? null : Number(goodsCents),
        growth: growth && Number(fractionToNumber(growth).toFixed(9)),
      })),
    ).toEqual(expected.similar < 3 ? [] : expected.markets);
    for (const { destination, goodsCents } of peers?.markets ?? []) {
      (goodsCents === null ? withheld : told).push(`${seed} ${destination}`);
    }
  });

  it("had something to tell, and something to withhold", () => {
    expect(told.length).toBeGreaterThan(2);
    expect(withheld.length).toBeGreaterThan(3);
  });

  it("has the exporter's own figures, and its place", async () => {
    const lines = makeLines(7);
    const [, own = ""] = EXPORTERS;
    const sheet = await read(write("own.csv", lines), own, { year: 2017, within: "hs4" });
    const mine = lines.filter(({ exporter }) => exporter === own);
    const of = (year: number): readonly Line[] => mine.filter((line) => yearOf(line) === year);
    const total = (some: readonly Line[]): number => some.reduce((sum, { cents }) => sum + cents, 0);
    expect(sheet.series.map(({ year, certificates, goodsCents }) => [year, certificates, Number(goodsCents)])).toEqual(
      [2014, 2015, 2016, 2017].map((year) => [year, of(year).length, total(of(year))]),
    );
    const destinations = sumsBy(of(2017), ({ destination }) => destination);
    const firstYear = (item: string, by: "destination" | "heading"): number =>
      Math.min(...mine.filter((line) => line[by] === item).map(yearOf));
    expect(
      new Map(
        sheet.destinations
          .filter(({ certificates }) => certificates.total !== null)
          .map(({ item, goodsValue, firstYear: first }) => [item, [Number(goodsValue.total), first]]),
      ),
    ).toEqual(new Map([...destinations].map(([item, cents]) => [item, [cents, firstYear(item, "destination")]])));
    const headings = [...sumsBy(of(2017), ({ heading }) => heading)].toSorted(([, a], [, b]) => b - a);
    const largest = headings[0]?.[0] ?? "";
    expect(sheet.products[0]?.item).toBe(largest);
    const inHeading = lines.filter((line) => yearOf(line) === 2017 && line.heading === largest && line.exporter !== "");
    const values = [...sumsBy(inHeading, ({ exporter }) => exporter)];
    const ownValue = headings[0]?.[1] ?? 0;
    expect(sheet.standing).toMatchObject({ within: "hs4", item: largest });
    expect(sheet.standing?.places.goods_value.now).toEqual({
      rank: 1 + values.filter(([, cents]) => cents > ownValue).length,
      of: values.length,
    });
  });

  it("names no other exporter, and lists no problem of its rows, in any form", async () => {
    const lines = makeLines(8);
    const [, , own = ""] = EXPORTERS;
    const input = write("names.csv", lines);
    // A row with a fault, whose text is another exporter's.
    writeFileSync(input, `99999;2017-05-05;BE0477777777;Firm of secrets;CN;0808xx;12345.67\n`, { flag: "a" });
    const sheet = await read(input, own, { year: 2017 });
    expect(sheet.provenance.problems.length).toBeGreaterThan(0);
    const output = { readerLanguage: "en", dataLanguage: "en", colour: false, width: 80, top: 50 } as const;
    for (const format of SHEET_FORMATS) {
      for (const table of SHEET_TABLES) {
        const text = await renderExporter(sheet, { ...output, format, table });
        for (const other of EXPORTERS.filter((each) => each !== own)) expect(text).not.toContain(other);
        expect(text).not.toMatch(/secrets|0808xx|BE0477777777|BE0499999999/);
      }
    }
  });

  it("does not depend on the order of the rows", async () => {
    const lines = makeLines(9);
    const [own = ""] = EXPORTERS;
    const [one, other] = [await read(write("a.csv", lines), own), await read(write("b.csv", lines.toReversed()), own)];
    const { provenance: _one, ...facts } = one;
    const { provenance: _other, ...reversed } = other;
    expect(reversed).toEqual(facts);
  });
});
