import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { UserError } from "../../src/domain/user-error.ts";
import { readFirmBenchmark } from "../../src/reference/firm-benchmark.ts";
import { readRegister } from "../../src/reference/register.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-register-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, "file.csv");
  writeFileSync(path, text);
  return path;
}

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint}`.replaceAll(`${folder}/`, "");
    throw error;
  }
  return "no fault";
}

describe("a register", () => {
  it("is read by number, in any notation; a class goes before figures", () => {
    const text =
      "Exporter_ID,size,employees,turnover\nBE 0417.497.106,Klein,900,\nnl-0012 b,,9,\nX1,,300,1000000.5\nX2,,,\n";
    expect(readRegister(fileOf(text)).entries).toEqual([
      { exporterId: "BE0417497106", size: "small", fromYear: null, untilYear: null },
      { exporterId: "NL0012B", size: "micro", fromYear: null, untilYear: null },
      { exporterId: "X1", size: "large", fromYear: null, untilYear: null },
      { exporterId: "X2", size: null, fromYear: null, untilYear: null },
    ]);
  });

  it("may say from which year on a line holds, until the next one", () => {
    const text = "exporter_id,size,from\nA,medium,2018\nA,micro,\nA,small,2015\n";
    expect(readRegister(fileOf(text)).entries).toEqual([
      { exporterId: "A", size: "micro", fromYear: null, untilYear: 2015 },
      { exporterId: "A", size: "small", fromYear: 2015, untilYear: 2018 },
      { exporterId: "A", size: "medium", fromYear: 2018, untilYear: null },
    ]);
  });

  it.each([
    ["exporter_id,size\nA-1,small\nB,small\na1,small\n", "file.csv:4: a1 is in the register already, at file.csv:2"],
    ["exporter_id,size,from\nA,small,2015\nA,large,2015\n", "file.csv:3: A is in the register already, at file.csv:2"],
    ["exporter_id,size\nA,smal\n", 'file.csv:2: "smal" is no size\ndid you mean small?'],
    ["exporter_id,employees\nA,1.234.567\n", '"1.234.567" is no number of employees'],
    ["exporter_id,employees,turnover\nA,12,2 000 000\n", '"2 000 000" is no number of euros'],
    ["exporter_id,size,from\nA,small,18\n", '"18" is no year'],
    ["exporter_id,size\n. ,small\n", "there is no enterprise number"],
    ["exporter_id,turnover\nA,1\n", 'has no column "size" or "employees"'],
    ["number,size\nA,small\n", 'has no column "exporter_id"'],
    ["exporter_id,size\n", "has no rows"],
  ])("%j is refused", (text, expected) => {
    expect(faultOf(() => readRegister(fileOf(text)))).toContain(expected);
  });
});

describe("a benchmark of firms", () => {
  it("adds up small and medium ones, and all, where it has every size of them and not the sum", () => {
    const sizes = ["micro", "petite", "medium", "large"].map((size, n) => `2017,${size},exporters,${n + 1}.5`);
    const { value, measures } = readFirmBenchmark(
      fileOf(
        `year,size,measure,value\n${sizes.join("\n")}\n2018,sme,exporters,7\n2018,large,exporters,1\n2018,total,exporters,9\n`,
      ),
    );
    expect(measures).toEqual(["exporters"]);
    expect([value(2017, "sme", "exporters"), value(2017, "total", "exporters")]).toEqual([7_500_000n, 12_000_000n]);
    expect([value(2018, "sme", "exporters"), value(2018, "total", "exporters")]).toEqual([7_000_000n, 9_000_000n]);
    expect([
      value(2018, "micro", "exporters"),
      value(2016, "sme", "exporters"),
      value(2017, "sme", "certificates"),
    ]).toEqual([null, null, null]);
  });

  it.each([
    ["2017,tiny,exporters,1", '"tiny" is no size'],
    ["2017,small,turnover,1", '"turnover" is no measure'],
    ["2017,small,exporters,-1", '"-1" is no value'],
    ["17,small,exporters,1", '"17" is no year'],
    [
      "2017,small,exporters,1\n2017,klein,exporters,2",
      "file.csv:3: exporters of klein has a value in 2017 already, at file.csv:2",
    ],
  ])("%j is refused", (rows, expected) => {
    expect(faultOf(() => readFirmBenchmark(fileOf(`year,size,measure,value\n${rows}\n`)))).toContain(expected);
  });
});
