import { distance } from "fastest-levenshtein";

import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { Language } from "../domain/language.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

type CountryColumn = "code" | "alpha3" | "numeric" | "en" | "nl" | "fr" | "de" | "es" | "until";

export interface Countries {
  /** The alpha-2 code of a country written as ISO code (alpha-2, alpha-3, numeric) or name; `null` when unknown. */
  readonly resolve: (text: string) => string | null;
  /** The codes of all names, in their folded form. */
  readonly byName: ReadonlyMap<string, string>;
  /** Up to three known names that are nearest to a text, nearest first. */
  readonly nearest: (text: string) => readonly string[];
}

/** The names of countries by code, in one language; a code that has none stands for itself. */
export function countryNames(language: Language): (code: string) => string {
  const names = new Map(readDataRows<CountryColumn>("countries.csv").map((row) => [row.code, row[language]]));
  return (code) => names.get(code) ?? code;
}

/** Reads the country table: ISO 3166-1 and -3, the names in five languages and the variants. */
export function loadCountries(): Countries {
  const rows = readDataRows<CountryColumn>("countries.csv");
  const variants = readDataRows<"name" | "code">("country-variants.csv");

  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  const spellings = new Map<string, string>();
  const add = (name: string, code: string): void => {
    const folded = fold(name);
    names.set(folded, code);
    spellings.set(folded, name);
  };
  for (const row of rows) {
    // That a destination is no country is for a profile to say, not for a cell.
    if (row.code === NOT_A_COUNTRY) continue;
    for (const code of [row.numeric, row.alpha3, row.code]) if (code !== "") codes.set(code, row.code);
    for (const name of [row.es, row.de, row.fr, row.nl, row.en]) add(name, row.code);
  }
  // A two- or three-letter variant (UK, EL, VAE) is matched as a name too: case and punctuation do not matter.
  for (const { name, code } of variants) add(name, code);

  return {
    resolve: (text) => codes.get(text.trim().toUpperCase()) ?? names.get(fold(text)) ?? null,
    byName: names,
    nearest: (text) => nearestNames(fold(text), names, spellings),
  };
}

/** One name per country, within a third of the length in edits (two for a swapped pair): further away is noise. */
function nearestNames(
  folded: string,
  names: ReadonlyMap<string, string>,
  spellings: ReadonlyMap<string, string>,
): readonly string[] {
  // Two or three letters are near to every code.
  if (folded.length < 4) return [];
  const limit = Math.max(2, Math.floor(folded.length / 3));
  const candidates = [...names]
    .map(([name, code]) => ({ name, code, edits: distance(folded, name) }))
    .filter(({ edits }) => edits <= limit)
    .toSorted((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  const found = new Map<string, string>();
  for (const { name, code } of candidates) if (!found.has(code)) found.set(code, spellings.get(name) ?? name);
  return [...found.values()].slice(0, 3);
}
