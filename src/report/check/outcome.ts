import type { Amount } from "../../domain/amount.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Fraction } from "../../domain/fraction.ts";
import type { YearWindow } from "../../domain/period.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Place } from "../../domain/place.ts";
import type { Level, Rule, Tolerance, Watched } from "../../domain/rule.ts";

/** A rule that cannot be judged has not passed: its level says what that costs. */
export type Verdict = "passed" | "failed" | "not-judged";

/** How one rule came out: facts with exact values. */
export interface Outcome {
  readonly rule: Rule;
  readonly verdict: Verdict;
  /** That of the rule; only a warning where a goal can still be reached. */
  readonly level: Level;
  readonly facts: Facts;
  /** Why it cannot be judged; `null` when it can. */
  readonly reason: Reason | null;
  /** What is at fault, the first of it. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
}

/** The measure of a rule: a share of something, a number of exceptions, or a figure. */
export type Facts =
  | { readonly form: "share"; readonly part: number; readonly whole: number; readonly max: Fraction }
  | {
      readonly form: "exceptions";
      readonly count: number;
      /** Of how many that there could be; `null` where nobody knows. */
      readonly among: number | null;
      readonly allowed: number;
      /** What is no exception, where that is a range. */
      readonly bound: Bound | null;
    }
  | {
      readonly form: "figure";
      readonly figure: Figure;
      readonly isShare: boolean;
      readonly actual: Amount | null;
      readonly bound: Bound;
      /** How far the figure is from the goal, in its unit, positive when there is a way to go; of targets only. */
      readonly gap: Amount | null;
      readonly course: Course | null;
      /** The months that the data cover, where those are not all of the period. */
      readonly covered: YearWindow | null;
    };

/** What a figure is held against. */
export interface Bound {
  readonly min: Amount | null;
  readonly max: Amount | null;
  /** What was expected, and how far off it may be. */
  readonly expected: { readonly amount: Amount; readonly tolerance: Tolerance } | null;
}

export const NO_BOUND: Bound = { min: null, max: null, expected: null };

/** Where an unfinished year is heading, by the share that the same months had of the year before. */
export interface Course {
  readonly window: YearWindow;
  /** The part of the year before that fell into these months; `null` of shares, which are those to date. */
  readonly seasonalShare: Fraction | null;
  readonly projected: Amount;
  readonly isOnCourse: boolean;
}

export type Reason =
  | { readonly kind: "no-data"; readonly period: string | null }
  | { readonly kind: "undefined" }
  | { readonly kind: "unfinished" }
  | { readonly kind: "no-spread" }
  | { readonly kind: "no-earlier-years" }
  | { readonly kind: "no-baseline"; readonly file: string };

/** One thing at fault. `subject` is a certificate, a month, a figure or a column, as it is called. */
export interface Finding {
  readonly place: Place | null;
  readonly subject: string;
  readonly note: FindingNote;
}

export type FindingNote =
  | { readonly kind: "row" }
  | { readonly kind: "problem"; readonly problem: Problem }
  | { readonly kind: "month-without-certificates" }
  | { readonly kind: "value"; readonly value: Amount }
  | { readonly kind: "part-of-year"; readonly value: Amount; readonly share: Fraction; readonly year: number }
  | { readonly kind: "unusual"; readonly actual: Amount; readonly usual: Amount }
  | { readonly kind: "out-of-bounds"; readonly actual: Amount }
  | { readonly kind: "drift"; readonly change: DriftChange };

/** How something differs from the baseline; `null` where it is not there. */
export interface DriftChange {
  readonly aspect: Watched;
  readonly before: string | null;
  readonly now: string | null;
}

/** So many findings of a rule are listed; all are counted. */
export const LISTED_FINDINGS = 100;

/** Whether a rule has not passed and that ends the run. */
export function isFailure({ verdict, level }: Outcome): boolean {
  return verdict !== "passed" && level === "error";
}

/** Failures first, then warnings, then what passed; the order of the rules within. */
export function bySeverity(outcomes: readonly Outcome[]): readonly Outcome[] {
  const weight = (outcome: Outcome): number => (outcome.verdict === "passed" ? 2 : isFailure(outcome) ? 0 : 1);
  return outcomes.toSorted((a, b) => weight(a) - weight(b));
}

interface Judgement {
  readonly findings?: readonly Finding[];
  /** Of all findings, where not all of them are given. */
  readonly count?: number;
  readonly level?: Level;
}

/** The outcome of a rule that can be judged. What is found is at fault only where the rule does not hold. */
export function judged(
  rule: Rule,
  facts: Facts,
  passed: boolean,
  { findings = [], count = findings.length, level = rule.level }: Judgement = {},
): Outcome {
  return {
    rule,
    verdict: passed ? "passed" : "failed",
    level,
    facts,
    reason: null,
    findings: passed ? [] : findings.slice(0, LISTED_FINDINGS),
    findingCount: passed ? 0 : count,
  };
}

/** A rule that some exceptions pass. */
type Allowing = Rule & { readonly allow: number };

/** The outcome of such a rule: the exceptions, of how many that there could be. */
export function exceptionsOutcome(
  rule: Allowing,
  among: number,
  findings: readonly Finding[],
  { count = findings.length, bound = null }: { readonly count?: number; readonly bound?: Bound | null } = {},
): Outcome {
  const facts: Facts = { form: "exceptions", count, among, allowed: rule.allow, bound };
  return judged(rule, facts, count <= rule.allow, { findings, count });
}

/** The outcome of a rule that there is nothing to judge by. */
export function notJudged(rule: Rule, facts: Facts, reason: Reason): Outcome {
  return { rule, verdict: "not-judged", level: rule.level, facts, reason, findings: [], findingCount: 0 };
}

/** Where there is nothing that could be an exception. */
export function nothingToJudge(rule: Allowing, reason: Reason): Outcome {
  return notJudged(rule, { form: "exceptions", count: 0, among: 0, allowed: rule.allow, bound: null }, reason);
}
