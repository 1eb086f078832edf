import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { SCOPES, type Selection } from "../../src/domain/scope.ts";
import { loadEuMemberships } from "../../src/reference/blocs.ts";
import {
  exporterFlows,
  soleExporterDestinations,
  totalsByItem,
  totalsByMonth,
  totalsByPeriod,
} from "../../src/store/aggregate.ts";
import { openEngine, type Engine } from "../../src/store/engine.ts";
import { fillEuMembers, inMonths, selectionCondition, type Condition } from "../../src/store/selection.ts";
import { createSums } from "../../src/store/sums.ts";

let engine: Engine;

/** Certificates of 2011 to 2021, over joinings and leavings of the Union; some lack exporter, value or HS code. */
beforeAll(async () => {
  engine = await openEngine({});
  await engine.run(`
    create table certificates as
    select ['A', 'B', null][1 + n * 7 % 3] as chamber, 'N' || n as certificate, date '2011-01-01' + (n * 37 % 4000)::integer as issue_date,
      ['CO', 'EUR.1'][1 + n % 2] as certificate_type, if(n % 11 = 0, null, 'E' || (n * n % 97)) as exporter,
      null::varchar as exporter_size, ['CN', 'HR', 'GB', 'DE', 'XX', 'E' || n % 97][1 + n * 13 % 6] as destination,
      if(n % 7 = 0, null, n * 101 % 9973)::bigint as goods_cents
    from range(5000) t(n)`);
  await engine.run(
    "create table counted_rows as select *, if(certificate like '%3', null, right('000000' || certificate[2:], 4 + goods_cents % 2 * 4)) as hs_code from certificates",
  );
  await fillEuMembers(engine, loadEuMemberships());
  await createSums(engine, false);
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
});

describe("what is read from the sums is what is read from the certificates", () => {
  it("under any selection", async () => {
    const seen = new Set<Condition["detail"]>();
    await fc.assert(
      fc.asyncProperty(selection, fc.integer({ min: 1, max: 12 }), async (chosen, lastMonth) => {
        const where = inMonths(selectionCondition(chosen), { firstMonth: 1, lastMonth });
        const oneByOne: Condition = { ...where, detail: "certificates" };
        seen.add(where.detail);
        for (const read of [
          (condition: Condition) => totalsByPeriod(engine, "year", condition),
          (condition: Condition) => totalsByPeriod(engine, "quarter", condition),
          (condition: Condition) => totalsByMonth(engine, condition),
          (condition: Condition) => totalsByItem(engine, "destination", condition),
          (condition: Condition) => totalsByItem(engine, "chamber", condition),
          (condition: Condition) => exporterFlows(engine, condition),
          (condition: Condition) => soleExporterDestinations(engine, 2015, condition),
        ]) {
          expect(await read(where)).toEqual(await read(oneByOne));
        }
      }),
      { numRuns: 60, examples: [[{ scope: "all", eu: { kind: "current" }, from: null, to: null }, 12]] },
    );
    expect([...seen].toSorted()).toEqual(["certificates", "months", "nothing"]);
  });

  it("because nobody joins or leaves the Union within a month", () => {
    const days = loadEuMemberships().flatMap(({ from, until }) => [from, until ?? from]);
    expect(days.length).toBeGreaterThan(50);
    expect(days.filter((each) => !each.endsWith("-01"))).toEqual([]);
  });
});
