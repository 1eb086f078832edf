import { seriesTable } from "../report/tables.ts";
import type { PeriodLength } from "../domain/period.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import type { Provenance } from "../report/provenance.ts";
import { buildPartYearSeries, buildYearlySeries, type SeriesRow } from "../report/yearly-series.ts";
import { totalsByMonth, totalsByPeriod } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { selectionCondition } from "../store/selection.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { renderTable } from "./render-table.ts";

export interface Series {
  readonly by: PeriodLength;
  readonly series: readonly SeriesRow[];
  readonly provenance: Provenance;
}

export interface SummaryOptions extends ReadOptions {
  readonly by: PeriodLength;
}

/** The series of years, quarters or months, one row per period that has certificates. */
export async function summary(options: SummaryOptions): Promise<Series> {
  return withCertificates(options, async (engine, currency) =>
    options.by === "year"
      ? readYearlySeries(engine, currency, options.selection)
      : readPartYearSeries(engine, currency, options.selection, options.by),
  );
}

async function readYearlySeries(engine: Engine, currency: string, selection: Selection): Promise<Series> {
  const where = selectionCondition(withYearBefore(selection));
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  const years = await totalsByPeriod(engine, "year", where);
  const months = await totalsByMonth(engine, where);
  return { by: "year", series: buildYearlySeries(years, months, windows).filter(isAskedFor(selection)), provenance };
}

async function readPartYearSeries(
  engine: Engine,
  currency: string,
  selection: Selection,
  by: "quarter" | "month",
): Promise<Series> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  const periods = await totalsByPeriod(engine, by, selectionCondition(withYearBefore(selection)));
  return { by, series: buildPartYearSeries(periods, windows).filter(isAskedFor(selection)), provenance };
}

export async function renderSummary(series: Series, output: Output): Promise<string> {
  return renderTable("summary", "periods", seriesTable(series.by, series.series), series.provenance, output);
}
