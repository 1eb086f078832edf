import { COUNTS, figureId, type Figure, type FigureColumn } from "../../domain/figure.ts";
import type { Fraction } from "../../domain/fraction.ts";
import { METRICS, type Metric } from "../../domain/metric.ts";
import type { MonthRange, YearWindow } from "../../domain/period.ts";
import type { Direction, Statement, Subject, Topic } from "../claims/claim.ts";
import { computeFigure, type ComputedFigure, type PeriodSums } from "../compute-figure.ts";

/** The sums of the same months of every year. */
export type SumsOf = (months: MonthRange) => PeriodSums;

/** A statement of one kind. */
export type Of<Kind extends Statement["kind"]> = Extract<Statement, { kind: Kind }>;

/** The metric of a statement, where it must be one of those that are added up. */
export function metricOf(subject: Subject): Metric | null {
  return METRICS.find((metric) => metric === subject) ?? null;
}

export function figureOf({ period, destination }: Topic, column: FigureColumn): Figure {
  return { column, period, destination };
}

/** Figures that were computed once: a text comes back to the same ones. */
const COMPUTED = new WeakMap<PeriodSums, Map<string, ComputedFigure["value"]>>();

export function valueOf(figure: Figure, sums: PeriodSums): ComputedFigure["value"] {
  const known = COMPUTED.get(sums) ?? new Map<string, ComputedFigure["value"]>();
  COMPUTED.set(sums, known);
  const id = figureId(figure);
  const value = known.get(id);
  if (value !== undefined) return value;
  const computed = computeFigure(figure, sums).value;
  known.set(id, computed);
  return computed;
}

/** Exporters, products and destinations are counted of all destinations together. */
export function isUncounted({ subject, destination }: Topic): boolean {
  return destination !== null && COUNTS.some((count) => count === subject);
}

export function unitOf(subject: Subject): "money" | "count" {
  return subject === "goods_value" || subject === "value_per_certificate" ? "money" : "count";
}

export function isOnFile({ period }: Figure, sums: PeriodSums): boolean {
  return sums.series.some((row) => row.year === period.year && row.certificates > 0);
}

export function isCovered(period: YearWindow, sums: PeriodSums): boolean {
  return sums.series.some((row) => row.year === period.year && row.complete);
}

export function onFile(figure: Figure, sums: PeriodSums): ComputedFigure["value"] {
  return isOnFile(figure, sums) ? valueOf(figure, sums) : null;
}

export function asInteger(value: ComputedFigure["value"]): bigint | null {
  return typeof value === "bigint" ? value : typeof value === "number" ? BigInt(value) : null;
}

export function asFraction(value: ComputedFigure["value"]): Fraction | null {
  if (typeof value === "object") return value;
  const integer = asInteger(value);
  return integer === null ? null : { numerator: integer, denominator: 1n };
}

export function isWholeYear({ firstMonth, lastMonth }: YearWindow): boolean {
  return firstMonth === 1 && lastMonth === 12;
}

/** The growth of a statement's subject since the year before; `null` where it is not defined. */
export function growthOf(topic: Topic, sums: PeriodSums): Fraction | null {
  const value = isUncounted(topic) ? null : valueOf(figureOf(topic, `${topic.subject}_growth`), sums);
  return typeof value === "object" ? value : null;
}

/** A level with its year; money in cents. */
export interface Level {
  readonly year: number;
  readonly total: bigint;
}

/** The levels of the same months of each year up to the statement's, whole ones only, in order; `null` when the last is not known. */
export function levelsUpTo(topic: Topic, sums: PeriodSums): readonly Level[] | null {
  if (isUncounted(topic)) return null;
  const totals = sums.series
    .filter((row) => row.year <= topic.period.year && row.complete)
    .flatMap(({ year }) => {
      const total = asInteger(valueOf({ ...figureOf(topic, topic.subject), period: { ...topic.period, year } }, sums));
      return total === null ? [] : [{ year, total }];
    });
  return totals.at(-1)?.year === topic.period.year ? totals : null;
}

export function inYear<Of extends Topic>(topic: Of, year: number): Of {
  return { ...topic, period: { ...topic.period, year } };
}

export function directionOf({ numerator }: Fraction): Direction | null {
  return numerator > 0n ? "rise" : numerator < 0n ? "fall" : null;
}
