import type { Language } from "../../domain/language.ts";

/** Newspapers spell whole numbers out up to this one. */
const LAST = 12;

/**
 * Whole numbers as words, from one. One is that of the destinations of each language ("une destination", "eines", of
 * Bestimmungsland), the only thing of which a text says that there is one more.
 */
const CARDINALS: Readonly<Record<Language, readonly string[]>> = {
  nl: "één twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" "),
  fr: "une deux trois quatre cinq six sept huit neuf dix onze douze".split(" "),
  de: "eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  en: "one two three four five six seven eight nine ten eleven twelve".split(" "),
};

/** Ordinals as they stand before a noun: "het negende jaar", "la neuvième année", "zum neunten Mal", "the ninth year". */
const ORDINALS: Readonly<Record<Language, readonly string[]>> = {
  nl: "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split(" "),
  fr: "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième".split(
    " ",
  ),
  de: "ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten elften zwölften".split(" "),
  en: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
};

/** A whole number as a word, up to twelve; `count` writes the others. */
export function numberWord(value: number, language: Language, count: (value: number) => string): string {
  return value <= LAST ? (CARDINALS[language][value - 1] ?? count(value)) : count(value);
}

export function ordinalWord(value: number, language: Language): string {
  return ORDINALS[language][value - 1] ?? ordinalDigits(value, language);
}

export function ordinalDigits(value: number, language: Language): string {
  switch (language) {
    case "nl":
    case "fr":
      return `${value}e`;
    case "de":
      return `${value}.`;
    case "en": {
      const teen = value % 100 > 10 && value % 100 < 14;
      const ending = teen ? undefined : ["th", "st", "nd", "rd"][value % 10];
      return `${value}${ending ?? "th"}`;
    }
  }
}
