import { seriesTable } from "../report/tables.ts";
import type { Fraction } from "../domain/fraction.ts";
import { WHOLE_YEAR, type PeriodLength } from "../domain/period.ts";
import type { Selection } from "../domain/scope.ts";
import type { Provenance } from "../report/provenance.ts";
import { buildPartYearSeries, buildYearlySeries, type SeriesRow } from "../report/yearly-series.ts";
import { totalsByMonth, totalsByPeriod } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { selectCertificates } from "../store/selection.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { renderTable } from "./render-table.ts";

export interface Series {
  readonly by: PeriodLength;
  readonly series: readonly SeriesRow[];
  readonly provenance: Provenance;
  /** Growth at the exchange rates of the year before, by year, when it was asked for. */
  readonly constantRateGrowth?: ReadonlyMap<number, Fraction | null>;
}

export interface SummaryOptions extends ReadOptions {
  readonly by: PeriodLength;
  /** Of years: adds their growth at the exchange rates of the year before. */
  readonly constantRates?: boolean;
}

/** The series of years, quarters or months, one row per period that has certificates. */
export async function summary(options: SummaryOptions): Promise<Series> {
  return withCertificates(options, async (engine, currency) => {
    const series = await readSeries(engine, currency, options.selection, options.by);
    if (options.constantRates !== true) return series;
    const { readConstantRateGrowth } = await import("./constant-rates.ts");
    return { ...series, constantRateGrowth: await readConstantRateGrowth(engine, currency, options, series.series) };
  });
}

export async function readSeries(
  engine: Engine,
  currency: string,
  selection: Selection,
  by: PeriodLength,
): Promise<Series> {
  return by === "year"
    ? readYearlySeries(engine, currency, selection)
    : readPartYearSeries(engine, currency, selection, by);
}

async function readYearlySeries(engine: Engine, currency: string, selection: Selection): Promise<Series> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  const selected = selectCertificates(selection);
  const years = await totalsByPeriod(engine, "year", selected);
  const months = await totalsByMonth(engine, selected);
  const before = await totalsByMonth(engine, selectCertificates(selection, "year-before"));
  const series = buildYearlySeries(years, months, windows, WHOLE_YEAR, before).filter(isAskedFor(selection));
  return { by: "year", series, provenance };
}

async function readPartYearSeries(
  engine: Engine,
  currency: string,
  selection: Selection,
  by: "quarter" | "month",
): Promise<Series> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  const periods = await totalsByPeriod(engine, by, selectCertificates(selection));
  const before = await totalsByPeriod(engine, by, selectCertificates(selection, "year-before"));
  return { by, series: buildPartYearSeries(periods, windows, before), provenance };
}

export async function renderSummary(series: Series, output: Output): Promise<string> {
  return renderTable(
    "summary",
    "periods",
    seriesTable(series.by, series.series, series.constantRateGrowth),
    series.provenance,
    output,
  );
}
