import type { Figure, FigureColumn } from "../../domain/figure.ts";
import type { Metric } from "../../domain/metric.ts";
import { change } from "../../measures/change.ts";
import { contribution } from "../../measures/contribution.ts";
import { growth } from "../../measures/growth.ts";
import { shareChange } from "../../measures/share-change.ts";
import { share } from "../../measures/share.ts";
import type { Direction, Group, Relation, Topic } from "../claims/claim.ts";
import { mayBePrinted } from "../claims/printed-number.ts";
import type { PeriodSums } from "../compute-figure.ts";
import type { Evidence, Finding } from "./evidence.ts";
import {
  asFraction,
  asInteger,
  directionOf,
  figureOf,
  inYear,
  isCovered,
  isOnFile,
  isUncounted,
  metricOf,
  onFile,
  unitOf,
  valueOf,
  type Of,
} from "./figures.ts";
import { rankedDestinations } from "./test-rank.ts";

export function testNumber(statement: Of<"number">, sums: PeriodSums): Finding {
  const { relation, printed, direction } = statement;
  const evidence = numberEvidence(statement, sums);
  const exact = evidence && asFraction(evidence.value);
  if (exact == null) return { isTrue: null, evidence };
  if (!isMove(relation)) {
    const isPrinted = mayBePrinted(exact, printed);
    return { isTrue: isPrinted && direction !== null ? wentThatWay(statement, direction, sums) : isPrinted, evidence };
  }
  // `fell by 3 %` is a growth of -3 %; what is said to grow without a direction grows.
  const moved = direction === "fall" ? { ...exact, numerator: -exact.numerator } : exact;
  return { isTrue: moved.numerator >= 0n && mayBePrinted(moved, printed), evidence };
}

/** Whether a number tells which way something went. */
function isMove(relation: Relation): boolean {
  return relation === "growth" || relation === "change" || relation === "share_change" || relation === "contribution";
}

/** Whether a level was reached in the way that is said, from the year of comparison; `null` where that is not on file. */
function wentThatWay(statement: Of<"number">, direction: Direction, sums: PeriodSums): boolean | null {
  const { relation, subject, baseYear } = statement;
  const metric = metricOf(subject);
  const move =
    relation === "total"
      ? changeEvidence({ ...statement, relation: "growth" }, sums, baseYear)?.value
      : metric === null || baseYear !== null
        ? null
        : valueOf(figureOf(statement, `${metric}_share_change`), sums);
  const fraction = move == null ? null : asFraction(move);
  return fraction === null ? null : directionOf(fraction) === direction;
}

function numberEvidence(statement: Of<"number">, sums: PeriodSums): Evidence | null {
  const { subject, relation, destination, baseYear, group } = statement;
  if (isUncounted(statement)) return null;
  if (group !== null) return groupEvidence(statement, group, sums);
  if (relation === "total") {
    const figure = figureOf(statement, subject);
    return { figure, base: null, value: onFile(figure, sums), unit: unitOf(subject), destinations: [] };
  }
  if (relation === "growth" || relation === "change") return changeEvidence(statement, sums, baseYear);
  if (relation === "entrants" || relation === "exiters") {
    const figure = figureOf({ ...statement, destination: null }, relation);
    return { figure, base: null, value: valueOf(figure, sums), unit: "count", destinations: [] };
  }
  const metric = metricOf(subject);
  if (relation === "without_value") {
    const [figure, valued] = [figureOf(statement, "certificates"), figureOf(statement, "certificates_with_value")];
    const [all, some] = [onFile(figure, sums), onFile(valued, sums)];
    const value = typeof all === "number" && typeof some === "number" ? all - some : null;
    return { figure, base: valued, value, unit: "count", destinations: [] };
  }
  if (metric === null || destination === null) return null;
  const figure = figureOf(statement, `${metric}_${relation}`);
  const unit = relation === "share" ? "ratio" : "points";
  return { figure, base: null, value: isOnFile(figure, sums) ? valueOf(figure, sums) : null, unit, destinations: [] };
}

