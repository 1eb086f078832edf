import type { Token } from "./tokens.ts";
import type { ClaimWords } from "./words.ts";

/** A country that a text names, by the positions of its tokens. */
export interface CountrySpan {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Codes by name, in lower case without diacritics and with single spaces for everything else that is no letter. */
export type CountryNames = ReadonlyMap<string, string>;

const LONGEST_NAME = 6;

/** Finds the countries of a text: names in any language and spelling on file, inflected too, adjectives and inhabitants. */
export function findCountries(
  tokens: readonly Token[],
  names: CountryNames,
  adjectives: ReadonlyMap<string, string>,
  ignored: ReadonlySet<number>,
): readonly CountrySpan[] {
  const found: CountrySpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const span = ignored.has(at) ? null : countryAt(tokens, at, names, adjectives);
    if (span !== null) found.push(span);
    at = span === null ? at + 1 : span.end;
  }
  return found;
}

function countryAt(
  tokens: readonly Token[],
  at: number,
  names: CountryNames,
  adjectives: ReadonlyMap<string, string>,
): CountrySpan | null {
  const first = tokens[at];
  if (first === undefined || first.kind !== "word") return null;
  const capital = /^\p{Lu}/u.test(first.text);
  let name = "";
  let best: CountrySpan | null = null;
  const limit = capital ? tokens.length : 0;
  for (let end = at, words = 0; end < limit && words < LONGEST_NAME; end += 1) {
    const token = tokens[end];
    if (token === undefined) break;
    if (token.kind === "mark" && /^[-‑'’./&]$/u.test(token.text) && tokens[end + 1]?.kind === "word") continue;
    // `Congo (Democratic Republic)`
    if (name !== "" && token.text === "(" && tokens[end + 1]?.kind === "word") continue;
    if (token.kind !== "word") break;
    name = name === "" ? token.folded : `${name} ${token.folded}`;
    words += 1;
    const code = codeOf(name, names);
    // Two or three letters are a name in capitals only: `US`, `VAE`; otherwise they are a word.
    if (code !== null && (name.length > 3 || first.text === first.text.toUpperCase())) {
      const closes = tokens[end + 1]?.text === ")" && tokens.slice(at, end).some(({ text }) => text === "(");
      best = { code, start: at, end: end + (closes ? 2 : 1) };
    }
  }
  if (best !== null) return best;
  const two = `${first.folded}-${tokens[at + 2]?.folded ?? ""}`;
  if (tokens[at + 1]?.text === "-" && adjectives.has(two))
    return { code: adjectives.get(two) ?? "", start: at, end: at + 3 };
  const code = adjectives.get(first.folded);
  return code === undefined ? null : { code, start: at, end: at + 1 };
}

/** What was looked up once: texts come back to the same words. */
const KNOWN = new WeakMap<CountryNames, Map<string, string | null>>();
/** So many different words are kept. */
const MOST_KNOWN = 50_000;

function codeOf(name: string, names: CountryNames): string | null {
  const known = KNOWN.get(names) ?? new Map<string, string | null>();
  KNOWN.set(names, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const code = findCode(name, names);
  if (known.size < MOST_KNOWN) known.set(name, code);
  return code;
}

/** A name as it stands in the table, or in a case of German: `Vereinigten Arabischen Emiraten`, `Chinas`. */
function findCode(name: string, names: CountryNames): string | null {
  const known = names.get(name);
  if (known !== undefined) return known;
  const variants = [
    name.replace(/s$/, ""),
    name.replaceAll(/en\b/g, "e"),
    name.replace(/n$/, ""),
    name.replaceAll(/ten\b/g, "tes").replaceAll(/en\b/g, "e"),
    name.replace(/en /, "es ").replace(/s$/, ""),
    name.replaceAll(/en\b/g, "e").replace(/s$/, ""),
    name
      .replace(/^vereinigten /, "vereinigte ")
      .replace(/^vereinigte arabischen /, "vereinigte arabische ")
      .replace(/emiraten$/, "emirate"),
    name.replace(/er /, "e "),
  ];
  for (const variant of variants) {
    const code = variant.length > 3 ? names.get(variant) : undefined;
    if (code !== undefined) return code;
  }
  return null;
}

export function adjectivesOf(words: ClaimWords): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words.adjectives).flatMap(([code, list]) => list.split(" ").map((word) => [word, code] as const)),
  );
}
