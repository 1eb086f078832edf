/** The library as it is installed: the examples of its functions run as they stand, on the built package. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { REPOSITORY } from "./run-origo.ts";

const SOURCES = ["src/pipeline/library.ts", "src/pipeline/answer.ts", "src/pipeline/read-where.ts", "src/danfo.ts"];

interface Example {
  readonly name: string;
  readonly code: string;
}

/** The examples in the doc comments of a file, each under the name of its function. */
function examplesOf(source: string): readonly Example[] {
  const text = readFileSync(join(REPOSITORY, source), "utf8");
  return [...text.matchAll(/ \* @example\n((?: \*.*\n)+?) \*\/\nexport (?:async )?function (\w+)/g)].map(
    ([, code = "", name = ""]) => ({ name, code: code.replaceAll(/^ \* ?/gm, "") }),
  );
}

/** `expression; // value` becomes the claim that they are equal. */
function claims(code: string): string {
  return code.replaceAll(/^(?!const )(.+); \/\/ (.+)$/gm, "deepEqual($1, $2);");
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origo-library-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(name: string, code: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  const dist = pathToFileURL(join(REPOSITORY, "dist")).href;
  const input = JSON.stringify(join(REPOSITORY, "fixtures/inputs/limburg.csv"));
  const program = `
    import { deepStrictEqual as deepEqual } from "node:assert";
    import * as origo from "${dist}/index.js";
    import { toDataFrame } from "${dist}/danfo.js";
    const { ${Object.keys(FUNCTIONS).join(", ")} } = origo;
    ${code.replaceAll('"certificates.csv"', input)}`;
  writeFileSync(path, program);
  return new Promise((resolve) => {
    execFile(process.execPath, [path], { cwd: REPOSITORY }, (error, _stdout, stderr) =>
      resolve(error === null ? "" : stderr),
    );
  });
}

const FUNCTIONS = {
  openCertificates: true,
  yearlySeries: true,
  destinationShares: true,
  exporterYears: true,
  growthMargins: true,
  firmSizes: true,
  query: true,
  sql: true,
  readWhere: true,
  toRows: true,
  toArrow: true,
};

const examples = SOURCES.flatMap(examplesOf);

describe("the examples", () => {
  it("are there for each function of the front door", () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual([...Object.keys(FUNCTIONS), "toDataFrame"].toSorted());
  });

  it.each(examples)("of $name hold", async ({ name, code }) => {
    expect(claims(code)).toContain("deepEqual");
    expect(await run(name, claims(code))).toBe("");
  });

  it("would not hold with another value", async () => {
    const [example] = examples;
    expect(await run("wrong", claims(example?.code ?? "").replace('"EUR"', '"USD"'))).toContain("AssertionError");
  });
});

describe("the README", () => {
  it("has an example that holds", async () => {
    const readme = readFileSync(join(REPOSITORY, "README.md"), "utf8");
    const [, code = ""] = /```ts\nimport .* from "origo";\n([^]+?)```/.exec(readme) ?? [];
    expect(claims(code).match(/deepEqual/g)?.length).toBeGreaterThan(4);
    expect(await run("readme", claims(code))).toBe("");
  });
});

describe("certificates that are open", () => {
  it("are closed once, and answer no more", async () => {
    const code = `
      import { rejects } from "node:assert";
      import { readdirSync } from "node:fs";
      import { tmpdir } from "node:os";
      const folders = () => readdirSync(tmpdir()).filter((name) => name.includes("-" + process.pid + "-")).length;
      const certificates = await openCertificates({ inputs: ["certificates.csv"] });
      deepEqual(folders(), 1);
      await certificates[Symbol.asyncDispose]();
      certificates.close();
      deepEqual(folders(), 0);
      await rejects(yearlySeries(certificates), /closed/);
      await rejects(openCertificates({ inputs: ["certificates.csv"], where: "planet = Mars" }), { name: "UserError" });
      await rejects(openCertificates({ inputs: ["no-such-file.csv"] }), { name: "UserError" });
      deepEqual(folders(), 0);`;
    expect(await run("closed", code)).toBe("");
  });

  it("answer queries to every other tool, with totals among years and exporters among items", async () => {
    const code = `
      const { createRequire } = await import("node:module");
      const { tableFromIPC } = createRequire(process.cwd() + "/index.js")("apache-arrow");
      const certificates = await openCertificates({ inputs: ["certificates.csv"], where: "year >= 2016" });
      const answer = await query(certificates, {
        by: ["year", "exporter"],
        measures: ["certificates", "goods_value", "goods_value_growth"],
        subtotals: true,
        totals: true,
      });
      const rows = toRows(answer);
      const [totals, items] = [rows.filter((row) => row.row === "total"), rows.filter((row) => row.row === "item")];
      deepEqual(totals.length, 1);
      deepEqual(items.reduce((sum, row) => sum + row.certificates, 0), totals[0].certificates);
      const arrow = tableFromIPC(await toArrow(answer));
      deepEqual([...arrow.getChild("year")], rows.map((row) => String(row.year)));
      const frame = await toDataFrame(answer);
      deepEqual(frame.shape, [rows.length, 7]);
      deepEqual(frame["goods_value_cents"].values, answer.table.rows.map((row) => Number(row[5])));
      const [{ n }] = await sql(certificates, "select count(*) as n from certificates");
      deepEqual(n, totals[0].certificates);
      const { rejects } = await import("node:assert");
      await rejects(query(certificates, { by: ["yaer"], measures: ["certificates"] }), /no dimension/);
      await rejects(query(certificates, { by: ["year"], measures: ["certificates"], only: "planet = Mars" }), /planet/);
      await rejects(sql(certificates, "select * from read_csv('/etc/passwd')"), { name: "UserError" });
      certificates.close();`;
    expect(await run("query", code)).toBe("");
  });

  it("answer one after the other, of other dimensions too", async () => {
    const code = `
      const certificates = await openCertificates({ inputs: ["certificates.csv"], scope: "distant", where: "year >= 2016" });
      const [byBloc, byRegion] = [
        await destinationShares(certificates, { by: "bloc" }),
        await destinationShares(certificates, { by: "region" }),
      ];
      deepEqual(byBloc.table.columns[1], "bloc");
      deepEqual(new Set(byRegion.facts.map((row) => row.year)), new Set([2016, 2017]));
      certificates.close();`;
    expect(await run("dimensions", code)).toBe("");
  });
});
