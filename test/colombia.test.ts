import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { runOrigo } from "./run-origo.ts";

/** Banana exports of Colombia. The file has no licence, so it stays outside the repository. */
const FILE = fileURLToPath(new URL("../../shared/real/colombia-bananas/exportaciones.csv", import.meta.url));

/** Rows and dollars by year, added up with Python's decimals: sum of ValorMilesDolar x 1000. */
const YEARS = [
  ["2006", 376, "482165020.00"],
  ["2007", 443, "541349880.00"],
  ["2008", 385, "517175640.00"],
  ["2009", 516, "784121350.00"],
  ["2010", 426, "699891310.00"],
  ["2011", 436, "775275160.00"],
  ["2012", 426, "773062140.00"],
  ["2013", 492, "715877130.00"],
  ["2014", 489, "777435440.00"],
  ["2015", 481, "756604510.00"],
  ["2016", 543, "857198810.00"],
  ["2017", 599, "857314820.00"],
  ["2018", 543, "698116770.00"],
] as const;

if (!existsSync(FILE)) console.log("colombia.test.ts is skipped: ../shared/real/colombia-bananas is not there");

describe.skipIf(!existsSync(FILE))("the banana exports of Colombia", () => {
  it("give every row and every dollar of every year", async () => {
    const args = [
      "summary",
      FILE,
      "--profile",
      "colombia-bananas",
      "--currency",
      "USD",
      "--format",
      "json",
      "--strict",
    ];
    const { stdout, code } = await runOrigo(args);
    const summary: {
      periods: readonly { year: number; certificates: number; goods_value: string }[];
      balance: { rowsRead: number; counted: number };
    } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(summary.balance).toMatchObject({ rowsRead: 6155, counted: 6155 });
    expect(
      summary.periods.map(({ year, certificates, goods_value }) => [String(year), certificates, goods_value]),
    ).toEqual(YEARS);
  });
});
