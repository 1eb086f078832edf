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
    const year = Number(/^[1-9]\d{3}$/.exec(cells.year)?.[0]);
    if (Number.isNaN(year)) throw new UserError(2, `${place}: "${cells.year}" is no year`, remedy);
    const item = vocabulary.read(by, cells[by]);
    if ("fault" in item) throw new UserError(2, `${place}: ${item.fault}`, item.remedy);
    const value = parseValue(cells.value);
    if (value === null) throw new UserError(2, `${place}: "${cells.value}" is no value`, remedy);
    const ofYear = years.get(year) ?? new Map<string, bigint>();
    if (ofYear.has(item.value)) {
      throw new UserError(2, `${place}: ${cells[by]} has a second value in ${year}`, "leave one, or add them up");
    }
    years.set(year, ofYear.set(item.value, value));
  }
  return { name: path, years };
}

function parseValue(text: string): bigint | null {
  const [, whole, decimals = ""] = /^(\d{1,18})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  return whole === undefined ? null : BigInt(whole + decimals.padEnd(DECIMALS, "0"));
}
