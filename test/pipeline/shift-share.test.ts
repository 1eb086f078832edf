/**
 * Shift-share against a second computation: the rows of the sample, read with csv-parse and counted with plain loops
 * (`test/oracle/`), split here in integers. Nothing is shared with `src/`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import type { Selection } from "../../src/domain/scope.ts";
import type { Output } from "../../src/pipeline/output.ts";
import { renderShiftShare, splitAgainstBenchmark, type ShiftShareOptions } from "../../src/pipeline/shift-share.ts";
import { countCertificates } from "../oracle/counting.ts";
import { readLimburg } from "../oracle/limburg.ts";
import { dataFile } from "../oracle/reference.ts";

const SAMPLE = "data/limburg-2007-2018.csv.gz";
const FROM_2015: Selection = {
  scope: "all",
  eu: { kind: "issue-date" },
  from: "2015-01-01",
  to: null,
  where: null,
};
const CSV: Output = { format: "csv", readerLanguage: "en", dataLanguage: "en", colour: false, width: 80 };

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function split(text: string, more: Partial<ShiftShareOptions> = {}): Promise<readonly (readonly string[])[]> {
  const benchmark = join(folder, "benchmark.csv");
  writeFileSync(benchmark, text);
  const result = await splitAgainstBenchmark({
    inputs: [SAMPLE],
    by: "destination",
    benchmark,
    selection: FROM_2015,
    ...more,
  });
  const lines = (await renderShiftShare(result, CSV)).trimEnd().split("\n");
  // Names that have a comma are the only quoted cells.
  return lines.map((line) => line.replaceAll(/"([^"]*)"/g, (_, cell: string) => cell.replaceAll(",", ";")).split(","));
}

const cents = (text: string | undefined): bigint => BigInt((text ?? "").replace(".", ""));

/** Values by `year destination`, in cents. */
const values = new Map<string, bigint>();
for (const { year, destination, cents: value } of countCertificates(readLimburg(dataFile("limburg-2007-2018.csv.gz")))
  .certificates) {
  const key = `${year} ${destination}`;
  values.set(key, (values.get(key) ?? 0n) + (value ?? 0n));
}
const destinations = [...new Set([...values.keys()].map((key) => key.slice(5)))].toSorted();

/** A made-up benchmark in tenths, whole in each year but for what is left out. */
function makeBenchmark(leftOut: (year: number, destination: string) => boolean): ReadonlyMap<string, bigint> {
  const made = new Map<string, bigint>();
  for (const year of [2014, 2015, 2016, 2017, 2018]) {
    destinations.forEach((destination, index) => {
      if (leftOut(year, destination)) return;
      made.set(`${year} ${destination}`, BigInt(5000 + ((index * 7919 + year * 104_729) % 4000)));
    });
  }
  return made;
}

function asText(benchmark: ReadonlyMap<string, bigint>): string {
  const lines = [...benchmark].map(([key, tenths]) => `${key.replace(" ", ",")},${tenths / 10n}.${tenths % 10n}`);
  return `Year,Destination,Value,note\n\n${lines.map((line) => `${line},x\n`).join("")}`;
}

