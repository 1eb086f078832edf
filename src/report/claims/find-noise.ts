import type { Token } from "./tokens.ts";
import type { ClaimWords } from "./words.ts";

/** A line with one of these holds addresses and numbers to call, no claims. */
const CONTACT =
  /@|https?:|www\.|\b(?:tel|telefoon|telefon|téléphone|telephone|phone|fax|gsm|mobil|iban|btw|tva|ust|vat|bic|siret)\b[ .:]*[+(\d]|\+\d{2}[ \d(/.]{6}/iu;
/** A number in a clock, of a page, in a list or as a footnote. */
const CLOCK = /^(?:uur|h|uhr|am|pm|u|heures?)$/;
const PAGE =
  /^(?:blz|pagina|page|p|seite|s|fig|figuur|figure|abb|abbildung|bijlage|annexe|artikel|article|art|tabel|tableau|tabelle|table|grafiek|graphique)$/;

/** The positions of tokens that make no claim: dates, times, contact lines, page numbers, numbers of lists, footnotes. */
export function findNoise(
  text: string,
  tokens: readonly Token[],
  months: ReadonlyMap<string, number>,
  words: ClaimWords,
): ReadonlySet<number> {
  const noise = new Set<number>();
  const contactLines = findContactLines(text);
  let line = 0;
  tokens.forEach((token, at) => {
    while (line < contactLines.length && (contactLines[line]?.end ?? 0) <= token.start) line += 1;
    if ((contactLines[line]?.start ?? Infinity) <= token.start) noise.add(at);
    if (token.kind !== "number") {
      // Codes such as EUR.1 and CO2 are words; a superscript is a footnote.
      return;
    }
    for (const other of dateAt(tokens, at, months, words)) noise.add(other);
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (after !== undefined && CLOCK.test(after.folded) && /^\d{1,2}(?:[.:]\d\d)?$/.test(token.text)) noise.add(at);
    if (before !== undefined && PAGE.test(before.folded)) noise.add(at);
    if (before?.text === "." && PAGE.test(tokens[at - 2]?.folded ?? "") && tokens[at - 2]?.end === before.start)
      noise.add(at);
    if (before?.text === "[" && after?.text === "]") noise.add(at);
    const beginsLine = before === undefined || text.slice(before.end, token.start).includes("\n");
    if (beginsLine && after?.text === ")" && after.start === token.end) noise.add(at);
    // `5G`, `4x`: a number that a letter is glued to is a name, unless the letters make an ordinal.
    if (after?.kind === "word" && after.start === token.end && !isUnitOrEnding(after.folded, words)) noise.add(at);
    if (before?.kind === "word" && before.end === token.start) noise.add(at);
  });
  return noise;
}

function isUnitOrEnding(word: string, words: ClaimWords): boolean {
  return (
    words.ordinalEndings.includes(word) || words.scales[word] !== undefined || /^(?:eur|euro|euros|pct|pp)$/.test(word)
  );
}

function findContactLines(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  // A line, or a sentence of it.
  for (const match of text.matchAll(/[^\n]+?(?:[.!?](?=\s+\p{Lu})|(?=\n)|$)/gu)) {
    if (CONTACT.test(match[0])) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The tokens of a date with a day, around a number; none when it is no such date. A month with a year is a period. */
function dateAt(
  tokens: readonly Token[],
  at: number,
  months: ReadonlyMap<string, number>,
  words: ClaimWords,
): readonly number[] {
  const token = tokens[at];
  if (token === undefined) return [];
  if (/^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$/.test(token.text)) return [at];
  const [second, third, fourth, fifth] = [tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  const isSlash = (mark: Token | undefined): boolean => mark?.text === "/" || mark?.text === "-";
  if (
    isSlash(second) &&
    isSlash(fourth) &&
    third?.kind === "number" &&
    fifth?.kind === "number" &&
    /^\d{1,4}$/.test(token.text)
  ) {
    return [at, at + 1, at + 2, at + 3, at + 4];
  }
  const day = /^(?:[1-9]|[12]\d|3[01])$/.test(token.text);
  if (!day) return [];
  // `7 oktober`, `1er mars`, `12. Januar 2026`, `7th of October`.
  let next = at + 1;
  const between = new Set<string>([...words.ordinalEndings, ".", "of", "de"]);
  while (next < at + 3 && between.has(tokens[next]?.folded ?? "")) next += 1;
  if (months.has(tokens[next]?.folded ?? "") && isCapitalWhereNeeded(tokens[next], words)) {
    return range(at, isYear(tokens[next + 1]) ? next + 2 : next + 1);
  }
  // `March 5, 2017`, `on March 5`.
  const before = tokens[at - 1];
  if (words.language === "en" && months.has(before?.folded ?? "") && isCapitalWhereNeeded(before, words)) {
    return range(at - 1, isYear(tokens[at + 2]) && second?.text === "," ? at + 3 : at + 1);
  }
  return [];
}

/** English months have capitals, and `may` and `march` without are verbs. */
function isCapitalWhereNeeded(token: Token | undefined, { language }: ClaimWords): boolean {
  return language !== "en" || /^[A-Z]/.test(token?.text ?? "");
}

function isYear(token: Token | undefined): boolean {
  return /^(?:19|20)\d\d$/.test(token?.text ?? "");
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
