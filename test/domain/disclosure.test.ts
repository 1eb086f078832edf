/** The rules of disclosure, seen by those who would get round them: what can they work out from what is told? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addContributions,
  FEWEST_FIRMS,
  isSafe,
  NO_CONTRIBUTIONS,
  tellCount,
  tellPart,
  type Contributions,
} from "../../src/domain/disclosure.ts";

/** What the (1, 85)-dominance rule protects against, as a share of the firm's own value. */
const P = 15 / 85;

function contributionsOf(values: readonly bigint[]): Contributions {
  const sorted = values.filter((value) => value > 0n).toSorted((a, b) => (a < b ? 1 : -1));
  return {
    firms: sorted.length,
    cents: sorted.reduce((sum, value) => sum + value, 0n),
    largest: sorted[0] ?? 0n,
    second: sorted[1] ?? 0n,
    unnamed: 0n,
  };
}

/**
 * How near anybody comes to the value of a firm who knows the sum, and at most one value in it, its own: the sum without that
 * is the most that the firm can have. As a share of the firm's value.
 */
function nearest(values: readonly bigint[]): number {
  const sum = values.reduce((a, b) => a + b, 0n);
  const guesses = values.flatMap((value, firm) => {
    const own = [0n, ...values.filter((_, other) => other !== firm)];
    return value === 0n ? [] : own.map((known) => Number(sum - known - value) / Number(value));
  });
  return Math.min(Infinity, ...guesses);
}

/** Values as they are: many small ones, and some that are most of everything. */
const value = fc.oneof(fc.bigInt(0n, 10_000n), fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 12n));
const firms = fc.array(value, { maxLength: 8 });

describe("disclosure", () => {
  it("tells a sum only where no firm in it can be guessed within p %, and withholds none that could be told", () => {
    let [told, withheld] = [0, 0];
    fc.assert(
      fc.property(firms, (values) => {
        const real = values.filter((each) => each > 0n);
        const safe = isSafe(contributionsOf(values), FEWEST_FIRMS);
        expect(safe).toBe(real.length >= 3 && nearest(real) >= P - 1e-9);
        if (safe) told++;
        else withheld++;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(told, withheld)).toBeGreaterThan(100);
  });

  it("takes what names no firm to be of any of them", () => {
    let told = 0;
    fc.assert(
      fc.property(firms, value, (values, unnamed) => {
        const { cents, ...rest } = contributionsOf(values);
        if (!isSafe({ ...rest, cents: cents + unnamed, unnamed }, FEWEST_FIRMS)) return;
        told++;
        const real = values.filter((each) => each > 0n);
        for (const firm of real.keys()) {
          const whole = real.map((each, index) => (index === firm ? each + unnamed : each));
          expect(nearest(whole)).toBeGreaterThanOrEqual(P - 1e-9);
        }
      }),
      { numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it("tells a part of a known total only where the rest cannot be guessed either", () => {
    let told = 0;
    fc.assert(
      fc.property(firms, firms, fc.integer({ min: 3, max: 5 }), (part, rest, fewest) => {
        const cents = tellPart(contributionsOf(part), contributionsOf(rest), fewest);
        if (cents === null) return;
        told++;
        for (const known of [part, rest].map((values) => values.filter((each) => each > 0n))) {
          if (known.length === 0) continue;
          expect(known.length).toBeGreaterThanOrEqual(fewest);
          expect(nearest(known)).toBeGreaterThanOrEqual(P - 1e-9);
        }
        expect(part.some((each) => each > 0n)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it("tells two digits of a sum, half-up", () => {
    const tell = (each: bigint): bigint | null =>
      tellPart(contributionsOf([each, each, each, each]), NO_CONTRIBUTIONS, FEWEST_FIRMS);
    expect(tell(312_50n)).toBe(1300_00n); // 1,250.00
    expect(tell(311_25n)).toBe(1200_00n); // 1,245.00
    expect(tell(2n)).toBe(8n);
    expect(tell(24n)).toBe(96n);
    expect(tell(249n)).toBe(1000n); // 996
  });

  it("knows the two largest of two sets of firms", () => {
    fc.assert(
      fc.property(firms, firms, (a, b) => {
        expect(addContributions(contributionsOf(a), contributionsOf(b))).toEqual(contributionsOf([...a, ...b]));
      }),
    );
  });

  it("does not tell a part whose rest is of nobody known", () => {
    const part = contributionsOf([5n, 5n, 5n, 5n]);
    const rest = { ...NO_CONTRIBUTIONS, cents: 7n, unnamed: 7n };
    expect([tellPart(part, NO_CONTRIBUTIONS, 3), tellPart(part, rest, 3)]).toEqual([20n, null]);
  });

  it("tells a count of so many firms or more", () => {
    expect([0, 2, 3, 4].map((count) => tellCount(count, FEWEST_FIRMS))).toEqual([null, null, 3, 4]);
  });
});
