import type { Figure } from "../../domain/figure.ts";
import type { ComputedFigure } from "../compute-figure.ts";

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

export interface Finding {
  /** `null`: the figure is not on file, or not defined. */
  readonly isTrue: boolean | null;
  readonly evidence: Evidence | null;
}

export const UNKNOWN: Finding = { isTrue: null, evidence: null };
