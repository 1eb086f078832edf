import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { REPOSITORY } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const INPUT = "fixtures/inputs/limburg.csv";

/** Runs a line in bash; `origo` is the built program. */
function bash(line: string): { stdout: string; stderr: string; status: number | null } {
  const origo = `origo() { ${JSON.stringify(process.execPath)} bin/origo.js "$@"; }`;
  return spawnSync("bash", ["-c", `${origo}\n${line}`], { cwd: REPOSITORY, encoding: "utf8" });
}

/** A limit on the size of files fails a write half-way, as a full disk does, and needs no rights to set. */
const FULL = "trap '' XFSZ; ulimit -f 1;";

describe("output that cannot be written", () => {
  it.each([["csv"], ["json"], ["html"]])(
    "a disk that is full while %s is written leaves the old file as it was",
    (format) => {
      const out = join(folder, `old.${format}`);
      writeFileSync(out, "the old report\n");
      const { stderr, status } = bash(`${FULL} origo report 2017 ${INPUT} --quiet --format ${format} --out ${out}`);
      expect(stderr).toContain(`error: ${out} cannot be written: `);
      expect(stderr).toContain("an existing file is as it was");
      expect(status).toBe(2);
      expect(readFileSync(out, "utf8")).toBe("the old report\n");
    },
  );

  it("a disk that is full while a set is written leaves no folder, and the folder of before as it was", () => {
    const { status } = bash(`${FULL} origo report 2017 ${INPUT} --quiet --out ${folder}/new/`);
    expect(status).toBe(2);
    expect(existsSync(join(folder, "new"))).toBe(false);
    bash(`mkdir ${folder}/set && echo old > ${folder}/set/report-2017.html`);
    expect(bash(`${FULL} origo report 2017 ${INPUT} --quiet --out ${folder}/set/`).status).toBe(2);
    expect(readdirSync(join(folder, "set"))).toEqual(["report-2017.html"]);
    expect(readFileSync(join(folder, "set", "report-2017.html"), "utf8")).toBe("old\n");
  });

  it.skipIf(!existsSync("/dev/full"))(
    "standard output on a full disk is told (skipped where there is no /dev/full)",
    () => {
      const { stderr, status } = bash(`origo summary ${INPUT} --format csv --quiet > /dev/full`);
      expect(stderr).toContain("error: the output cannot be written: ENOSPC");
      expect(status).toBe(2);
    },
  );

  it.skipIf(!existsSync("/sys/kernel"))("a folder that is read-only is told (skipped where there is no /sys)", () => {
    const { stderr, status } = bash(`origo summary ${INPUT} --quiet --out /sys/kernel/summary.csv`);
    expect(stderr).toMatch(
      /^error: \/sys\/kernel\/summary.csv cannot be written: (permission denied|the file system is read-only)\n/,
    );
    expect(status).toBe(2);
  });

  it("a pipe that is closed early ends the program in silence", () => {
    const { stdout, stderr } = bash(
      `origo shares data/limburg-2007-2018.csv.gz --format csv --quiet | head -n 1; echo "\${PIPESTATUS[0]}"`,
    );
    expect(stdout).toMatch(/^year,destination,.*\n0\n$/);
    expect(stderr).toBe("");
  });
});
