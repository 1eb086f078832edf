import { describe, expect, it } from "vitest";

import { parsePeriod, periodId } from "../../src/domain/period-id.ts";
import { DESTINATION_COLUMNS, figureId, parseFigureId, WHOLE_COLUMNS } from "../../src/domain/figure.ts";

describe("a period", () => {
  it("is read as it is written, for every run of months", () => {
    for (let firstMonth = 1; firstMonth <= 12; firstMonth += 1) {
      for (let lastMonth = firstMonth; lastMonth <= 12; lastMonth += 1) {
        const window = { year: 2018, firstMonth, lastMonth };
        expect(parsePeriod(periodId(window))).toEqual(window);
      }
    }
  });

  it.each([
    ["2017", 1, 12],
    ["2017-H2", 7, 12],
    ["2017-q3", 7, 9],
    ["2017-06", 6, 6],
    ["2017-01/05", 1, 5],
    ["2017-01/2017-05", 1, 5],
  ])("is read from %s", (text, firstMonth, lastMonth) => {
    expect(parsePeriod(text)).toEqual({ year: 2017, firstMonth, lastMonth });
  });

  it.each([
    "",
    "17",
    "2017-",
    "2017-13",
    "2017-00",
    "2017-H3",
    "2017-Q5",
    "2017-05/01",
    "2016-05/2017-06",
    "2017-01-05",
  ])("is not read from %j", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

describe("the id of a figure", () => {
  const period = { year: 2018, firstMonth: 1, lastMonth: 6 };

  it("is read as it is written, for every column", () => {
    const figures = [
      ...WHOLE_COLUMNS.map((column) => ({ column, period, destination: null })),
      ...DESTINATION_COLUMNS.map((column) => ({ column, period, destination: "CN" })),
    ];
    expect(figures.map((figure) => parseFigureId(figureId(figure)))).toEqual(figures);
    expect(new Set(figures.map(figureId)).size).toBe(figures.length);
  });

  it.each([
    "certificates",
    "certificates:",
    "certificate:2018",
    "certificates_share:2018",
    "exporters:2018:destination=CN",
    "certificates:2018:destination=",
    "certificates:2018:destination=CN:x",
    "certificates:2018:exporter=1",
  ])("is not read from %s", (text) => {
    expect(parseFigureId(text)).toBeNull();
  });
});
