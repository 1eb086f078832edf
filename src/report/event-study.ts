import type { TradeEvent } from "../domain/event.ts";
import { fraction, ratioToNumber, type Fraction } from "../domain/fraction.ts";
import { METRICS, type Metric } from "../domain/metric.ts";
import { monthsIn, type MonthSpan } from "../domain/month.ts";
import type { PeriodLength } from "../domain/period.ts";
import { sumOver, type MonthlyAmounts } from "../measures/event-study/amounts.ts";
import {
  beforeAfter,
  logDifference,
  relativeDifference,
  windowGrowth,
  yearlyDifference,
  type BeforeAfter,
} from "../measures/event-study/difference.ts";
import { LEAST_BEFORE, placeboPairs, placeboPool, statisticsOf, treatedPair } from "../measures/event-study/panel.ts";
import type { Pair, Panel } from "../measures/event-study/panel.ts";
import { eventIndex, indexGap, placeboBand } from "../measures/event-study/path.ts";
import { invertedInterval, isBeyond, permutationTest, type Permutation } from "../measures/event-study/permutation.ts";
import { earlierDifferences } from "../measures/event-study/placebo-dates.ts";
import { trendDifference } from "../measures/event-study/trend.ts";
import { eventPeriods, MONTHS_PER_YEAR, type EventPeriod } from "../measures/event-study/windows.ts";
import { findInfluence, type Influence, type Parts } from "./event-influence.ts";
import type { EventDesign, EventPlan, Refusal } from "./event-plan.ts";

/** What an event is held against, and what placebos are: other destinations, or other chapters of goods. */
export type EventUnit = "destination" | "hs2";

/** An item of a dimension of destinations that a comparison group is made of. */
export interface GroupItem {
  readonly dimension: "destination" | "region" | "sub_region" | "bloc";
  readonly code: string;
}

/** The sums that an event is studied with. */
export interface EventSums {
  readonly unit: EventUnit;
  /** What the comparison group was asked to be; `null`: all others. */
  readonly against: readonly GroupItem[] | null;
  readonly panels: Readonly<Record<Metric, Panel>>;
  /** All certificates of the selection. */
  readonly totals: Readonly<Record<Metric, MonthlyAmounts>>;
  readonly parts: Readonly<Record<Metric, Parts>>;
}

/** How the test of a metric came out, which decides what may be said of it. */
export type EventOutcome =
  /** The placebos are too few to tell anything at this level. */
  | "unattainable"
  /** As large a difference is ordinary. */
  | "ordinary"
  /** The difference is not ordinary, but neither was the trend before the event. */
  | "diverged_before"
  /** The difference is not ordinary, and the trend before the event cannot be told. */
  | "trend_unknown"
  /** The difference is not ordinary, and the trend before the event was. */
  | "beyond_ordinary";

/** The years before the event. `apart`: what it is about and the comparison group developed differently, more than is ordinary. */
export interface TrendStudy {
  readonly years: number;
  /** Of the slopes, per year, as parts of the means: a double. */
  readonly difference: number;
  readonly test: Permutation;
  readonly apart: boolean;
}

/** What an event is studied by for certificates, or for the goods value. */
export interface MetricStudy {
  readonly metric: Metric;
  /** Sums of the windows: of what the event is about, of the comparison group, of everything selected. */
  readonly treated: BeforeAfter;
  readonly comparison: BeforeAfter;
  readonly total: BeforeAfter;
  readonly treatedGrowth: Fraction | null;
  readonly comparisonGrowth: Fraction | null;
  readonly shareBefore: Fraction | null;
  readonly shareAfter: Fraction | null;
  /** How much more there was after the event than at the growth of the comparison group, as a ratio and per year. */
  readonly difference: Fraction;
  readonly yearly: Fraction;
  /** The same in logarithms, a double; `null` (minus infinity) when nothing came after the event. */
  readonly logDifference: number | null;
  readonly test: Permutation;
  /** In logarithms; `null` when the placebos are too few for the level, or leave it open. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The same difference at earlier dates: how many there are, and how many are at least as large. */
  readonly dates: { readonly count: number; readonly asLarge: number };
  /** The difference of the trends before the event, per year; `null` with fewer than two years, or with too few placebos for the level. */
  readonly trend: TrendStudy | null;
  readonly influence: Influence;
  readonly outcome: EventOutcome;
}

