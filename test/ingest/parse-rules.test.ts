import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { DateOrder, DecimalMark } from "../../src/domain/profile.ts";
import { centsOf, isNumber, parseAmount, parseDate } from "../../src/ingest/parse-rules.ts";
import { openEngine, type Engine } from "../../src/store/engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({});
});
afterAll(() => engine.close());

async function evaluate(sql: string, texts: readonly string[]): Promise<readonly (string | null)[]> {
  await engine.fill(
    "written",
    ["place", "text"],
    texts.map((text, index) => [String(index), text]),
  );
  const rows = await engine.rows<{ result: string | null }>(
    `select (${sql})::varchar as result from written order by place::integer`,
  );
  return rows.map((row) => row.result);
}

const dates = (texts: readonly string[], order: DateOrder = "dmy"): Promise<readonly (string | null)[]> =>
  evaluate(parseDate("text", order), texts);

async function cents(texts: readonly string[], mark: DecimalMark, unit = 1): Promise<readonly (string | null)[]> {
  const inCents = centsOf(parseAmount("text", mark, unit), unit);
  return evaluate(`case when ${isNumber("text", mark)} then ${inCents} end`, texts);
}

describe("dates", () => {
  it.each([
    ["2017-03-05", "2017-03-05"],
    ["2017/3/5", "2017-03-05"],
    ["2017.03.05", "2017-03-05"],
    ["05/03/2017", "2017-03-05"],
    ["5-3-2017", "2017-03-05"],
    ["05.03.2017", "2017-03-05"],
    ["05/03/2017 14:30", "2017-03-05"],
    ["2017-03-05T14:30:00Z", "2017-03-05"],
    ["2017-03-05 14:30:00.000+01:00", "2017-03-05"],
    ["2012-03", "2012-03-01"],
    ["2012 3", "2012-03-01"],
    ["2012 03 05", "2012-03-05"],
    ["201203", "2012-03-01"],
    ["20120305", "2012-03-05"],
    ["29/02/2016", "2016-02-29"],
    ["42795", "2017-03-01"],
    ["42795.75", "2017-03-01"],
    ["36526", "2000-01-01"],
  ])("%s is %s", async (text, expected) => {
    expect(await dates([text])).toEqual([expected]);
  });

  it.each([
    "29/02/2017",
    "31/04/2017",
    "00/01/2017",
    "13/13/2017",
    "05/03/17",
    "19-02-03",
    "05/03/0202",
    "05/03/2202",
    "1899-12-31",
    "epoch",
    "infinity",
    "today",
    "2017",
    "2017-3-5 noon",
    "5 maart 2017",
    "",
    "20171305",
    "201213",
  ])("%s is refused", async (text) => {
    expect(await dates([text])).toEqual([null]);
  });

  it("reads month first when told so", async () => {
    expect(await dates(["03/25/2017", "25/03/2017"], "mdy")).toEqual(["2017-03-25", null]);
  });

  it("reads every day of two centuries in every way that it is written", async () => {
    const day = fc
      .integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2099, 11, 31) / 864e5 })
      .map((days) => new Date(days * 864e5).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(fc.array(day, { minLength: 20, maxLength: 200 }), async (days) => {
        const parts = days.map((iso) => [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8)] as const);
        const written = parts.flatMap(([y, m, d]) => [
          `${d}/${m}/${y}`,
          `${Number(d)}.${Number(m)}.${y}`,
          `${y}${m}${d}`,
          `${y}/${m}/${d}`,
        ]);
        const expected = days.flatMap((iso) => [iso, iso, iso, iso]);
        expect(await dates(written)).toEqual(expected);
        expect(
          await dates(
            parts.map(([y, m, d]) => `${m}-${d}-${y}`),
            "mdy",
          ),
        ).toEqual(days);
      }),
      { numRuns: 10 },
    );
  });
});

describe("amounts", () => {
  it.each([
    ["1234,56", ",", "123456"],
    ["1.234,56", ",", "123456"],
    ["1 234,56", ",", "123456"],
    ["1\u202F234\u202F567,8", ",", "123456780"],
    ["1\u00A0234", ",", "123400"],
    ["1'234.56", ".", "123456"],
    ["1’234.56", ".", "123456"],
    ["1,234.56", ".", "123456"],
    ["12", ",", "1200"],
    ["+5", ".", "500"],
    ["-5,00", ",", "-500"],
    ["0", ".", "0"],
    ["1.005", ".", "101"],
    ["1.0049999", ".", "100"],
    ["9999999999999999.99", ".", "999999999999999999"],
    ["10000000000000000", ".", null],
    ["1.57E+07", ".", "1570000000"],
    ["1,57e7", ",", "1570000000"],
    ["5E-1", ".", "50"],
  ] as const)("%s with %s is %s cents", async (text, mark, expected) => {
    expect(await cents([text], mark)).toEqual([expected]);
  });

  it.each([
    "1,234.56",
    "12.34,5",
    "1.23.456",
    "1_000",
    "NaN",
    "inf",
    "€ 5",
    "--5",
    ",5",
    "5,",
    "1..2",
    "0x10",
    "1. 234",
  ])("%s with a decimal comma is no amount", async (text) => {
    expect(await cents([text], ",")).toEqual([null]);
  });

  it("scales units: 1.67 thousand is 1670.00", async () => {
    expect(await cents(["1.67", "0.000004", "0.000005"], ".", 1000)).toEqual(["167000", "0", "1"]);
  });

  it("is exact to the cent in every style", async () => {
    const grouped = (whole: bigint, separator: string): string =>
      whole.toString().replace(/\B(?=(\d{3})+$)/g, separator);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.bigInt(0n, 10n ** 17n), { minLength: 20, maxLength: 200 }), async (amounts) => {
        const written = (separator: string, mark: string): readonly string[] =>
          amounts.map((each) => `${grouped(each / 100n, separator)}${mark}${String(each % 100n).padStart(2, "0")}`);
        const expected = amounts.map(String);
        for (const separator of ["", ".", " ", "\u00A0", "\u202F", "'", "’"]) {
          expect(await cents(written(separator, ","), ",")).toEqual(expected);
        }
        expect(await cents(written(",", "."), ".")).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});
