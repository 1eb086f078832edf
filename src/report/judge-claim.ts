import type { Fraction } from "../domain/fraction.ts";
import { COUNTS, figureId, type Figure, type FigureColumn } from "../domain/figure.ts";
import { METRICS, type Metric } from "../domain/metric.ts";
import type { MonthRange, YearWindow } from "../domain/period.ts";
import { amountOf } from "../domain/totals.ts";
import { growth } from "../measures/growth.ts";
import { mayBePrinted } from "./claims/printed-number.ts";
import type { Claim, Direction, Doubt, Extreme, Relation, Statement, Subject } from "./claims/claim.ts";
import { computeFigure, type ComputedFigure, type PeriodSums } from "./compute-figure.ts";

export type Verdict = "holds" | "does-not-hold" | "cannot-be-judged";

/** A figure beside a claim: what it is, and what it comes to. */
export interface Evidence {
  readonly figure: Figure;
  /** The figure of comparison, where that is not the same months of the year before. */
  readonly base: Figure | null;
  readonly value: ComputedFigure["value"];
  /** How the value is to be shown. */
  readonly unit: "count" | "money" | "ratio" | "points" | "rank" | "years" | "truth" | "destinations";
  /** The destinations that make up the figure, where it is a list. */
  readonly destinations: readonly string[];
}

/** Why a claim is left open: a doubt of its reading, figures that are not on file, or readings that disagree. */
export type Openness = Doubt | { readonly kind: "not-on-file" } | { readonly kind: "ambiguous" };

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** What the claim is measured by; for an ambiguous claim the figure of each reading. */
  readonly evidence: readonly Evidence[];
  readonly openness: Openness | null;
}

/** The sums of the same months of every year. */
export type SumsOf = (months: MonthRange) => PeriodSums;

interface Finding {
  /** `null`: the figure is not on file, or not defined. */
  readonly isTrue: boolean | null;
  readonly evidence: Evidence | null;
}

/**
 * Judges a claim by its readings. It holds when every reading does that its words give; it does not hold when no reading does,
 * those that the text around suggests included. Where readings disagree it is left open: what is false is never called true.
 */
export function judgeClaim(claim: Claim, sumsOf: SumsOf): JudgedClaim {
  const { doubt } = claim;
  if (doubt !== null) return { claim, verdict: "cannot-be-judged", evidence: [], openness: doubt };
  const first = claim.readings.map((reading) => test(reading, sumsOf));
  const others = claim.otherReadings.map((reading) => test(reading, sumsOf));
  const known = first.flatMap(({ evidence, isTrue }) => (evidence === null || isTrue === null ? [] : [evidence]));
  if (first.length === 0) return { claim, verdict: "cannot-be-judged", evidence: [], openness: { kind: "no-subject" } };
  if (first.every(({ isTrue }) => isTrue === true)) {
    if (claim.unread !== null) {
      const openness = { kind: "unread", word: claim.unread } as const;
      return { claim, verdict: "cannot-be-judged", evidence: known.slice(0, 1), openness };
    }
    return { claim, verdict: "holds", evidence: known.slice(0, 1), openness: null };
  }
  if (first.every(({ isTrue }) => isTrue === null)) {
    return { claim, verdict: "cannot-be-judged", evidence: [], openness: { kind: "not-on-file" } };
  }
  const anyTrue = [...first, ...others].some(({ isTrue }) => isTrue === true);
  const anyOpen = first.some(({ isTrue }) => isTrue === null);
  if (!anyTrue && !anyOpen && claim.isGuess) {
    return { claim, verdict: "cannot-be-judged", evidence: [], openness: { kind: "no-subject" } };
  }
  if (!anyTrue && !anyOpen) return { claim, verdict: "does-not-hold", evidence: known, openness: null };
  const agreeing = others.flatMap(({ evidence, isTrue }) => (isTrue === true && evidence !== null ? [evidence] : []));
  return {
    claim,
    verdict: "cannot-be-judged",
    evidence: [...known, ...agreeing],
    openness: { kind: "ambiguous" },
  };
}

function test(statement: Statement, sumsOf: SumsOf): Finding {
  const sums = sumsOf(statement.period);
  switch (statement.kind) {
    case "number": {
      const finding = testNumber(statement, sums);
      const { extreme } = statement;
      return finding.isTrue === true && extreme !== null
        ? { ...finding, isTrue: isExtreme(statement, extreme, sumsOf(extreme.within)) }
        : finding;
    }
    case "rank":
    case "top":
      return testRank(statement, sums);
    case "leaders":
      return testLeaders(statement, sums);
    case "record":
      return testRecord(statement, sums);
    case "highest":
    case "strongest":
      return testSuperlative(statement, sums);
    case "streak":
      return testStreak(statement, sums);
    case "first-place-streak":
      return testFirstPlaces(statement, sums);
    case "first-move":
      return testFirstMove(statement, sums);
    case "comparison":
      return testComparison(statement, sums);
    case "newcomers":
    case "leavers":
      return testNewcomers(statement, sums);
  }
}

