import type { CountryPhrase, CountryPhraseOf } from "../domain/country-phrase.ts";
import type { Language } from "../domain/language.ts";
import { readDataRows } from "./data-file.ts";

type GrammarRow = Readonly<Record<"code" | "nl" | "fr" | "de" | "en" | "plural" | "fr_to" | "de_to", string>>;

/** Reads how each country stands in a sentence of a language. A code without an entry stands for itself, as a bare name. */
export function loadCountryGrammar(language: Language): CountryPhraseOf {
  const rows = new Map(readDataRows<keyof GrammarRow>("country-grammar.csv").map((row) => [row.code, row]));
  return (code) => phraseOf(rows.get(code) ?? bareName(code), language);
}

function bareName(code: string): GrammarRow {
  return { code, nl: code, fr: code, de: code, en: code, plural: "", fr_to: "à", de_to: "" };
}

function phraseOf(row: GrammarRow, language: Language): CountryPhrase {
  const name = row[language];
  switch (language) {
    case "nl":
      return { name, plural: isPlural(row, language), object: name, of: `van ${name}`, to: `naar ${name}` };
    case "fr":
      return { name, plural: name.startsWith("les "), object: name, of: frenchOf(name), to: frenchTo(name, row.fr_to) };
    case "de":
      return germanPhrase(row);
    case "en":
      return { name, plural: false, object: name, of: `of ${name}`, to: `to ${name}` };
  }
}

function isPlural(row: GrammarRow, language: "nl" | "de"): boolean {
  return row.plural.split(" ").includes(language);
}

/** "de" with the article that it merges with, or elided before a vowel; Hong Kong has an h that is heard, Haïti has not. */
function frenchOf(name: string): string {
  if (name.startsWith("le ")) return name.replace("le ", "du ");
  if (name.startsWith("les ")) return name.replace("les ", "des ");
  return /^(?:[AEIOUÉÎ]|Haïti)/.test(name) ? `d'${name}` : `de ${name}`;
}

/**
 * "en" before feminine names and before a vowel, without the article; "au" and "aux" for the others. What has no article, and the
 * islands that take "à la", have their preposition in the data.
 */
function frenchTo(name: string, preposition: string): string {
  if (preposition === "en") return `en ${name}`;
  if (preposition !== "" && preposition !== "à") return `${preposition} ${name}`;
  if (name.startsWith("le ")) return name.replace("le ", "au ");
  if (name.startsWith("les ")) return name.replace("les ", "aux ");
  return preposition === "à" ? `à ${name}` : `en ${name.replace(/^la |^l'/, "")}`;
}

function germanPhrase(row: GrammarRow): CountryPhrase {
  const name = row.de;
  const [, article, noun = name] = /^(der|die|das) (.+)$/.exec(name) ?? [];
  const plural = isPlural(row, "de");
  const object = article === "der" ? `den ${noun}` : name;
  const of = article === undefined ? "von" : plural ? "von den" : article === "die" ? "von der" : "vom";
  const to = row.de_to || (article === undefined ? "nach" : "in");
  return {
    name,
    plural,
    object,
    of: `${of} ${dativeNoun(noun, plural)}`,
    to: `${to} ${object}`.replace(/^in das /, "ins "),
  };
}

/** Adjectives before the noun end in -en, nouns in the plural in -n: "dem Vereinigten Königreich", "den Niederlanden". */
function dativeNoun(noun: string, plural: boolean): string {
  const words = noun.split(" ");
  return words
    .map((word, index) =>
      index < words.length - 1 ? word.replace(/e$/, "en") : plural && !/[ns]$/i.test(word) ? `${word}n` : word,
    )
    .join(" ");
}
