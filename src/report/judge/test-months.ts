import { amountOf } from "../../domain/totals.ts";
import type { Extreme, Topic } from "../claims/claim.ts";
import type { PeriodSums } from "../compute-figure.ts";
import { UNKNOWN, type Finding } from "./evidence.ts";
import { figureOf, isCovered, metricOf, type Of, type SumsOf } from "./figures.ts";

/** Whether no other of the months has as much (as little); `null` where they are not covered, or of a destination. */
export function isExtremeMonth(topic: Topic, { kind, within }: Extreme, sums: PeriodSums): boolean | null {
  const metric = metricOf(topic.subject);
  const { year, firstMonth } = topic.period;
  if (metric === null || topic.destination !== null || !isCovered({ year, ...within }, sums)) return null;
  const totals = sums.byMonth
    .filter((row) => row.year === year)
    .map((row) => ({ month: row.month, total: amountOf(row, metric) }));
  const own = totals.find(({ month }) => month === firstMonth)?.total ?? null;
  if (own === null) return null;
  return totals.every(
    ({ month, total }) => month === firstMonth || total === null || (kind === "most" ? total < own : total > own),
  );
}

/** `March was the best month`, where no number says how good. */
export function testExtremeMonth(statement: Of<"extreme-month">, sumsOf: SumsOf): Finding {
  const { extreme, period } = statement;
  const metric = metricOf(statement.subject);
  const isTrue = isExtremeMonth(statement, extreme, sumsOf(extreme.within));
  if (metric === null || isTrue === null) return UNKNOWN;
  const best = figureOf({ ...statement, period: { year: period.year, ...extreme.within } }, `${metric}_best_month`);
  const figure = extreme.kind === "most" ? best : figureOf(statement, metric);
  return { isTrue, evidence: { figure, base: null, value: isTrue, unit: "truth", destinations: [] } };
}
