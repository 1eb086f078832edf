import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  compareFractions,
  divideHalfUp,
  fraction,
  fractionToDecimal,
  fractionToNumber,
  ratioToNumber,
  scaledToDecimal,
  subtractFractions,
} from "../../src/domain/fraction.ts";

const integer = fc.bigInt(-(10n ** 20n), 10n ** 20n);
const positive = fc.bigInt(1n, 10n ** 20n);

describe("fraction", () => {
  it("is undefined for a denominator of zero, and keeps its sign in the numerator", () => {
    expect(fraction(1n, 0n)).toBeNull();
    expect(fraction(1n, -2n)).toEqual({ numerator: -1n, denominator: 2n });
  });

  it("is exact: a/b - c/b is (a-c)/b", () => {
    fc.assert(
      fc.property(integer, integer, positive, (a, c, b) => {
        const difference = subtractFractions({ numerator: a, denominator: b }, { numerator: c, denominator: b });
        expect(compareFractions(difference, { numerator: a - c, denominator: b })).toBe(0);
      }),
    );
  });
});

describe("divideHalfUp", () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [1n, 3n, 0n],
    [0n, 7n, 0n],
  ])("%d / %d is %d", (dividend, divisor, expected) => {
    expect(divideHalfUp(dividend, divisor)).toBe(expected);
  });

  it("is the nearest integer, and the one further from zero when two are as near", () => {
    fc.assert(
      fc.property(integer, positive, (dividend, divisor) => {
        const rounded = divideHalfUp(dividend, divisor);
        const twiceError = 2n * (dividend - rounded * divisor);
        expect(twiceError <= divisor && twiceError >= -divisor).toBe(true);
        if (twiceError === divisor || twiceError === -divisor) {
          expect(rounded > 0n === twiceError < 0n).toBe(true);
        }
      }),
    );
  });
});

describe("decimals", () => {
  it.each([
    [1n, 3n, 2, 0, "0.33"],
    [2n, 3n, 2, 0, "0.67"],
    [2702n, 20114n, 6, 0, "0.134334"],
    [2702n, 20114n, 2, 2, "13.43"],
    [-1n, 3n, 1, 2, "-33.3"],
    [-1n, 1000n, 2, 0, "0.00"],
    [5n, 1000n, 2, 0, "0.01"],
    [7n, 1n, 0, 0, "7"],
  ] as const)("%d / %d with %d decimals, shifted by %d, is %s", (numerator, denominator, digits, shift, expected) => {
    expect(fractionToDecimal({ numerator, denominator }, digits, shift)).toBe(expected);
  });

  it("writes what it was given: the text read back is the integer", () => {
    fc.assert(
      fc.property(integer, fc.integer({ min: 0, max: 12 }), (value, digits) => {
        const text = scaledToDecimal(value, digits);
        expect(BigInt(text.replace(".", ""))).toBe(value);
        expect(text.split(".")[1]?.length ?? 0).toBe(digits);
      }),
    );
  });

  it("gives doubles within their precision", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        expect(fractionToNumber({ numerator: BigInt(a), denominator: BigInt(b) })).toBeCloseTo(a / b, 12);
      }),
    );
  });
});

describe("ratioToNumber", () => {
  it("is the double of the ratio, however large or small its two sides", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n), fc.bigInt(1n, 10n ** 15n), fc.bigInt(1n, 10n ** 60n), (a, b, factor) => {
        const number = ratioToNumber({ numerator: -a * factor, denominator: b * factor });
        expect(number / (-Number(a) / Number(b))).toBeCloseTo(1, 14);
      }),
    );
    expect(ratioToNumber({ numerator: 0n, denominator: 7n })).toBe(0);
  });
});
