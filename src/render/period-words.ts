import type { Language } from "../domain/language.ts";
import { isSameRange, WHOLE_YEAR, type YearWindow } from "../domain/period.ts";

/** A period with the preposition that it takes in a title or sentence: "in 2017", "au premier semestre 2018". */
export function inPeriod(period: YearWindow, language: Language, monthName: (month: number) => string): string {
  const { year, firstMonth, lastMonth } = period;
  if (isSameRange(period, WHOLE_YEAR)) return WHOLE[language](year);
  const length = lastMonth - firstMonth + 1;
  const ordinal = lastMonth / length;
  if (length === 6 && Number.isInteger(ordinal)) return HALF[language](ordinal === 1, year);
  if (length === 3 && Number.isInteger(ordinal)) return QUARTER[language](ordinal, year);
  const [first, last] = [monthName(firstMonth), monthName(lastMonth)];
  return first === last ? MONTH[language](first, year) : MONTHS[language](first, last, year);
}

type ByLanguage<Phrase> = Readonly<Record<Language, Phrase>>;

const WHOLE: ByLanguage<(year: number) => string> = {
  nl: (year) => `in ${year}`,
  fr: (year) => `en ${year}`,
  de: (year) => String(year),
  en: (year) => `in ${year}`,
};

const HALF: ByLanguage<(first: boolean, year: number) => string> = {
  nl: (first, year) => `in de ${first ? "eerste" : "tweede"} helft van ${year}`,
  fr: (first, year) => `au ${first ? "premier" : "second"} semestre ${year}`,
  de: (first, year) => `im ${first ? "ersten" : "zweiten"} Halbjahr ${year}`,
  en: (first, year) => `in the ${first ? "first" : "second"} half of ${year}`,
};

const QUARTER: ByLanguage<(ordinal: number, year: number) => string> = {
  nl: (ordinal, year) => `in het ${ordinalOf(ordinal, ["eerste", "tweede", "derde", "vierde"])} kwartaal van ${year}`,
  fr: (ordinal, year) =>
    `au ${ordinalOf(ordinal, ["premier", "deuxième", "troisième", "quatrième"])} trimestre ${year}`,
  de: (ordinal, year) => `im ${ordinalOf(ordinal, ["ersten", "zweiten", "dritten", "vierten"])} Quartal ${year}`,
  en: (ordinal, year) => `in the ${ordinalOf(ordinal, ["first", "second", "third", "fourth"])} quarter of ${year}`,
};

const MONTH: ByLanguage<(month: string, year: number) => string> = {
  nl: (month, year) => `in ${month} ${year}`,
  fr: (month, year) => `en ${month} ${year}`,
  de: (month, year) => `im ${month} ${year}`,
  en: (month, year) => `in ${month} ${year}`,
};

const MONTHS: ByLanguage<(first: string, last: string, year: number) => string> = {
  nl: (first, last, year) => `van ${first} tot en met ${last} ${year}`,
  fr: (first, last, year) => `de ${first} à ${last} ${year}`,
  de: (first, last, year) => `von ${first} bis ${last} ${year}`,
  en: (first, last, year) => `from ${first} to ${last} ${year}`,
};

function ordinalOf(ordinal: number, words: readonly string[]): string {
  return words[ordinal - 1] ?? String(ordinal);
}
