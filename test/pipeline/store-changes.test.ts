import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { forget } from "../../src/pipeline/forget.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { status } from "../../src/pipeline/status.ts";
import { summary } from "../../src/pipeline/summary.ts";
import { REPOSITORY, runOrigo } from "../run-origo.ts";

const folder = mkdtempSync(join(tmpdir(), "origo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const store = join(folder, "s.duckdb");
beforeEach(() => rmSync(store, { force: true }));

function file(name: string, ...rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["number;date;destination;replaces;value", ...rows, ""].join("\n"));
  return path;
}

const hash = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
const load = (...inputs: readonly string[]): ReturnType<typeof ingest> => ingest({ inputs, store });

async function totals(): Promise<readonly (readonly [number, number])[]> {
  const { series } = await summary({
    inputs: [],
    store,
    by: "year",
    selection: { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null },
  });
  return series.map(({ year, certificates }) => [year, certificates]);
}

describe("a file that changed", () => {
  it("takes the place of its earlier content, and says what that does to the certificates", async () => {
    const path = file("a.csv", "1;2016-01-01;CN;;5,50", "2;2016-01-02;CN;;6,50", "3;2016-01-03;CN;;7,50");
    const earlier = hash(path);
    await load(path, file("b.csv", "9;2016-01-01;TR;;1,50"));
    file("a.csv", "1;2016-01-01;CN;;5,50", "2;2016-01-02;JP;;6,50", "4;2016-01-03;CN;;7,50", "5;2017-01-03;CN;;7,50");
    const { files, change } = await load(path);
    expect(files).toMatchObject([
      { sha256: hash(path), rowsRead: 4, known: null, replaced: { sha256: earlier, rowsRead: 3 } },
    ]);
    expect(change).toEqual({ before: 4, after: 5, added: 2, withdrawn: 1, changed: 1 });
    expect(await totals()).toEqual([
      [2016, 4],
      [2017, 1],
    ]);
  });

  it("changes nothing when its bytes are on file, under its own or another name", async () => {
    const path = file("a.csv", "1;2016-01-01;CN;;5,50");
    await load(path);
    const again = await load(path, file("copy.csv", "1;2016-01-01;CN;;5,50"));
    expect(again.change).toBeNull();
    expect(again.files.map(({ known }) => known?.name)).toEqual([path, path]);
    const told = await runOrigo(["ingest", join(folder, "copy.csv"), "--store", store]);
    expect(told.stdout).toContain(`already there as ${path}, with the same content; nothing changed`);
  });

  it("is the only one that is read when years of others are on file", async () => {
    const rows = Array.from({ length: 10 }, (_, year) => `${year};${2007 + year}-05-01;CN;;5,50`);
    const years = rows.map((row, year) => file(`${2007 + year}.csv`, row));
    await load(...years);
    // Nobody can read them now.
    for (const path of years) rmSync(path);
    const { files, change } = await load(file("2017.csv", "x;2017-05-01;CN;;5,50"));
    expect(files).toMatchObject([{ rowsRead: 1, known: null }]);
    expect(change).toEqual({ before: 10, after: 11, added: 1, withdrawn: 0, changed: 0 });
    // Named once more beside another new one, they are told by their bytes.
    for (const [year, row] of rows.entries()) file(`${2007 + year}.csv`, row);
    const again = await load(...years, file("2018.csv", "y;2018-05-01;CN;;5,50"));
    expect(again.files.filter(({ known }) => known === null).map(({ name }) => name)).toEqual([
      join(folder, "2018.csv"),
    ]);
    expect(await totals()).toEqual(Array.from({ length: 12 }, (_, year) => [2007 + year, 1]));
  });

  it("may change places with another", async () => {
    const rows = ["1;2016-01-01;CN;;5,50", "2;2017-01-01;CN;;6,50"] as const;
    const paths = [file("a.csv", rows[0]), file("b.csv", rows[1])];
    await load(...paths);
    const old = await totals();
    file("a.csv", rows[1]);
    file("b.csv", rows[0]);
    await load(...paths);
    expect(await totals()).toEqual(old);
    const { files } = await status({ store });
    expect(files.map(({ name, sha256 }) => [name, sha256])).toEqual(paths.map((path) => [path, hash(path)]));
  });

  it("gives up its old rows when it now has the content of another", async () => {
    const path = file("a.csv", "1;2016-01-01;CN;;5,50");
    await load(path, file("b.csv", "2;2017-01-01;CN;;6,50"));
    file("a.csv", "2;2017-01-01;CN;;6,50");
    const { change } = await load(path);
    expect(change).toEqual({ before: 2, after: 1, added: 0, withdrawn: 1, changed: 0 });
    expect(await totals()).toEqual([[2017, 1]]);
  });
});

describe("a workbook", () => {
  const header = ["number", "date", "destination", "value"];
  const path = join(folder, "book.xlsx");
  const save = async (sheets: Readonly<Record<string, readonly string[]>>): Promise<void> =>
    writeFileSync(
      path,
      await writeXlsx({
        sheets: Object.entries(sheets).map(([name, numbers]) => ({
          name,
          rows: [header, ...numbers.map((number) => [number, "2016-01-01", "CN", 5.5])],
        })),
      }),
    );

  it("is replaced sheet by sheet, a sheet that is gone too, and is forgotten as a whole", async () => {
    await save({ A: ["1", "2"], B: ["3"], C: ["4"] });
    await load(path);
    await save({ A: ["1", "5"], B: ["3"] });
    const { files, change } = await load(path);
    expect(files.map(({ name, rowsRead, replaced }) => [name, rowsRead, replaced?.rowsRead])).toEqual([
      [`${path}#A`, 2, 2],
      [`${path}#B`, 1, 1],
      [`${path}#C`, 0, 1],
    ]);
    expect(change).toEqual({ before: 4, after: 3, added: 1, withdrawn: 2, changed: 0 });
    expect((await load(path)).change).toBeNull();
    expect((await forget({ store, file: path })).files).toHaveLength(2);
  });

  it("loses one sheet by its name", async () => {
    await save({ A: ["1", "2"], B: ["3"] });
    await load(path);
    expect((await forget({ store, file: `${path}#B` })).change).toMatchObject({ after: 2, withdrawn: 1 });
  });
});

describe("the same bytes read in another way", () => {
  it("take the place of the earlier reading, and are known when they are read so again", async () => {
    const path = file("a.csv", "1;2016-01-01;CN;;5,50");
    await load(path);
    const other = await ingest({ inputs: [path], store, chamber: "Limburg" });
    expect(other.files).toMatchObject([{ known: null, replaced: { sha256: hash(path), rowsRead: 1 } }]);
    expect((await ingest({ inputs: [path], store, chamber: "Limburg" })).change).toBeNull();
  });
});

describe("rates of one's own", () => {
  it("count at once for what is on file, and stay when a file is forgotten", async () => {
    const path = join(folder, "afn.csv");
    writeFileSync(path, "number;date;destination;value;currency\n1;2016-01-02;CN;5,50;AFN\n");
    const other = file("a.csv", "2;2016-01-01;CN;;5,50");
    await load(path, other);
    const rates = join(folder, "rates.csv");
    writeFileSync(rates, "date,currency,rate\n2016-01-01,AFN,75\n");
    expect((await ingest({ inputs: [path], store, rates })).change).toMatchObject({ before: 1, after: 2 });
    expect((await forget({ store, file: other })).change).toMatchObject({ before: 2, after: 1, withdrawn: 1 });
    expect(await totals()).toEqual([[2016, 1]]);
  });
});

describe("forget", () => {
  it("takes a file by name, path or the beginning of its hash, and counts again", async () => {
    const first = file("a.csv", "1;2016-01-01;CN;;5,50");
    const second = file("b.csv", "2;2016-01-01;CN;1;6,50");
    await load(first, second);
    expect(await totals()).toEqual([[2016, 1]]);
    const gone = await forget({ store, file: hash(second).slice(0, 6) });
    // The certificate that it replaced counts again.
    expect(gone).toMatchObject({
      files: [{ name: second, rowsRead: 1 }],
      change: { before: 1, after: 1, added: 1, withdrawn: 1, changed: 0 },
      balance: { rowsRead: 1, counted: 1 },
    });
    await forget({ store, file: join(folder, ".", "a.csv") });
    expect((await status({ store })).files).toEqual([]);
  });

  it("refuses a name that is unknown, with the nearest", async () => {
    await load(file("a.csv", "1;2016-01-01;CN;;5,50"));
    await expect(forget({ store, file: join(folder, "ab.csv") })).rejects.toMatchObject({
      exitCode: 2,
      hint: expect.stringContaining(join(folder, "a.csv")),
    });
    await expect(forget({ store: join(folder, "none.duckdb"), file: "a" })).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe("status", () => {
  it("accounts for every file and for all together, within 80 columns", async () => {
    const path = file("a.csv", "1;2016-01-01;CN;;5,50", "2;2016-02-30;CN;;6,50", "3;2016-03-03;CN;1;7,50");
    await load(path, file("b.csv", "9;2017-01-01;TR;;1,50"));
    const result = await status({ store });
    expect(result).toMatchObject({
      certificates: 2,
      info: { schemaVersion: 7, reportCurrency: "EUR" },
      balance: { rowsRead: 4, counted: 2, copies: 0, superseded: 1, notIssued: 0, rejected: 1 },
      problemCounts: [{ code: "invalid-date", count: 1 }],
      files: [
        {
          name: path,
          firstIssueDate: "2016-01-01",
          lastIssueDate: "2016-03-03",
          balance: { rowsRead: 3, counted: 1, superseded: 1, rejected: 1 },
        },
        { balance: { rowsRead: 1, counted: 1 } },
      ],
    });
    const { stdout: json } = await runOrigo(["status", "--store", store, "--format", "json"]);
    const schema = JSON.parse(readFileSync(join(REPOSITORY, "data/schemas/status.schema.json"), "utf8"));
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(json));
    expect(validate.errors ?? []).toEqual([]);
    for (const language of ["nl", "fr", "de", "en"]) {
      const { stdout } = await runOrigo(["status", "--store", store, "--lang", language]);
      expect(stdout).toContain("invalid-date");
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});
