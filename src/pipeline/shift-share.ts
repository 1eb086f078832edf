import type { Benchmark } from "../domain/benchmark.ts";
import { isOverlapping, type ItemDimension } from "../domain/dimension.ts";
import { wholeYears } from "../domain/period.ts";
import { withYearBefore } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { readBenchmark } from "../reference/benchmark.ts";
import type { Provenance } from "../report/provenance.ts";
import { buildShiftShare, shiftShareTable, type ShiftShareRow } from "../report/shift-share.ts";
import { exporterNames, totalsByItem } from "../store/aggregate.ts";
import { selectCertificates } from "../store/selection.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { refuseTime } from "./refuse-time.ts";
import { renderTable } from "./render-table.ts";

export interface ShiftShareOptions extends ReadOptions {
  readonly by: ItemDimension;
  /** A CSV of year, dimension and value. */
  readonly benchmark: string;
  /** How many items of each year to name, the largest first; the rest is one row. All when absent. */
  readonly top?: number;
}

export interface ShiftShareResult {
  readonly by: ItemDimension;
  readonly benchmark: Benchmark;
  readonly rows: readonly ShiftShareRow[];
  /** Names by exporter, when that is the dimension. */
  readonly exporterNames: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
}

/** The change of each item since the year before, split against a benchmark. */
export async function splitAgainstBenchmark(options: ShiftShareOptions): Promise<ShiftShareResult> {
  const { by, top, selection } = options;
  refuseTime(selection.where, "choose the years with --from and --to");
  if (isOverlapping(by)) {
    throw new UserError(
      2,
      `a change by ${by} has no parts that sum to it: one thing can be under several of them`,
      "use what sums to a whole, such as --by destination, region or hs2",
    );
  }
  const benchmark = readBenchmark(options.benchmark, by);
  return withCertificates(
    options,
    async (engine, currency) => {
      await refuseIncomplete(engine, options);
      const { provenance, windows } = await readProvenance(engine, currency, selection);
      const whole = wholeYears(windows);
      const years = whole.filter((year) => whole.includes(year - 1) && isAskedFor(selection)({ year }));
      assertYears(benchmark, years);
      const totals = await totalsByItem(engine, by, selectCertificates(withYearBefore(selection)));
      return {
        by,
        benchmark,
        rows: buildShiftShare(totals, years, benchmark, top),
        exporterNames: by === "exporter" ? await exporterNames(engine) : new Map(),
        provenance,
      };
    },
    [by],
  );
}

/** Each year that is shown, and the one before, have to be in the benchmark. */
function assertYears({ name, years: has }: Benchmark, years: readonly number[]): void {
  const needed = [...new Set(years.flatMap((year) => [year - 1, year]))];
  const missing = needed.filter((year) => !has.has(year));
  if (missing.length === 0) return;
  const list = (all: readonly number[]): string => all.toSorted((a, b) => a - b).join(", ");
  throw new UserError(
    2,
    `the benchmark ${name} lacks ${list(missing)}: it has ${list([...has.keys()]) || "no year"}`,
    "add the years to it, or choose those that it has with --from and --to (--from 2015 is compared with 2014)",
  );
}

export async function renderShiftShare(result: ShiftShareResult, output: Output): Promise<string> {
  const { by, benchmark, provenance } = result;
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const table = shiftShareTable(by, result.rows, itemNames(by, language, result.exporterNames));
  return renderTable("shares", "shiftShare", table, provenance, output, { benchmark: benchmark.name });
}
