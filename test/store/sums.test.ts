import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { SCOPES, type Selection } from "../../src/domain/scope.ts";
import type { Where } from "../../src/domain/where.ts";
import { loadMemberships } from "../../src/reference/blocs.ts";
import { loadCountryRegions } from "../../src/reference/regions.ts";
import {
  exporterFlows,
  soleExporterDestinations,
  totalsByItem,
  totalsByMonth,
  totalsByPeriod,
} from "../../src/store/aggregate.ts";
import { openEngine, type Engine } from "../../src/store/engine.ts";
import { fillCountryRegions, fillMemberships } from "../../src/store/references.ts";
import { inMonths, selectCertificates, type Selected } from "../../src/store/selection.ts";
import { createSums } from "../../src/store/sums.ts";

let engine: Engine;
const memberships = loadMemberships();

/** Certificates of 2011 to 2021, over joinings and leavings of the Union; some lack exporter, value or HS code. */
beforeAll(async () => {
  engine = await openEngine({});
  await engine.run(`
    create table certificates as
    select ['A', 'B', null][1 + n * 7 % 3] as chamber, 'N' || n as certificate, date '2011-01-01' + (n * 37 % 4000)::integer as issue_date,
      ['CO', 'EUR.1'][1 + n % 2] as certificate_type, if(n % 11 = 0, null, 'E' || (n * n % 97)) as exporter,
      null::varchar as exporter_name, null::varchar as exporter_size, ['CN', 'HR', 'GB', 'DE', 'XX', 'E' || n % 97][1 + n * 13 % 6] as destination,
      if(n % 7 = 0, null, n * 101 % 9973)::bigint as goods_cents
    from range(5000) t(n)`);
  await engine.run(
    "create table counted_rows as select *, false as shared, if(certificate like '%3', null, right('000000' || certificate[2:], 4 + goods_cents % 2 * 4)) as hs_code from certificates",
  );
  await fillMemberships(engine, memberships);
  await fillCountryRegions(engine, loadCountryRegions());
  await createSums(engine, "table");
});
afterAll(() => engine.close());

const day = fc
  .date({ min: new Date("2011-06-01"), max: new Date("2021-06-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const firstOfMonth = day.map((each) => `${each.slice(0, 7)}-01`);
const lastOfMonth = day.map((each) => {
  const [year, month] = [Number(each.slice(0, 4)), Number(each.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
});

const selection: fc.Arbitrary<Selection> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  eu: fc.oneof(
    fc.constant({ kind: "issue-date" } as const),
    fc.constant({ kind: "current" } as const),
    day.map((date) => ({ kind: "fixed", date }) as const),
  ),
  from: fc.oneof(fc.constant(null), firstOfMonth, day),
  to: fc.oneof(fc.constant(null), lastOfMonth, day),
  where: fc.constantFrom<Where | null>(
    null,
    { kind: "in", field: "destination", values: ["CN", "HR"] },
    { kind: "not", term: { kind: "in", field: "region", values: ["150"] } },
    { kind: "in", field: "month", values: ["2013-07", "2015-02"] },
    { kind: "order", field: "year", operator: ">=", value: "2014" },
    { kind: "in", field: "bloc", values: ["EU"] },
    { kind: "in", field: "hs2", values: ["00"] },
  ),
});

describe("what is read from the sums is what is read from the certificates", () => {
  it("under any selection", async () => {
    const seen = new Set<Selected["detail"]>();
    await fc.assert(
      fc.asyncProperty(
        selection,
        fc.constantFrom("as-issued", "year-before"),
        fc.integer({ min: 1, max: 12 }),
        async (chosen, seenAs, lastMonth) => {
          const where = inMonths(selectCertificates(chosen, seenAs), { firstMonth: 1, lastMonth });
          const oneByOne: Selected = { ...where, detail: "certificates" };
          seen.add(where.detail);
          for (const read of [
            (selected: Selected) => totalsByPeriod(engine, "year", selected),
            (selected: Selected) => totalsByPeriod(engine, "quarter", selected),
            (selected: Selected) => totalsByMonth(engine, selected),
            (selected: Selected) => totalsByItem(engine, "destination", selected),
            (selected: Selected) => totalsByItem(engine, "chamber", selected),
            (selected: Selected) => exporterFlows(engine, selected),
            (selected: Selected) => soleExporterDestinations(engine, 2015, selected),
          ]) {
            expect(await read(where)).toEqual(await read(oneByOne));
          }
        },
      ),
      {
        numRuns: 60,
        examples: [[{ scope: "all", eu: { kind: "current" }, from: null, to: null, where: null }, "as-issued", 12]],
      },
    );
    expect([...seen].toSorted()).toEqual(["certificates", "months", "nothing"]);
  });

  it("because nobody joins or leaves the Union within a month", () => {
    const days = memberships.filter(({ bloc }) => bloc === "EU").flatMap(({ from, until }) => [from, until ?? from]);
    expect(days.length).toBeGreaterThan(50);
    expect(days.filter((each) => !each.endsWith("-01"))).toEqual([]);
  });
});
