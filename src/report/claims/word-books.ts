import type { Language } from "../../domain/language.ts";
import { adjectivesOf } from "./find-countries.ts";
import { monthNames } from "./month-names.ts";
import { createPhraseBook, type PhraseBook } from "./phrases.ts";
import { HEDGES } from "./printed-number.ts";
import { de } from "./words-de.ts";
import { en } from "./words-en.ts";
import { fr } from "./words-fr.ts";
import { nl } from "./words-nl.ts";
import type { ClaimWords, Cue } from "./words.ts";

export const WORDS: Readonly<Record<Language, ClaimWords>> = { nl, fr, de, en };

/** What says how a number relates to what it is about, from just before it. */
const PREPOSITIONS = ["by", "of", "to", "from", "after"] as const satisfies readonly Cue[];
/** Phrases that hold number words of their own. */
const WITH_NUMBERS = ["doubled", "tripled", "quadrupled", "halved"] as const satisfies readonly Cue[];

/** The words of a language, ready for looking up. */
export interface WordBook {
  readonly words: ClaimWords;
  readonly withNumbers: PhraseBook;
  readonly hedges: PhraseBook;
  readonly prepositions: PhraseBook;
  readonly others: PhraseBook;
  readonly months: ReadonlyMap<string, number>;
  /** Of dates: `7 okt.` */
  readonly shortMonths: ReadonlyMap<string, number>;
  readonly adjectives: ReadonlyMap<string, string>;
}

const BOOKS = new Map<Language, WordBook>();

/** The words of a language, made ready once. */
export function wordBook(language: Language): WordBook {
  const known = BOOKS.get(language) ?? createWordBook(language);
  BOOKS.set(language, known);
  return known;
}

function createWordBook(language: Language): WordBook {
  const words = WORDS[language];
  const groups: readonly (readonly Cue[])[] = [WITH_NUMBERS, HEDGES, PREPOSITIONS];
  const apart = new Set<string>(groups.flat());
  const pick = (isPicked: (cue: string) => boolean): PhraseBook =>
    createPhraseBook(Object.fromEntries(Object.entries(words.cues).filter(([cue]) => isPicked(cue))));
  return {
    words,
    withNumbers: pick((cue) => WITH_NUMBERS.some((one) => one === cue)),
    hedges: pick((cue) => HEDGES.some((one) => one === cue)),
    prepositions: pick((cue) => PREPOSITIONS.some((one) => one === cue)),
    others: pick((cue) => !apart.has(cue)),
    months: monthNames(language, "long"),
    shortMonths: monthNames(language, "short"),
    adjectives: adjectivesOf(words),
  };
}
