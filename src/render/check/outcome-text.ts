import type { Amount } from "../../domain/amount.ts";
import { figureId } from "../../domain/figure.ts";
import { fraction, roundToSteps, type Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { monthId, monthNumber } from "../../domain/month.ts";
import { isEmptyWindow, type YearWindow } from "../../domain/period.ts";
import { printable } from "../../domain/printable.ts";
import { describeProblem } from "../../domain/problem.ts";
import { printWhere } from "../../domain/where.ts";
import { countOutcomes, type Checked } from "../../report/check/checked.ts";
import type { Bound, Course, Facts, Finding, Outcome, Reason } from "../../report/check/outcome.ts";
import { documentWordsOf } from "../document/words.ts";
import { createFormatter, UNDEFINED, type Formatter } from "../format.ts";
import type { CheckWords } from "./check-words.ts";
import { checkWordsOf } from "./words.ts";

/** An outcome in words. */
export interface OutcomeText {
  readonly title: string;
  /** What was found and what is allowed, in one line. */
  readonly statement: string;
  /** Both. */
  readonly headline: string;
  /** One line for each finding, each with its place where it has one. */
  readonly findings: readonly string[];
}

export interface CheckContext {
  readonly words: CheckWords;
  readonly format: Formatter;
  readonly currency: string;
  /** As the language sets it: with a space before it in French. */
  readonly colon: string;
}

export function checkContext(language: Language, currency: string): CheckContext {
  const { colon } = documentWordsOf(language);
  return { words: checkWordsOf(language), format: createFormatter(language), currency, colon };
}

export function outcomeText(outcome: Outcome, context: CheckContext): OutcomeText {
  const { facts, reason } = outcome;
  const isFailed = outcome.verdict === "failed";
  const parts = reason === null ? factsText(facts, isFailed, context) : reasonText(reason, facts, context);
  const [title, statement] = [titleOf(outcome, context), parts.join(context.words.separator)];
  return {
    title,
    statement,
    headline: title + context.colon + statement,
    findings: outcome.findings.map((finding) => findingText(finding, facts, context)),
  };
}

/** How many rules passed and how many did not, in one sentence. */
export function summaryLine(checked: Checked, { words, format }: CheckContext): string {
  const { passed, errors, warnings } = countOutcomes(checked);
  const [rules, ...counts] = [checked.outcomes.length, passed, errors, warnings].map((count) => format.count(count));
  const [ok = "", wrong = "", warned = ""] = counts;
  return words.summary(rules ?? "", ok, wrong, warned);
}

/** What to call a rule: its name, or what it is about. */
function titleOf({ rule, facts }: Outcome, { words }: CheckContext): string {
  if (rule.name !== null) return printable(rule.name);
  const { scope, from, to, where } = rule.narrowing;
  const narrowing = [
    ...(scope === null ? [] : [scope]),
    ...(where === null ? [] : [printable(printWhere(where))]),
    ...(from === null && to === null ? [] : [`${from ?? ".."}/${to ?? ".."}`]),
  ];
  const about = narrowing.length === 0 ? "" : ` (${narrowing.join(", ")})`;
  if (rule.kind === "missing-values") return words.without[rule.field] + about;
  if (!("figure" in rule)) return words.kind[rule.kind] + about;
  const id = rule.kind === "bounds" && rule.everyYear ? everyYearId(rule.figure) : figureId(rule.figure);
  return (facts.form === "figure" && facts.isShare ? words.shareOf(id) : id) + about;
}

function everyYearId(figure: Parameters<typeof figureId>[0]): string {
  return figureId(figure).replace(`:${figure.period.year}`, ":*");
}

function factsText(facts: Facts, isFailed: boolean, context: CheckContext): readonly string[] {
  const { words, format } = context;
  switch (facts.form) {
    case "share": {
      const share = fraction(BigInt(facts.part), BigInt(facts.whole));
      const of = words.of(format.count(facts.part), format.count(facts.whole));
      const bound: Amount = { unit: "fraction", value: facts.max };
      const actual = share && amountText({ unit: "fraction", value: share }, context, isFailed ? bound : null);
      return [`${actual ?? UNDEFINED} (${of})`, words.atMost(boundText(bound, context))];
    }
    case "exceptions":
      return [
        facts.among === null
          ? format.count(facts.count)
          : words.of(format.count(facts.count), format.count(facts.among)),
        ...(facts.bound === null ? [] : [boundsText(facts.bound, context)]),
        facts.allowed === 0 ? words.noneAllowed : words.allowed(format.count(facts.allowed)),
      ];
    case "figure":
      return figureText(facts, isFailed, context);
  }
}

function figureText(
  facts: Extract<Facts, { form: "figure" }>,
  isFailed: boolean,
  context: CheckContext,
): readonly string[] {
  const { words } = context;
  const { actual, bound, gap, course, covered } = facts;
  const against = isFailed ? boundOf(bound) : null;
  const value = actual === null ? UNDEFINED : amountText(actual, context, against);
  const until = covered === null ? [] : [isEmptyWindow(covered) ? words.notCovered : words.covered(lastMonth(covered))];
  return [
    [value, ...until].join(" "),
    boundsText(bound, context),
    ...(gap === null ? [] : [(bound.min === null ? words.over : words.short)(amountText(gap, context))]),
    ...(course === null ? [] : [courseText(course, against, context)]),
  ];
}

function lastMonth({ year, lastMonth: month }: YearWindow): string {
  return monthId(monthNumber(year, month));
}

function courseText(course: Course, against: Amount | null, context: CheckContext): string {
  const { seasonalShare, projected, isOnCourse } = course;
  const { words, format } = context;
  const end = amountText(projected, context, against);
  const projection = seasonalShare === null ? words.heading(end) : words.seasonal(format.percent(seasonalShare), end);
  return projection + context.colon + (isOnCourse ? words.onCourse : words.offCourse);
}

function boundOf({ min, max, expected }: Bound): Amount | null {
  return expected?.amount ?? min ?? max;
}

function boundsText({ min, max, expected }: Bound, context: CheckContext): string {
  const { words } = context;
  if (expected !== null) {
    const { amount, tolerance } = expected;
    const value = boundText(amount, context);
    if (tolerance.kind === "as-printed") return words.expected(value);
    const unit = tolerance.kind === "relative" ? "fraction" : amount.unit;
    return words.within(value, boundText({ unit, value: tolerance.by.value }, context));
  }
  if (min !== null && max !== null) return words.between(boundText(min, context), boundText(max, context));
  if (min !== null) return words.atLeast(boundText(min, context));
  return max === null ? "" : words.atMost(boundText(max, context));
}

function reasonText(reason: Reason, facts: Facts, context: CheckContext): readonly string[] {
  const { words } = context;
  const why = words.cannotBeJudged + context.colon + reasonWords(reason, words);
  return facts.form === "figure" ? [why, boundsText(facts.bound, context)] : [why];
}

function reasonWords(reason: Reason, words: CheckWords): string {
  switch (reason.kind) {
    case "no-data":
      return words.noData(reason.period);
    case "undefined":
      return words.undefined;
    case "unfinished":
      return words.unfinished;
    case "no-spread":
      return words.noSpread;
    case "no-earlier-years":
      return words.noEarlierYears;
    case "no-baseline":
      return words.noBaseline(printable(reason.file));
  }
}

/** A finding as one line; with its place first, as editors and people look for it. */
function findingText({ place, subject, note }: Finding, facts: Facts, context: CheckContext): string {
  const { words, colon } = context;
  const at = place === null ? "" : `${place.file}:${place.line}: `;
  const about = printable(subject);
  const bound = facts.form === "exceptions" ? facts.bound : null;
  switch (note.kind) {
    case "problem":
      return describeProblem(note.problem);
    case "row":
      return `${at}${words.certificate(about)}`;
    case "month-without-certificates":
      return about + colon + words.withoutCertificates;
    case "value":
      return `${at}${words.certificate(about)}${colon}${amountText(note.value, context)}`;
    case "part-of-year": {
      const share = amountText({ unit: "fraction", value: note.share }, context, bound && boundOf(bound));
      return `${at}${words.certificate(about)}${colon}${amountText(note.value, context)}, ${words.ofYear(share, String(note.year))}`;
    }
    case "unusual":
      return about + colon + words.usual(amountText(note.actual, context), amountText(note.usual, context));
    case "out-of-bounds": {
      const actual = amountText(note.actual, context, bound && boundOf(bound));
      return about + colon + actual;
    }
    case "drift": {
      const { aspect, before, now } = note.change;
      return words.aspect[aspect] + colon + driftText(before && printable(before), now && printable(now), words);
    }
  }
}

function driftText(before: string | null, now: string | null, words: CheckWords): string {
  if (before === null) return words.isNew(now ?? "");
  return now === null ? words.isGone(before) : words.changed(before, now);
}

/** More decimals tell nobody anything. */
const MOST_DIGITS = 12;

function fewestDigits({ unit }: Amount): number {
  return unit === "count" ? 0 : 2;
}

/** A number in words, with as many decimals as it takes to tell it from a bound that it is held against. */
function amountText(amount: Amount, context: CheckContext, against: Amount | null = null): string {
  const bound = against === null || against.unit !== amount.unit ? null : boundText(against, context);
  const isSame = against !== null && sameValue(amount.value, against.value);
  for (let digits = fewestDigits(amount); ; digits += 1) {
    const text = written(amount, digits, context);
    if (isSame || text !== bound || digits === MOST_DIGITS) return text;
  }
}

/** A bound with all the decimals that it has. */
function boundText(bound: Amount, context: CheckContext): string {
  return written(bound, digitsOf(bound), context);
}

function sameValue(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

/** The decimals that a number needs; those of a percentage are two fewer. */
function digitsOf(amount: Amount): number {
  const { unit, value } = amount;
  const shift = unit === "fraction" || unit === "percentage points" ? 2 : 0;
  for (let digits = fewestDigits(amount); digits < MOST_DIGITS; digits += 1) {
    if ((value.numerator * 10n ** BigInt(digits + shift)) % value.denominator === 0n) return digits;
  }
  return MOST_DIGITS;
}

function written({ unit, value }: Amount, digits: number, { words, format, currency }: CheckContext): string {
  switch (unit) {
    case "count":
    case "number":
      return format.decimal(value, digits);
    case "money":
      return `${format.money(roundToSteps(value, CENT))} ${currency}`;
    case "fraction":
      return format.percent(value, { digits });
    case "percentage points":
      return words.points(format.decimal({ ...value, numerator: value.numerator * 100n }, digits));
    case "yes or no":
      return value.numerator === 0n ? words.no : words.yes;
  }
}

const CENT: Fraction = { numerator: 1n, denominator: 100n };
