import type { Language } from "../../domain/language.ts";
import { isSameRange, WHOLE_YEAR, type YearWindow } from "../../domain/period.ts";
import type { Scope } from "../../domain/scope.ts";
import { ordinalWord } from "./number-words.ts";

/** The small words of a press text: hedges, units, and what the figures are limited to. */
export interface PressWords {
  readonly hedge: { readonly above: string; readonly below: string };
  readonly and: string;
  /** A percentage in a sentence. */
  readonly percent: (number: string) => string;
  /** Percentages near to a whole one are spelled out: "almost twelve per cent". French keeps the digits. */
  readonly spellsPercent: boolean;
  /** `plural`: two or more. */
  readonly points: (number: string, plural: boolean) => string;
  /** A share in a list. */
  readonly share: (number: string) => string;
  readonly scope: Readonly<Record<Scope, string>>;
  /**
   * The period in a sentence, from the phrase of a title: German says "im Jahr 2017", where a title has "2017", and "van januari tot
   * en met mei" would be read as the way of a figure.
   */
  readonly when: (phrase: string, period: YearWindow) => string;
  /** The same part of each year: " for a first half"; empty for whole years. */
  readonly samePart: {
    readonly half: (ordinal: string) => string;
    readonly quarter: (ordinal: string) => string;
    readonly months: (first: string, last: string) => string;
  };
}

const nl: PressWords = {
  hedge: { above: "ruim", below: "bijna" },
  and: "en",
  percent: (number) => `${number} procent`,
  spellsPercent: true,
  points: (number) => `${number} procentpunt`,
  share: (number) => `${number} %`,
  scope: {
    all: "",
    distant: " voor bestemmingen buiten de Europese Unie",
    "intra-eu": " voor bestemmingen binnen de Europese Unie",
  },
  when: (phrase) => phrase.replace(/^van /, "in de maanden "),
  samePart: {
    half: (ordinal) => ` voor een ${ordinal} jaarhelft`,
    quarter: (ordinal) => ` voor een ${ordinal} kwartaal`,
    months: (first, last) =>
      first === last ? ` voor de maand ${first}` : ` voor de maanden ${first} tot en met ${last}`,
  },
};

const fr: PressWords = {
  hedge: { above: "un peu plus de", below: "près de" },
  and: "et",
  percent: (number) => `${number} %`,
  spellsPercent: false,
  points: (number, plural) => `${number} ${plural ? "points" : "point"} de pourcentage`,
  share: (number) => `${number} %`,
  scope: {
    all: "",
    distant: " pour des destinations hors de l'Union européenne",
    "intra-eu": " pour des destinations au sein de l'Union européenne",
  },
  when: (phrase) => phrase.replace(/^de /, "au cours des mois de "),
  samePart: {
    half: (ordinal) => ` pour un ${ordinal} semestre`,
    quarter: (ordinal) => ` pour un ${ordinal} trimestre`,
    months: (first, last) => (first === last ? ` pour un mois de ${first}` : ` pour les mois de ${first} à ${last}`),
  },
};

const de: PressWords = {
  hedge: { above: "gut", below: "fast" },
  and: "und",
  percent: (number) => `${number} Prozent`,
  spellsPercent: true,
  points: (number) => `${number} Prozentpunkte`,
  share: (number) => `${number} %`,
  scope: {
    all: "",
    distant: " für Bestimmungsländer außerhalb der Europäischen Union",
    "intra-eu": " für Bestimmungsländer innerhalb der Europäischen Union",
  },
  when: (phrase, period) =>
    isSameRange(period, WHOLE_YEAR) ? `im Jahr ${phrase}` : phrase.replace(/^von /, "in den Monaten "),
  samePart: {
    half: (ordinal) => ` für ein ${ordinal.replace(/n$/, "s")} Halbjahr`,
    quarter: (ordinal) => ` für ein ${ordinal.replace(/n$/, "s")} Quartal`,
    months: (first, last) => (first === last ? ` für den Monat ${first}` : ` für die Monate ${first} bis ${last}`),
  },
};

const en: PressWords = {
  hedge: { above: "just over", below: "almost" },
  and: "and",
  percent: (number) => `${number} per cent`,
  spellsPercent: true,
  points: (number) => `${number} percentage points`,
  share: (number) => `${number}%`,
  scope: {
    all: "",
    distant: " for destinations outside the European Union",
    "intra-eu": " for destinations within the European Union",
  },
  when: (phrase) => phrase.replace(/^from /, "in the months from "),
  samePart: {
    half: (ordinal) => ` for a ${ordinal} half`,
    quarter: (ordinal) => ` for a ${ordinal} quarter`,
    months: (first, last) =>
      first === last ? ` for the month of ${first}` : ` for the months from ${first} to ${last}`,
  },
};

const ALL: Readonly<Record<Language, PressWords>> = { nl, fr, de, en };

export function pressWordsOf(language: Language): PressWords {
  return ALL[language];
}

/** The part of each year that superlatives compare, with a space before it: " for a first half"; empty for whole years. */
export function samePart(period: YearWindow, language: Language, month: (month: number) => string): string {
  const { firstMonth, lastMonth } = period;
  const words = ALL[language].samePart;
  const length = lastMonth - firstMonth + 1;
  const ordinal = lastMonth / length;
  if (length === 12) return "";
  // A half or quarter is masculine in French.
  const word = language === "fr" && ordinal === 1 ? "premier" : ordinalWord(ordinal, language);
  if (length === 6 && Number.isInteger(ordinal)) return words.half(word);
  if (length === 3 && Number.isInteger(ordinal)) return words.quarter(word);
  return words.months(month(firstMonth), month(lastMonth));
}
