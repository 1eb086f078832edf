import { ALL_FIRMS, FIRM_CLASSES, SME, sizesOf, type FirmClass } from "../domain/firm-class.ts";
import { FIRM_MEASURES, type FirmBenchmark, type FirmMeasure } from "../domain/firm-sums.ts";
import { UserError } from "../domain/user-error.ts";
import { readBenchmarkValue, readBenchmarkYear } from "./benchmark.ts";
import { loadTerms, type Terms } from "./terms.ts";
import { readUserTable } from "./user-table.ts";

const NAMED_CLASSES = FIRM_CLASSES.filter((each) => each !== "");

const REMEDY = `a benchmark of firms is a CSV with the columns year,size,measure,value, such as "2017,small,exporters,1234"; the sizes are ${NAMED_CLASSES.join(", ")}, the measures ${FIRM_MEASURES.join(", ")}`;

/**
 * Reads a benchmark of firms by size. Its unit is its own: only shares and growth are looked at. Where it does not state small and
 * medium ones together, or all, their sizes are added up, when it has all of these.
 */
export function readFirmBenchmark(path: string): FirmBenchmark {
  const terms = loadTerms();
  const values = new Map<string, { readonly value: bigint; readonly place: string }>();
  const measures = new Set<FirmMeasure>();
  const rows = readUserTable(path, {
    what: "benchmark",
    columns: ["year", "size", "measure", "value"],
    remedy: REMEDY,
  });
  for (const { place, cells } of rows) {
    const year = readBenchmarkYear(place, cells.year, REMEDY);
    const firmClass = readClass(cells.size, terms);
    if (firmClass === null) throw new UserError(2, `${place}: "${cells.size}" is no size`, REMEDY);
    const measure = FIRM_MEASURES.find((each) => each === cells.measure);
    if (measure === undefined) throw new UserError(2, `${place}: "${cells.measure}" is no measure`, REMEDY);
    const key = keyOf(year, firmClass, measure);
    const earlier = values.get(key);
    if (earlier !== undefined) {
      throw new UserError(
        2,
        `${place}: ${measure} of ${cells.size} has a value in ${year} already, at ${earlier.place}`,
        "leave one, or add them up",
      );
    }
    measures.add(measure);
    values.set(key, { value: readBenchmarkValue(place, cells.value, REMEDY), place });
  }
  const stated = (year: number, firmClass: FirmClass, measure: FirmMeasure): bigint | null =>
    values.get(keyOf(year, firmClass, measure))?.value ?? null;
  return {
    file: path,
    measures: [...measures],
    value(year, firmClass, measure) {
      const value = stated(year, firmClass, measure);
      if (value !== null || (firmClass !== SME && firmClass !== ALL_FIRMS)) return value;
      const parts = sizesOf(firmClass).map((size) => stated(year, size, measure));
      return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0n);
    },
  };
}

function readClass(text: string, terms: Terms): FirmClass | null {
  return NAMED_CLASSES.find((each) => each === text.toLowerCase()) ?? terms.exporterSize(text);
}

function keyOf(year: number, firmClass: FirmClass, measure: FirmMeasure): string {
  return `${year} ${firmClass} ${measure}`;
}
