import fc from "fast-check";
import { expect, it } from "vitest";

import { DESTINATION_COLUMNS, figureId, WHOLE_COLUMNS, type Figure } from "../../src/domain/figure.ts";
import { WHOLE_YEAR } from "../../src/domain/period.ts";
import { addTotals, NO_TOTALS, type ItemTotals } from "../../src/domain/totals.ts";
import { computeFigure, type PeriodSums } from "../../src/report/compute-figure.ts";
import { changedFigures } from "../../src/report/diff/figure-changes.ts";
import { buildYearlySeries } from "../../src/report/yearly-series.ts";

const YEARS = [2014, 2015, 2016, 2017, 2018];
const DESTINATIONS = ["CN", "JP", "TR", "US"];

/** Sums of a made-up vintage; a year that is no part of `covered` is not covered to its end. */
function sumsOf(byDestination: readonly ItemTotals[], covered: readonly number[]): PeriodSums {
  const years = YEARS.map((year) => {
    const rows = byDestination.filter((row) => row.year === year);
    const totals = rows.reduce(addTotals, NO_TOTALS);
    return { ...totals, period: String(year), exporters: null, destinations: rows.length, products: null };
  });
  const byMonth = years.map(({ period, certificates, valued, goodsCents }) => {
    const year = Number(period);
    return { year, month: 6, certificates, valued, goodsCents };
  });
  const windows = YEARS.map((year) => ({ year, firstMonth: 1, lastMonth: covered.includes(year) ? 12 : 11 }));
  return { series: buildYearlySeries(years, byMonth, windows), byDestination, byMonth, exporterFlows: [] };
}

const row = fc.record({
  year: fc.constantFrom(...YEARS),
  item: fc.constantFrom(...DESTINATIONS),
  certificates: fc.integer({ min: 1, max: 3 }),
  valued: fc.integer({ min: 0, max: 1 }),
  goodsCents: fc.option(fc.bigInt(0n, 3n), { freq: 6 }),
});
const rows = fc.uniqueArray(row, { selector: ({ year, item }) => `${year} ${item}`, maxLength: 20 });
const covered = fc.constantFrom(YEARS, YEARS.slice(0, 4));

/** Whether a destination has certificates in a year or in the one that it is compared with. */
function hasFigures(destination: string, year: number, all: readonly ItemTotals[]): boolean {
  return all.some((each) => each.item === destination && (each.year === year || each.year === year - 1));
}

it("all figures that differ are found, and no others, whichever sums were revised", () => {
  fc.assert(
    fc.property(rows, rows, fc.subarray(YEARS), covered, covered, (older, other, revised, oldYears, newYears) => {
      const newer = [
        ...older.filter(({ year }) => !revised.includes(year)),
        ...other.filter(({ year }) => revised.includes(year)),
      ];
      const [before, after] = [sumsOf(older, oldYears), sumsOf(newer, newYears)];
      const all = YEARS.flatMap((year): readonly Figure[] => {
        const period = { year, ...WHOLE_YEAR };
        return [
          ...WHOLE_COLUMNS.map((column) => ({ column, period, destination: null })),
          ...DESTINATIONS.filter((item) => hasFigures(item, year, [...older, ...newer])).flatMap((destination) =>
            DESTINATION_COLUMNS.map((column) => ({ column, period, destination })),
          ),
        ];
      });
      const text = (figure: Figure, sums: PeriodSums): string => {
        const { value } = computeFigure(figure, sums);
        if (typeof value !== "object" || value === null) return String(value);
        return String(Number((value.numerator * 10n ** 15n) / value.denominator));
      };
      const expected = all.filter((figure) => text(figure, before) !== text(figure, after)).map(figureId);
      const found = changedFigures(before, after, YEARS).map(({ figure }) => figureId(figure));
      expect(found.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 60 },
  );
});
