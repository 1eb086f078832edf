import { DEFAULT_CURRENCY } from "../domain/certificate.ts";
import type { Figure } from "../domain/figure.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import { printWhere } from "../domain/where.ts";
import { MEASURES } from "../measures/list.ts";
import type { MeasureInfo } from "../measures/measure.ts";
import { computeFigure, type ComputedFigure, type PeriodSums } from "./compute-figure.ts";
import type { Provenance } from "./provenance.ts";

/** A computed figure and the number of certificates that it is about. */
export interface BackedFigure extends ComputedFigure {
  readonly certificates: number;
}

/** How one figure came about. */
export interface Explanation extends BackedFigure {
  /** What it is: formula, when it is undefined, source. */
  readonly info: MeasureInfo;
  /** The figures in the formula, computed. */
  readonly workedInputs: readonly BackedFigure[];
  /** The query that gives the figure, and the options of `origo sql` that select the same certificates. */
  readonly sql: string;
  readonly sqlOptions: readonly string[];
  readonly provenance: Provenance;
}

/** Explains a figure; `sumsOf` gives the sums of the months that a figure is about. */
export function buildExplanation(
  figure: Figure,
  sumsOf: (figure: Figure) => PeriodSums,
  sql: string,
  provenance: Provenance,
): Explanation {
  const backed = (each: Figure): BackedFigure => {
    const count = computeFigure({ ...each, column: "certificates" }, sumsOf(each)).value;
    return { ...computeFigure(each, sumsOf(each)), certificates: typeof count === "number" ? count : 0 };
  };
  const computed = backed(figure);
  const info = MEASURES.find(({ id }) => id === computed.measure);
  if (info === undefined) throw new Error(`no measure ${computed.measure}`);
  const sqlOptions = optionsOf(withYearBefore(provenance.selection), provenance.currency);
  return { ...computed, info, workedInputs: computed.inputs.map(backed), sql, sqlOptions, provenance };
}

function optionsOf({ scope, eu, from, to, where }: Selection, currency: string): readonly string[] {
  return [
    ...(scope === "all" ? [] : ["--scope", scope]),
    ...(scope === "all" || eu.kind === "issue-date" ? [] : ["--eu", eu.kind === "fixed" ? eu.date : eu.kind]),
    ...(currency === DEFAULT_CURRENCY ? [] : ["--currency", currency]),
    ...(from === null ? [] : ["--from", from]),
    ...(to === null ? [] : ["--to", to]),
    ...(where === null ? [] : ["--where", printWhere(where)]),
  ];
}
