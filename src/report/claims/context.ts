import type { YearWindow } from "../../domain/period.ts";
import type { Direction, Relation, Subject } from "./claim.ts";

/**
 * What a reader still has in mind from the sentences before. It carries over within a text:
 *
 * - the subject (certificates, goods value) until another is named;
 * - a part of the text's own year (`the first half`) to the end of its paragraph; after a look at another year the text is about
 *   its own year again;
 * - the destination only into a sentence that points back (`that country`, `this is`) or has no subject of its own;
 * - what a percentage is (growth, share) into lists without verbs.
 */
export interface Context {
  subject: Subject | null;
  /** A part of the text's own year, within its paragraph. */
  period: YearWindow | null;
  /** Whether superlatives were said to compare the same months of each year. */
  sameMonths: boolean;
  /** Any other time that was spoken of last: what a reader may think of, no more. */
  mentioned: YearWindow | null;
  /** How many sentences ago that was. */
  sentencesSince: number;
  destination: string | null;
  /** The several destinations that the last sentence with any named, within its paragraph: `together they ...`. */
  group: readonly string[] | null;
  relation: Relation | null;
  direction: Direction | null;
  /** The last rank that was told, for `then follow ...`, and where its sentence ends. */
  rank: {
    readonly rank: number;
    readonly subjects: readonly Subject[];
    readonly paragraph: number;
    readonly end: number;
  } | null;
  /** What the sentence before spoke of that certificates do not tell. */
  foreign: string | null;
  paragraph: number;
}

/** How the words for time are to be understood in a whole text. */
export interface Clock {
  /** What the text is about: a year, or the same part of each. */
  readonly period: YearWindow;
  /** Whether it says `this year` of it; `last year` is then the one before, and else the year itself. */
  readonly saysThisYear: boolean;
}

export function emptyContext(): Context {
  return {
    subject: null,
    period: null,
    sameMonths: false,
    mentioned: null,
    sentencesSince: 0,
    destination: null,
    group: null,
    relation: null,
    direction: null,
    rank: null,
    foreign: null,
    paragraph: 0,
  };
}