describe("shift-share", () => {
  it("splits the change of every destination and year, and sums exactly to it and to the total", async () => {
    const benchmark = makeBenchmark(
      (year, destination) => destination === "TR" || (destination === "CN" && year === 2016),
    );
    const [header, ...rows] = await split(asText(benchmark));
    expect(header).toEqual(
      "year,destination,destination_name,goods_value,goods_value_change,benchmark_effect,mix_effect,competitive_effect,without_benchmark,goods_value_growth,benchmark_growth".split(
        ",",
      ),
    );
    const wholeOf = (year: number): bigint =>
      [...benchmark].filter(([key]) => key.startsWith(`${year} `)).reduce((sum, [, value]) => sum + value, 0n);
    const sums = new Map<number, readonly bigint[]>();
    const without: string[] = [];
    for (const [yearText, item = "", , value, change, ...parts] of rows) {
      const year = Number(yearText);
      const amounts = [value, change, ...parts.slice(0, 4)].map((part) => (part === "" ? 0n : cents(part)));
      const [, , national = 0n, mix = 0n, competitive = 0n, lacking = 0n] = amounts;
      expect(national + mix + competitive + lacking).toBe(amounts[1]);
      if (item === "total") {
        expect(amounts).toEqual(sums.get(year));
        const growth = Number(wholeOf(year) - wholeOf(year - 1)) / Number(wholeOf(year - 1));
        expect(Number(parts[5])).toBeCloseTo(growth, 6);
        continue;
      }
      sums.set(
        year,
        amounts.map((amount, index) => amount + (sums.get(year)?.[index] ?? 0n)),
      );
      const [now, x] = [values.get(`${year} ${item}`) ?? 0n, values.get(`${year - 1} ${item}`) ?? 0n];
      expect(amounts.slice(0, 2)).toEqual([now, now - x]);
      const [kind, kindBefore] = [benchmark.get(`${year} ${item}`), benchmark.get(`${year - 1} ${item}`)];
      if ((kind === undefined || kindBefore === undefined) && x > 0n) {
        without.push(`${year} ${item}`);
        expect(parts.slice(0, 3)).toEqual(["", "", ""]);
        expect(lacking).toBe(now - x);
        continue;
      }
      expect(lacking).toBe(0n);
      const [g, gi] = [
        (Number(x) * Number(wholeOf(year) - wholeOf(year - 1))) / Number(wholeOf(year - 1)),
        kind === undefined || kindBefore === undefined
          ? 0
          : (Number(x) * Number(kind - kindBefore)) / Number(kindBefore),
      ];
      expect(Math.abs(Number(national) - g)).toBeLessThan(0.51);
      expect(Math.abs(Number(mix) - (gi - g))).toBeLessThan(1.01);
      expect(Math.abs(Number(competitive) - (Number(now - x) - gi))).toBeLessThan(0.51);
    }
    expect([...sums.keys()]).toEqual([2015, 2016, 2017, 2018]);
    expect(without).toEqual(["2015 TR", "2016 CN", "2016 TR", "2017 CN", "2017 TR", "2018 TR"]);
  }, 60_000);

  it("puts what is not named into one row, with the same total", async () => {
    const text = asText(makeBenchmark(() => false));
    const [all, top] = [await split(text), await split(text, { top: 2 })];
    const totals = (rows: typeof all) => rows.filter(([, item]) => item === "total");
    expect(totals(top)).toEqual(totals(all));
    expect(top.filter(([year]) => year === "2018").map(([, item]) => item)).toEqual(["TR", "CN", "other", "total"]);
  }, 60_000);

  it("shows no year that the data do not cover, and needs no benchmark for it", async () => {
    const until2016 = makeBenchmark((year) => year > 2016);
    const rows = await split(asText(until2016), { selection: { ...FROM_2015, to: "2017-06-30" } });
    expect(new Set(rows.slice(1).map(([year]) => year))).toEqual(new Set(["2015", "2016"]));
  }, 60_000);

  it.each([
    ["year,country,value\n2017,CN,5\n", /no column "destination": it has "year", "country", "value"/],
    ["", /no column "year": it is empty/],
    ["year,destination,value\n2017,CN,5\n\n2017,Chnia,5\n", /benchmark\.csv:4: "Chnia" is no country/],
    ["year,destination,value\n2017,CN,5\n2017,JP,1.234,5\n", /Invalid Record Length/],
    ['year,destination,value\n2017,CN,5\n2017,JP,"1.234,5"\n', /benchmark\.csv:3: "1\.234,5" is no value/],
    ["year,destination,value\n2017,CN,\n", /benchmark\.csv:2: "" is no value/],
    ["year,destination,value\n17,CN,5\n", /benchmark\.csv:2: "17" is no year/],
    ["year,destination,value\n2017,CN,5\n2017,China,6\n", /benchmark\.csv:3: China has a second value in 2017/],
    ["year,destination,value\n2018,CN,5\n2016,CN,6\n", /lacks 2014, 2015, 2017: it has 2016, 2018/],
  ])("of the benchmark %j is refused", async (text, message) => {
    await expect(split(text)).rejects.toThrow(message);
  });

  it("is refused where items overlap, and under a condition on time", async () => {
    await expect(split("", { by: "bloc" })).rejects.toThrow(/no parts that sum to it/);
    const where = { kind: "in", field: "year", values: ["2017"] } as const;
    await expect(split("", { selection: { ...FROM_2015, where } })).rejects.toThrow(/whole years/);
  });
});
