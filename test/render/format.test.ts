import { describe, expect, it } from "vitest";

import { createFormatter } from "../../src/render/format.ts";

const GROWTH = { numerator: 2702n, denominator: 20114n };
const FALL = { numerator: -1594n, denominator: 10963n };
/** 865,112,480.36 */
const VALUE = 86_511_248_036n;

describe.each([
  ["nl", "22.816", "13,43 %", "+13,43 %", "-14,54 %", "865,1 miljoen euro", "38.117 euro", "1,57 miljard euro"],
  [
    "fr",
    "22\u202F816",
    "13,43 %",
    "+13,43 %",
    "-14,54 %",
    "865,1 millions d'euros",
    "38\u202F117 euros",
    "1,57 milliard d'euros",
  ],
  ["de", "22.816", "13,43 %", "+13,43 %", "-14,54 %", "865,1 Millionen Euro", "38.117 Euro", "1,57 Milliarden Euro"],
  ["en", "22,816", "13.43 %", "+13.43 %", "-14.54 %", "865.1 million euro", "38,117 euro", "1.57 billion euro"],
] as const)("numbers in %s", (language, count, percent, rise, fall, millions, units, billions) => {
  const format = createFormatter(language);

  it("are written as its newspapers write them", () => {
    expect(format.count(22816)).toBe(count);
    expect(format.percent(GROWTH)).toBe(percent);
    expect(format.percent(GROWTH, { signed: true })).toBe(rise);
    expect(format.percent(FALL, { signed: true })).toBe(fall);
    expect(format.amount(VALUE, "EUR")).toBe(millions);
    expect(format.amount(3_811_740n, "EUR")).toBe(units);
    expect(format.amount(157_000_000_000n, "EUR")).toBe(billions);
  });
});

describe("every language", () => {
  it("rounds half-up, once, from the exact value", () => {
    const format = createFormatter("en");
    // 0.125 % is a tie at two decimals; as a double it would be one too, 0.145 % would not.
    expect(format.percent({ numerator: 125n, denominator: 100_000n })).toBe("0.13 %");
    expect(format.percent({ numerator: 145n, denominator: 100_000n })).toBe("0.15 %");
    expect(format.percent({ numerator: -145n, denominator: 100_000n })).toBe("-0.15 %");
    expect(format.amount(99_999_999n, "EUR")).toBe("1,000,000 euro");
    expect(format.amount(100_000_000n, "EUR")).toBe("1.0 million euro");
    expect(format.amount(100_000_000n, "GBP")).toBe("1.0 million GBP");
  });

  it("never writes minus zero", () => {
    const format = createFormatter("en");
    expect(format.percent({ numerator: -1n, denominator: 100_000_000n }, { signed: true })).toBe("0.00 %");
    expect(format.points({ numerator: -1n, denominator: 100_000_000n })).toBe("0.00");
  });

  it("writes French amounts below two in the singular", () => {
    const format = createFormatter("fr");
    expect(format.amount(150_000_000n, "EUR")).toBe("1,5 million d'euros");
    expect(format.amount(200_000_000n, "EUR")).toBe("2,0 millions d'euros");
  });
});
