import { divideHalfUp, numberToFraction, type Fraction } from "../domain/fraction.ts";
import type { Metric } from "../domain/metric.ts";
import { monthId } from "../domain/month.ts";
import type { InfluentialPart } from "./event-influence.ts";
import type { EventStudy, MetricStudy, PathPoint, StudiedEvent } from "./event-study.ts";
import { plainNumber, ratioCell, tableOf, type Cell, type ColumnOf, type Table } from "./table.ts";

/** An amount of a metric as a cell: a count, or money. */
export function amountCell(metric: Metric, amount: bigint): Cell {
  return metric === "certificates" ? Number(amount) : amount;
}

/** An average of a metric as a cell: a plain number, or money rounded to the cent. */
function averageCell(metric: Metric, { numerator, denominator }: Fraction): Cell {
  return metric === "certificates" ? plainNumber({ numerator, denominator }) : divideHalfUp(numerator, denominator);
}

/** A difference of logarithms as a ratio: 0.1 is +10.5 %. */
export function ratioOfLog(log: number): Fraction {
  return numberToFraction(Math.expm1(log));
}

interface EstimateRow {
  readonly study: EventStudy;
  /** `null` of a refused event. */
  readonly of: MetricStudy | null;
}

/** One line per event and metric; of an event that is refused, one line that says why. */
export function estimatesTable(studies: readonly EventStudy[]): Table {
  const rows = studies.flatMap((study): readonly EstimateRow[] =>
    study.refusal === null ? study.metrics.map((of) => ({ study, of })) : [{ study, of: null }],
  );
  return tableOf<EstimateRow>(ESTIMATE_COLUMNS, rows);
}

/** A column of what is studied; empty where the event is refused. */
function ofStudied(name: string, cell: (of: MetricStudy, study: StudiedEvent) => Cell): ColumnOf<EstimateRow> {
  return [name, ({ study, of }) => (of === null || study.refusal !== null ? null : cell(of, study))];
}

function partOf(part: InfluentialPart | null): Cell {
  return part?.part ?? null;
}

const ESTIMATE_COLUMNS: readonly ColumnOf<EstimateRow>[] = [
  ["event", ({ study }) => study.event.name],
  ["date", ({ study }) => study.event.date],
  ["destination", ({ study }) => study.event.destinations.join(";")],
  ["theme", ({ study }) => study.event.themes.join(";")],
  ["refused", ({ study }) => study.refusal?.kind ?? null],
  ofStudied("metric", (of) => of.metric),
  ofStudied("outcome", (of) => of.outcome),
  ofStudied("before_from", (_, { plan }) => monthId(plan.windows.before.first)),
  ofStudied("before_to", (_, { plan }) => monthId(plan.windows.before.last)),
  ofStudied("after_from", (_, { plan }) => monthId(plan.windows.after.first)),
  ofStudied("after_to", (_, { plan }) => monthId(plan.windows.after.last)),
  ofStudied("treated_before", ({ metric, treated }) => amountCell(metric, treated.before)),
  ofStudied("treated_after", ({ metric, treated }) => amountCell(metric, treated.after)),
  ofStudied("treated_growth", (of) => of.treatedGrowth),
  ofStudied("treated_share_before", (of) => of.shareBefore),
  ofStudied("treated_share_after", (of) => of.shareAfter),
  ofStudied("comparison_units", (_, study) => study.compared),
  ofStudied("comparison_before", ({ metric, comparison }) => amountCell(metric, comparison.before)),
  ofStudied("comparison_after", ({ metric, comparison }) => amountCell(metric, comparison.after)),
  ofStudied("comparison_growth", (of) => of.comparisonGrowth),
  ofStudied("difference", (of) => of.difference),
  ofStudied("difference_per_year", ({ metric, yearly }) => averageCell(metric, yearly)),
  ofStudied("log_difference", (of) => plainNumber(of.logDifference)),
  ofStudied("level", (_, { level }) => level),
  ofStudied("difference_low", ({ interval }) => interval && ratioOfLog(interval.low)),
  ofStudied("difference_high", ({ interval }) => interval && ratioOfLog(interval.high)),
  ofStudied("placebos", (of) => of.test.placebos),
  ofStudied("placebos_as_large", (of) => of.test.asLarge),
  ofStudied("p_value", (of) => of.test.p),
  ofStudied("smallest_p_value", (of) => of.test.smallestP),
  ofStudied("earlier_dates", (of) => of.dates.count),
  ofStudied("earlier_dates_as_large", (of) => of.dates.asLarge),
  ofStudied("trend_years", (of) => of.trend?.years ?? null),
  ofStudied("trend_difference", (of) => ratioCell(of.trend?.difference ?? null)),
  ofStudied("trend_p_value", (of) => of.trend?.test.p ?? null),
  ofStudied("exporter_part", (of) => partOf(of.influence.exporter)),
  ofStudied("consignment_part", (of) => partOf(of.influence.consignment)),
];

interface PathRow {
  readonly study: StudiedEvent;
  readonly metric: Metric;
  readonly point: PathPoint;
}

/** One line per event, metric and period. Indices are 1 for the monthly average of the window before. */
export function pathTable(studies: readonly EventStudy[]): Table {
  const rows = studies.flatMap((study): readonly PathRow[] =>
    study.refusal === null
      ? study.metrics.flatMap(({ metric }) => (study.paths[metric] ?? []).map((point) => ({ study, metric, point })))
      : [],
  );
  return tableOf<PathRow>(
    [
      ["event", ({ study }) => study.event.name],
      ["date", ({ study }) => study.event.date],
      ["metric", ({ metric }) => metric],
      ["period", ({ point }) => point.period.number],
      ["from", ({ point }) => monthId(point.period.first)],
      ["to", ({ point }) => monthId(point.period.last)],
      ["treated", ({ metric, point }) => amountCell(metric, point.treated)],
      ["comparison", ({ metric, point }) => amountCell(metric, point.comparison)],
      ["treated_index", ({ point }) => plainNumber(point.treatedIndex)],
      ["comparison_index", ({ point }) => plainNumber(point.comparisonIndex)],
      ["band_low", ({ point }) => plainNumber(point.band?.low ?? null)],
      ["band_high", ({ point }) => plainNumber(point.band?.high ?? null)],
    ],
    rows,
  );
}
