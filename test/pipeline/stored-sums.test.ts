import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { forget } from "../../src/pipeline/forget.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { readStoredSums } from "../../src/pipeline/stored-sums.ts";
import { summary } from "../../src/pipeline/summary.ts";
import { openEngine } from "../../src/store/engine.ts";
import { runOrigo } from "../run-origo.ts";

// Windows lets nobody read what another process writes, and makes no links for everybody.
const onPosix = it.skipIf(process.platform === "win32");

const root = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
  store = join(folder, "s.duckdb");
});

function file(name: string, ...rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["number;date;destination;value;exporter;chamber", ...rows, ""].join("\n"));
  return path;
}

const load = (input: string, into = store): ReturnType<typeof ingest> => ingest({ inputs: [input], store: into });
const kept = (of = store): number | null =>
  readStoredSums(of, "EUR")?.byMonth.reduce((sum, { certificates }) => sum + certificates, 0) ?? null;

async function counted(of = store): Promise<number> {
  const { series } = await summary({
    inputs: [],
    store: of,
    by: "year",
    selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
  });
  return series.reduce((sum, { certificates }) => sum + certificates, 0);
}

const ROW = "1;2016-01-31;CN;5,50;A;L";
const OTHER = "1;2016-01-31;TR;5,50;A;L";

