import { Series } from "danfojs-node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareFractions, fractionToNumber, type Fraction } from "../../src/domain/fraction.ts";
import { constantRateGrowth } from "../../src/measures/constant-rate-growth.ts";
import { entrants } from "../../src/measures/entrants.ts";
import { entryRate } from "../../src/measures/entry-rate.ts";
import { exitRate } from "../../src/measures/exit-rate.ts";
import { exiters } from "../../src/measures/exiters.ts";
import { incumbents } from "../../src/measures/incumbents.ts";
import { margins } from "../../src/measures/margins.ts";
import { perExporter } from "../../src/measures/per-exporter.ts";
import { shiftShare } from "../../src/measures/shift-share.ts";
import { survival } from "../../src/measures/survival.ts";
import { survivors } from "../../src/measures/survivors.ts";

const exporters = fc
  .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"))
  .map((names) => new Set(names));
const cents = fc.bigInt(-(10n ** 15n), 10n ** 15n);

function defined<Value>(value: Value | null): Value {
  if (value === null) throw new Error("undefined where a figure was due");
  return value;
}

describe("entrants, exiters and incumbents", () => {
  it("split this year's exporters, and those of the year before", () => {
    fc.assert(
      fc.property(exporters, exporters, (current, previous) => {
        const [entering, staying] = [entrants.compute(current, previous), incumbents.compute(current, previous)];
        const leaving = exiters.compute(current, previous);
        expect([...defined(entering), ...defined(staying)].toSorted()).toEqual([...current].toSorted());
        expect([...defined(leaving), ...defined(staying)].toSorted()).toEqual([...previous].toSorted());
      }),
    );
  });

  it("are undefined without a year before", () => {
    const current = new Set(["a"]);
    for (const measure of [entrants, exiters, incumbents]) expect(measure.compute(current, null)).toBeNull();
  });

  it("have rates over their own year: entry over t, exit over t-1", () => {
    expect(entryRate.compute(2, 8)).toEqual({ numerator: 2n, denominator: 8n });
    expect(exitRate.compute(3, 6)).toEqual({ numerator: 3n, denominator: 6n });
    expect(entryRate.compute(0, 0)).toBeNull();
    expect(exitRate.compute(0, 0)).toBeNull();
    expect(entryRate.compute(null, 5)).toBeNull();
    expect(exitRate.compute(3, null)).toBeNull();
  });
});

describe("survival", () => {
  it("never rises with the years, and an exporter that comes back has not survived", () => {
    fc.assert(
      fc.property(exporters, fc.array(exporters, { minLength: 3, maxLength: 3 }), (cohort, later) => {
        const counts = [0, 1, 2, 3].map((k) => defined(survivors.compute([...cohort], later.slice(0, k))).length);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
    expect(survivors.compute(["a", "b"], [new Set(["a"]), new Set(["a", "b"])])).toEqual(["a"]);
  });

  it("is undefined where a year is missing, and for a cohort of nobody", () => {
    expect(survivors.compute(["a"], [new Set(["a"]), null])).toBeNull();
    expect(survivors.compute(null, [new Set(["a"])])).toBeNull();
    expect(survival.compute(0, 0)).toBeNull();
    expect(survival.compute(null, 3)).toBeNull();
    expect(survival.compute(1, 4)).toEqual({ numerator: 1n, denominator: 4n });
  });
});

describe("per_exporter", () => {
  const number = (value: Fraction): number => fractionToNumber(value);

  it.each([
    // quantile(1:10) and quantile(c(1, 2, 3, 4)) in R; numpy.percentile gives the same.
    { values: [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n], quartiles: [3.25, 5.5, 7.75] },
    { values: [4n, 2n, 3n, 1n], quartiles: [1.75, 2.5, 3.25] },
    { values: [7n], quartiles: [7, 7, 7] },
    { values: [5n, 5n, 5n], quartiles: [5, 5, 5] },
  ])("has the quartiles of R for $values", ({ values, quartiles }) => {
    const result = defined(perExporter.compute(values));
    expect([result.lowerQuartile, result.median, result.upperQuartile].map(number)).toEqual(quartiles);
  });

  it("agrees with danfojs in mean, median and standard deviation", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 2, maxLength: 30 }), (values) => {
        const result = defined(perExporter.compute(values.map(BigInt)));
        const series = new Series(values);
        expect(number(result.mean)).toBeCloseTo(series.mean(), 3);
        expect(number(result.median)).toBeCloseTo(series.median(), 3);
        expect(result.standardDeviation).toBeCloseTo(series.std(), 3);
      }),
      { numRuns: 50 },
    );
  });

  it("has quartiles that lie between values and split them in four", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 50n), { minLength: 1, maxLength: 30 }), (values) => {
        const result = defined(perExporter.compute(values));
        const quartiles = [result.lowerQuartile, result.median, result.upperQuartile];
        for (const [index, quartile] of quartiles.entries()) {
          const below = values.filter((value) => compareFractions({ numerator: value, denominator: 1n }, quartile) < 0);
          const above = values.filter((value) => compareFractions({ numerator: value, denominator: 1n }, quartile) > 0);
          expect(below.length).toBeLessThanOrEqual(((index + 1) * values.length) / 4 + 1);
          expect(above.length).toBeLessThanOrEqual(((3 - index) * values.length) / 4 + 1);
        }
      }),
    );
  });

  it("has no standard deviation for one exporter, and nothing for none", () => {
    expect(perExporter.compute([5n])?.standardDeviation).toBeNull();
    expect(perExporter.compute([])).toBeNull();
  });
});

