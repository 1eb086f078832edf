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

/** An end of a range; an open one is not in it. */
interface End {
  readonly at: Fraction;
  readonly isOpen: boolean;
}

/** The values that a rule lets a figure have; `null` is unbounded. */
interface Range {
  readonly low: End | null;
  readonly high: End | null;
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
  const isAbove = (low: End | null, high: End | null): boolean => {
    if (low === null || high === null) return false;
    const difference = compareFractions(low.at, high.at);
    return difference > 0 || (difference === 0 && (low.isOpen || high.isOpen));
  };
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
  return { low: min && closed(min.value), high: max && closed(max.value) };
}

function targetRange({ goal, direction }: TargetRule): Range {
  const end = closed(goal.value);
  return direction === "at-least" ? { low: end, high: null } : { low: null, high: end };
}

function expectedRange({ expected, tolerance }: FigureRule): Range {
  if (typeof expected === "boolean") {
    const exact = closed({ numerator: expected ? 1n : 0n, denominator: 1n });
    return { low: exact, high: exact };
  }
  const { value } = expected;
  const by = toleranceOf(expected, tolerance);
  // Half a step more, away from zero, rounds to the next number.
  const rounds = tolerance.kind === "as-printed";
  return {
    low: { at: subtractFractions(value, by), isOpen: rounds && value.numerator <= 0n },
    high: {
      at: subtractFractions(value, { ...by, numerator: -by.numerator }),
      isOpen: rounds && value.numerator >= 0n,
    },
  };
}

function closed(at: Fraction): End {
  return { at, isOpen: false };
}