/** A period of the path: amounts, and their monthly average over that of the window before. */
export interface PathPoint {
  readonly period: EventPeriod;
  readonly treated: bigint;
  readonly comparison: bigint;
  readonly treatedIndex: Fraction | null;
  readonly comparisonIndex: Fraction | null;
  /** Where the index would ordinarily be: that of the comparison plus what placebos differ from theirs. Doubles. */
  readonly band: { readonly low: number; readonly high: number } | null;
}

export interface StudiedEvent {
  readonly event: TradeEvent;
  readonly refusal: null;
  readonly unit: EventUnit;
  readonly against: readonly GroupItem[] | null;
  /** How many units of the comparison group have certificates in one of the windows. */
  readonly compared: number;
  readonly plan: EventPlan;
  readonly level: number;
  readonly by: PeriodLength;
  /** Certificates, and the goods value when it has enough to compare. */
  readonly metrics: readonly MetricStudy[];
  readonly paths: Readonly<Partial<Record<Metric, readonly PathPoint[]>>>;
}

export interface RefusedEvent {
  readonly event: TradeEvent;
  readonly refusal: Refusal;
}

export type EventStudy = StudiedEvent | RefusedEvent;

/** Fewer certificates than this in both windows together say nothing about a change. */
const LEAST_CERTIFICATES = 30;
/** Fewer placebos than this cannot give a p-value of 0.10. */
const LEAST_PLACEBOS = 9;

const PERIOD_MONTHS: Readonly<Record<PeriodLength, number>> = { year: 12, quarter: 3, month: 1 };

/** The study of an event, or why there is none: an event with too little is refused, not guessed at. */
export function buildEventStudy(event: TradeEvent, plan: EventPlan, sums: EventSums, design: EventDesign): EventStudy {
  const { panels, unit, against } = sums;
  const counts = treatedPair(panels.certificates);
  const { before, after } = beforeAfter(counts.unit, plan.windows);
  if (before < LEAST_BEFORE || before + after < LEAST_CERTIFICATES) {
    return refuse(event, {
      kind: "too_few_certificates",
      before: Number(before),
      after: Number(after),
      needs: LEAST_CERTIFICATES,
      needsBefore: LEAST_BEFORE,
    });
  }
  const compared = beforeAfter(counts.comparison, plan.windows);
  if (compared.before < LEAST_BEFORE || compared.after < LEAST_BEFORE) {
    const [earlier, later] = [Number(compared.before), Number(compared.after)];
    return refuse(event, { kind: "too_few_compared", before: earlier, after: later, needs: LEAST_BEFORE });
  }
  const pool = placeboPool(panels.certificates, plan.windows);
  if (pool.length < LEAST_PLACEBOS) {
    return refuse(event, { kind: "too_few_placebos", has: pool.length, needs: LEAST_PLACEBOS });
  }
  const metrics = METRICS.flatMap((metric) => studyMetric(metric, plan, sums, pool, design.level) ?? []);
  return {
    event,
    refusal: null,
    unit,
    against,
    compared: countCompared(panels.certificates, plan),
    plan,
    level: design.level,
    by: design.by,
    metrics,
    paths: Object.fromEntries(metrics.map(({ metric }) => [metric, buildPath(panels[metric], plan, pool, design)])),
  };
}

/** The members of the comparison group that have certificates in one of the windows. */
function countCompared({ others, group }: Panel, { windows }: EventPlan): number {
  return [...others].filter(([unit, amounts]) => {
    const { before, after } = beforeAfter(amounts, windows);
    return group.has(unit) && before + after > 0n;
  }).length;
}

function refuse(event: TradeEvent, refusal: Refusal): RefusedEvent {
  return { event, refusal };
}

