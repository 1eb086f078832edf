import type { Cents } from "./money.ts";

/** What became of a certificate from one vintage of the records to a later one. */
export const CHANGE_KINDS = ["added", "withdrawn", "reclassified", "changed", "unchanged"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Why a yearly total is another one. Each certificate's effect is given to its causes so that they sum exactly to the change:
 *
 * - `added`, `withdrawn`: the certificate is in one vintage only;
 * - `status`: it became issued, or is no longer; `replacement`: a later certificate replaces it, or no longer does;
 *   `rejection`: its row is at fault, or no longer is;
 * - `date`: it moved to another year;
 * - `value`: another amount is stated; `currency`: in another currency; `rate`: the same amount converts otherwise;
 * - `destination`: it went elsewhere, which changes shares and no total;
 * - `selection`: it came into, or left, what the options select.
 */
export const CAUSES = [
  "added",
  "withdrawn",
  "status",
  "replacement",
  "rejection",
  "date",
  "value",
  "currency",
  "rate",
  "destination",
  "selection",
] as const;
export type Cause = (typeof CAUSES)[number];

/** What is compared of a certificate, field by field: `class` as in the balance; lists have an entry per line. */
export const COMPARED_FIELDS = [
  "class",
  "status",
  "chamber",
  "issue_date",
  "certificate_type",
  "replaces",
  "exporter_id",
  "exporter_name",
  "exporter_size",
  "destination",
  "origin",
  "hs_code",
  "goods",
  "value",
  "currency",
  "goods_value",
  "lines",
  "copies",
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** What tells that a certificate of one vintage is one of the other: chamber and number, or what it says. */
export const MATCHES = ["number", "content"] as const;
export type MatchBy = (typeof MATCHES)[number];

/** One of the two vintages that are compared. */
export type VintageSide = "old" | "new";

/** What a pipeline can be made to fail on, beside the size of a change. */
export const FAIL_ON = ["added", "withdrawn", "reclassified", "changed", "record"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** How the certificates of two vintages were matched, and what speaks for it. */
export interface Match {
  readonly by: MatchBy;
  /** How many certificates have a number that both vintages have. */
  readonly shared: number;
  /** How many of them have the same issue date and destination in both. */
  readonly agreeing: number;
}

/** A stretch of time as ISO days, both inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What was found out before certificates could be compared. */
export interface VintageBasis {
  readonly match: Match;
  /** First and last day of each vintage; `null` when none of its certificates counts. */
  readonly days: Readonly<Record<VintageSide, Days | null>>;
  /** The days that both have; `null` when there are none. */
  readonly common: Days | null;
  /** The vintage that dates by month where the other dates by day: dates are compared by month then. */
  readonly byMonth: VintageSide | null;
  /** Fields that one vintage does not state at all, which are not compared. */
  readonly notCompared: readonly { readonly field: ComparedField; readonly missingIn: VintageSide }[];
}

/** How many certificates changed in a way. */
export interface KindCount {
  readonly kind: ChangeKind;
  readonly certificates: number;
  /** Those that count in the figures of a vintage that has them. */
  readonly counted: number;
  /** Those that were added on days which the old vintage does not cover: they revise nothing. */
  readonly outside: number;
}

/** In how many certificates that both vintages have a field differs. */
export interface FieldCount {
  readonly field: ComparedField;
  readonly certificates: number;
}

/** What a cause did to the totals of a year. */
export interface CauseEffect {
  readonly year: number;
  readonly cause: Cause;
  /** How many certificates it is about; their effect can cancel out. */
  readonly affected: number;
  /** The change of the number of certificates, and of the goods value in cents. */
  readonly certificates: number;
  readonly goodsCents: Cents;
}

/** The causes by year: those of a year sum to the change of its totals. */
/** One field of a certificate that changed, as texts; `null` is not stated, or not in that vintage. */
export interface FieldChange {
  readonly kind: ChangeKind;
  readonly chamber: string | null;
  readonly oldNumber: string | null;
  readonly newNumber: string | null;
  /** Those of the new vintage, or of the old one where it was withdrawn. */
  readonly issueDate: string | null;
  readonly destination: string | null;
  readonly field: ComparedField;
  readonly old: string | null;
  readonly new: string | null;
}
