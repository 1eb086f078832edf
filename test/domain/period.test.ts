import { describe, expect, it } from "vitest";

import { isComparable, isSameRange, WHOLE_YEAR, yearWindows, type MonthCoverage } from "../../src/domain/period.ts";

/** Every month from the first to the last, with certificates to its end; the last month to `lastDay`. */
function months(from: [number, number], to: [number, number], lastDay = 30, certificates = 100): MonthCoverage[] {
  const coverage: MonthCoverage[] = [];
  for (let [year, month] = from; year < to[0] || (year === to[0] && month <= to[1]);) {
    const isLast = year === to[0] && month === to[1];
    coverage.push({ year, month, lastDay: isLast ? lastDay : 28, certificates });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return coverage;
}

describe("yearWindows", () => {
  it("is whole for years that are covered from January to late December", () => {
    const windows = yearWindows(months([2016, 1], [2017, 12]));
    expect(windows).toEqual([
      { year: 2016, firstMonth: 1, lastMonth: 12 },
      { year: 2017, firstMonth: 1, lastMonth: 12 },
    ]);
    expect(windows.every((window) => isSameRange(window, WHOLE_YEAR))).toBe(true);
  });

  it("ends the last year with its last month, or the one before when that month breaks off", () => {
    expect(yearWindows(months([2016, 1], [2017, 6], 29)).at(-1)?.lastMonth).toBe(6);
    expect(yearWindows(months([2016, 1], [2017, 6], 12)).at(-1)?.lastMonth).toBe(5);
  });

  it("does not take an early last certificate for a break when there are few certificates anyway", () => {
    expect(yearWindows(months([2016, 1], [2017, 12], 5, 2)).at(-1)?.lastMonth).toBe(12);
  });

  it("starts the first year with its first month", () => {
    const [first, second] = yearWindows(months([2016, 5], [2017, 12]));
    expect(first).toEqual({ year: 2016, firstMonth: 5, lastMonth: 12 });
    expect(second && isComparable(second, first)).toBe(false);
  });

  it("takes sources that write months for whole months", () => {
    const monthly = months([2016, 1], [2017, 3]).map((month) => ({ ...month, lastDay: 1 }));
    expect(yearWindows(monthly).at(-1)).toEqual({ year: 2017, firstMonth: 1, lastMonth: 3 });
  });

  it("believes a stated coverage", () => {
    const cutOff = months([2016, 5], [2017, 11], 3);
    expect(
      yearWindows(cutOff, { from: "2016-01-01", to: "2017-12-31" }).every((window) => isSameRange(window, WHOLE_YEAR)),
    ).toBe(true);
    expect(yearWindows(cutOff, { from: null, to: "2017-10-15" }).at(-1)?.lastMonth).toBe(9);
  });

  it("starts and ends anew where years are missing", () => {
    const gap = [...months([2007, 3], [2007, 3]), ...months([2017, 7], [2018, 12])];
    expect(yearWindows(gap)).toEqual([
      { year: 2007, firstMonth: 3, lastMonth: 3 },
      { year: 2017, firstMonth: 7, lastMonth: 12 },
      { year: 2018, firstMonth: 1, lastMonth: 12 },
    ]);
  });

  it("does not count a month that is only partly asked for", () => {
    const whole = months([2016, 1], [2017, 12]);
    const asked = { from: "2016-01-20", to: "2017-12-06" };
    expect(yearWindows(whole, undefined, asked).map(({ firstMonth, lastMonth }) => [firstMonth, lastMonth])).toEqual([
      [2, 12],
      [1, 11],
    ]);
    const inside = { from: "2017-03-02", to: "2017-03-20" };
    expect(yearWindows(months([2017, 3], [2017, 3]), undefined, inside)).toEqual([
      { year: 2017, firstMonth: 4, lastMonth: 2 },
    ]);
  });

  it("has no windows without data", () => {
    expect(yearWindows([])).toEqual([]);
  });
});

describe("isComparable", () => {
  it("needs the year before, covering the same months", () => {
    const half = { year: 2018, firstMonth: 1, lastMonth: 6 };
    expect(isComparable(half, { year: 2017, firstMonth: 1, lastMonth: 12 })).toBe(true);
    expect(isComparable(half, { year: 2016, firstMonth: 1, lastMonth: 12 })).toBe(false);
    expect(isComparable(half, { year: 2017, firstMonth: 2, lastMonth: 12 })).toBe(false);
    expect(isComparable(half, undefined)).toBe(false);
    expect(isComparable({ ...half, lastMonth: 0 }, { year: 2017, firstMonth: 1, lastMonth: 12 })).toBe(false);
  });
});
