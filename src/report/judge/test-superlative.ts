import { compareFractions } from "../../domain/fraction.ts";
import type { FigureColumn } from "../../domain/figure.ts";
import { record } from "../../measures/record.ts";
import { streak } from "../../measures/streak.ts";
import { strongestGrowth, type PeriodGrowth } from "../../measures/strongest-growth.ts";
import type { Topic } from "../claims/claim.ts";
import type { PeriodSums } from "../compute-figure.ts";
import { UNKNOWN, type Evidence, type Finding } from "./evidence.ts";
import { directionOf, figureOf, growthOf, inYear, isWholeYear, levelsUpTo, metricOf, type Of } from "./figures.ts";

export function testRecord(statement: Of<"record">, sums: PeriodSums): Finding {
  // Of a month or a quarter it is open whether all others are meant or the same of other years.
  if (!(statement.sameMonths || isWholeYear(statement.period))) return UNKNOWN;
  const metric = metricOf(statement.subject);
  const { before } = statement;
  const isPrevious = before !== null && statement.period.year < before;
  const value = isPrevious ? isBestBefore(statement, before, sums) : isFirst(statement, statement.low, sums);
  if (value === null) return UNKNOWN;
  const figure = figureOf(statement, metric === null ? statement.subject : `${metric}_record`);
  return {
    isTrue: value !== statement.denied,
    evidence: { figure, base: null, value, unit: "truth", destinations: [] },
  };
}

function isBestBefore(topic: Topic, before: number, sums: PeriodSums): boolean | null {
  const levels = levelsUpTo(inYear(topic, before - 1), sums);
  const own = levels?.find(({ year }) => year === topic.period.year);
  return levels === null || own === undefined ? null : levels.every(({ total }) => total <= own.total);
}

/** Whether the level is a record, or the lowest ever; `null` where too few are on file. */
function isFirst(topic: Topic, low: boolean, sums: PeriodSums): boolean | null {
  const levels = levelsUpTo(topic, sums);
  if (levels === null) return null;
  const signed = low ? levels.map(({ year, total }) => ({ year, total: -total })) : levels;
  return record.compute(signed)?.isRecord ?? null;
}

/**
 * `the highest in n years`: n must be the figure itself, as large as it can be said. Where nothing on file is higher, what lies
 * before is not known: n may be the years on file with or without the first.
 */
export function testSuperlative(statement: Of<"highest"> | Of<"strongest">, sums: PeriodSums): Finding {
  const { subject, period, years, place } = statement;
  if (!(statement.sameMonths || isWholeYear(period))) return UNKNOWN;
  const metric = metricOf(subject);
  if (place > 1) return testPlace(statement, sums);
  const run = statement.kind === "highest" ? levelRun(statement, sums) : growthRun(statement, sums);
  if (run === null) return UNKNOWN;
  const column: FigureColumn =
    statement.kind === "highest" ? subject : metric === null ? `${subject}_growth` : `${metric}_strongest_growth_in`;
  const figure = figureOf(statement, column);
  const evidence: Evidence = { figure, base: null, value: run.years, unit: "years", destinations: [] };
  if (run.years === 0) return { isTrue: false, evidence };
  if (years === "ever") return { isTrue: run.unbeaten, evidence };
  if (run.unbeaten && years > run.years) return { isTrue: null, evidence };
  return { isTrue: years === run.years || (run.unbeaten && years === run.years - 1), evidence };
}

/** `the third highest since 2007`: its place among the years of the window, which the data must cover. */
function testPlace(statement: Of<"highest"> | Of<"strongest">, sums: PeriodSums): Finding {
  const { subject, years, place, direction, period } = statement;
  const levels =
    statement.kind === "highest"
      ? (levelsUpTo(statement, sums)?.map(({ year, total }) => ({
          year,
          level: { numerator: total, denominator: 1n },
        })) ?? [])
      : growthsUpTo(statement, sums).flatMap(({ year, growth }) => (growth === null ? [] : [{ year, level: growth }]));
  const within = years === "ever" ? levels : levels.filter(({ year }) => year > period.year - years - 1);
  const own = within.at(-1);
  if (own?.year !== period.year || (years !== "ever" && within.length < years)) return UNKNOWN;
  const sign = direction === "rise" ? 1 : -1;
  const rank = 1 + within.filter(({ level }) => sign * compareFractions(level, own.level) > 0).length;
  const figure = figureOf(statement, statement.kind === "highest" ? subject : `${subject}_growth`);
  return { isTrue: rank === place, evidence: { figure, base: null, value: rank, unit: "rank", destinations: [] } };
}

