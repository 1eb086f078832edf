import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareFractions, fractionToNumber, type Fraction } from "../../src/domain/fraction.ts";
import { effectiveNumber } from "../../src/measures/effective-number.ts";
import { gini } from "../../src/measures/gini.ts";
import { hhiNormalized } from "../../src/measures/hhi-normalized.ts";
import { hhi } from "../../src/measures/hhi.ts";
import { theil } from "../../src/measures/theil.ts";
import { topKShare } from "../../src/measures/top-k-share.ts";

const totals = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 17n)), { minLength: 1, maxLength: 40 })
  .filter((values) => values.some((value) => value > 0n));

const ONE: Fraction = { numerator: 1n, denominator: 1n };

function defined<Value>(value: Value | null): Value {
  if (value === null) throw new Error("undefined where a figure was due");
  return value;
}

function number(value: Fraction | null): number {
  return fractionToNumber(defined(value));
}

/** The same measures in doubles, by other formulas. */
const plain = {
  shares: (values: readonly bigint[]): readonly number[] => {
    const total = values.reduce((sum, value) => sum + Number(value), 0);
    return values.map((value) => Number(value) / total);
  },
  hhi: (values: readonly bigint[]): number => plain.shares(values).reduce((sum, share) => sum + share ** 2, 0),
  /** Half the mean difference between all pairs, over the mean. */
  gini(values: readonly bigint[]): number {
    const shares = plain.shares(values);
    const differences = shares.flatMap((a) => shares.map((b) => Math.abs(a - b)));
    return differences.reduce((sum, each) => sum + each, 0) / (2 * values.length);
  },
  /** The entropy that is missing to its maximum, ln n. */
  theil(values: readonly bigint[]): number {
    const entropy = plain.shares(values).reduce((sum, share) => sum - (share === 0 ? 0 : share * Math.log(share)), 0);
    return Math.log(values.length) - entropy;
  },
};

describe("published examples", () => {
  it("HHI: four firms with 30, 30, 20 and 20 % make 2,600 (US Horizontal Merger Guidelines 2010, note 9)", () => {
    expect(10_000 * number(hhi.compute([30n, 30n, 20n, 20n]))).toBe(2600);
  });

  it("Gini: one of n has everything: (n - 1) / n; two thirds and one third: 1/6 (half the relative mean difference)", () => {
    expect(gini.compute([0n, 0n, 0n, 7n])).toEqual({ numerator: 21n, denominator: 28n });
    expect(number(gini.compute([1n, 2n]))).toBeCloseTo(1 / 6, 14);
  });

  it("Theil: one of n has everything: ln n (Theil 1967)", () => {
    expect(theil.compute([0n, 0n, 0n, 0n, 5n])).toBeCloseTo(Math.log(5), 14);
  });
});

describe("one item", () => {
  it("is all of it, and has no normalised index", () => {
    expect(hhi.compute([5n])).toEqual({ numerator: 25n, denominator: 25n });
    expect(hhiNormalized.compute([5n])).toBeNull();
    expect(number(effectiveNumber.compute([5n]))).toBe(1);
    expect(number(topKShare.compute([5n], 3))).toBe(1);
    expect(number(gini.compute([5n]))).toBe(0);
    expect(theil.compute([5n])).toBe(0);
  });
});

describe("no total", () => {
  it.each([{ values: [] }, { values: [0n] }, { values: [0n, 0n] }])("of $values is undefined", ({ values }) => {
    for (const measure of [hhi, hhiNormalized, effectiveNumber, gini, theil])
      expect(measure.compute(values)).toBeNull();
    expect(topKShare.compute(values, 1)).toBeNull();
  });
});

describe("any totals", () => {
  it("agree with doubles computed by other formulas", () => {
    fc.assert(
      fc.property(totals, (values) => {
        expect(number(hhi.compute(values))).toBeCloseTo(plain.hhi(values), 12);
        expect(number(gini.compute(values))).toBeCloseTo(plain.gini(values), 12);
        expect(theil.compute(values)).toBeCloseTo(plain.theil(values), 10);
        expect(number(effectiveNumber.compute(values))).toBeCloseTo(1 / plain.hhi(values), 9);
      }),
    );
  });

  it("have 1/n <= HHI <= 1, a normalised HHI and a Gini from 0 to below or up to 1, 0 <= Theil <= ln n", () => {
    fc.assert(
      fc.property(totals, (values) => {
        const concentration = defined(hhi.compute(values));
        const least = { numerator: 1n, denominator: BigInt(values.length) };
        expect(compareFractions(concentration, least)).toBeGreaterThanOrEqual(0);
        expect(compareFractions(concentration, ONE)).toBeLessThanOrEqual(0);
        const normalized = hhiNormalized.compute(values);
        if (values.length > 1) {
          expect(defined(normalized).numerator).toBeGreaterThanOrEqual(0n);
          expect(compareFractions(defined(normalized), ONE)).toBeLessThanOrEqual(0);
        }
        const inequality = defined(gini.compute(values));
        expect(inequality.numerator).toBeGreaterThanOrEqual(0n);
        expect(compareFractions(inequality, ONE)).toBeLessThan(0);
        const nats = defined(theil.compute(values));
        expect(nats).toBeGreaterThanOrEqual(0);
        expect(nats).toBeLessThanOrEqual(Math.log(values.length) + 1e-12);
      }),
    );
  });

  it("do not depend on their order or on the unit", () => {
    fc.assert(
      fc.property(totals, fc.bigInt(2n, 1000n), (values, unit) => {
        const [reversed, scaled] = [values.toReversed(), values.map((value) => value * unit)];
        expect(theil.compute(reversed)).toBe(theil.compute(values));
        for (const measure of [hhi, gini, effectiveNumber]) {
          expect(measure.compute(reversed)).toEqual(measure.compute(values));
          expect(compareFractions(defined(measure.compute(scaled)), defined(measure.compute(values)))).toBe(0);
        }
      }),
    );
  });

  it("equal ones have the least concentration there is", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n), fc.integer({ min: 2, max: 30 }), (value, n) => {
        const values = Array.from({ length: n }, () => value);
        expect(number(effectiveNumber.compute(values))).toBe(n);
        expect(number(hhiNormalized.compute(values))).toBe(0);
        expect(number(gini.compute(values))).toBe(0);
        expect(theil.compute(values)).toBe(0);
      }),
    );
  });

  it("have a share of the k largest that rises with k to 1", () => {
    fc.assert(
      fc.property(totals, (values) => {
        const shares = values.map((_, index) => defined(topKShare.compute(values, index + 1)));
        for (const [index, share] of shares.entries()) {
          const before = shares[index - 1];
          if (before !== undefined) expect(compareFractions(share, before)).toBeGreaterThanOrEqual(0);
        }
        expect(compareFractions(defined(shares.at(-1) ?? null), ONE)).toBe(0);
        const largest = values.reduce((a, b) => (b > a ? b : a));
        const total = values.reduce((a, b) => a + b, 0n);
        expect(shares[0]).toEqual({ numerator: largest, denominator: total });
      }),
    );
  });
});
