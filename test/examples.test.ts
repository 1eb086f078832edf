import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";

import { REPOSITORY } from "./run-origo.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly name?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** Every twentieth row of the sample: a small chamber, with certificates in every month. */
const [header = "", ...rows] = gunzipSync(readFileSync("data/limburg-2007-2018.csv.gz"))
  .toString()
  .trimEnd()
  .split("\n")
  .filter((_, index) => index % 20 === 0);

let folder = "";
let published = "";
/** A repository as a chamber keeps it: the exports of three years, a file each, and rules to check them by. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-test-"));
  published = join(folder, "published");
  mkdirSync(join(folder, "exports"));
  mkdirSync(published);
  for (const year of [2015, 2016, 2017]) writeYear(year);
  writeFileSync(join(folder, "origo.rules.jsonc"), rules(EXPECTED));
  // What npm would have installed.
  mkdirSync(join(folder, "bin"));
  writeScript("npm", "exit 0");
  writeScript("npx", `[ "$1" = origo ] && shift && exec "${process.execPath}" "${REPOSITORY}bin/origo.js" "$@"`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeYear(year: number, keep: (row: string) => boolean = () => true): void {
  const own = rows.filter((row) => row.includes(`/${year};`) && keep(row));
  writeFileSync(join(folder, "exports", `${year}.csv`), `${[header, ...own].join("\n")}\n`);
}

function writeScript(name: string, line: string): void {
  writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
}

/** The certificates of 2017 among these rows: issued, counted once, and not replaced, as the numbers say it. */
const EXPECTED = ((): number => {
  const fields = rows.map((row) => row.split(";")).filter(([, , date = ""]) => /201[5-7]$/.test(date));
  const issued = fields.filter(([, , , , status]) => status === "Afgegeven");
  const replaced = new Set(issued.map(([, , , , , replaces]) => replaces));
  const numbers = issued.filter(([, , date = ""]) => date.endsWith("2017")).map(([, number]) => number);
  return new Set(numbers.filter((number) => !replaced.has(number))).size;
})();

function rules(expected: number): string {
  return `{
  // The rules of a pipeline's tests.
  "rules": [
    { "kind": "figure", "figure": "certificates:2017", "expected": ${expected}, "level": "error" },
    { "kind": "rejected-rows", "max": "1 %", "level": "error" },
  ],
}
`;
}

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs a script as runners do: in bash, stopped by the first command that fails. */
function run(script: string, environment: Readonly<Record<string, string>> = {}): Outcome {
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: `${join(folder, "bin")}:${process.env["PATH"]}`, HOME: folder, LC_ALL: "C.UTF-8", ...environment },
  });
}

const GITHUB = { output: "github-output", summary: "github-summary" };

/** Runs the steps of the action that are scripts, with the inputs of a workflow's step. */
function runAction(given: Readonly<Record<string, string>>): Outcome {
  const action: Action = parse(readFileSync(join(REPOSITORY, "action.yml"), "utf8"));
  for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name);
  const inputOf = (name: string): string => given[name] ?? action.inputs[name]?.default ?? "";
  let last: Outcome = { stdout: "", stderr: "", status: 0 };
  for (const { run: script, env = {} } of action.runs.steps) {
    if (script === undefined) continue;
    const values = Object.entries(env).map(([name, value]): [string, string] => [
      name,
      value.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => inputOf(input)),
    ]);
    expect(script).not.toContain("${{");
    last = run(script, {
      ...Object.fromEntries(values),
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: REPOSITORY,
      GITHUB_OUTPUT: join(folder, GITHUB.output),
      GITHUB_STEP_SUMMARY: join(folder, GITHUB.summary),
    });
    if (last.status !== 0) return last;
  }
  return last;
}

const isDirty = (row: string): string => row.replace(/;\d\d\/\d\d\/2017;/, ";31/02/2017;");
/** A tenth of the dates of 2017 can be none. */
function spoil(): void {
  const lines = readFileSync(join(folder, "exports", "2017.csv"), "utf8").split("\n");
  writeFileSync(
    join(folder, "exports", "2017.csv"),
    lines.map((line, index) => (index % 10 === 5 ? isDirty(line) : line)).join("\n"),
  );
}

