import type { Language } from "../../domain/language.ts";

/** What a word or phrase of a press text tells about the claim around it. */
export const CUES = [
  // What is counted or added up.
  "certificates",
  "value",
  "export",
  "perCertificate",
  "exporters",
  "destinations",
  "products",
  // Which way it goes.
  "rise",
  "fall",
  "more",
  "less",
  "notReached",
  "accelerates",
  "slows",
  "faster",
  "slower",
  "doubled",
  "tripled",
  "quadrupled",
  "halved",
  // What the number is of.
  "count",
  "withoutValue",
  "share",
  "percent",
  "points",
  "euro",
  "otherCurrency",
  "total",
  "together",
  "average",
  "contribution",
  "heldBack",
  // How exact it is meant.
  "justOver",
  "almost",
  "about",
  "moreThan",
  "lessThan",
  "atLeast",
  "atMost",
  // To what it is compared.
  "base",
  "by",
  "of",
  "to",
  "from",
  "after",
  "threshold",
  // Superlatives.
  "record",
  "recordLow",
  "beats",
  "not",
  "highest",
  "lowest",
  "inARow",
  "everyYear",
  "except",
  "ever",
  "most",
  "least",
  // Time.
  "year",
  "quarter",
  "half",
  "month",
  "last",
  "thisYear",
  "lastYear",
  "yearBefore",
  "yearAfter",
  "samePeriod",
  // Order.
  "place",
  "leader",
  "overtakes",
  "leaders",
  "top",
  "followedBy",
  "inOrder",
  "remains",
  "noLonger",
  "byValue",
  "byCertificates",
  "newOnes",
  "lostOnes",
  // How the sentence hangs together.
  "but",
  "and",
  "anaphor",
  "there",
  // What the certificates cannot tell.
  "foreign",
  "forecast",
  "distant",
  // What turns the meaning of its sentence in a way that is not read: nothing in it is then called true.
  "unread",
  // Phrases that mean nothing here, although their words do elsewhere.
  "idle",
] as const;
export type Cue = (typeof CUES)[number];

/** The words of a language that a reader of claims knows. */
export interface ClaimWords {
  readonly language: Language;
  /** The commonest words, by which a text's language is known. */
  readonly common: string;
  readonly decimalMark: "." | ",";
  /** The parts of number words; `and` is what may stand between them, `point` the decimal mark said aloud. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly and: readonly string[];
  readonly point: readonly string[];
  /** Words for one that are the indefinite article too: a number only before a scale or a unit. */
  readonly articles: readonly string[];
  readonly ordinals: Readonly<Record<string, number>>;
  /** What makes an ordinal of digits or of a number word. */
  readonly ordinalEndings: readonly string[];
  /** Denominators: `half`, `third` ... */
  readonly fractions: Readonly<Record<string, number>>;
  /** Thousand, million, billion, with their abbreviations. */
  readonly scales: Readonly<Record<string, number>>;
  /**
   * Phrases by cue, parted by `|`; `*` stands for any ending, `...` for up to eight words. Diacritics and case do not matter.
   */
  readonly cues: Readonly<Partial<Record<Cue, string>>>;
  /** Adjectives and inhabitants by country code, as beginnings of words parted by spaces. */
  readonly adjectives: Readonly<Record<string, string>>;
}