interface Run {
  /** Over how many years, counted back, it is the strongest; 0 when it goes the other way. */
  readonly years: number;
  /** Whether nothing on file is stronger. */
  readonly unbeaten: boolean;
}

function levelRun(statement: Of<"highest">, sums: PeriodSums): Run | null {
  const levels = levelsUpTo(statement, sums);
  const last = levels?.at(-1);
  if (levels === null || last === undefined || levels.length < 2) return null;
  const isBeaten = ({ total }: { total: bigint }): boolean =>
    statement.direction === "rise" ? total >= last.total : total <= last.total;
  const at = levels.slice(0, -1).toReversed().findIndex(isBeaten);
  return at === -1 ? { years: levels.length, unbeaten: true } : { years: at + 1, unbeaten: false };
}

/** The growth of each year on file up to the topic's. */
function growthsUpTo(topic: Topic, sums: PeriodSums): readonly PeriodGrowth[] {
  const years = sums.series.filter(({ year }) => year <= topic.period.year);
  return years.map(({ year }) => ({ year, growth: growthOf(inYear(topic, year), sums) }));
}

function growthRun(statement: Of<"strongest">, sums: PeriodSums): Run | null {
  const growths = growthsUpTo(statement, sums);
  const own = growths.at(-1)?.growth;
  const run = strongestGrowth.compute(growths);
  if (own == null || run === null) return null;
  if (directionOf(own) !== statement.direction) return { years: 0, unbeaten: false };
  return { years: run.years, unbeaten: run.beatenBy === null };
}

export function testStreak(statement: Of<"streak">, sums: PeriodSums): Finding {
  const metric = metricOf(statement.subject);
  const run = streak.compute(growthsUpTo(statement, sums));
  if (run === null) return UNKNOWN;
  const { years, direction } = run;
  const figure = figureOf(statement, metric === null ? `${statement.subject}_growth` : `${metric}_streak`);
  const evidence: Evidence = { figure, base: null, value: years, unit: "years", destinations: [] };
  return { isTrue: direction === statement.direction && years === statement.years, evidence };
}

/** The first rise (fall) since a year: that year and this one rose, none between them did. */
export function testFirstMove(statement: Of<"first-move">, sums: PeriodSums): Finding {
  const { since, period, direction } = statement;
  const growths = growthsUpTo(statement, sums).filter(({ year }) => year >= since);
  if (since >= period.year || growths[0]?.year !== since || growths.some(({ growth }) => growth === null))
    return UNKNOWN;
  const moved = growths.map(({ growth }) => growth !== null && directionOf(growth) === direction);
  const isTrue = moved[0] === true && moved.at(-1) === true && !moved.slice(1, -1).includes(true);
  const value = growths.at(-1)?.growth ?? null;
  return {
    isTrue,
    evidence: {
      figure: figureOf(statement, `${statement.subject}_growth`),
      base: null,
      value,
      unit: "ratio",
      destinations: [],
    },
  };
}

/** `rose every year since 2010, except in 2016`: in exactly the excepted years it did not. */
export function testEveryYear(statement: Of<"every-year">, sums: PeriodSums): Finding {
  const { since, except, direction, subject } = statement;
  const growths = growthsUpTo(statement, sums).filter(({ year }) => year > since);
  if (growths[0]?.year !== since + 1 || growths.some(({ growth }) => growth === null)) return UNKNOWN;
  const other = growths.filter(({ growth }) => growth !== null && directionOf(growth) !== direction);
  const isTrue = growths.every(({ year }) => other.some((each) => each.year === year) === except.includes(year));
  const worst = other.find(({ year }) => !except.includes(year)) ?? growths.at(-1);
  const figure = figureOf(inYear(statement, worst?.year ?? statement.period.year), `${subject}_growth`);
  return { isTrue, evidence: { figure, base: null, value: worst?.growth ?? null, unit: "ratio", destinations: [] } };
}
