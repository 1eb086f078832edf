import { describe, expect, it } from "vitest";

import { renderChart } from "../../src/render/chart.ts";

const chart = (values: readonly (number | null)[], width = 40): readonly string[] =>
  renderChart(
    values.map((value, index) => ({ label: String(2010 + index), value })),
    width,
    (value) => String(Math.round(value)),
  );

describe("the chart of a series", () => {
  it("has a label under each point and a different number at each row of the axis", () => {
    const lines = chart([8, 9]);
    expect(lines.at(-1)?.trim().split(/\s+/)).toEqual(["2010", "2011"]);
    expect(lines.slice(0, -1).map((line) => line.trim().split(/\s/)[0])).toEqual(["9", "8"]);
  });

  it("draws a series that does not move", () => {
    expect(chart([5, 5, 5]).some((line) => line.includes("5"))).toBe(true);
  });

  it("stays within its width", () => {
    const lines = chart(
      Array.from({ length: 30 }, (_, index) => 1000 * index),
      60,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it("starts after a gap, and is not drawn for less than two points", () => {
    expect(chart([1, null, 3, 4]).at(-1)?.trim().split(/\s+/)).toEqual(["2012", "2013"]);
    expect(chart([1, null])).toEqual([]);
    expect(chart([])).toEqual([]);
  });
});
