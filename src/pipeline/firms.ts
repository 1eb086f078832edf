import type { FirmBenchmark } from "../domain/firm-sums.ts";
import { wholeYears } from "../domain/period.ts";
import { withYearBefore } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { readFirmBenchmark } from "../reference/firm-benchmark.ts";
import { firmGapsTable, firmsTable } from "../report/firm-tables.ts";
import { buildFirmGaps, buildFirms, type FirmGap, type FirmRow } from "../report/firms.ts";
import type { Provenance } from "../report/provenance.ts";
import { namesField } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { readFirmSums } from "../store/firm-sums.ts";
import { exampleNumbers } from "../store/register.ts";
import { selectCertificates } from "../store/selection.ts";
import { assertExporters } from "./assert-exporters.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { refuseTime } from "./refuse-time.ts";
import { renderTable } from "./render-table.ts";

export interface FirmsOptions extends ReadOptions {
  /** A CSV of year, size, measure and value. */
  readonly benchmark?: string;
}

/** Exporters by size, in exact facts. */
export interface Firms {
  readonly rows: readonly FirmRow[];
  /** What the rows are held against; `null` when nothing was given. */
  readonly benchmark: { readonly file: string; readonly gaps: readonly FirmGap[] } | null;
  readonly provenance: Provenance;
}

/** What exporters of each size do: how many they are, how many are new, what they export, to how many destinations. */
export async function firms(options: FirmsOptions): Promise<Firms> {
  refuseTime(options.selection.where);
  const benchmark = options.benchmark === undefined ? null : readFirmBenchmark(options.benchmark);
  return withCertificates(options, async (engine, currency) => {
    await refuseIncomplete(engine, options);
    return readFirms(engine, currency, options.selection, benchmark);
  });
}

export async function readFirms(
  engine: Engine,
  currency: string,
  selection: FirmsOptions["selection"],
  benchmark: FirmBenchmark | null,
): Promise<Firms> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  await assertExporters(engine, provenance);
  await assertSizes(engine, provenance);
  // Who is new shows only from the first day on file.
  const always = await readProvenance(engine, currency, { ...selection, from: null });
  const sums = await readFirmSums(engine, selectCertificates(withYearBefore(selection)));
  const rows = buildFirms(sums, windows, new Set(wholeYears(always.windows))).filter(isAskedFor(selection));
  return {
    rows,
    benchmark: benchmark && { file: benchmark.file, gaps: comparedGaps(rows, benchmark) },
    provenance,
  };
}

/** A benchmark that has none of the years is a mistake, and not a table of nothing. */
function comparedGaps(rows: readonly FirmRow[], benchmark: FirmBenchmark): readonly FirmGap[] {
  const gaps = buildFirmGaps(rows, benchmark);
  if (gaps.length > 0 || rows.length === 0) return gaps;
  const years = [...new Set(rows.filter(({ complete }) => complete).map(({ year }) => year))];
  throw new UserError(
    2,
    `the benchmark ${benchmark.file} has no value for a complete year that is shown`,
    years.length === 0 ? "the data cover no year whole" : `the complete years are ${years.join(", ")}`,
  );
}

/** Where nobody states a size there is nothing to tell. */
async function assertSizes(engine: Engine, { balance, register }: Provenance): Promise<void> {
  if (balance.counted === 0 || (await namesField(engine, "exporter_size"))) return;
  if (register === null) {
    throw new UserError(
      1,
      "no certificate states the size of its exporter",
      'give a register of enterprises with --register FILE, or name the column in a profile, under "columns" as "exporter_size"',
    );
  }
  const { onFile, registered } = await exampleNumbers(engine);
  throw new UserError(
    1,
    `the register ${register.file} has the size of none of ${register.exporters} exporters`,
    onFile === null
      ? 'the certificates name their exporters without a number: name its column in a profile as "exporter_id"'
      : `its numbers are like ${registered}, those of the certificates like ${onFile}: spaces, points and case do not matter, the letters of a country do`,
  );
}

/** The tables of a result, by name. */
export const FIRM_TABLES = ["sizes", "benchmark"] as const;
export type FirmTable = (typeof FIRM_TABLES)[number];

export interface FirmsOutput extends Output {
  /** Which table, of CSV; the terminal and JSON have both. */
  readonly table?: FirmTable;
}

export async function renderFirms(result: Firms, output: FirmsOutput): Promise<string> {
  const { rows, benchmark, provenance } = result;
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const nameOf = itemNames("exporter_size", language);
  if (output.format === "terminal") {
    const { renderFirmsTerminal } = await import("../render/terminal/firms.ts");
    const { createStyle } = await import("../render/style.ts");
    const { readerLanguage, width, colour } = output;
    return renderFirmsTerminal(rows, benchmark, {
      language: readerLanguage,
      width,
      style: createStyle(colour),
      provenance,
      nameOf,
    });
  }
  if (output.format === "json") {
    const { jsonRows, renderJson } = await import("../render/json.ts");
    return renderJson("firms", provenance, {
      sizes: jsonRows(firmsTable(rows, nameOf)),
      benchmark: benchmark && { file: benchmark.file, gaps: jsonRows(firmGapsTable(benchmark.gaps, nameOf)) },
    });
  }
  const table = output.table === "benchmark" ? firmGapsTable(benchmark?.gaps ?? [], nameOf) : firmsTable(rows, nameOf);
  return renderTable("firms", "sizes", table, provenance, output);
}
