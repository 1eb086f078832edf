import type { MonthSum, YearCount } from "../domain/sums.ts";
import type { TallySums } from "./tally-sums.ts";

import type { Frame } from "./frame.ts";
import type { Numberings } from "./numbering.ts";

/** The sums of the cells that have certificates, by month, chamber and destination. */
export function monthSums(
  { certificates, valued, cents, lastDays, attributed, exporter, otherExporter }: TallySums,
  frame: Frame,
  { chambers, destinations, exporters }: Numberings,
): readonly MonthSum[] {
  const months: MonthSum[] = [];
  for (let cell = 0; cell < certificates.length; cell += 1) {
    if (certificates[cell] === 0) continue;
    const row = Math.floor(cell / frame.destinations);
    const month = Math.floor(row / frame.chambers);
    const named = [exporter[cell] ?? 0, otherExporter[cell] ?? 0]
      .flatMap((number) => exporters.things[number - 1] ?? [])
      .toSorted((a, b) => (a < b ? -1 : 1));
    months.push({
      year: frame.firstYear + Math.floor(month / 12),
      month: (month % 12) + 1,
      chamber: chambers.things[row % frame.chambers] ?? null,
      destination: destinations.things[cell % frame.destinations] ?? "",
      certificates: certificates[cell] ?? 0,
      valued: valued[cell] ?? 0,
      goodsCents: valued[cell] === 0 ? null : BigInt(cents[cell] ?? 0),
      lastDay: lastDays[cell] ?? 0,
      attributed: attributed[cell] ?? 0,
      firstExporter: named[0] ?? null,
      lastExporter: named.at(-1) ?? null,
    });
  }
  return months;
}

/** The counts of each year that has exporters or products, and of the year after the last one with exporters, which all have left. */
export function yearCounts({ exporterYears, productYears }: TallySums, frame: Frame): readonly YearCount[] {
  const years: YearCount[] = [];
  for (let year = 0; year <= frame.months / 12; year += 1) {
    const [now, before] = [1 << year, year === 0 ? 0 : 1 << (year - 1)];
    const exporters = countOf(exporterYears, (bits) => (bits & now) !== 0);
    const products = countOf(productYears, (bits) => (bits & now) !== 0);
    const entrants = countOf(exporterYears, (bits) => (bits & now) !== 0 && (bits & before) === 0);
    const exiters = countOf(exporterYears, (bits) => (bits & before) !== 0 && (bits & now) === 0);
    const flows = exporters + exiters > 0 ? { entrants, exiters } : { entrants: null, exiters: null };
    if (exporters + products + exiters === 0) continue;
    years.push({
      year: frame.firstYear + year,
      exporters: exporters === 0 ? null : exporters,
      products: products === 0 ? null : products,
      ...flows,
    });
  }
  return years;
}

function countOf(bits: Uint32Array, isCounted: (bits: number) => boolean): number {
  return bits.reduce((count, each) => (isCounted(each) ? count + 1 : count), 0);
}
