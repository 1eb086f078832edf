import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fractionToNumber } from "../../src/domain/fraction.ts";
import { cagr } from "../../src/measures/cagr.ts";
import { countValueSplit } from "../../src/measures/count-value-split.ts";
import { indexNumber } from "../../src/measures/index-number.ts";
import { rankChange } from "../../src/measures/rank-change.ts";

const positive = fc.bigInt(1n, 10n ** 17n);
const count = fc.integer({ min: 1, max: 10_000_000 });

describe("count_value_split", () => {
  it("of 2017 in Limburg: more certificates, smaller ones", () => {
    const split = countValueSplit.compute(
      { goodsCents: 865_112_480_36n, valued: 22_816 },
      { goodsCents: 810_600_000_00n, valued: 20_114 },
    );
    expect(split?.value).toBeCloseTo(Math.log(865.11248036 / 810.6), 12);
    expect(split?.count).toBeCloseTo(Math.log(22_816 / 20_114), 12);
    expect(split?.valuePerCertificate).toBeLessThan(0);
  });

  it("adds up, and turns its sign with time", () => {
    fc.assert(
      fc.property(positive, positive, count, count, (now, before, nowValued, beforeValued) => {
        const [current, previous] = [
          { goodsCents: now, valued: nowValued },
          { goodsCents: before, valued: beforeValued },
        ];
        const [split, back] = [countValueSplit.compute(current, previous), countValueSplit.compute(previous, current)];
        if (split === null || back === null) throw new Error("undefined where a figure was due");
        expect(split.count + split.valuePerCertificate).toBeCloseTo(split.value, 12);
        const average = Math.log(Number(now) / nowValued) - Math.log(Number(before) / beforeValued);
        expect(split.valuePerCertificate).toBeCloseTo(average, 10);
        expect(back.value).toBeCloseTo(-split.value, 12);
      }),
    );
  });

  it.each([
    [null, 3, 5n, 3],
    [0n, 3, 5n, 3],
    [5n, 3, 0n, 3],
    [5n, 3, null, 0],
  ])("of %s in %s after %s in %s is undefined", (now, nowValued, before, beforeValued) => {
    const current = { goodsCents: now, valued: nowValued };
    expect(countValueSplit.compute(current, { goodsCents: before, valued: beforeValued })).toBeNull();
  });
});

describe("cagr", () => {
  const moderate = fc.bigInt(10n ** 6n, 10n ** 9n);

  it("is the growth per year that leads from the first total to the last", () => {
    fc.assert(
      fc.property(moderate, moderate, fc.integer({ min: 1, max: 30 }), (first, last, intervals) => {
        const rate = cagr.compute(last, first, intervals);
        expect((Number(first) * (1 + (rate ?? NaN)) ** intervals) / Number(last)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("doubles in ten years at 7.18 % (the rule of 72), and needs a first total and an interval", () => {
    expect(cagr.compute(2n, 1n, 10)).toBeCloseTo(0.0717735, 7);
    expect(cagr.compute(0n, 5n, 3)).toBe(-1);
    expect(cagr.compute(5n, 0n, 3)).toBeNull();
    expect(cagr.compute(5n, 5n, 0)).toBeNull();
    expect(cagr.compute(null, 5n, 1)).toBeNull();
    expect(cagr.compute(5n, null, 1)).toBeNull();
  });
});

describe("index", () => {
  it("is 100 in the base period", () => {
    fc.assert(
      fc.property(positive, (base) => {
        const index = indexNumber.compute(base, base);
        expect(index && fractionToNumber(index)).toBe(100);
      }),
    );
    expect(indexNumber.compute(22_816n, 20_114n)).toEqual({ numerator: 2_281_600n, denominator: 20_114n });
    expect(indexNumber.compute(5n, 0n)).toBeNull();
    expect(indexNumber.compute(null, 5n)).toBeNull();
  });
});

describe("rank_change", () => {
  it("is positive for a rise", () => {
    expect(rankChange.compute(1, 3)).toBe(2);
    expect(rankChange.compute(4, 2)).toBe(-2);
    expect(rankChange.compute(null, 2)).toBeNull();
    expect(rankChange.compute(1, null)).toBeNull();
  });
});