describe("the GitHub Action", () => {
  it("runs the steps of the example workflow", () => {
    const workflow: { jobs: { check: { steps: readonly Step[] } } } = parse(
      readFileSync(join(REPOSITORY, "examples", "github-workflow.yml"), "utf8"),
    );
    const steps = workflow.jobs.check.steps.filter(({ uses }) => uses === "./origo");
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(runAction(step.with ?? {})).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "summary.csv"), "utf8")).toMatch(
      new RegExp(`^year,certificates,.*\\n2015,.*\\n2016,.*\\n2017,${EXPECTED},`),
    );
    expect(readFileSync(join(folder, GITHUB.output), "utf8")).toBe("exit-code=0\nexit-code=0\n");
    expect(readFileSync(join(folder, GITHUB.summary), "utf8")).toContain(EXPECTED.toLocaleString("en"));
  });

  it("fails with the check, and names the figure in an annotation", () => {
    spoil();
    const { status, stdout, stderr } = runAction({ files: "exports/" });
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(/^::error .*certificates%3A2017/m);
    expect(readFileSync(join(folder, GITHUB.output), "utf8")).toBe("exit-code=1\n");
  });

  it("does not run the text of an input", () => {
    const { status } = runAction({ files: "$(touch pwned) `touch pwned`; touch pwned", options: "--quiet" });
    expect(status).toBe(2);
    expect(existsSync(join(folder, "pwned"))).toBe(false);
  });
});

describe("the example for GitLab CI", () => {
  const script = (): string => {
    const ci: { certificates: { script: readonly string[] } } = parse(
      readFileSync(join(REPOSITORY, "examples", "gitlab-ci.yml"), "utf8"),
    );
    return ci.certificates.script.join("\n");
  };

  it("checks and sums up", () => {
    expect(run(script())).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "check.xml"), "utf8")).toMatch(/<testsuites? /);
    expect(readFileSync(join(folder, "summary.csv"), "utf8")).toContain(`\n2017,${EXPECTED},`);
  });

  it("fails with the check, leaves its outcome and writes no summary", () => {
    spoil();
    expect(run(script())).toMatchObject({ status: 1 });
    expect(readFileSync(join(folder, "check.xml"), "utf8")).toContain("<failure");
    expect(existsSync(join(folder, "summary.csv"))).toBe(false);
  });

  it("fails when a month is missing", () => {
    writeYear(2017, (row) => !row.includes("/11/2017;"));
    writeFileSync(join(folder, "origo.rules.jsonc"), rules(EXPECTED).replace(/.*certificates:2017.*\n/, ""));
    const { status, stderr } = run(script());
    expect(stderr).toContain("the data do not cover 2017-11\n");
    expect(status).toBe(1);
  });
});

const hasMake = spawnSync("make", ["--version"]).error === undefined;
describe.skipIf(!hasMake)("the example for make (skipped without make)", () => {
  beforeEach(() => cpSync(join(REPOSITORY, "examples", "Makefile"), join(folder, "Makefile")));

  it("makes the report and the summary, and nothing twice", () => {
    expect(run("make")).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "report-2017.html"), "utf8")).toContain(EXPECTED.toLocaleString("en"));
    expect(run("make").stdout).toContain("Nothing to be done");
  });

  it("makes nothing of data that fail the check", () => {
    spoil();
    expect(run("make").status).not.toBe(0);
    for (const file of ["check.json", "summary.csv", "report-2017.html"])
      expect(existsSync(join(folder, file))).toBe(false);
  });
});

describe("the example for cron", () => {
  const command = (): string => {
    const line = readFileSync(join(REPOSITORY, "examples", "crontab"), "utf8")
      .split("\n")
      .find((each) => /^\d/.test(each));
    return line?.split(" ").slice(5).join(" ") ?? "";
  };
  beforeEach(() => {
    cpSync(join(REPOSITORY, "examples", "monthly.sh"), join(folder, "monthly.sh"));
    run(
      `mkdir certificates && mv exports published bin origo.rules.jsonc monthly.sh certificates/ && ln -s certificates/* .`,
    );
  });

  it("loads, checks and publishes, and says nothing, each month again", () => {
    expect(run(command())).toEqual(expect.objectContaining({ status: 0, stdout: "", stderr: "" }));
    writeYear(2017, (row) => !row.includes("/12/2017;"));
    expect(run(command()).status).toBe(1);
    writeYear(2017);
    expect(run(command())).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(published, "summary.csv"), "utf8")).toContain(`\n2017,${EXPECTED},`);
  });

  it("publishes nothing of data that fail the check, and says why", () => {
    run(command());
    const before = readFileSync(join(published, "summary.csv"), "utf8");
    spoil();
    const { status, stderr } = run(command());
    expect(status).toBe(1);
    expect(stderr).toContain("nothing was published");
    expect(stderr).toContain("certificates:2017");
    expect(readFileSync(join(published, "summary.csv"), "utf8")).toBe(before);
  });
});