type Of<Kind extends Statement["kind"]> = Extract<Statement, { kind: Kind }>;

const UNKNOWN: Finding = { isTrue: null, evidence: null };

/** The metric of a statement, where it must be one of those that are added up. */
function metricOf(subject: Subject): Metric | null {
  return METRICS.find((metric) => metric === subject) ?? null;
}

function figureOf({ period, destination }: Statement, column: FigureColumn): Figure {
  return { column, period, destination };
}

/** Figures that were computed once: a text comes back to the same ones. */
const COMPUTED = new WeakMap<PeriodSums, Map<string, ComputedFigure["value"]>>();

function valueOf(figure: Figure, sums: PeriodSums): ComputedFigure["value"] {
  const known = COMPUTED.get(sums) ?? new Map<string, ComputedFigure["value"]>();
  COMPUTED.set(sums, known);
  const id = figureId(figure);
  const value = known.get(id);
  if (value !== undefined) return value;
  const computed = computeFigure(figure, sums).value;
  known.set(id, computed);
  return computed;
}

function testNumber(statement: Of<"number">, sums: PeriodSums): Finding {
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

/** Whether no other of the months has as much (as little); `null` where they are not covered, or of a destination. */
function isExtreme(statement: Of<"number">, { kind, within }: Extreme, sums: PeriodSums): boolean | null {
  const metric = metricOf(statement.subject);
  const { year, firstMonth } = statement.period;
  if (metric === null || statement.destination !== null || !isCovered({ year, ...within }, sums)) return null;
  const totals = sums.byMonth
    .filter((row) => row.year === year)
    .map((row) => ({ month: row.month, total: amountOf(row, metric) }));
  const own = totals.find(({ month }) => month === firstMonth)?.total ?? null;
  if (own === null) return null;
  return totals.every(
    ({ month, total }) => month === firstMonth || total === null || (kind === "most" ? total < own : total > own),
  );
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
  const { subject, relation, destination, baseYear } = statement;
  const isCounted = COUNTS.some((count) => count === subject);
  if (isCounted && destination !== null) return null;
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
  if (metric === null || (destination === null) !== (relation === "top_5_share")) return null;
  const figure = figureOf(statement, `${metric}_${relation}`);
  const unit = relation === "share" || relation === "top_5_share" ? "ratio" : "points";
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

function unitOf(subject: Subject): "money" | "count" {
  return subject === "goods_value" || subject === "value_per_certificate" ? "money" : "count";
}

function isOnFile({ period }: Figure, sums: PeriodSums): boolean {
  return sums.series.some((row) => row.year === period.year && row.certificates > 0);
}

function isCovered(period: YearWindow, sums: PeriodSums): boolean {
  return sums.series.some((row) => row.year === period.year && row.complete);
}

function onFile(figure: Figure, sums: PeriodSums): ComputedFigure["value"] {
  return isOnFile(figure, sums) ? valueOf(figure, sums) : null;
}

function asInteger(value: ComputedFigure["value"]): bigint | null {
  return typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : null;
}

function asFraction(value: ComputedFigure["value"]): Fraction | null {
  if (typeof value === "object") return value;
  const integer = asInteger(value);
  return integer === null ? null : { numerator: integer, denominator: 1n };
}

function testRank(statement: Of<"rank"> | Of<"top">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  if (metric === null) return UNKNOWN;
  const figure = figureOf(statement, `${metric}_rank`);
  const value = onFile(figure, sums);
  const evidence: Evidence = { figure, base: null, value, unit: "rank", destinations: [] };
  if (typeof value !== "number") return { isTrue: isOnFile(figure, sums) ? false : null, evidence };
  if (statement.kind === "top") return { isTrue: value <= statement.within, evidence };
  const { direction, isKept } = statement;
  if (value !== statement.rank || (direction === null && !isKept))
    return { isTrue: value === statement.rank, evidence };
  const before = valueOf(figureOf(statement, `${metric}_rank_previous`), sums);
  if (typeof before !== "number") return { isTrue: null, evidence };
  if (direction === null) return { isTrue: before === value, evidence };
  return { isTrue: statement.direction === "rise" ? value < before : value > before, evidence };
}

/** The destinations named are the first ones, in any order; fewer than said are among them. */
function testLeaders(statement: Of<"leaders">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  const { destinations } = statement;
  if (metric === null) return UNKNOWN;
  const column = `${metric}_rank` as const;
  const ranks = sums.byDestination
    .filter((row) => row.year === statement.period.year)
    .flatMap(({ item }) => {
      const value = valueOf({ column, period: statement.period, destination: item }, sums);
      return typeof value === "number" ? [{ item, rank: value }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank);
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

/** Totals of the same months of each year up to the statement's, whole ones only, in order; `null` when the last is not known. */
function totalsUpTo(
  statement: Statement,
  metric: Metric,
  sums: PeriodSums,
): readonly { year: number; total: bigint }[] | null {
  const totals = sums.series
    .filter((row) => row.year <= statement.period.year && row.complete)
    .flatMap(({ year }) => {
      const total = asInteger(valueOf({ ...figureOf(statement, metric), period: { ...statement.period, year } }, sums));
      return total === null ? [] : [{ year, total }];
    });
  return totals.at(-1)?.year === statement.period.year ? totals : null;
}

function testRecord(statement: Of<"record">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  // Of a month or a quarter it is open whether all others are meant or the same of other years.
  if (metric === null || !(statement.sameMonths || isWholeYear(statement.period))) return UNKNOWN;
  const figure = figureOf(statement, `${metric}_record`);
  const { before } = statement;
  const isPrevious = before !== null && statement.period.year < before;
  const value = statement.low
    ? isLowest(statement, metric, sums)
    : isPrevious
      ? isBestBefore(statement, metric, before, sums)
      : valueOf(figure, sums);
  if (typeof value !== "boolean") return UNKNOWN;
  return {
    isTrue: value !== statement.denied,
    evidence: { figure, base: null, value, unit: "truth", destinations: [] },
  };
}

function isWholeYear({ firstMonth, lastMonth }: YearWindow): boolean {
  return firstMonth === 1 && lastMonth === 12;
}

function isBestBefore(statement: Statement, metric: Metric, before: number, sums: PeriodSums): boolean | null {
  const totals = totalsUpTo({ ...statement, period: { ...statement.period, year: before - 1 } }, metric, sums);
  const own = totals?.find(({ year }) => year === statement.period.year);
  return totals === null || own === undefined ? null : totals.every(({ total }) => total <= own.total);
}

function isLowest(statement: Statement, metric: Metric, sums: PeriodSums): boolean | null {
  const totals = totalsUpTo(statement, metric, sums);
  const last = totals?.at(-1);
  if (totals === null || last === undefined || totals.length < 3) return null;
  return totals.slice(0, -1).every(({ total }) => total > last.total);
}

/**
 * `the highest in n years`: n must be the figure itself, as large as it can be said. Where nothing on file is higher, what lies
 * before is not known: n may be the years on file with or without the first.
 */
function testSuperlative(statement: Of<"highest"> | Of<"strongest">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  if (metric === null || !(statement.sameMonths || isWholeYear(statement.period))) return UNKNOWN;
  const run = statement.kind === "highest" ? levelRun(statement, metric, sums) : growthRun(statement, metric, sums);
  if (run === null) return UNKNOWN;
  const figure = figureOf(statement, statement.kind === "highest" ? metric : `${metric}_strongest_growth_in`);
  const evidence: Evidence = { figure, base: null, value: run.years, unit: "years", destinations: [] };
  if (run.years === 0) return { isTrue: false, evidence };
  if (statement.years === "ever") return { isTrue: run.unbeaten, evidence };
  const { years } = statement;
  if (run.unbeaten && years > run.years) return { isTrue: null, evidence };
  return { isTrue: years === run.years || (run.unbeaten && years === run.years - 1), evidence };
}

interface Run {
  /** Over how many years, counted back, it is the strongest; 0 when it goes the other way. */
  readonly years: number;
  /** Whether nothing on file is stronger. */
  readonly unbeaten: boolean;
}

function levelRun(statement: Of<"highest">, metric: Metric, sums: PeriodSums): Run | null {
  const totals = totalsUpTo(statement, metric, sums);
  const last = totals?.at(-1);
  if (totals === null || last === undefined || totals.length < 2) return null;
  const isBeaten = ({ total }: { total: bigint }): boolean =>
    statement.direction === "rise" ? total >= last.total : total <= last.total;
  const at = totals.slice(0, -1).toReversed().findIndex(isBeaten);
  return at === -1 ? { years: totals.length, unbeaten: true } : { years: at + 1, unbeaten: false };
}

function growthRun(statement: Of<"strongest">, metric: Metric, sums: PeriodSums): Run | null {
  const own = valueOf(figureOf(statement, `${metric}_growth`), sums);
  const years = valueOf(figureOf(statement, `${metric}_strongest_growth_in`), sums);
  if (typeof own !== "object" || own === null || typeof years !== "number") return null;
  if (directionOf(own) !== statement.direction) return { years: 0, unbeaten: false };
  const before = { ...statement.period, year: statement.period.year - years };
  const beaten = valueOf({ ...figureOf(statement, `${metric}_growth`), period: before }, sums);
  return { years, unbeaten: beaten === null };
}

function directionOf({ numerator }: Fraction): Direction | null {
  return numerator > 0n ? "rise" : numerator < 0n ? "fall" : null;
}

function testStreak(statement: Of<"streak">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  if (metric === null) return UNKNOWN;
  const own = valueOf(figureOf(statement, `${metric}_growth`), sums);
  const figure = figureOf(statement, `${metric}_streak`);
  const years = valueOf(figure, sums);
  if (typeof own !== "object" || own === null || typeof years !== "number") return UNKNOWN;
  const evidence: Evidence = { figure, base: null, value: years, unit: "years", destinations: [] };
  return { isTrue: directionOf(own) === statement.direction && years === statement.years, evidence };
}

/** Years in a row, up to the statement's, in which a destination was the first. */
function testFirstPlaces(statement: Of<"first-place-streak">, sums: PeriodSums): Finding {
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

/** The first rise (fall) since a year: that year and this one rose, none between them did. */
function testFirstMove(statement: Of<"first-move">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  if (metric === null || statement.since >= statement.period.year) return UNKNOWN;
  const figure = figureOf(statement, `${metric}_growth`);
  const growthIn = (year: number): Fraction | null => {
    const value = valueOf({ ...figure, period: { ...figure.period, year } }, sums);
    return typeof value === "object" ? value : null;
  };
  const years = Array.from({ length: figure.period.year - statement.since + 1 }, (_, index) => statement.since + index);
  const growths = years.map(growthIn);
  if (growths.some((each) => each === null)) return UNKNOWN;
  const moved = growths.map((each) => each !== null && directionOf(each) === statement.direction);
  const isTrue = moved[0] === true && moved.at(-1) === true && !moved.slice(1, -1).includes(true);
  return { isTrue, evidence: { figure, base: null, value: valueOf(figure, sums), unit: "ratio", destinations: [] } };
}

function testComparison(statement: Of<"comparison">, sums: PeriodSums): Finding {
  const { period, baseYear, subject, destination } = statement;
  if (COUNTS.some((count) => count === subject) && destination !== null) return UNKNOWN;
  const figure = figureOf(statement, subject);
  const base = { ...figure, period: { ...period, year: baseYear ?? period.year - 1 } };
  const [now, then] = [asInteger(onFile(figure, sums)), asInteger(onFile(base, sums))];
  if (now === null || then === null || !isCovered(period, sums) || !isCovered(base.period, sums)) return UNKNOWN;
  const value = growth.compute(now, then);
  const evidence: Evidence = { figure, base, value, unit: "ratio", destinations: [] };
  return { isTrue: statement.direction === "rise" ? now > then : now < then, evidence };
}

/** New: with certificates this year and in no year before; those that were there in other years are back, and leave it open. */
function testNewcomers(statement: Of<"newcomers"> | Of<"leavers">, sums: PeriodSums): Finding {
  const { period, count, destinations } = statement;
  if (!isCovered(period, sums) || !isCovered({ ...period, year: period.year - 1 }, sums)) return UNKNOWN;
  const itemsOf = (isMeant: (year: number) => boolean): ReadonlySet<string> =>
    new Set(
      sums.byDestination
        .filter((row) => isMeant(row.year) && row.item !== "XX" && row.item !== "")
        .map((row) => row.item),
    );
  const now = itemsOf((year) => year === period.year);
  const before = itemsOf((year) => year === period.year - 1);
  const ever = itemsOf((year) => year < period.year);
  const changed =
    statement.kind === "newcomers"
      ? [...now].filter((item) => !before.has(item))
      : [...before].filter((item) => !now.has(item));
  const strictly = statement.kind === "newcomers" ? changed.filter((item) => !ever.has(item)) : changed;
  const figure: Figure = { column: "destinations", period, destination: null };
  const evidence: Evidence = {
    figure,
    base: null,
    value: strictly.length,
    unit: "destinations",
    destinations: strictly,
  };
  if (destinations.some((item) => !changed.includes(item))) return { isTrue: false, evidence };
  if (count !== null && count !== strictly.length) return { isTrue: count === changed.length ? null : false, evidence };
  return { isTrue: destinations.every((item) => strictly.includes(item)) ? true : null, evidence };
}
