import type { CountryPhrase } from "../../domain/country-phrase.ts";
import type { Metric } from "../../domain/metric.ts";
import type { EuConvention } from "../../domain/scope.ts";

/** The phrasings of one sentence, all of them true and complete. Which one is printed depends on the year. */
export type Phrasings = readonly [string, string, ...string[]];

/** How a figure changed: by a percentage without a sign, or not at all at the precision that is printed. */
export type Change = Movement | Standstill;

export interface Movement {
  readonly direction: "up" | "down";
  readonly percent: string;
}

interface Standstill {
  readonly direction: "same";
  /** Equal, not only after rounding. */
  readonly exact: boolean;
}

/** A total of one of the two quantities: a formatted count, or a formatted amount with its hedge and currency. */
export interface Total {
  readonly metric: Metric;
  readonly text: string;
}

export interface Part {
  readonly country: CountryPhrase;
  /** A formatted share or number of percentage points, with its unit. */
  readonly text: string;
}

export interface Move {
  readonly country: CountryPhrase;
  readonly from: number;
  readonly to: number;
}

/** The strongest rise or fall of so many years, the last one included. */
export interface Trend {
  readonly direction: "up" | "down";
  readonly years: number;
}

export interface Leader extends Part {
  readonly metric: Metric;
  /** Consecutive years in first place, this one included; 1 also where that is not told. */
  readonly years: number;
  /** Who was first the year before, when it was another one, and its rank now. */
  readonly overtaken: { readonly country: CountryPhrase; readonly rank: number | null } | null;
}

/** What the method note has to say. */
export interface Method {
  readonly scope: "all" | "distant" | "intra-eu";
  readonly eu: EuConvention;
  /** In full and in the plural; `null` when no value is known. */
  readonly currency: string | null;
  /** There is no growth, because the year before lacks months. */
  readonly previousIncomplete: boolean;
  readonly withoutValue: number;
  /** Destinations were left out because their certificates are all of one exporter. */
  readonly leftOut: boolean;
  /** Growth is printed somewhere. */
  readonly growth: boolean;
}

/** `amount`: to the cent; `null` when no value is known. */
export interface ExactTotals {
  readonly certificates: number;
  readonly amount: string | null;
}

/** What the sentences of a language are made with. Every phrase has its preposition and article. */
export interface PressTools {
  /** "in 2017", "in the first half of 2018". */
  readonly when: string;
  /** The same period of another year of the series. */
  readonly inYear: (year: number) => string;
  /** The period that growth compares with: "in 2016". */
  readonly before: string;
  /** What a superlative is limited to, with a space before it: " for a first half", " for destinations outside ...". */
  readonly bounds: string;
  /** Which destinations the text is about, with a space before it; empty for all. */
  readonly scope: string;
  readonly count: (value: number | bigint) => string;
  /** A small whole number as a word, up to twelve. */
  readonly word: (value: number) => string;
  /** "ninth", "neuvième", "neunten". */
  readonly ordinal: (value: number) => string;
  /** Words with commas and "and" before the last. */
  readonly list: (items: readonly string[]) => string;
}

/**
 * The sentences of a press text in one language. Each carries its metric, period and destination, so that it can be quoted, and
 * checked, alone. Headlines have no full stop.
 */
export interface PressSentences {
  readonly headline: {
    readonly bothRecords: (certificates: string, amount: string, since: number) => Phrasings;
    readonly record: (total: Total, change: Change | null, since: number) => Phrasings;
    readonly overtaken: (metric: Metric, first: CountryPhrase, before: CountryPhrase) => Phrasings;
    readonly strongest: (metric: Metric, change: Movement, years: number) => Phrasings;
    readonly change: (certificates: Change, value: Change | null) => Phrasings;
    readonly plain: (certificates: number, amount: string | null) => Phrasings;
    readonly incomplete: (certificates: number) => Phrasings;
  };
  readonly issued: (certificates: number, change: Change | null) => Phrasings;
  readonly value: (amount: string, change: Change | null) => Phrasings;
  readonly noValue: string;
  /** `trend`: the rise to the record is also the strongest of some years. */
  readonly record: (metric: Metric, since: number, trend: Trend | null) => Phrasings;
  readonly strongest: (metric: Metric, trend: Trend) => Phrasings;
  readonly leader: (leader: Leader) => Phrasings;
  /** Who is first by the number of certificates, beside who is by value. */
  readonly leaderByCertificates: (leader: Part, same: boolean) => Phrasings;
  readonly noRecord: (best: Total, year: number) => Phrasings;
  readonly previousRecord: (best: Total, year: number) => Phrasings;
  readonly average: (amount: string, change: Change) => Phrasings;
  readonly streak: (metric: Metric, direction: "up" | "down", years: number) => Phrasings;
  /** `month`: "October 2017". */
  readonly bestMonth: (total: Total, month: string) => Phrasings;
  readonly exporters: (now: number, before: number, entrants: number, exiters: number) => Phrasings;
  readonly destinations: (now: number, before: number | null) => Phrasings;
  /** Those that contributed most, the largest contribution first. */
  readonly contributors: (metric: Metric, direction: "up" | "down", parts: readonly Part[]) => Phrasings;
  /** A destination that went the other way than the total. */
  readonly against: (metric: Metric, direction: "up" | "down", part: Part) => Phrasings;
  /** One or two destinations that rose in rank and one that fell; `null` when there are none. */
  readonly movers: (metric: Metric, up: readonly Move[], down: Move | null) => Phrasings | null;
  /** `more`: how many others there are. */
  readonly newDestinations: (countries: readonly CountryPhrase[], more: number, since: number) => Phrasings;
  readonly concentration: (share: string, before: string | null) => Phrasings;
  readonly incomplete: (certificates: number, amount: string | null) => Phrasings;
  /** Growth over the months that both years cover. */
  readonly compared: (
    certificates: Change,
    value: Change | null,
    when: string,
    before: string,
    counts: { readonly now: string; readonly before: string },
  ) => Phrasings;
  readonly listTitle: (metric: Metric, count: number, complete: boolean) => string;
  readonly method: {
    readonly title: string;
    readonly sentences: (method: Method) => readonly string[];
    /** The exact totals of the period, and of the one before. */
    readonly exact: (now: ExactTotals, before: ExactTotals | null) => string;
    readonly sources: string;
  };
}
