import type { Benchmark } from "../domain/benchmark.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import { UserError } from "../domain/user-error.ts";
import { readUserTable } from "./user-table.ts";
import { createVocabulary } from "./where-values.ts";

/** The decimals that a value can have; values are integers times 10^-6 of the benchmark's unit. */
const DECIMALS = 6;

/** Reads a benchmark by a dimension. Its unit (euros, thousands, dollars) is its own: only its growth is looked at. */
export function readBenchmark(path: string, by: ItemDimension): Benchmark {
  const example = by === "destination" ? "2017,CN,1234.5" : `2017,...,1234.5`;
  const remedy = `a benchmark is a CSV with the columns year,${by},value, such as "${example}"; one line for each year and ${by}, 0 for none`;
  const vocabulary = createVocabulary();
  const years = new Map<number, Map<string, bigint>>();
  for (const { place, cells } of readUserTable(path, {
    what: "benchmark",
    columns: ["year", by, "value"],
    remedy,
  })) {
    const year = readBenchmarkYear(place, cells.year, remedy);
    const item = vocabulary.read(by, cells[by]);
    if ("fault" in item) throw new UserError(2, `${place}: ${item.fault}`, item.remedy);
    const value = readBenchmarkValue(place, cells.value, remedy);
    const ofYear = years.get(year) ?? new Map<string, bigint>();
    if (ofYear.has(item.value)) {
      throw new UserError(2, `${place}: ${cells[by]} has a second value in ${year}`, "leave one, or add them up");
    }
    years.set(year, ofYear.set(item.value, value));
  }
  return { name: path, years };
}

export function readBenchmarkYear(place: string, text: string, remedy: string): number {
  if (/^[1-9]\d{3}$/.test(text)) return Number(text);
  throw new UserError(2, `${place}: "${text}" is no year`, remedy);
}

export function readBenchmarkValue(place: string, text: string, remedy: string): bigint {
  const [, whole, decimals = ""] = /^(\d{1,18})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new UserError(2, `${place}: "${text}" is no value`, remedy);
  return BigInt(whole + decimals.padEnd(DECIMALS, "0"));
}
