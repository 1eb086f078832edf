import type { YearWindow } from "../../domain/period.ts";
import type { Direction, Relation, Subject } from "./claim.ts";

/**
 * What a reader still has in mind from the sentences before. It carries over within a text:
 *
 * - the subject (certificates, goods value) until another is named;
 * - the period until another is named; a comparison (`than in 2016`) names none;
 * - the destination only into a sentence that points back (`that country`, `this is`) or has no subject of its own;
 * - what a percentage is (growth, share) into lists without verbs.
 */
export interface Context {
  subject: Subject | null;
  period: YearWindow | null;
  destination: string | null;
  relation: Relation | null;
  direction: Direction | null;
  /** The last rank that was told, for `then follow ...`. */
  rank: { readonly rank: number; readonly subjects: readonly Subject[]; readonly paragraph: number } | null;
  /** What the sentence before spoke of that certificates do not tell. */
  foreign: string | null;
  paragraph: number;
}

/** How the words for time are to be understood in a whole text. */
export interface Clock {
  /** The year that the text is about. */
  readonly year: number;
  /** Whether it says `this year` of it; `last year` is then the one before, and else the year itself. */
  readonly saysThisYear: boolean;
}

export function emptyContext(): Context {
  return {
    subject: null,
    period: null,
    destination: null,
    relation: null,
    direction: null,
    rank: null,
    foreign: null,
    paragraph: 0,
  };
}

export function wholeYear(year: number): YearWindow {
  return { year, firstMonth: 1, lastMonth: 12 };
}