/** Certificates of several chambers and years, with gaps of every kind; the last year is not complete. */
function manyRows(): readonly string[] {
  const rows = Array.from({ length: 900 }, (_, n) => {
    const [year, month, day] = [2013 + (n % 5), 1 + ((n * 7) % 12), 1 + ((n * 11) % 28)];
    const date = `${year}-${String(year === 2017 ? 1 + (month % 8) : month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const value = n % 9 === 0 ? "" : `${(n * 37) % 5000},${String(n % 100).padStart(2, "0")}`;
    const destination = ["CN", "TR", "US", "DE", "JP"][(n * n) % 5];
    return `${n};${date};${destination};${value};${n % 13 === 0 ? "" : `X${n % 31}`};${["L", "M", ""][n % 3]}`;
  });
  return [...rows, "f1;2015-02-30;CN;1,00;A;L", "f2;2015-02-03;Nowhere;1,00;A;L", "s1;2016-05-05;BT;7,00;Only;L"];
}

describe("what is printed is the same with the sums of a store and without", () => {
  it.each([
    ...["terminal", "csv", "json", "markdown", "html", "press"].flatMap((format) => [
      ["report", "--format", format],
      ["report", "2016", "--format", format, "--lang", "nl"],
      ["report", "2017", "--format", format],
    ]),
    ["report", "--format", "csv", "--table", "years"],
    ["report", "2009"],
    ["report", "2016", "--fail-on-incomplete"],
    ["report", "2017", "--strict", "--format", "csv"],
    ...["terminal", "csv", "json"].flatMap((format) => [
      ["summary", "--format", format],
      ["shares", "--format", format],
      ["shares", "--by", "chamber", "--format", format],
      ["shares", "--top", "2", "--measure", "certificates", "--format", format],
      ["shares", "--concentration", "--format", format],
    ]),
    ["summary", "--by", "quarter"],
    ["summary", "--currency", "USD"],
    ["summary", "--currency", "XYZ"],
    ["summary", "--profile", "uk-export-licences"],
    ["shares", "--by", "region"],
  ])("origo %s %s %s %s %s", async (...args) => {
    const place = join(root, "same");
    const same = join(place, "s.duckdb");
    if (!existsSync(same)) {
      mkdirSync(place);
      await load(file("rows.csv", ...manyRows()), same);
    }
    const command = [...args.filter((arg) => arg !== undefined), "--store", same];
    const quick = await runOrigo(command);
    renameSync(`${same}.sums`, `${same}.away`);
    const slow = await runOrigo(command);
    renameSync(`${same}.away`, `${same}.sums`);
    expect(quick).toEqual(slow);
    expect(kept(same)).toBe(901);
  });
});

describe("the sums of a store are those of what it has", () => {
  it("after each ingest, and after a file is forgotten", async () => {
    await load(file("a.csv", ROW));
    expect(kept()).toBe(1);
    await load(file("b.csv", "2;2016-02-03;CN;;A;L", "3;2016-02-03;CN;;A;L"));
    expect(kept()).toBe(3);
    await load(file("b.csv", "2;2016-02-03;CN;;A;L"));
    expect(kept()).toBe(2);
    await forget({ store, file: join(folder, "a.csv") });
    expect(kept()).toBe(1);
  });

  it("and an ingest that changes nothing brings them back", async () => {
    const path = file("a.csv", ROW);
    await load(path);
    rmSync(`${store}.sums`);
    expect(kept()).toBeNull();
    expect(await counted()).toBe(1);
    expect(existsSync(`${store}.sums`)).toBe(false);
    await load(path);
    expect(kept()).toBe(1);
  });

  it("also of one that is seldom met: of no certificate at all", async () => {
    await load(file("a.csv", "1;2016-02-31;CN;5,50;A;L"));
    expect(kept()).toBe(0);
    const args = ["report", "--store", store];
    const quick = await runOrigo(args);
    rmSync(`${store}.sums`);
    expect(quick).toMatchObject({ code: 1, stdout: "" });
    expect(await runOrigo(args)).toEqual(quick);
  });
});

describe("sums are passed over", () => {
  it("when another store takes the place of theirs, however alike", async () => {
    // Of the same size and with the same headers.
    await load(file("a.csv", ROW));
    const other = join(folder, "t.duckdb");
    await load(file("b.csv", OTHER), other);
    expect(readFileSync(store).subarray(0, 12_288)).toEqual(readFileSync(other).subarray(0, 12_288));
    rmSync(`${other}.sums`);
    renameSync(other, store);
    expect(kept()).toBeNull();
  });

  it("when the store is restored and they are not, and the reverse", async () => {
    const [oldStore, oldSums] = [join(folder, "old"), join(folder, "old.sums")];
    await load(file("a.csv", ROW));
    copyFileSync(store, oldStore);
    copyFileSync(`${store}.sums`, oldSums);
    await load(file("b.csv", "2;2016-02-03;CN;;A;L"));
    // As after a kill between store and sums.
    copyFileSync(`${store}.sums`, join(folder, "new.sums"));
    copyFileSync(oldSums, `${store}.sums`);
    expect(kept()).toBeNull();
    expect(await counted()).toBe(2);
    copyFileSync(oldStore, store);
    expect(kept()).toBe(1);
    copyFileSync(join(folder, "new.sums"), `${store}.sums`);
    expect(kept()).toBeNull();
    expect(await counted()).toBe(1);
  });

  it("when another program wrote the store, to its end or not", async () => {
    await load(file("a.csv", ROW));
    const engine = await openEngine({ path: store });
    await engine.run("pragma disable_checkpoint_on_shutdown");
    await engine.run("update month_sums set certificates = 7");
    engine.close();
    expect(existsSync(`${store}.wal`)).toBe(true);
    expect(kept()).toBeNull();
    expect(await counted()).toBe(7);
    const again = await openEngine({ path: store });
    await again.run("checkpoint");
    again.close();
    expect(existsSync(`${store}.wal`)).toBe(false);
    expect(kept()).toBeNull();
    expect(await counted()).toBe(7);
  });

  it("when the store is of another version of origo", async () => {
    await load(file("a.csv", ROW));
    const engine = await openEngine({ path: store });
    await engine.run("update store_info set schema_version = 6");
    engine.close();
    const run = await runOrigo(["report", "--store", store]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("was written by another version of origo");
  });

  it("when a byte of them is wrong or missing, or they are no file", async () => {
    await load(file("a.csv", ROW));
    const sums = `${store}.sums`;
    const bytes = readFileSync(sums);
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(sums, damaged);
      expect(kept()).toBeNull();
    }
    writeFileSync(sums, bytes);
    expect(kept()).toBe(1);
    for (const length of [bytes.length - 1, bytes.indexOf("\n") + 1, bytes.indexOf("\n"), 1, 0]) {
      truncateSync(sums, length);
      expect(kept()).toBeNull();
    }
    rmSync(sums);
    mkdirSync(sums);
    expect(kept()).toBeNull();
    expect(await counted()).toBe(1);
  });

  it("when they are asked for in another currency, or at other rates", async () => {
    await load(file("a.csv", ROW));
    expect(readStoredSums(store, "USD")).toBeNull();
    const rates = join(folder, "rates.csv");
    writeFileSync(rates, "date,currency,rate\n2016-01-01,AFN,75\n");
    const args = ["summary", "--store", store, "--format", "csv"];
    expect(await runOrigo([...args, "--rates", rates])).toEqual(await runOrigo(args));
  });
});

it("an ingest succeeds where its sums cannot be kept", async () => {
  mkdirSync(`${store}.sums`);
  const run = await runOrigo(["ingest", file("a.csv", ROW), "--store", store]);
  expect(run.code).toBe(0);
  expect(run.stderr).not.toContain("sums");
  expect(await counted()).toBe(1);
});

it("sums are told no store, but not taken for one", async () => {
  await load(file("a.csv", ROW));
  rmSync(store);
  const run = await runOrigo(["report", "--store", store]);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain(`there is no store ${store}`);
});

onPosix("copies of a store and its sums go together under any name, and links lead to them", async () => {
  await load(file("a.csv", ROW));
  const [copy, link] = [join(folder, "copy.duckdb"), join(folder, "link.duckdb")];
  copyFileSync(store, copy);
  copyFileSync(`${store}.sums`, `${copy}.sums`);
  symlinkSync(store, link);
  expect([kept(copy), kept(link)]).toEqual([1, 1]);
  await load(file("b.csv", "2;2016-02-03;CN;;A;L"), link);
  expect(existsSync(`${link}.sums`)).toBe(false);
  expect([kept(), kept(link), kept(copy)]).toEqual([2, 2, 1]);
});

onPosix("while another process writes, they tell what the store had before, and no command waits", async () => {
  await load(file("a.csv", ROW));
  const args = ["summary", "--store", store, "--format", "csv", "--wait", "0"];
  const before = await runOrigo(args);
  const engine = await openEngine({ path: store });
  try {
    await engine.run("begin transaction");
    await engine.run("update month_sums set certificates = 7");
    expect(await runOrigo(args)).toEqual(before);
    rmSync(`${store}.sums`);
    const refused = await runOrigo(args);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain(`the store ${store} is in use by`);
  } finally {
    engine.close();
  }
});

it("of two ingests at once, the sums are those after both, or none", async () => {
  const paths = [file("a.csv", ROW), file("b.csv", "2;2016-02-03;CN;;A;L")];
  const runs = await Promise.all(paths.map((path) => runOrigo(["ingest", path, "--store", store])));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect([2, null]).toContain(kept());
  expect(await counted()).toBe(2);
});
