import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { runOrigo, type Run } from "../run-origo.ts";

let folder = "";

/** The sample from 2015 on, without the certificates of some months, written as they are in it: 08/2016. */
function sampleWithout(name: string, ...months: readonly string[]): string {
  const lines = gunzipSync(readFileSync("data/limburg-2007-2018.csv.gz")).toString().split("\n");
  const path = join(folder, name);
  const [header = "", ...rows] = lines.filter((line) => !months.some((month) => line.includes(`/${month};`)));
  writeFileSync(path, [header, ...rows.filter((row) => /\/201[5-8];/.test(row))].join("\n"));
  return path;
}

let gap = "";
let cut = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-test-"));
  gap = sampleWithout("gap.csv", "08/2016", "09/2016");
  cut = sampleWithout("cut.csv", "12/2018");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<Run> {
  return runOrigo([...args, "--fail-on-incomplete", "--quiet", "--format", "csv"]);
}

describe("--fail-on-incomplete", () => {
  it.each([[["summary"]], [["shares"]], [["exporters"]], [["firms"]], [["query"]], [["report", "2017"]]])(
    "%j refuses the months that are missing, and writes nothing",
    async (args) => {
      const { stdout, stderr, code } = await run(...args, gap);
      expect(stderr).toBe(
        "error: the data do not cover 2016-08 to 2016-09\n" +
          "  add what is missing, end earlier with --to or, where nothing was issued, state the coverage in the profile\n",
      );
      expect(stdout).toBe("");
      expect(code).toBe(1);
    },
  );

  it("of years, the last one has to be whole", async () => {
    expect(await run("summary", cut)).toMatchObject({ code: 1 });
    expect((await run("summary", cut)).stderr).toContain("do not cover 2018-12\n");
  });

  it("of months, the data may end with any of them", async () => {
    expect(await run("summary", "--by", "month", cut)).toMatchObject({ code: 0 });
    expect((await run("summary", "--by", "quarter", cut)).stderr).toContain("do not cover 2018-12\n");
  });

  it("a month that is cut off is missing, and its last day is told", async () => {
    const lines = readFileSync(cut, "utf8").split("\n");
    const early = join(folder, "early.csv");
    writeFileSync(early, lines.filter((line) => !/;(?:1[3-9]|2\d|3[01])\/11\/2018;/.test(line)).join("\n"));
    const { stderr } = await run("summary", "--by", "month", early);
    expect(stderr).toContain("do not cover 2018-11 (the last certificate is of 2018-11-12)\n");
  });

  it("what is not compared may be missing", async () => {
    expect(await run("summary", "--to", "2018-11", cut)).toMatchObject({ code: 0 });
    expect(await run("report", "2017", cut)).toMatchObject({ code: 0 });
    expect(await run("summary", "--from", "2018", gap)).toMatchObject({ code: 0 });
  });

  it("the year before the first one asked for is compared", async () => {
    expect(await run("summary", "--from", "2017", gap)).toMatchObject({ code: 1 });
  });

  it("a coverage that the profile states makes a month without certificates one in which none was issued", async () => {
    const profile = join(folder, "covered.profile.json");
    writeFileSync(profile, JSON.stringify({ coverage: { from: "2015-01-01", to: "2018-12-31" } }));
    expect(await run("summary", "--profile", profile, gap)).toMatchObject({ code: 0 });
  });

  it("the whole sample passes", async () => {
    expect(await run("summary", "data/limburg-2007-2018.csv.gz")).toMatchObject({ code: 0, stderr: "" });
  });
});
