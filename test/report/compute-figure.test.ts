/**
 * Every figure that has an id: on the sample, against `test/oracle/`, which shares no code with `src/`; and the identities
 * between figures, on sums that are made up.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  DESTINATION_COLUMNS,
  figureId,
  WHOLE_COLUMNS,
  type Figure,
  type FigureColumn,
} from "../../src/domain/figure.ts";
import type { Fraction } from "../../src/domain/fraction.ts";
import { METRICS } from "../../src/domain/metric.ts";
import { periodId } from "../../src/domain/period-id.ts";
import { WHOLE_YEAR, type MonthRange } from "../../src/domain/period.ts";
import { addTotals, NO_TOTALS, type ItemTotals } from "../../src/domain/totals.ts";
import { yearlyReport } from "../../src/pipeline/yearly-report.ts";
import { computeFigure, type ComputedFigure, type PeriodSums } from "../../src/report/compute-figure.ts";
import { buildYearlySeries } from "../../src/report/yearly-series.ts";
import { countCertificates } from "../oracle/counting.ts";
import { figuresOf, type Value } from "../oracle/figure-columns.ts";
import { readLimburg } from "../oracle/limburg.ts";
import { dataFile } from "../oracle/reference.ts";
import { runOrigo } from "../run-origo.ts";

const SAMPLE = "data/limburg-2007-2018.csv.gz";
const PERIODS: readonly MonthRange[] = [
  WHOLE_YEAR,
  { firstMonth: 1, lastMonth: 6 },
  { firstMonth: 7, lastMonth: 9 },
  { firstMonth: 6, lastMonth: 6 },
];
/** The first and the last on file, those about them, and some within. */
const YEARS = [2006, 2007, 2008, 2009, 2013, 2017, 2018, 2019];
/** Large and small, new, gone, back after years, what is no country, and one that never was a destination. */
const DESTINATIONS = ["CN", "TR", "IR", "DE", "BI", "ER", "MT", "PL", "XX", "AQ"];

/** A ratio is compared in lowest terms. */
function lowest(value: Value | ComputedFigure["value"]): Value {
  if (typeof value !== "object" || value === null) return value;
  const { numerator, denominator } = value;
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

describe("figures of the sample, computed a second time", () => {
  const { certificates } = countCertificates(readLimburg(dataFile("limburg-2007-2018.csv.gz")));
  let folder = "";
  let store = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "origo-figures-"));
    store = join(folder, "limburg.duckdb");
    expect((await runOrigo(["ingest", SAMPLE, "--store", store])).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(PERIODS.map((months) => [periodId({ year: 2018, ...months }), months] as const))(
    "agree in every column, for periods such as %s",
    async (_, months) => {
      const selection = { scope: "all", eu: { kind: "issue-date" }, from: null, to: null, where: null } as const;
      const sums = await yearlyReport({ inputs: [], store, selection, year: 2018, months });
      const expected = figuresOf(certificates, months.firstMonth, months.lastMonth);
      const figures = YEARS.flatMap((year) => {
        const period = { year, ...months };
        return [
          ...WHOLE_COLUMNS.map((column): Figure => ({ column, period, destination: null })),
          ...DESTINATIONS.flatMap((destination) =>
            DESTINATION_COLUMNS.map((column): Figure => ({ column, period, destination })),
          ),
        ];
      });
      const values = (of: (figure: Figure) => Value | ComputedFigure["value"]): Readonly<Record<string, Value>> =>
        Object.fromEntries(figures.map((figure) => [figureId(figure), lowest(of(figure))]));
      expect(values((figure) => computeFigure(figure, sums).value)).toEqual(
        values(({ column, period, destination }) => expected(column, period.year, destination)),
      );
    },
  );

  it("are defined in every column somewhere", () => {
    const expected = figuresOf(certificates, 1, 12);
    const undefinedColumns = [
      ...WHOLE_COLUMNS.filter((column) => expected(column, 2018, null) === null),
      ...DESTINATION_COLUMNS.filter((column) => expected(column, 2018, "TR") === null),
    ];
    expect(undefinedColumns).toEqual([]);
  });
});

/** Sums of consecutive years with a few destinations; the last year may be cut off after June. */
const madeUpSums = fc
  .record({
    rows: fc.array(
      fc.record({
        year: fc.integer({ min: 2010, max: 2014 }),
        item: fc.constantFrom("CN", "TR", "IR", "BR", "XX"),
        certificates: fc.integer({ min: 1, max: 1000 }),
        goodsCents: fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n })),
      }),
      { minLength: 1, maxLength: 25 },
    ),
    complete: fc.boolean(),
  })
  .map(({ rows, complete }): PeriodSums => {
    const distinct = new Map(rows.map((row) => [`${row.year} ${row.item}`, row]));
    const byDestination: readonly ItemTotals[] = [...distinct.values()].map((row) => ({
      ...row,
      valued: row.goodsCents === null ? 0 : row.certificates,
    }));
    const years = [...new Set(byDestination.map(({ year }) => year))].toSorted((a, b) => a - b);
    const last = years.at(-1);
    const totals = years.map((year) => ({
      ...byDestination.filter((row) => row.year === year).reduce(addTotals, NO_TOTALS),
      period: String(year),
      exporters: null,
      destinations: 1,
      products: null,
    }));
    const windows = years.map((year) => ({ year, firstMonth: 1, lastMonth: complete || year !== last ? 12 : 6 }));
    const byMonth = totals.map((row) => ({ ...row, year: Number(row.period), month: 1 }));
    return { series: buildYearlySeries(totals, byMonth, windows), byDestination, byMonth, exporterFlows: [] };
  });

