import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { LISTED_PROBLEMS } from "../../src/domain/sums.ts";
import type { Selection } from "../../src/domain/scope.ts";
import { readAccount, readCoverage, readProblems } from "../../src/store/account.ts";
import {
  chamberNames,
  exporterFlows,
  monthCoverage,
  soleExporterDestinations,
  totalsByItem,
  totalsByMonth,
  totalsByPeriod,
} from "../../src/store/aggregate.ts";
import { openEngine, type Engine } from "../../src/store/engine.ts";
import { readSums } from "../../src/store/read-sums.ts";
import { createSchema } from "../../src/store/schema.ts";
import { rollUp } from "../../src/store/roll-up.ts";
import { inMonths, selectCertificates } from "../../src/store/selection.ts";
import { demandEngine, type Source } from "../../src/store/source.ts";
import { createSums } from "../../src/store/sums.ts";
import { parseSums, sumsText } from "../../src/store/sums-text.ts";

const EVERYTHING: Selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({});
  await createSchema(engine);
  await engine.run("create table row_classes (class varchar, rows bigint)");
  await engine.run(
    "create table problems (file_id integer, line bigint, code varchar, column_name varchar, text varchar, hint varchar)",
  );
});
afterAll(() => engine.close());

/** What differs in the order of UTF-16 and of bytes among them. */
const chamber = fc.constantFrom(null, "Limburg", "Ａachen", "𝔎öln", "");
const certificate = fc.record({
  chamber,
  day: fc
    .date({ min: new Date("2015-11-01"), max: new Date("2018-03-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  exporter: fc.constantFrom(null, "E1", "E2", "NAME:Ünal"),
  destination: fc.constantFrom("CN", "TR", "XX", "DE"),
  hs: fc.constantFrom(null, "84", "847130", "84713000"),
  cents: fc.constantFrom(null, "0", "1", "12345", "999999999999999999"),
});

async function load(
  certificates: readonly (typeof certificate extends fc.Arbitrary<infer Row> ? Row : never)[],
): Promise<void> {
  await engine.fill(
    "made",
    ["chamber", "day", "exporter", "destination", "hs", "cents"],
    certificates.map((row) => [row.chamber, row.day, row.exporter, row.destination, row.hs, row.cents]),
  );
  await engine.run(
    `create or replace table certificates as select chamber, rowid as certificate, day::date as issue_date, exporter, destination,
       cents::bigint as goods_cents from made`,
  );
  await engine.run(
    "create or replace table counted_rows as select c.*, false as shared, m.hs as hs_code from certificates c join made m on m.rowid = c.certificate",
  );
  await createSums(engine, "table");
}

describe("what is read from sums is what an engine reads", () => {
  it("of any certificates, in any months, also after they were written down", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(certificate, { maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom("as-issued", "year-before"),
        async (certificates, a, b, seen) => {
          await load(certificates);
          const sums = parseSums(Buffer.from(sumsText(rollUp(await readSums(engine)))));
          const whole = selectCertificates(EVERYTHING, seen);
          const part = inMonths(whole, { firstMonth: Math.min(a, b), lastMonth: Math.max(a, b) });
          for (const read of [
            (source: Source) => totalsByPeriod(source, "year", whole),
            (source: Source) => exporterFlows(source, whole),
            (source: Source) => totalsByMonth(source, part),
            (source: Source) => totalsByItem(source, "destination", part),
            (source: Source) => totalsByItem(source, "chamber", part),
            (source: Source) => soleExporterDestinations(source, 2017, whole),
            (source: Source) => monthCoverage(source),
            (source: Source) => chamberNames(source),
          ]) {
            expect(await read(sums)).toEqual(await read(engine));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("of the account, the problems and the coverage", async () => {
    await load([]);
    await engine.run(`insert into files values (1, 'b.csv', null, null, 'x', '{}', 9, 3, '2016-01-01', '2017-12-31'),
      (2, 'a.csv', null, null, 'y', '{}', 9, 2, null, null)`);
    await engine.run("insert into row_classes values ('counted', 3), ('rejected', 2)");
    await engine.run(
      `insert into problems values (1, 3, 'invalid-date', 'Datum', '"31/02"', null), (2, 7, 'missing-rate', null, null, 'AFN')`,
    );
    const sums = parseSums(Buffer.from(sumsText(rollUp(await readSums(engine)))));
    for (const read of [
      readAccount,
      readCoverage,
      (source: Source) => readProblems(source, LISTED_PROBLEMS),
      (source: Source) => readProblems(source, 1),
    ]) {
      expect(await read(sums)).toEqual(await read(engine));
    }
    expect(sums.account.balance).toMatchObject({ rowsRead: 5, counted: 3, rejected: 2 });
    expect(sums.problems.map(({ file, line }) => [file, line])).toEqual([
      ["a.csv", 7],
      ["b.csv", 3],
    ]);
  });
});

describe("what sums do not tell is refused, never answered wrongly", () => {
  const whole = selectCertificates(EVERYTHING);
  const half = inMonths(whole, { firstMonth: 1, lastMonth: 6 });
  const some = selectCertificates({ ...EVERYTHING, from: "2016-01-01" });

  it.each<[string, (source: Source) => unknown]>([
    ["exporters of quarters", (source) => totalsByPeriod(source, "quarter", whole)],
    ["exporters of half years", (source) => totalsByPeriod(source, "year", half)],
    ["exporters that came in a half year", (source) => exporterFlows(source, half)],
    ["the exporters of a destination in a half year", (source) => soleExporterDestinations(source, 2017, half)],
    ["regions", (source) => totalsByItem(source, "region", whole)],
    ["a part of the time", (source) => totalsByMonth(source, some)],
    [
      "a scope",
      (source) => totalsByItem(source, "destination", selectCertificates({ ...EVERYTHING, scope: "distant" })),
    ],
    ["problems of some codes", (source) => readProblems(source, 5, ["invalid-date"])],
    ["what only an engine has", async (source) => demandEngine(source)],
  ])("%s", async (_, read) => {
    await load([{ chamber: null, day: "2017-05-05", exporter: "E1", destination: "CN", hs: null, cents: "1" }]);
    await expect(read(rollUp(await readSums(engine)))).rejects.toThrow("sums of all certificates do not tell");
  });
});
