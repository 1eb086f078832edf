import type { Amount } from "../../domain/amount.ts";
import { figureId } from "../../domain/figure.ts";
import { fractionToDecimal, fractionToNumber } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { periodId } from "../../domain/period-id.ts";
import { isEmptyWindow, type YearWindow } from "../../domain/period.ts";
import { printWhere } from "../../domain/where.ts";
import { countOutcomes, type Checked } from "../../report/check/checked.ts";
import type { Bound, Facts, Finding, FindingNote, Outcome } from "../../report/check/outcome.ts";
import { renderJson, type JsonValue } from "../json.ts";
import { checkContext, outcomeText, type CheckContext } from "./outcome-text.ts";

/** A check as one document; `data/schemas/output.schema.json` describes it. */
export function renderCheckJson(checked: Checked, language: Language): string {
  const { rulesFile, outcomes, provenance } = checked;
  const context = checkContext(language, provenance.currency);
  return renderJson("check", provenance, {
    rulesFile,
    passed: checked.passed,
    counts: { ...countOutcomes(checked) },
    outcomes: outcomes.map((outcome) => jsonOutcome(outcome, context)),
  });
}

function jsonOutcome(outcome: Outcome, context: CheckContext): JsonValue {
  const { rule, verdict, level, facts, reason, findings, findingCount } = outcome;
  const { title, statement, findings: texts } = outcomeText(outcome, context);
  const { scope, from, to, where } = rule.narrowing;
  return {
    kind: rule.kind,
    name: rule.name,
    place: { ...rule.place },
    where: where && printWhere(where),
    scope,
    from,
    to,
    verdict,
    level,
    title,
    message: statement,
    reason: reason && { ...reason },
    ...jsonFacts(facts),
    findingCount,
    findings: findings.map((finding, index) => jsonFinding(finding, texts[index] ?? "")),
  };
}

function jsonFacts(facts: Facts): Readonly<Record<string, JsonValue>> {
  switch (facts.form) {
    case "share":
      return { share: { part: facts.part, whole: facts.whole, max: fractionToNumber(facts.max) } };
    case "exceptions":
      return {
        exceptions: {
          count: facts.count,
          among: facts.among,
          allowed: facts.allowed,
          min: jsonAmount(facts.bound && facts.bound.min),
          max: jsonAmount(facts.bound && facts.bound.max),
        },
      };
    case "figure": {
      const { figure, isShare, actual, bound, gap, course, covered } = facts;
      return {
        figure: {
          id: figureId(figure),
          isShare,
          unit: actual?.unit ?? null,
          actual: jsonAmount(actual),
          ...jsonBound(bound),
          gap: jsonAmount(gap),
          covered: jsonMonths(covered),
          course: course && {
            months: jsonMonths(course.window),
            seasonalShare: course.seasonalShare && fractionToNumber(course.seasonalShare),
            projected: jsonAmount(course.projected),
            isOnCourse: course.isOnCourse,
          },
        },
      };
    }
  }
}

/** No month at all is an undefined period. */
function jsonMonths(window: YearWindow | null): string | null {
  return window === null || isEmptyWindow(window) ? null : periodId(window);
}

function jsonFinding({ place, subject, note }: Finding, text: string): JsonValue {
  return { place: place && { ...place }, subject, text, ...jsonNote(note) };
}

function jsonNote(note: FindingNote): Readonly<Record<string, JsonValue>> {
  switch (note.kind) {
    case "row":
    case "problem":
    case "month-without-certificates":
      return {};
    case "value":
      return { actual: jsonAmount(note.value) };
    case "part-of-year":
      return { actual: jsonAmount(note.value), share: fractionToNumber(note.share), year: note.year };
    case "unusual":
      return { actual: jsonAmount(note.actual), usual: jsonAmount(note.usual) };
    case "out-of-bounds":
      return { actual: jsonAmount(note.actual) };
    case "drift":
      return { before: note.change.before, now: note.change.now };
  }
}

function jsonBound({ min, max, expected }: Bound): Readonly<Record<string, JsonValue>> {
  return {
    min: jsonAmount(min),
    max: jsonAmount(max),
    expected: expected && jsonAmount(expected.amount),
  };
}

/** Money as a string with two decimals, a yes or no as such, everything else as a number. */
function jsonAmount(amount: Amount | null): JsonValue {
  if (amount === null) return null;
  if (amount.unit === "money") return fractionToDecimal(amount.value, 2);
  return amount.unit === "yes or no" ? amount.value.numerator !== 0n : fractionToNumber(amount.value);
}
