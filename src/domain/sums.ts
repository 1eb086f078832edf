import type { Balance, InputAccount } from "./balance.ts";
import type { DayRange } from "./period.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import type { ItemTotals, MonthTotals, Totals } from "./totals.ts";

/** The account of everything on file. */
export interface Account {
  readonly inputs: readonly InputAccount[];
  readonly balance: Balance;
  readonly problemCounts: readonly { readonly code: ProblemCode; readonly count: number }[];
}

/** The certificates of a month, a chamber and a destination, added up. */
export interface MonthSum extends Totals {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly chamber: string | null;
  readonly destination: string;
  /** The day of the month of the last certificate. */
  readonly lastDay: number;
  /** Certificates with a known exporter. */
  readonly attributed: number;
  /** The exporter of all of these, twice; where there are several, two different ones in order of their names. */
  readonly firstExporter: string | null;
  readonly lastExporter: string | null;
}

/** What cannot be added up is counted for each year; `null` where the source names none. */
export interface YearCount {
  readonly year: number;
  readonly exporters: number | null;
  readonly products: number | null;
  readonly entrants: number | null;
  readonly exiters: number | null;
}

/** Certificates added up: all that the report of years needs, whatever their number. */
export interface Sums {
  readonly months: readonly MonthSum[];
  readonly years: readonly YearCount[];
  readonly account: Account;
  /** The first ones by file and line, `LISTED_PROBLEMS` at most. */
  readonly problems: readonly Problem[];
  /** What the profiles of the files state. */
  readonly coverage: DayRange;
}

/** The dimensions that certificates are added up by. */
export type SummedDimension = "destination" | "chamber";

/** The certificates of a month, added up. */
export interface MonthTotal extends MonthTotals {
  /** The day of the month of the last certificate. */
  readonly lastDay: number;
}

/** Sums, added up further as far as whole years ask for it. */
export interface RolledUpSums extends Omit<Sums, "months"> {
  /** By year and item, in their order. */
  readonly byItem: Readonly<Record<SummedDimension, readonly ItemTotals[]>>;
  /** The destinations of each year whose certificates are all of one known exporter, in order. */
  readonly ofOneExporter: readonly { readonly year: number; readonly destination: string }[];
  readonly chambers: readonly string[];
  /** In order. */
  readonly byMonth: readonly MonthTotal[];
  /** What only part of a year asks for, and so is read only then. */
  readonly months: () => readonly MonthSum[];
}

/** How many problems an output lists; the counts by code are always complete. */
export const LISTED_PROBLEMS = 1000;
