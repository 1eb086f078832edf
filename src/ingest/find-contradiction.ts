import { figureId, type Figure } from "../domain/figure.ts";
import { compareFractions, subtractFractions, type Fraction } from "../domain/fraction.ts";
import {
  toleranceOf,
  type BoundsRule,
  type FigureRule,
  type FigureRules,
  type Narrowing,
  type Rule,
  type TargetRule,
} from "../domain/rule.ts";
import { printWhere } from "../domain/where.ts";

/** The values that a rule lets a figure have, both ends included; `null` is unbounded. */
interface Range {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

/** Two rules that cannot both hold for one figure; `null` when there are none. A published figure may miss a goal. */
export function findContradiction(rules: readonly Rule[]): readonly [FigureRules, FigureRules] | null {
  const about = rules.filter((rule) => rule.kind === "figure" || rule.kind === "bounds" || rule.kind === "target");
  for (const [index, first] of about.entries()) {
    const second = about
      .slice(index + 1)
      .find(
        (each) => isOfOneFigure(first, each) && !isMissedGoal(first, each) && areApart(rangeOf(first), rangeOf(each)),
      );
    if (second !== undefined) return [first, second];
  }
  return null;
}

function isMissedGoal(a: FigureRules, b: FigureRules): boolean {
  return [a.kind, b.kind].includes("target") && [a.kind, b.kind].includes("figure");
}

function isOfOneFigure(a: FigureRules, b: FigureRules): boolean {
  const ofAnyYear = isOfEveryYear(a) || isOfEveryYear(b);
  const idOf = ({ figure }: FigureRules): string => figureId(ofAnyYear ? withoutYear(figure) : figure);
  const share = (rule: FigureRules): boolean => rule.kind === "target" && rule.isShare;
  return idOf(a) === idOf(b) && share(a) === share(b) && textOf(a.narrowing) === textOf(b.narrowing);
}

function isOfEveryYear(rule: FigureRules): boolean {
  return rule.kind === "bounds" && rule.everyYear;
}

function withoutYear(figure: Figure): Figure {
  return { ...figure, period: { ...figure.period, year: 0 } };
}

function textOf({ scope, from, to, where }: Narrowing): string {
  return JSON.stringify([scope, from, to, where && printWhere(where)]);
}

function areApart(a: Range, b: Range): boolean {
  const isAbove = (low: Fraction | null, high: Fraction | null): boolean =>
    low !== null && high !== null && compareFractions(low, high) > 0;
  return isAbove(a.low, b.high) || isAbove(b.low, a.high);
}

function rangeOf(rule: FigureRules): Range {
  switch (rule.kind) {
    case "figure":
      return expectedRange(rule);
    case "bounds":
      return boundsRange(rule);
    case "target":
      return targetRange(rule);
  }
}

function boundsRange({ min, max }: BoundsRule): Range {
  return { low: min && min.value, high: max && max.value };
}

function targetRange({ goal, direction }: TargetRule): Range {
  return direction === "at-least" ? { low: goal.value, high: null } : { low: null, high: goal.value };
}

function expectedRange({ expected, tolerance }: FigureRule): Range {
  if (typeof expected === "boolean") {
    const exact = { numerator: expected ? 1n : 0n, denominator: 1n };
    return { low: exact, high: exact };
  }
  const { value } = expected;
  const by = toleranceOf(expected, tolerance);
  const minus = { numerator: -by.numerator, denominator: by.denominator };
  return { low: subtractFractions(value, by), high: subtractFractions(value, minus) };
}
