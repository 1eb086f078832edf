/** A word, a number in digits, or a mark of a text. */
export interface Token {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
  /** Lower case without diacritics: the form in which words are compared. */
  readonly folded: string;
  /** Offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Digits in groups of three (parted by point, comma, apostrophe, underscore-free spaces of any width) with a decimal part, or digits with a
 * decimal part. An ordinary space groups only where exactly three digits follow, and after at most three.
 */
const NUMBER = String.raw`(?<![\d.,])\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*`;
const WORD = String.raw`\p{L}[\p{L}\p{M}]*\d*`;
/** Marks inside a word part it and mean nothing: `d'origine`, `CO's`, `Saudi-Arabien`, `U.S.`; a capital after a full stop begins a sentence. */
const INSIDE_WORD = String.raw`(?<=\p{L})(?:['’‑-](?=\p{L})|\.(?=\p{Ll}))|(?<=\b\p{L})\.(?=\p{L})|['’]`;
/** The captures are numbered: named ones would make an object of each token. */
const TOKEN = new RegExp(`(${NUMBER})|(${WORD})|(${INSIDE_WORD})|\\S`, "gu");

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, number, word, inside] = match;
    if (inside !== undefined) continue;
    const kind = number !== undefined ? "number" : word !== undefined ? "word" : "mark";
    const folded = kind === "word" ? foldWord(whole) : whole;
    tokens.push({ kind, text: whole, folded, start: match.index, end: match.index + whole.length });
  }
  return tokens;
}

/** The form in which a word is compared. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower)
    ? lower
    : lower.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").replaceAll("œ", "oe");
}

const PLAIN = /^[a-z]*$/;
