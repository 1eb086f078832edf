/**
 * The query of every figure, run over the sample: it shares no code with the formulas in `measures/`, so that each of the two
 * checks the other.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { DESTINATION_COLUMNS, figureId, WHOLE_COLUMNS, type Figure } from "../../src/domain/figure.ts";
import { fractionToNumber } from "../../src/domain/fraction.ts";
import { centsToDecimal } from "../../src/domain/money.ts";
import { parsePeriod } from "../../src/domain/period-id.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { readPeriodSums } from "../../src/pipeline/period-sums.ts";
import { readProvenance } from "../../src/pipeline/provenance.ts";
import { computeFigure, type ComputedFigure } from "../../src/report/compute-figure.ts";
import { openEngine, type Engine } from "../../src/store/engine.ts";
import { figureSql } from "../../src/store/figure-sql.ts";

const SELECTION = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;
const PERIODS = ["2007", "2009", "2018", "2017-H1", "2018-Q3", "2016-03"];
const DESTINATIONS = ["CN", "TR", "SS"];

let folder = "";
let engine: Engine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "origo-figures-"));
  const store = join(folder, "store.duckdb");
  await ingest({ inputs: ["data/limburg-2007-2018.csv.gz"], store });
  engine = await openEngine({ path: store, readOnly: true, spillFolder: folder });
}, 300_000);
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

/** What `origo sql` shows: money in units, not in cents. */
const VIEW = "(select *, (goods_cents::decimal(38, 2) / 100)::decimal(38, 2) as goods_value from certificates)";

/** The value as the engine would give it: money in units, ratios as doubles. */
function plain(value: ComputedFigure["value"]): number | null {
  if (value === null || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "bigint" ? Number(centsToDecimal(value)) : fractionToNumber(value);
}

describe.each(PERIODS)("the queries of %s", (text) => {
  const period = parsePeriod(text) ?? { year: 0, firstMonth: 1, lastMonth: 12 };
  const figures: readonly Figure[] = [
    ...WHOLE_COLUMNS.map((column) => ({ column, period, destination: null })),
    ...DESTINATIONS.flatMap((destination) => DESTINATION_COLUMNS.map((column) => ({ column, period, destination }))),
  ];

  it("give the figures that are computed", async () => {
    const { windows } = await readProvenance(engine, "EUR", SELECTION);
    const sums = await readPeriodSums(engine, SELECTION, windows, period);
    const wrong: string[] = [];
    let defined = 0;
    for (const figure of figures) {
      const computed = computeFigure(figure, sums).value;
      // Where a figure is undefined the query may give anything: it does not know what the data cover.
      if (computed === null) continue;
      defined += 1;
      const sql = figureSql(figure)
        .replaceAll(/from certificates\b/g, `from ${VIEW}`)
        .replaceAll(/from lines\b/g, "from counted_rows");
      const [row] = await engine
        .rows<{ figure: string | null }>(`select figure::double::varchar as figure from (${sql}) as result(figure)`)
        .catch((error: unknown) => [{ figure: String(error) }]);
      const expected = plain(computed) ?? 0;
      const given = Number(row?.figure ?? Number.NaN);
      if (!(Math.abs(given - expected) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
        wrong.push(`${figureId(figure)}: ${expected} is computed, the query gives ${row?.figure}\n${sql}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(defined).toBeGreaterThan(30);
  }, 300_000);
});
