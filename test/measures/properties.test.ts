import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareFractions, type Fraction } from "../../src/domain/fraction.ts";
import { contribution } from "../../src/measures/contribution.ts";
import { growth } from "../../src/measures/growth.ts";
import { MEASURES } from "../../src/measures/list.ts";
import { rank } from "../../src/measures/rank.ts";
import { record } from "../../src/measures/record.ts";
import { shareChange } from "../../src/measures/share-change.ts";
import { share } from "../../src/measures/share.ts";
import { streak } from "../../src/measures/streak.ts";
import { strongestGrowth, type PeriodGrowth } from "../../src/measures/strongest-growth.ts";
import { valuePerCertificate } from "../../src/measures/value-per-certificate.ts";

const amount = fc.bigInt(0n, 10n ** 17n);
const amounts = fc.array(amount, { minLength: 1, maxLength: 40 });
const ZERO: Fraction = { numerator: 0n, denominator: 1n };

function sum(fractions: readonly (Fraction | null)[]): Fraction {
  return fractions.reduce<Fraction>((a, b) => {
    if (b === null) throw new Error("undefined where a figure was due");
    return {
      numerator: a.numerator * b.denominator + b.numerator * a.denominator,
      denominator: a.denominator * b.denominator,
    };
  }, ZERO);
}

const total = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

describe("growth", () => {
  it.each([
    [22816n, 20114n, { numerator: 2702n, denominator: 20114n }],
    [0n, 5n, { numerator: -5n, denominator: 5n }],
    [5n, 0n, null],
    [null, 5n, null],
    [5n, null, null],
  ] as const)("from %s after %s", (current, previous, expected) => {
    expect(growth.compute(current, previous)).toEqual(expected);
  });
});

describe("share", () => {
  it("sums to exactly one", () => {
    fc.assert(
      fc.property(amounts, (parts) => {
        fc.pre(total(parts) > 0n);
        const shares = parts.map((part) => share.compute(part, total(parts)));
        expect(compareFractions(sum(shares), { numerator: 1n, denominator: 1n })).toBe(0);
      }),
    );
  });

  it("is undefined for a total of nothing", () => {
    expect(share.compute(0n, 0n)).toBeNull();
    expect(share.compute(null, 5n)).toBeNull();
  });
});

describe("contribution", () => {
  it("sums to exactly the growth, with the new and the lost", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 40 }), (items) => {
        const current = total(items.map(([now]) => now));
        const previous = total(items.map(([, before]) => before));
        fc.pre(previous > 0n);
        const contributions = items.map(([now, before]) => contribution.compute(now, before, previous));
        const whole = growth.compute(current, previous);
        expect(whole && compareFractions(sum(contributions), whole)).toBe(0);
      }),
    );
  });
});

describe("share_change", () => {
  it("sums to zero over all items", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 20 }), (items) => {
        const current = total(items.map(([now]) => now));
        const previous = total(items.map(([, before]) => before));
        fc.pre(current > 0n && previous > 0n);
        const changes = items.map(([now, before]) =>
          shareChange.compute(share.compute(now, current), share.compute(before, previous)),
        );
        expect(sum(changes).numerator).toBe(0n);
      }),
    );
  });

  it("is undefined when a share is", () => {
    expect(shareChange.compute(null, ZERO)).toBeNull();
  });
});

describe("rank", () => {
  it("is one more than the number of larger totals, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.bigInt(0n, 9n)), { maxLength: 30 }), (totals) => {
        const expected = totals.map((own) =>
          own === null ? null : 1 + totals.filter((other) => other !== null && other > own).length,
        );
        expect(rank.compute(totals)).toEqual(expected);
      }),
    );
  });
});