function changeEvidence(statement: Of<"number">, sums: PeriodSums, baseYear: number | null): Evidence | null {
  const { subject, relation } = statement;
  const unit = relation === "growth" ? "ratio" : unitOf(subject);
  const standard =
    subject === "value_per_certificate"
      ? relation === "growth"
        ? "value_per_certificate_growth"
        : null
      : (`${subject}_${relation === "growth" ? "growth" : "change"}` as const);
  if (baseYear === null && standard !== null) {
    const figure = figureOf(statement, standard);
    return { figure, base: null, value: valueOf(figure, sums), unit, destinations: [] };
  }
  const figure = figureOf(statement, subject);
  const base = { ...figure, period: { ...figure.period, year: baseYear ?? figure.period.year - 1 } };
  const [now, then] = [asInteger(onFile(figure, sums)), asInteger(onFile(base, sums))];
  const known = now !== null && then !== null && isCovered(figure.period, sums) && isCovered(base.period, sums);
  if (!known) return { figure, base, value: null, unit, destinations: [] };
  const value = relation === "growth" ? growth.compute(now, then) : unit === "money" ? now - then : Number(now - then);
  return { figure, base, value, unit, destinations: [] };
}

/** How many destinations the `top_5_share` of a report adds up. */
const REPORTED_TOP = 5;

/** A figure of several destinations together: the sums of their amounts, or what is made of them. */
function groupEvidence(statement: Of<"number">, group: Group, sums: PeriodSums): Evidence | null {
  const { relation, period, baseYear } = statement;
  const metric = metricOf(statement.subject);
  if (metric === null) return null;
  const isLargest = "largest" in group;
  if (isLargest && group.largest === REPORTED_TOP && relation === "share") {
    const figure = figureOf(statement, `${metric}_top_5_share`);
    return { figure, base: null, value: onFile(figure, sums), unit: "ratio", destinations: [] };
  }
  const destinations = isLargest ? largestBy(metric, statement, group.largest, sums) : group;
  // Of the largest ones of another year it is open which are meant.
  if (destinations === null || (isLargest && relation !== "share" && relation !== "total")) return null;
  const totalIn = (year: number, items: readonly (string | null)[]): bigint | null => {
    const totals = items.map((destination) =>
      asInteger(onFile(figureOf({ ...inYear(statement, year), destination }, metric), sums)),
    );
    return totals.reduce<bigint | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0n);
  };
  const before = baseYear ?? period.year - 1;
  const [now, all] = [totalIn(period.year, destinations), totalIn(period.year, [null])];
  const isCompared = isCovered(period, sums) && isCovered({ ...period, year: before }, sums);
  const [then, allThen] = isCompared ? [totalIn(before, destinations), totalIn(before, [null])] : [null, null];
  const figure = (column: FigureColumn): Figure =>
    figureOf({ ...statement, destination: destinations[0] ?? null }, column);
  const made = (column: FigureColumn, value: Evidence["value"], unit: Evidence["unit"]): Evidence => ({
    figure: figure(column),
    base: null,
    value,
    unit,
    destinations,
  });
  switch (relation) {
    case "total":
      return made(metric, now, unitOf(metric));
    case "change":
      return made(`${metric}_change`, change.compute(now, then), unitOf(metric));
    case "growth":
      return made(`${metric}_growth`, growth.compute(now, then), "ratio");
    case "share":
      return made(`${metric}_share`, share.compute(now, all), "ratio");
    case "share_change":
      return made(
        `${metric}_share_change`,
        shareChange.compute(share.compute(now, all), share.compute(then, allThen)),
        "points",
      );
    case "contribution":
      return made(`${metric}_contribution`, contribution.compute(now, then, allThen), "points");
    case "entrants":
    case "exiters":
    case "without_value":
      return null;
  }
}

/** The destinations with the largest amounts; `null` where two are level at the end of the list. */
function largestBy(metric: Metric, topic: Topic, count: number, sums: PeriodSums): readonly string[] | null {
  const ranked = rankedDestinations(metric, topic, sums);
  const chosen = ranked.filter(({ rank }) => rank <= count).map(({ item }) => item);
  return chosen.length === count ? chosen : null;
}
