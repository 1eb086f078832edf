import type { Figure } from "../../domain/figure.ts";
import type { Metric } from "../../domain/metric.ts";
import type { Topic } from "../claims/claim.ts";
import type { PeriodSums } from "../compute-figure.ts";
import { UNKNOWN, type Evidence, type Finding } from "./evidence.ts";
import { figureOf, isOnFile, metricOf, onFile, valueOf, type Of } from "./figures.ts";

export function testRank(statement: Of<"rank"> | Of<"top">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  if (metric === null) return UNKNOWN;
  const figure = figureOf(statement, `${metric}_rank`);
  const value = onFile(figure, sums);
  const evidence: Evidence = { figure, base: null, value, unit: "rank", destinations: [] };
  if (typeof value !== "number") return { isTrue: isOnFile(figure, sums) ? false : null, evidence };
  if (statement.kind === "top") return { isTrue: value <= statement.within, evidence };
  const { direction, state } = statement;
  const isThere = value === statement.rank;
  if (state === "denied") return { isTrue: !isThere, evidence };
  if (state === "lost" ? isThere : !isThere) return { isTrue: false, evidence };
  if (direction === null && state === "held") return { isTrue: true, evidence };
  const before = valueOf(figureOf(statement, `${metric}_rank_previous`), sums);
  if (typeof before !== "number") return { isTrue: null, evidence };
  if (state !== "held") return { isTrue: before === statement.rank, evidence };
  return { isTrue: direction === "rise" ? value < before : value > before, evidence };
}

/** The destinations of a year by their ranks. */
export function rankedDestinations(
  metric: Metric,
  { period }: Topic,
  sums: PeriodSums,
): readonly { readonly item: string; readonly rank: number }[] {
  return sums.byDestination
    .filter((row) => row.year === period.year)
    .flatMap(({ item }) => {
      const value = valueOf({ column: `${metric}_rank`, period, destination: item }, sums);
      return typeof value === "number" ? [{ item, rank: value }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank);
}

/** The destinations named are the first ones, in any order; fewer than said are among them. */
export function testLeaders(statement: Of<"leaders">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  const { destinations } = statement;
  if (metric === null) return UNKNOWN;
  const column = `${metric}_rank` as const;
  const ranks = rankedDestinations(metric, statement, sums);
  const leaders = ranks.filter(({ rank }) => rank <= statement.within).map(({ item }) => item);
  const figure: Figure = { column, period: statement.period, destination: leaders[0] ?? null };
  const evidence: Evidence = { figure, base: null, value: null, unit: "destinations", destinations: leaders };
  if (ranks.length === 0) return UNKNOWN;
  const isNamed = destinations.every((item) => leaders.includes(item));
  if (destinations.length > statement.within) return UNKNOWN;
  const isOrdered = destinations.every((item, index) => item === leaders[index]);
  if (statement.inOrder) return { isTrue: isOrdered, evidence };
  // The first ones in another order: whether an order is meant is open.
  if (isNamed && leaders.length === destinations.length && !isOrdered) return { isTrue: null, evidence };
  return {
    isTrue: isNamed && (destinations.length < statement.within || leaders.length === destinations.length),
    evidence,
  };
}

/** Years in a row, up to the statement's, in which a destination was the first. */
export function testFirstPlaces(statement: Of<"first-place-streak">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  const figure = figureOf(statement, `${metric ?? "certificates"}_rank`);
  if (metric === null || !isOnFile(figure, sums)) return UNKNOWN;
  let years = 0;
  const at = (): Figure => ({ ...figure, period: { ...figure.period, year: figure.period.year - years } });
  while (isOnFile(at(), sums) && valueOf(at(), sums) === 1) years += 1;
  return {
    isTrue: years === statement.years,
    evidence: { figure, base: null, value: years, unit: "years", destinations: [] },
  };
}
