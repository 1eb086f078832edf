import { seriesTable, type SeriesExtras } from "../report/tables.ts";
import { WHOLE_YEAR, type PeriodLength } from "../domain/period.ts";
import type { Selection } from "../domain/scope.ts";
import { NO_TOTALS, type Totals } from "../domain/totals.ts";
import type { Provenance } from "../report/provenance.ts";
import { buildPartYearSeries, buildYearlySeries, type SeriesRow } from "../report/yearly-series.ts";
import { totalsByMonth, totalsByPeriod } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { selectCertificates } from "../store/selection.ts";
import { demandEngine, type Source } from "../store/source.ts";
import type { ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { renderTable } from "./render-table.ts";
import { withSource } from "./with-source.ts";

export interface Series extends SeriesExtras {
  readonly by: PeriodLength;
  readonly series: readonly SeriesRow[];
  readonly provenance: Provenance;
}

export interface SummaryOptions extends ReadOptions {
  readonly by: PeriodLength;
  /** Of years: adds their growth at the exchange rates of the year before. */
  readonly constantRates?: boolean;
  /** Of years: adds index numbers, this year being 100, and the average growth since. */
  readonly base?: number;
}

/** The series of years, quarters or months, one row per period that has certificates. */
export async function summary(options: SummaryOptions): Promise<Series> {
  const { selection, by, constantRates = false, base } = options;
  const sumsSuffice = by === "year" && !constantRates && base === undefined;
  return withSource(options, { sumsSuffice }, async (source, currency) => {
    await refuseIncomplete(source, options, { length: by });
    const series = await readSeries(source, currency, selection, by);
    return { ...series, ...(await readExtras(source, currency, options, series.series)) };
  });
}

/** The columns that have to be asked for. */
async function readExtras(
  source: Source,
  currency: string,
  options: SummaryOptions,
  series: readonly SeriesRow[],
): Promise<SeriesExtras> {
  const { constantRates = false, base } = options;
  const constantRateGrowth = constantRates
    ? await (
        await import("./constant-rates.ts")
      ).readConstantRateGrowth(demandEngine(source), currency, options, series)
    : undefined;
  return {
    ...(constantRateGrowth === undefined ? {} : { constantRateGrowth }),
    ...(base === undefined
      ? {}
      : { base: { year: base, totals: await readBase(demandEngine(source), currency, options, base) } }),
  };
}

async function readBase(
  engine: Engine,
  currency: string,
  { selection }: SummaryOptions,
  year: number,
): Promise<Totals | null> {
  const { selectBaseYear } = await import("./base-year.ts");
  const selected = await selectBaseYear(engine, currency, selection, year);
  return selected && ((await totalsByPeriod(engine, "year", selected))[0] ?? NO_TOTALS);
}

export async function readSeries(
  source: Source,
  currency: string,
  selection: Selection,
  by: PeriodLength,
): Promise<Series> {
  return by === "year"
    ? readYearlySeries(source, currency, selection)
    : readPartYearSeries(source, currency, selection, by);
}

async function readYearlySeries(source: Source, currency: string, selection: Selection): Promise<Series> {
  const { provenance, windows } = await readProvenance(source, currency, selection);
  const selected = selectCertificates(selection);
  const years = await totalsByPeriod(source, "year", selected);
  const months = await totalsByMonth(source, selected);
  const before = await totalsByMonth(source, selectCertificates(selection, "year-before"));
  const series = buildYearlySeries(years, months, windows, WHOLE_YEAR, before).filter(isAskedFor(selection));
  return { by: "year", series, provenance };
}

async function readPartYearSeries(
  source: Source,
  currency: string,
  selection: Selection,
  by: "quarter" | "month",
): Promise<Series> {
  const { provenance, windows } = await readProvenance(source, currency, selection);
  const periods = await totalsByPeriod(source, by, selectCertificates(selection));
  const before = await totalsByPeriod(source, by, selectCertificates(selection, "year-before"));
  return { by, series: buildPartYearSeries(periods, windows, before), provenance };
}

export async function renderSummary(series: Series, output: Output): Promise<string> {
  const { base } = series;
  const notes = base === undefined ? {} : { base: { year: base.year, complete: base.totals !== null } };
  return renderTable(
    "summary",
    "periods",
    seriesTable(series.by, series.series, series),
    series.provenance,
    output,
    notes,
  );
}