/** `null` when the amounts are too few to compare: records without values, say. */
function studyMetric(
  metric: Metric,
  plan: EventPlan,
  { panels, totals, parts }: EventSums,
  pool: readonly string[],
  level: number,
): MetricStudy | null {
  const { windows, firstMonth } = plan;
  const panel = panels[metric];
  const own = treatedPair(panel);
  const placebos = placeboPairs(panel, pool);
  const sumsOf = (amounts: MonthlyAmounts): BeforeAfter => beforeAfter(amounts, windows);
  const differenceOf = ({ unit, comparison }: Pair): number | null => logDifference(sumsOf(unit), sumsOf(comparison));
  const [treated, comparison, total] = [sumsOf(own.unit), sumsOf(own.comparison), sumsOf(totals[metric])];
  const difference = relativeDifference(treated, comparison);
  const yearly = yearlyDifference(treated, comparison, windows);
  const statistic = differenceOf(own);
  const others = statisticsOf(placebos, differenceOf);
  const test = statistic === null ? null : permutationTest(statistic, others);
  if (difference === null || yearly === null || statistic === null || test === null) return null;
  if (others.length < LEAST_PLACEBOS) return null;
  const trend = studyTrend(own, placebos, plan, level);
  const earlier = earlierDifferences(own, windows, firstMonth);
  return {
    metric,
    treated,
    comparison,
    total,
    treatedGrowth: windowGrowth(treated, windows),
    comparisonGrowth: windowGrowth(comparison, windows),
    shareBefore: fraction(treated.before, total.before),
    shareAfter: fraction(treated.after, total.after),
    difference,
    yearly,
    logDifference: Number.isFinite(statistic) ? statistic : null,
    test,
    interval: invertedInterval(statistic, others, level),
    dates: {
      count: earlier.length,
      asLarge: earlier.filter((each) => Math.abs(each) >= Math.abs(statistic)).length,
    },
    trend,
    influence: findInfluence(treated, comparison, panel, parts[metric], windows),
    outcome: outcomeOf(test, trend, level),
  };
}

function studyTrend(own: Pair, placebos: readonly Pair[], { trendYears }: EventPlan, level: number): TrendStudy | null {
  const difference = trendDifference(own, trendYears);
  if (difference === null) return null;
  const others = statisticsOf(placebos, (pair) => trendDifference(pair, trendYears));
  const test = permutationTest(difference, others);
  if (test === null || !isBeyond(test.smallestP, level)) return null;
  return { years: trendYears.length, difference, test, apart: isBeyond(test.p, level) };
}

function outcomeOf(test: Permutation, trend: TrendStudy | null, level: number): EventOutcome {
  if (!isBeyond(test.smallestP, level)) return "unattainable";
  if (!isBeyond(test.p, level)) return "ordinary";
  if (trend === null) return "trend_unknown";
  return trend.apart ? "diverged_before" : "beyond_ordinary";
}

function buildPath(
  panel: Panel,
  { windows }: EventPlan,
  pool: readonly string[],
  { by, level }: EventDesign,
): readonly PathPoint[] {
  const { unit, comparison } = treatedPair(panel);
  const placebos = placeboPairs(panel, pool);
  return eventPeriods(windows, PERIOD_MONTHS[by]).map((period) => {
    const comparisonIndex = eventIndex(comparison, period, windows.before);
    const gaps = placeboBand(
      statisticsOf(placebos, (pair) => indexGap(pair, period, windows.before)),
      level,
    );
    const middle = comparisonIndex === null ? null : ratioToNumber(comparisonIndex);
    return {
      period,
      treated: sumOver(unit, period),
      comparison: sumOver(comparison, period),
      treatedIndex: eventIndex(unit, period, windows.before),
      comparisonIndex,
      band: gaps && middle !== null ? { low: Math.max(0, middle + gaps.low), high: middle + gaps.high } : null,
    };
  });
}

/** The yearly average of a window's sum. */
export function perYear(amount: bigint, span: MonthSpan): Fraction | null {
  return fraction(amount * BigInt(MONTHS_PER_YEAR), BigInt(monthsIn(span)));
}