function valueOf(
  sums: PeriodSums,
  column: FigureColumn,
  year: number,
  destination: string | null,
): ComputedFigure["value"] {
  return computeFigure({ column, period: { year, firstMonth: 1, lastMonth: 12 }, destination }, sums).value;
}

function asFraction(value: ComputedFigure["value"]): Fraction {
  if (typeof value !== "object" || value === null) throw new Error(`${String(value)} is no ratio`);
  return value;
}

function sumOf(fractions: readonly Fraction[]): Value {
  const sum = fractions.reduce((a, b) => ({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }));
  return lowest(sum);
}

/** Holds a property for every year, and both quantities, of sums that are made up. */
function everywhere(property: (sums: PeriodSums, year: number, metric: (typeof METRICS)[number]) => void): void {
  fc.assert(
    fc.property(madeUpSums, fc.constantFrom(...METRICS), (sums, metric) => {
      for (const { year } of sums.series) property(sums, year, metric);
    }),
  );
}

function destinationsOf(sums: PeriodSums, years: readonly number[]): readonly string[] {
  return [...new Set(sums.byDestination.filter(({ year }) => years.includes(year)).map(({ item }) => item))];
}

describe("identities between figures", () => {
  it("contributions sum exactly to growth", () => {
    everywhere((sums, year, metric) => {
      const growth = valueOf(sums, `${metric}_growth`, year, null);
      if (growth === null) return;
      const parts = destinationsOf(sums, [year - 1, year]).map((destination) =>
        asFraction(valueOf(sums, `${metric}_contribution`, year, destination)),
      );
      expect(sumOf(parts)).toEqual(lowest(growth));
    });
  });

  it("shares sum exactly to one", () => {
    everywhere((sums, year, metric) => {
      const shares = destinationsOf(sums, [year])
        .map((destination) => valueOf(sums, `${metric}_share`, year, destination))
        .filter((share) => share !== null);
      const total = valueOf(sums, metric, year, null);
      if (total === null || Number(total) === 0) expect(shares).toEqual([]);
      else expect(sumOf(shares.map(asFraction))).toEqual({ numerator: 1n, denominator: 1n });
    });
  });

  it("change is the difference, and growth the change over the year before", () => {
    everywhere((sums, year, metric) => {
      for (const destination of [null, ...destinationsOf(sums, [year])]) {
        const [now, before, change, growth] = (
          [
            [metric, year],
            [metric, year - 1],
            [`${metric}_change`, year],
            [`${metric}_growth`, year],
          ] as const
        ).map(([column, of]) => valueOf(sums, column, of, destination));
        if (change == null) {
          expect(growth).toBeNull();
          continue;
        }
        expect(Number(change)).toBe(Number(now) - Number(before));
        if (Number(before) === 0) expect(growth).toBeNull();
        else {
          const ratio = { numerator: BigInt(Number(change)), denominator: BigInt(Number(before)) };
          expect(lowest(growth ?? null)).toEqual(lowest(ratio));
        }
      }
    });
  });

  it("the change of rank is the rank of the year before less that of this year", () => {
    everywhere((sums, year, metric) => {
      for (const destination of destinationsOf(sums, [year - 1, year])) {
        const [now, previous, change] = (["_rank", "_rank_previous", "_rank_change"] as const).map((suffix) =>
          valueOf(sums, `${metric}${suffix}`, year, destination),
        );
        if (typeof now === "number" && typeof previous === "number") expect(change).toBe(previous - now);
        else expect(change).toBeNull();
      }
    });
  });

  it("nothing that compares is defined where one of the two years is not covered whole", () => {
    const comparing = DESTINATION_COLUMNS.filter((column) =>
      /_(change|growth|contribution|rank_previous|strongest_growth_in|streak)$/.test(column),
    );
    everywhere((sums, year) => {
      const covered = [year - 1, year].every((each) => sums.series.some((row) => row.year === each && row.complete));
      if (covered) return;
      for (const destination of destinationsOf(sums, [year])) {
        expect(comparing.map((column) => valueOf(sums, column, year, destination))).toEqual(comparing.map(() => null));
      }
    });
  });
});
