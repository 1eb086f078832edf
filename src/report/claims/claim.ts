import type { Language } from "../../domain/language.ts";
import type { MonthRange, YearWindow } from "../../domain/period.ts";
import type { PrintedNumber } from "./printed-number.ts";

/** What is counted or added up. */
export type Subject =
  | "certificates"
  | "goods_value"
  | "value_per_certificate"
  | "exporters"
  | "destinations"
  | "products";

export interface Extreme {
  readonly kind: "most" | "least";
  readonly within: MonthRange;
}

export type Direction = "rise" | "fall";

/** Of what and when: what every statement has. */
export interface Topic {
  readonly subject: Subject;
  readonly period: YearWindow;
  /** ISO code; `null` for all destinations together. */
  readonly destination: string | null;
}

/** What the number of a claim is, besides a level. */
export type Relation =
  | "total"
  | "change"
  | "growth"
  | "share"
  | "share_change"
  | "contribution"
  /** Exporters that are there and were not the year before, and the reverse. */
  | "entrants"
  | "exiters"
  /** Certificates without a value. */
  | "without_value";

/** Destinations whose figure is that of all of them together: named ones, or so many of the largest. */
export type Group = readonly string[] | { readonly largest: number };

/** One way of reading a claim: a statement that is true or false of the certificates. */
export type Statement =
  | (Topic & {
      readonly kind: "number";
      readonly relation: Relation;
      readonly printed: PrintedNumber;
      /** The way it is said to have gone; `null` when nothing is said. */
      readonly direction: Direction | null;
      /** The year of comparison; the year before, when absent. */
      readonly baseYear: number | null;
      /** Several destinations together; `destination` is then `null`. */
      readonly group: Group | null;
    })
  | (Topic & {
      readonly kind: "rank";
      readonly rank: number;
      readonly direction: Direction | null;
      /** `kept`: also in the year before; `lost`: in the year before, and not any more; `denied`: not. */
      readonly state: "held" | "kept" | "lost" | "denied";
    })
  | (Topic & { readonly kind: "top"; readonly within: number })
  | (Topic & {
      readonly kind: "leaders";
      readonly within: number;
      readonly destinations: readonly string[];
      readonly inOrder: boolean;
    })
  | (Topic & {
      readonly kind: "record";
      readonly low: boolean;
      readonly denied: boolean;
      /** Whether the same months of each year are compared, when the period is not a whole year. */
      readonly sameMonths: boolean;
      /** Of an earlier record (`the previous record was that of 2015`): the year before which nothing was higher. */
      readonly before: number | null;
    })
  | (Superlative & { readonly kind: "highest" })
  | (Superlative & { readonly kind: "strongest" })
  /** So many years in a row in first place. */
  | (Topic & { readonly kind: "first-place-streak"; readonly years: number })
  /** The first rise or fall since a year that had one, or in so many years. */
  | (Topic & { readonly kind: "first-move"; readonly direction: Direction; readonly since: number })
  | (Topic & { readonly kind: "streak"; readonly direction: Direction; readonly years: number })
  /** A level, or a growth, is above or below that of another topic. */
  | (Topic & {
      readonly kind: "comparison";
      readonly of: "level" | "growth";
      readonly direction: Direction;
      /** Which way it is said to go, where growths are compared: `the decline was steeper`. */
      readonly move: Direction | null;
      readonly than: Topic;
    })
  /** A rise (fall) in every year after `since`, but for those excepted. */
  | (Topic & {
      readonly kind: "every-year";
      readonly direction: Direction;
      readonly since: number;
      readonly except: readonly number[];
    })
  /** A month is the one with the most, or the least, of some months of its year. */
  | (Topic & { readonly kind: "extreme-month"; readonly extreme: Extreme })
  | (Turnover & { readonly kind: "newcomers" })
  | (Turnover & { readonly kind: "leavers" });

/** The highest (lowest) level, or the strongest growth (fall), of a number of years, itself included. */
interface Superlative extends Topic {
  /** Whether the same months of each year are compared, when the period is not a whole year. */
  readonly sameMonths: boolean;
  readonly direction: Direction;
  readonly years: number | "ever";
  /** 1; or 2 for the second highest. */
  readonly place: number;
}

/** How many destinations came or went, and those that are named; `count` is `null` where it is not said. */
interface Turnover extends Topic {
  readonly count: number | null;
  /** Whether it is said to be the first time ever. */
  readonly isFirstTime: boolean;
  readonly destinations: readonly string[];
}

/** Why a claim cannot be judged. */
export type Doubt =
  /** The certificates do not tell what it speaks about (`word`): a sector, a region, other documents. */
  | { readonly kind: "foreign"; readonly word: string }
  /** It speaks about what is to come. */
  | { readonly kind: "forecast"; readonly word: string }
  /** What the number is of is not said, or not understood. */
  | { readonly kind: "no-subject" }
  | { readonly kind: "several-destinations" }
  | { readonly kind: "no-window" }
  /** Words that may turn the meaning. */
  | { readonly kind: "unread"; readonly word: string };

/** A number or superlative of a press text, with the ways of reading it. */
export interface Claim {
  /** Where the words of the claim stand in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words of the claim, and the sentence they stand in. */
  readonly text: string;
  readonly sentence: string;
  /** The line of the text, from 1. */
  readonly line: number;
  /** What the words say; several where they leave it open. */
  readonly readings: readonly Statement[];
  /** What a reader may understand besides, from the sentences around. They never make a claim hold. */
  readonly otherReadings: readonly Statement[];
  readonly doubt: Doubt | null;
  /** Whether what the number is of is but a guess from other sentences: then it may hold, but not be called false. */
  readonly isGuess: boolean;
  /** Words of the sentence that may turn its meaning and are not read: then the claim is never called true. */
  readonly unread: string | null;
}

/** What was found in a press text. */
export interface ReadText {
  readonly language: Language;
  /** What the text is about: the time that words such as "last year" were read from. */
  readonly period: YearWindow;
  /** Whether it says that it speaks of exports outside the European Union. */
  readonly speaksOfDistantExport: boolean;
  readonly claims: readonly Claim[];
}
