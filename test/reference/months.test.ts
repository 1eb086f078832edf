import { describe, expect, it } from "vitest";

import { loadWrittenDates } from "../../src/reference/months.ts";

const parse = loadWrittenDates();

describe("dates that name their month", () => {
  it.each([
    ["5 maart 2017", "2017-03-05"],
    ["5 mars 2017", "2017-03-05"],
    ["1er février 2017", "2017-02-01"],
    ["5. März 2017", "2017-03-05"],
    ["05-MRZ-2017", "2017-03-05"],
    ["March 5, 2017", "2017-03-05"],
    ["5th of March 2017", "2017-03-05"],
    ["5 de marzo de 2017", "2017-03-05"],
    ["05-MAR-2017", "2017-03-05"],
    ["2018 Septiembre", "2018-09-01"],
    ["setiembre 2018", "2018-09-01"],
    ["AOÛT 2018", "2018-08-01"],
    ["29 februari 2016", "2016-02-29"],
    ["déc. 2018", "2018-12-01"],
  ])("%s is %s", (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  it.each([
    "29 februari 2017",
    "31 april 2017",
    "5 maart 17",
    "maart",
    "2017",
    "5 6 maart 2017",
    "0 maart 2017",
    "5 brumaire 2017",
    "maart april 2017",
    "",
  ])("%s is refused", (text) => {
    expect(parse(text)).toBeNull();
  });

  it("reads every month in every language, long and short, in any order", () => {
    for (const locale of ["nl", "fr", "de", "en", "es"]) {
      for (let month = 1; month <= 12; month += 1) {
        for (const style of ["long", "short"] as const) {
          const day = Date.UTC(2017, month - 1, 23);
          const name = new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" }).format(day);
          const iso = new Date(day).toISOString().slice(0, 10);
          for (const text of [`23 ${name} 2017`, `${name} 23 2017`, `2017 ${name} 23`])
            expect(parse(text), text).toBe(iso);
        }
      }
    }
  });
});
