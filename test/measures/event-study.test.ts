import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareFractions } from "../../src/domain/fraction.ts";
import { monthNumber } from "../../src/domain/month.ts";
import { logDifference, relativeDifference } from "../../src/measures/event-study/difference.ts";
import { placeboPool } from "../../src/measures/event-study/panel.ts";
import { invertedInterval, isBeyond, permutationTest } from "../../src/measures/event-study/permutation.ts";
import { trendDifference } from "../../src/measures/event-study/trend.ts";
import { eventPeriods, eventWindows, longestWindow, monthsAround } from "../../src/measures/event-study/windows.ts";
import { makePanels, seeded } from "./event-study-panels.ts";

const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
const sums = fc.record({ before: amount, after: amount });
const statistic = fc.double({ min: -5, max: 5, noNaN: true });

describe("the difference in differences", () => {
  it("does not depend on the unit of either side, and is 0 between equal growths", () => {
    fc.assert(
      fc.property(sums, sums, amount, (treated, comparison, factor) => {
        const scaled = { before: treated.before * factor, after: treated.after * factor };
        const [one, other] = [relativeDifference(treated, comparison), relativeDifference(scaled, comparison)];
        if (one === null || other === null) throw new Error("every sum is above 0");
        expect(compareFractions(one, other)).toBe(0);
        expect(relativeDifference(scaled, treated)?.numerator).toBe(0n);
        const log = logDifference(treated, comparison) ?? Number.NaN;
        const back = logDifference(comparison, treated) ?? Number.NaN;
        expect(log).toBeCloseTo(-back, 9);
      }),
    );
  });

  it("is undefined without anything before, and minus infinity when nothing came after", () => {
    const compared = { before: 10n, after: 12n };
    expect(logDifference({ before: 0n, after: 5n }, compared)).toBeNull();
    expect(logDifference({ before: 5n, after: 5n }, { before: 0n, after: 5n })).toBeNull();
    expect(logDifference({ before: 5n, after: 0n }, compared)).toBe(-Infinity);
  });
});

describe("the permutation test", () => {
  it("and its interval agree: 0 is outside exactly when p is beyond the level", () => {
    fc.assert(
      fc.property(
        statistic,
        fc.array(statistic, { minLength: 9, maxLength: 60 }),
        fc.integer({ min: 50, max: 99 }),
        (value, placebos, level) => {
          const test = permutationTest(value, placebos);
          const interval = invertedInterval(value, placebos, level);
          if (test === null) throw new Error("there are placebos");
          if (!isBeyond(test.smallestP, level)) {
            expect(interval).toBeNull();
            return;
          }
          if (interval === null) throw new Error("the level can be attained");
          expect(interval.low > 0 || interval.high < 0).toBe(isBeyond(test.p, level));
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high).toBeGreaterThanOrEqual(value);
        },
      ),
    );
  });

  it("gives (1 + as large) / (1 + placebos), up or down", () => {
    const test = permutationTest(2, [-3, 1, 2, -1, 0, -Infinity, 1, 1, 1]);
    expect(test).toMatchObject({ placebos: 9, asLarge: 3, p: { numerator: 4n, denominator: 10n } });
    expect(permutationTest(2, [])).toBeNull();
  });
});

describe("the windows", () => {
  it("have every calendar month equally often, and leave out the gap", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 24_000, max: 24_300 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(1, 3, 12),
        (event, yearsBefore, yearsAfter, gap, length) => {
          const windows = eventWindows(event, { before: 12 * yearsBefore, after: 12 * yearsAfter, gap });
          for (const [span, years] of [
            [windows.before, yearsBefore],
            [windows.after, yearsAfter],
          ] as const) {
            const months = Array.from({ length: span.last - span.first + 1 }, (_, index) => (span.first + index) % 12);
            for (let month = 0; month < 12; month += 1) {
              expect(months.filter((each) => each === month)).toHaveLength(years);
            }
          }
          expect(windows.after.first - windows.before.last - 1).toBe(2 * gap);
          expect(windows.after.first).toBe(event + gap);
          const periods = eventPeriods(windows, length);
          expect(periods.find(({ number }) => number === 0)?.first).toBe(windows.after.first);
          expect(periods.find(({ number }) => number === -1)?.last).toBe(windows.before.last);
          expect(periods[0]?.first).toBe(windows.before.first);
          expect(periods.at(-1)?.last).toBe(windows.after.last);
        },
      ),
    );
  });

  it("stop at a month that the data lack", () => {
    const covered = new Set(Array.from({ length: 80 }, (_, index) => monthNumber(2012, 1) + index));
    covered.delete(monthNumber(2014, 2));
    const around = monthsAround(covered, monthNumber(2016, 1), 0);
    expect(around).toEqual({ before: 22, after: 32 });
    expect(longestWindow(around)).toBe(12);
  });
});

it("who is a placebo does not depend on what came after the event", () => {
  const windows = eventWindows(36, { before: 36, after: 36, gap: 0 });
  const { certificates } = makePanels({ units: 60, months: 72, effect: 0, effectFrom: 36, wander: 0.05 }, seeded(3));
  const changed = new Map(
    [...certificates.others].map(([unit, amounts], index) => [
      unit,
      new Map([...amounts].map(([month, count]) => [month, month < 36 ? count : count * BigInt(index)])),
    ]),
  );
  const pool = placeboPool(certificates, windows);
  expect(pool.length).toBeGreaterThan(15);
  expect(placeboPool({ ...certificates, others: changed }, windows)).toEqual(pool);
});

it("a season is no trend, and a steady rise is one", () => {
  const years = [0, 12, 24].map((first) => ({ first, last: first + 11 }));
  const months = Array.from({ length: 36 }, (_, month) => month);
  const flat = new Map(months.map((month) => [month, 100n]));
  const seasonal = new Map(months.map((month) => [month, BigInt(50 + 10 * (month % 12))]));
  const rising = new Map(months.map((month) => [month, BigInt(100 + 10 * Math.floor(month / 12))]));
  expect(trendDifference({ unit: seasonal, comparison: flat }, years)).toBe(0);
  expect(trendDifference({ unit: rising, comparison: flat }, years)).toBeCloseTo(10 / 110, 12);
  expect(trendDifference({ unit: rising, comparison: flat }, years.slice(2))).toBeNull();
});
