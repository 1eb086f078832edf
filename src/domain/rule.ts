import type { Figure } from "./figure.ts";
import type { Fraction } from "./fraction.ts";
import type { Metric } from "./metric.ts";
import type { Place } from "./place.ts";
import type { Scope, Selection } from "./scope.ts";
import type { StatedNumber } from "./stated-number.ts";
import type { Where } from "./where.ts";

/** What a rule that does not hold costs: the run, or a line of its output. */
export const LEVELS = ["error", "warn"] as const;
export type Level = (typeof LEVELS)[number];

/** The fields that a rule can ask for in every line of the certificates that count. */
export const REQUIRED_FIELDS = [
  "value",
  "exporter",
  "exporter_id",
  "exporter_size",
  "hs_code",
  "origin",
  "goods",
  "chamber",
] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** What can differ from the last run: how files are laid out and read, the values that occur, and how much there is. */
export const LAYOUT_ASPECTS = ["columns", "fields", "formats"] as const;
export const VOCABULARIES = [
  "chamber",
  "certificate_type",
  "currency",
  "exporter_size",
  "destination",
  "origin",
  "hs2",
] as const;
export const WATCHED = [...LAYOUT_ASPECTS, ...VOCABULARIES, "counts"] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];
export type Watched = (typeof WATCHED)[number];

/** The certificates that a rule is about, of those that the command selects; `null` leaves them as they are. */
export interface Narrowing {
  readonly scope: Scope | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly where: Where | null;
}

interface RuleBase {
  readonly level: Level;
  /** As the user calls it; `null` when it has no name of its own. */
  readonly name: string | null;
  /** Where it stands in the rules file. */
  readonly place: Place;
  readonly narrowing: Narrowing;
}

/** How many exceptions a rule lets pass. */
interface Allowance {
  readonly allow: number;
}

/** At most a share of all rows that were read may be of a kind. */
export interface RowShareRule extends RuleBase {
  readonly kind: "rejected-rows" | "duplicate-rows" | "conflicting-rows";
  readonly max: Fraction;
}

/** At most a share of the lines may lack a field. */
export interface MissingValuesRule extends RuleBase {
  readonly kind: "missing-values";
  readonly field: RequiredField;
  readonly max: Fraction;
}

/** Every month has certificates. */
export interface MissingMonthsRule extends RuleBase, Allowance {
  readonly kind: "missing-months";
}

/** No month is below (1 - drop) or above (1 + rise) times the median of the same months of the `years` before it. */
export interface MonthOutliersRule extends RuleBase, Allowance {
  readonly kind: "month-outliers";
  readonly measure: Metric;
  readonly drop: Fraction | null;
  readonly rise: Fraction | null;
  readonly years: number;
}

/** Every value of a certificate is within bounds, in whole units of the report currency. */
export interface ValueRangeRule extends RuleBase, Allowance {
  readonly kind: "value-range";
  readonly min: Fraction | null;
  readonly max: Fraction | null;
}

/** No logarithm of a value is further from the median than `threshold` robust standard deviations. */
export interface ValueOutliersRule extends RuleBase, Allowance {
  readonly kind: "value-outliers";
  readonly threshold: number;
}

/** No certificate is more than a share of the value of its year. */
export interface LargeCertificatesRule extends RuleBase, Allowance {
  readonly kind: "large-certificates";
  readonly max: Fraction;
}

/** How far a figure may be from what is expected: not at all beyond the printed digits, or by so much. */
export type Tolerance =
  | { readonly kind: "as-printed" }
  | { readonly kind: "absolute" | "relative"; readonly by: StatedNumber };

/** A figure is what it is expected to be. */
export interface FigureRule extends RuleBase {
  readonly kind: "figure";
  readonly figure: Figure;
  readonly expected: StatedNumber | boolean;
  readonly tolerance: Tolerance;
}

/** A figure is within bounds; with `everyYear` that of each year on file, whatever the year of `figure`. */
export interface BoundsRule extends RuleBase {
  readonly kind: "bounds";
  readonly figure: Figure;
  readonly everyYear: boolean;
  readonly min: StatedNumber | null;
  readonly max: StatedNumber | null;
}

/** A goal for a figure, or for the share that the rule's certificates make up of all that the command selects. */
export interface TargetRule extends RuleBase {
  readonly kind: "target";
  readonly figure: Figure;
  readonly isShare: boolean;
  readonly goal: StatedNumber;
  readonly direction: "at-least" | "at-most";
}

/** Files and values are what they were in the last run. */
export interface DriftRule extends RuleBase {
  readonly kind: "drift";
  /** The file that has the last run, as the rule names it. */
  readonly baseline: string | null;
  readonly watch: readonly Watched[];
  /** By which share the certificates may be fewer. */
  readonly maxDrop: Fraction;
}

export type FigureRules = FigureRule | BoundsRule | TargetRule;
export type Rule =
  | RowShareRule
  | MissingValuesRule
  | MissingMonthsRule
  | MonthOutliersRule
  | ValueRangeRule
  | ValueOutliersRule
  | LargeCertificatesRule
  | FigureRules
  | DriftRule;
export type RuleKind = Rule["kind"];

/** The part of a selection that a rule is about. */
export function narrow(selection: Selection, { scope, from, to, where }: Narrowing): Selection {
  return {
    ...selection,
    scope: scope ?? selection.scope,
    from: laterOf(selection.from, from),
    to: earlierOf(selection.to, to),
    where:
      where === null || selection.where === null
        ? (where ?? selection.where)
        : { kind: "and", terms: [selection.where, where] },
  };
}

function laterOf(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function earlierOf(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** How far from what is expected a figure may be. */
export function toleranceOf({ value, step }: StatedNumber, tolerance: Tolerance): Fraction {
  switch (tolerance.kind) {
    case "as-printed":
      return { numerator: step.numerator, denominator: 2n * step.denominator };
    case "absolute":
      return tolerance.by.value;
    case "relative": {
      const numerator = value.numerator * tolerance.by.value.numerator;
      return {
        numerator: numerator < 0n ? -numerator : numerator,
        denominator: value.denominator * tolerance.by.value.denominator,
      };
    }
  }
}
