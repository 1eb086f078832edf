import type { Amount } from "../../domain/amount.ts";
import {
  compareFractions,
  divideFractions,
  fraction,
  subtractFractions,
  type Fraction,
} from "../../domain/fraction.ts";
import type { Metric } from "../../domain/metric.ts";
import { periodId } from "../../domain/period-id.ts";
import { isEmptyWindow, type YearWindow } from "../../domain/period.ts";
import type { TargetRule } from "../../domain/rule.ts";
import { addTotals, amountOf, NO_TOTALS, type Totals } from "../../domain/totals.ts";
import { computeFigure, type PeriodSums } from "../compute-figure.ts";
import { amountIn, amountOfFigure, unitOfFigure } from "./amounts.ts";
import { judged, NO_BOUND, notJudged, type Course, type Facts, type Outcome, type Reason } from "./outcome.ts";

type FigureFacts = Extract<Facts, { form: "figure" }>;

/**
 * Judges a goal by the sums of the rule's certificates and by those of all that the command selects. While a year is not over,
 * a goal that is missed by its course is a warning at most, unless it is out of reach already.
 */
export function judgeTarget(rule: TargetRule, own: PeriodSums, all: PeriodSums): Outcome {
  const { figure, direction, goal } = rule;
  const { period } = figure;
  const row = all.series.find(({ year }) => year === period.year);
  const actual = actualOf(rule, own, all);
  const unit = actual?.unit ?? (rule.isShare ? "fraction" : unitOfFigure(computeFigure(figure, own)));
  const target: Amount = { unit, value: goal.value };
  const facts: FigureFacts = {
    form: "figure",
    figure,
    isShare: rule.isShare,
    actual,
    bound: direction === "at-least" ? { ...NO_BOUND, min: target } : { ...NO_BOUND, max: target },
    gap: actual && gapOf(rule, actual),
    course: null,
    covered: row === undefined || row.complete ? null : row.window,
  };
  if (row === undefined || row.certificates === 0) {
    return notJudged(rule, facts, { kind: "no-data", period: periodId(period) });
  }
  if (actual === null) return notJudged(rule, facts, { kind: "undefined" });
  if (row.complete) return judged(rule, facts, isReached(rule, actual.value));
  const course = courseOf(rule, row.window, own, all);
  if ("kind" in course) return { ...notJudged(rule, facts, course), level: "warn" };
  // More than the most, of a total, does not become less.
  const isLost = direction === "at-most" && !rule.isShare && !isReached(rule, actual.value);
  return judged(rule, { ...facts, course }, course.isOnCourse && !isLost, { level: isLost ? rule.level : "warn" });
}

function isReached({ goal, direction }: TargetRule, value: Fraction): boolean {
  const difference = compareFractions(value, goal.value);
  return direction === "at-least" ? difference >= 0 : difference <= 0;
}

/** What is missing to the goal; of a bound from above what is too much. */
function gapOf({ goal, direction }: TargetRule, { unit, value }: Amount): Amount | null {
  const gap = direction === "at-least" ? subtractFractions(goal.value, value) : subtractFractions(value, goal.value);
  return gap.numerator > 0n ? { unit: unit === "fraction" ? "percentage points" : unit, value: gap } : null;
}

function actualOf({ figure, isShare }: TargetRule, own: PeriodSums, all: PeriodSums): Amount | null {
  const metric = totalIn(figure.column);
  if (metric === null || figure.destination !== null) return amountOfFigure(computeFigure(figure, own));
  const total = (sums: PeriodSums): bigint | null => {
    const row = sums.series.find(({ year }) => year === figure.period.year);
    // Of no certificates the value is nothing, of certificates without values it is not known.
    return row === undefined || row.certificates === 0 ? 0n : amountOf(row, metric);
  };
  const part = total(own);
  if (part === null) return null;
  if (!isShare) return amountIn(metric, { numerator: part, denominator: 1n });
  const share = fraction(part, total(all) ?? 0n);
  return share && { unit: "fraction", value: share };
}

/** The metric that a figure is the total of; `null` of other figures, which cannot be projected. */
function totalIn(column: string): Metric | null {
  return column === "certificates" || column === "goods_value" ? column : null;
}

/** Where the goal stands at the end of the year when the rest of it is to these months what it was last year. */
function courseOf(rule: TargetRule, window: YearWindow, own: PeriodSums, all: PeriodSums): Course | Reason {
  const { figure, isShare } = rule;
  const metric = totalIn(figure.column);
  if (metric === null || figure.destination !== null || isEmptyWindow(window)) return { kind: "unfinished" };
  const before = all.series.find(({ year }) => year === window.year - 1) ?? all.yearBefore;
  if (before?.year !== window.year - 1 || !before.complete) return { kind: "no-earlier-years" };
  const ofOwn = projectionOf(own, metric, window, figure.period);
  if (ofOwn === null) return { kind: "no-earlier-years" };
  if (!isShare) {
    const projected = amountIn(metric, ofOwn.projected);
    const isOnCourse = isReached(rule, projected.value);
    return { window, seasonalShare: ofOwn.seasonalShare, projected, isOnCourse };
  }
  const ofAll = projectionOf(all, metric, window, figure.period);
  const share = ofAll && divideFractions(ofOwn.projected, ofAll.projected);
  if (share === null) return { kind: "no-earlier-years" };
  const isOnCourse = isReached(rule, share);
  return { window, seasonalShare: null, projected: { unit: "fraction", value: share }, isOnCourse };
}

/** This year's sum of some months, scaled up by what these months were of the same period of the year before. */
function projectionOf(
  sums: PeriodSums,
  metric: Metric,
  window: YearWindow,
  period: YearWindow,
): { readonly projected: Fraction; readonly seasonalShare: Fraction } | null {
  const [toDate, sameMonths, wholeYear] = [
    sumOf(sums, metric, window),
    sumOf(sums, metric, { ...window, year: window.year - 1 }),
    sumOf(sums, metric, { ...period, year: window.year - 1 }),
  ];
  const seasonalShare = fraction(sameMonths, wholeYear);
  const projected = fraction(toDate * wholeYear, sameMonths);
  return seasonalShare && projected && { projected, seasonalShare };
}

function sumOf({ byMonth }: PeriodSums, metric: Metric, { year, firstMonth, lastMonth }: YearWindow): bigint {
  const totals = byMonth
    .filter((row) => row.year === year && row.month >= firstMonth && row.month <= lastMonth)
    .reduce<Totals>(addTotals, NO_TOTALS);
  return amountOf(totals, metric) ?? 0n;
}
