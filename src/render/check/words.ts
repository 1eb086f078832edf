import type { Language } from "../../domain/language.ts";
import type { CheckWords } from "./check-words.ts";
import { CHECK_WORDS_DE } from "./words-de.ts";
import { CHECK_WORDS_EN } from "./words-en.ts";
import { CHECK_WORDS_FR } from "./words-fr.ts";
import { CHECK_WORDS_NL } from "./words-nl.ts";

const ALL: Readonly<Record<Language, CheckWords>> = {
  nl: CHECK_WORDS_NL,
  fr: CHECK_WORDS_FR,
  de: CHECK_WORDS_DE,
  en: CHECK_WORDS_EN,
};

/** What rules say in a language. */
export function checkWordsOf(language: Language): CheckWords {
  return ALL[language];
}
