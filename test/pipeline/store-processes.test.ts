import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openEngine, type Engine } from "../../src/store/engine.ts";
import { REPOSITORY, runOrigo } from "../run-origo.ts";

// Windows has no signals: a process there ends as if killed, and an open file cannot be removed.
const onPosix = describe.skipIf(process.platform === "win32");

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = join(REPOSITORY, "data/limburg-2007-2018.csv.gz");
/** Part of the sample: enough work to be killed in, several times, on a busy machine. */
const moreYears = join(folder, "more-years.csv");
const firstYears = join(folder, "first-years.csv");
/** A store that has part of the sample. */
const before = join(folder, "before.duckdb");

beforeAll(async () => {
  const lines = gunzipSync(readFileSync(sample)).toString("utf8").split("\n");
  writeFileSync(firstYears, `${lines.slice(0, 20_000).join("\n")}\n`);
  writeFileSync(moreYears, `${lines.slice(0, 80_000).join("\n")}\n`);
  expect(await runOrigo(["ingest", firstYears, "--store", before])).toMatchObject({ code: 0 });
});

/** Starts origo with a folder of its own for temporary files. */
function start(args: readonly string[], temporary: string): { child: ChildProcess; ended: Promise<number | string> } {
  mkdirSync(temporary, { recursive: true });
  const child = spawn(process.execPath, ["bin/origo.js", ...args], {
    cwd: REPOSITORY,
    env: { PATH: process.env["PATH"], TZ: "UTC", LC_ALL: "C.UTF-8", TMPDIR: temporary },
    stdio: "ignore",
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on("exit", (code, signal) => resolve(code ?? signal ?? "?"));
  });
  return { child, ended };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function figures(store: string): Promise<string> {
  const run = await runOrigo(["summary", "--store", store, "--format", "csv"]);
  expect(run.stderr).toContain("rows read = ");
  expect(run.code).toBe(0);
  return run.stdout;
}

/** What is in a folder, by name, without the subfolder for temporary files. */
function filesIn(path: string): readonly string[] {
  return readdirSync(path)
    .filter((name) => name !== "tmp")
    .toSorted();
}

onPosix("an ingest that is killed", () => {
  it("leaves the store as it was or as it was to become, never between", async () => {
    const place = join(folder, "killed");
    mkdirSync(place);
    const store = join(place, "s.duckdb");
    cpSync(before, store);
    const old = await figures(store);
    const reference = join(place, "reference");
    mkdirSync(reference);
    cpSync(before, join(reference, "r.duckdb"));
    const started = performance.now();
    expect((await runOrigo(["ingest", moreYears, "--store", join(reference, "r.duckdb")])).code).toBe(0);
    const duration = performance.now() - started;
    const whole = await figures(join(reference, "r.duckdb"));
    rmSync(reference, { recursive: true });
    expect(whole).not.toBe(old);

    const seen: string[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const { child, ended } = start(["ingest", moreYears, "--store", store], join(place, "tmp"));
      await pause(duration * (0.1 + Math.random()));
      child.kill("SIGKILL");
      await ended;
      const now = await figures(store);
      expect([old, whole]).toContain(now);
      if (now === whole) cpSync(before, store);
      seen.push(now === old ? "old" : "whole");
    }
    expect(seen).toContain("old");
    // The next run is not disturbed, and clears up after the dead.
    expect(await start(["ingest", moreYears, "--store", store], join(place, "tmp")).ended).toBe(0);
    expect(await figures(store)).toBe(whole);
    expect(filesIn(place)).toEqual(["s.duckdb", "s.duckdb.sums"]);
    expect(readdirSync(join(place, "tmp"))).toEqual([]);
  }, 300_000);

  it("leaves no half store behind when it was to make a new one", async () => {
    const place = join(folder, "new");
    const store = join(place, "s.duckdb");
    for (const wait of [300, 600, 900, 1300]) {
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place);
      const { child, ended } = start(["ingest", sample, "--store", store], join(place, "tmp"));
      await pause(wait);
      child.kill("SIGKILL");
      await ended;
      if (existsSync(store)) expect((await runOrigo(["summary", "--store", store])).code).toBe(0);
    }
    writeFileSync(`${store}.999999999.partial`, "half");
    rmSync(store, { force: true });
    expect(await start(["ingest", firstYears, "--store", store], join(place, "tmp")).ended).toBe(0);
    expect(filesIn(place)).toEqual(["s.duckdb", "s.duckdb.sums"]);
    expect(readdirSync(join(place, "tmp"))).toEqual([]);
    expect(await figures(store)).toBe(await figures(before));
  });
});

onPosix("an ingest that is interrupted", () => {
  it.each([400, 800, 1200])("after %d ms ends with 130 and leaves nothing behind", async (wait) => {
    const place = join(folder, `interrupted-${wait}`);
    mkdirSync(place);
    const store = join(place, "s.duckdb");
    cpSync(before, store);
    const old = await figures(store);
    for (const target of [store, join(place, "new.duckdb")]) {
      const { child, ended } = start(["ingest", sample, "--store", target], join(place, "tmp"));
      await pause(wait);
      child.kill("SIGINT");
      expect(await ended).toBe(130);
      expect(filesIn(place)).toEqual(["s.duckdb"]);
      expect(readdirSync(join(place, "tmp"))).toEqual([]);
    }
    expect(await figures(store)).toBe(old);
  });
});

describe("a store that another process holds", () => {
  const held = join(folder, "held.duckdb");
  const hold = async (work: () => Promise<void>): Promise<void> => {
    rmSync(held, { force: true });
    cpSync(before, held);
    const engine: Engine = await openEngine({ path: held });
    try {
      await work();
    } finally {
      engine.close();
    }
  };

  it("is refused at once with --wait 0, and after the time given, with who holds it", async () => {
    await hold(async () => {
      const holder = process.platform === "win32" ? "another process" : `process ${process.pid} (`;
      for (const [command, wait] of [
        [["summary"], "0"],
        [["status"], "1"],
        [["ingest", sample], "1"],
        [["forget", "first-years.csv"], "0"],
      ] as const) {
        const run = await runOrigo([...command, "--store", held, "--wait", wait]);
        expect(run.code).toBe(2);
        expect(run.stderr).toContain(`the store ${held} is in use by ${holder}`);
      }
    });
  });

  it("is waited for", async () => {
    let waiting: Promise<string> = Promise.resolve("");
    await hold(async () => {
      waiting = figures(held);
      await pause(2000);
    });
    expect(await waiting).toBe(await figures(before));
  });

  it("can be read by many at once", async () => {
    const all = await Promise.all([1, 2, 3].map(() => figures(before)));
    expect(new Set(all).size).toBe(1);
  });

  it("takes two ingests at once, one after the other, also when there is no store yet", async () => {
    const store = join(folder, "two.duckdb");
    const other = join(folder, "other.csv");
    writeFileSync(other, "number,date,destination\nX1,2001-01-01,CN\n");
    const runs = await Promise.all([firstYears, other].map((file) => runOrigo(["ingest", file, "--store", store])));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const status = await runOrigo(["status", "--store", store, "--format", "json"]);
    expect(JSON.parse(status.stdout)).toMatchObject({ files: [{ name: firstYears }, { name: other }] });
  });
});
