import type { Amount } from "../../domain/amount.ts";
import { figureId, type Figure } from "../../domain/figure.ts";
import { compareFractions, subtractFractions, type Fraction } from "../../domain/fraction.ts";
import { periodId } from "../../domain/period-id.ts";
import { toleranceOf, type BoundsRule, type FigureRule } from "../../domain/rule.ts";
import { isAsStated } from "../../domain/stated-number.ts";
import { computeFigure, type PeriodSums } from "../compute-figure.ts";
import { amountOfFigure, unitOfFigure } from "./amounts.ts";
import { judged, NO_BOUND, notJudged, type Bound, type Facts, type Finding, type Outcome } from "./outcome.ts";

/** Judges a figure against what is expected of it, or against bounds. */
export function judgeFigure(rule: FigureRule | BoundsRule, sums: PeriodSums): Outcome {
  const { figure } = rule;
  const row = sums.series.find(({ year }) => year === figure.period.year);
  const computed = computeFigure(figure, sums);
  const actual = amountOfFigure(computed);
  const facts: Facts = {
    form: "figure",
    figure,
    isShare: false,
    actual,
    bound: boundOf(rule, unitOfFigure(computed)),
    gap: null,
    course: null,
    covered: row === undefined || row.complete ? null : row.window,
  };
  if (row === undefined || row.certificates === 0) {
    return notJudged(rule, facts, { kind: "no-data", period: periodId(figure.period) });
  }
  if (actual === null) return notJudged(rule, facts, { kind: row.complete ? "undefined" : "unfinished" });
  return judged(rule, facts, isWithin(rule, actual.value));
}

/** Judges the figure of each year on file in which it is defined. */
export function judgeEveryYear(rule: BoundsRule, sums: PeriodSums): Outcome {
  const bound = boundOf(rule, unitOfFigure(computeFigure(rule.figure, sums)));
  const findings: Finding[] = [];
  let years = 0;
  for (const { year } of sums.series) {
    const figure: Figure = { ...rule.figure, period: { ...rule.figure.period, year } };
    const computed = computeFigure(figure, sums);
    const actual = amountOfFigure(computed);
    if (actual === null) continue;
    years += 1;
    if (isWithin(rule, actual.value)) continue;
    findings.push({ place: null, subject: figureId(figure), note: { kind: "out-of-bounds", actual } });
  }
  const facts: Facts = { form: "exceptions", count: findings.length, among: years, allowed: 0, bound };
  if (years === 0) return notJudged(rule, facts, { kind: "no-data", period: null });
  return judged(rule, facts, findings.length === 0, { findings });
}

function isWithin(rule: FigureRule | BoundsRule, value: Fraction): boolean {
  if (rule.kind === "bounds") {
    const { min, max } = rule;
    return (
      (min === null || compareFractions(value, min.value) >= 0) &&
      (max === null || compareFractions(value, max.value) <= 0)
    );
  }
  const { expected, tolerance } = rule;
  if (typeof expected === "boolean") return (value.numerator === 1n) === expected;
  if (tolerance.kind === "as-printed") return isAsStated(value, expected);
  const { numerator, denominator } = subtractFractions(value, expected.value);
  const distance = { numerator: numerator < 0n ? -numerator : numerator, denominator };
  return compareFractions(distance, toleranceOf(expected, tolerance)) <= 0;
}

function boundOf(rule: FigureRule | BoundsRule, unit: Amount["unit"]): Bound {
  if (rule.kind === "bounds") {
    const { min, max } = rule;
    return { ...NO_BOUND, min: min && { unit, value: min.value }, max: max && { unit, value: max.value } };
  }
  const { expected, tolerance } = rule;
  const value: Fraction =
    typeof expected === "boolean" ? { numerator: expected ? 1n : 0n, denominator: 1n } : expected.value;
  return { ...NO_BOUND, expected: { amount: { unit, value }, tolerance } };
}