describe("record", () => {
  const series = (...totals: readonly bigint[]) => totals.map((each, index) => ({ year: 2010 + index, total: each }));

  it("is strict, and names the best earlier year", () => {
    expect(record.compute(series(5n, 7n, 9n))).toEqual({
      isRecord: true,
      since: 2010,
      best: { year: 2011, total: 7n },
    });
    expect(record.compute(series(9n, 7n, 9n))).toEqual({
      isRecord: false,
      since: 2010,
      best: { year: 2010, total: 9n },
    });
    expect(record.compute(series(9n, 9n, 8n))?.best.year).toBe(2011);
  });

  it("is undefined with fewer than three periods", () => {
    expect(record.compute(series(1n, 2n))).toBeNull();
    expect(record.compute([])).toBeNull();
  });

  it("agrees with the plain maximum", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 20n), { minLength: 3, maxLength: 15 }), (totals) => {
        const last = totals.at(-1) ?? 0n;
        expect(record.compute(series(...totals))?.isRecord).toBe(totals.slice(0, -1).every((each) => each < last));
      }),
    );
  });
});

const growthSeries = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { freq: 8 }), { minLength: 1, maxLength: 15 });

function periods(growths: readonly (number | null)[]): readonly PeriodGrowth[] {
  return growths.map((each, index) => ({
    year: 2000 + index,
    growth: each === null ? null : { numerator: BigInt(each), denominator: 3n },
  }));
}

/** The growths at the end of a series, back to the last undefined one. */
function definedTail(growths: readonly (number | null)[]): readonly number[] {
  return growths.slice(growths.lastIndexOf(null) + 1).filter((each) => each !== null);
}

describe("strongest_growth_in", () => {
  it("is the longest tail of which the last growth is the extreme", () => {
    fc.assert(
      fc.property(growthSeries, (growths) => {
        const tail = definedTail(growths);
        const last = tail.at(-1);
        const result = strongestGrowth.compute(periods(growths));
        if (last === undefined || last === 0) {
          expect(result).toBeNull();
          return;
        }
        const lengths = tail.map((_, index) => index + 1);
        const holds = (n: number): boolean => tail.slice(-n).every((each) => (last > 0 ? each <= last : each >= last));
        expect(result?.years).toBe(Math.max(...lengths.filter(holds)));
      }),
    );
  });

  it("names the year that was stronger, if one ends the run", () => {
    expect(strongestGrowth.compute(periods([4, 1, 2]))).toMatchObject({ years: 2, beatenBy: { year: 2000 } });
    expect(strongestGrowth.compute(periods([1, 1, 2]))).toEqual({ years: 3, beatenBy: null });
    expect(strongestGrowth.compute(periods([4, null, 2]))).toEqual({ years: 1, beatenBy: null });
  });
});

describe("streak", () => {
  it("is the longest tail of one sign", () => {
    fc.assert(
      fc.property(growthSeries, (growths) => {
        const tail = definedTail(growths);
        const last = tail.at(-1) ?? 0;
        const lengths = tail.map((_, index) => index + 1);
        const holds = (n: number): boolean => tail.slice(-n).every((each) => Math.sign(each) === Math.sign(last));
        const expected =
          last === 0 ? null : { direction: last > 0 ? "rise" : "fall", years: Math.max(...lengths.filter(holds)) };
        expect(streak.compute(periods(growths))).toEqual(expected);
      }),
    );
  });
});

describe("value_per_certificate", () => {
  it("is half-up to the cent, and undefined without values", () => {
    expect(valuePerCertificate.compute(101n, 2)).toBe(51n);
    expect(valuePerCertificate.compute(100n, 3)).toBe(33n);
    expect(valuePerCertificate.compute(null, 0)).toBeNull();
  });
});

describe("the list of measures", () => {
  it("has each id once, and a formula, a unit and a source for each", () => {
    expect(new Set(MEASURES.map((measure) => measure.id)).size).toBe(MEASURES.length);
    for (const measure of MEASURES) {
      expect(measure.id).toMatch(/^[a-z_]+$/);
      expect([measure.title, measure.formula, measure.source, measure.undefinedWhen]).not.toContain("");
    }
  });
});