describe("margins", () => {
  const changes = fc.record({
    entrants: cents,
    exiters: cents,
    addedDestinations: cents,
    droppedDestinations: cents,
    addedProducts: cents,
    droppedProducts: cents,
    continuingProducts: cents,
    withoutExporter: cents,
  });

  it("sum exactly at each level", () => {
    fc.assert(
      fc.property(changes, fc.bigInt(1n, 10n ** 15n), (parts, before) => {
        const result = margins.compute(parts, before);
        const sum = (...names: readonly (keyof typeof result)[]): bigint =>
          names.reduce((total, name) => total + result[name].change, 0n);
        expect(result.total.change).toBe(Object.values(parts).reduce((a, b) => a + b, 0n));
        expect(sum("entrants", "exiters", "incumbents", "withoutExporter")).toBe(result.total.change);
        expect(sum("addedDestinations", "droppedDestinations", "continuingDestinations")).toBe(
          result.incumbents.change,
        );
        expect(sum("addedProducts", "droppedProducts", "continuingProducts")).toBe(
          result.continuingDestinations.change,
        );
        expect(result.entrants.contribution).toEqual({ numerator: parts.entrants, denominator: before });
      }),
    );
  });

  it("have no contribution to what grew from nothing", () => {
    const nothing = { entrants: 5n, exiters: 0n, addedDestinations: 0n, droppedDestinations: 0n };
    const result = margins.compute(
      { ...nothing, addedProducts: 0n, droppedProducts: 0n, continuingProducts: 0n, withoutExporter: 0n },
      0n,
    );
    expect(result.total).toEqual({ change: 5n, contribution: null });
  });
});

describe("shift_share", () => {
  it("sums exactly to the change, whatever the benchmark", () => {
    const positive = fc.bigInt(1n, 10n ** 12n);
    const years = fc.record({ previous: positive, current: fc.bigInt(0n, 10n ** 12n) });
    fc.assert(
      fc.property(years, years, years, (item, kind, whole) => {
        const { benchmark, mix, competitive } = defined(shiftShare.compute(item, kind, whole));
        const all = benchmark.denominator * mix.denominator * competitive.denominator;
        const sum = [benchmark, mix, competitive].reduce(
          (total, part) => total + (part.numerator * all) / part.denominator,
          0n,
        );
        expect(sum).toBe((item.current - item.previous) * all);
      }),
    );
  });

  it("of an item that grew 20 % where its kind grew 15 % and everything 10 %: 10, 5 and 5 of 100", () => {
    const parts = shiftShare.compute(
      { previous: 100n, current: 120n },
      { previous: 1000n, current: 1150n },
      { previous: 20_000n, current: 22_000n },
    );
    expect(Object.values(defined(parts)).map(fractionToNumber)).toEqual([10, 5, 5]);
  });

  it("is undefined where the benchmark has nothing in the year before", () => {
    const some = { previous: 1n, current: 1n };
    expect(shiftShare.compute(some, { previous: 0n, current: 5n }, some)).toBeNull();
    expect(shiftShare.compute({ previous: 0n, current: 7n }, { previous: 0n, current: 5n }, some)).toMatchObject({
      competitive: { numerator: 7n, denominator: 1n },
    });
    expect(shiftShare.compute(some, some, { previous: 0n, current: 5n })).toBeNull();
  });
});

describe("constant_rate_growth", () => {
  it("is the growth of what this year would be worth at last year's rates", () => {
    expect(constantRateGrowth.compute(110n, 100n)).toEqual({ numerator: 10n, denominator: 100n });
    expect(constantRateGrowth.compute(null, 100n)).toBeNull();
    expect(constantRateGrowth.compute(110n, 0n)).toBeNull();
  });
});
