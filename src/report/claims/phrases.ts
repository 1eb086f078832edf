import type { Token } from "./tokens.ts";
import type { ClaimWords, Cue } from "./words.ts";

/** A phrase of a text that a reader of claims knows, by the positions of its tokens; `end` is exclusive. */
export interface CueSpan {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
  /** Where a phrase with a gap ends; its first words end at `end`. */
  readonly until?: number;
}

interface Phrase {
  readonly cue: Cue;
  readonly parts: readonly string[];
  /** After how many parts up to eight other words may stand; 0: nowhere. */
  readonly gapAfter: number;
}

/** The phrases of a language, found by the beginning of their first word. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>;

const OF = /^(?:of|all|aller|alle|to|from|van|tot|aan|de|du|des|d|a|der|zum|am|vom)$/;
const PARTS: ReadonlySet<Cue> = new Set(["share", "contribution"]);
const KEY_LENGTH = 2;
const LONGEST_GAP = 8;
const GAP = "...";
const ANY_ENDING = "*";

export function createPhraseBook(cues: ClaimWords["cues"]): PhraseBook {
  const book = new Map<string, Phrase[]>();
  for (const [cue, list] of Object.entries(cues)) {
    for (const text of list.split("|")) {
      const words = text.split(" ");
      const gap = words.indexOf(GAP);
      const parts = words.filter((word) => word !== GAP);
      const key = keyOf(parts[0] ?? "");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the names of the keys
      const phrase = { cue: cue as Cue, parts, gapAfter: Math.max(gap, 0) };
      book.set(key, [...(book.get(key) ?? []), phrase]);
    }
  }
  return book;
}

function keyOf(word: string): string {
  return word.slice(0, KEY_LENGTH).replace(ANY_ENDING, "");
}

/** The longest phrase at each position, every cue of it; phrases do not overlap. `free` says which tokens may take part. */
export function findCues(
  tokens: readonly Token[],
  book: PhraseBook,
  free: (at: number) => boolean,
): readonly CueSpan[] {
  const found: CueSpan[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || taken.has(at) || !free(at)) continue;
    let longest = 0;
    let best: readonly { readonly phrase: Phrase; readonly last: number }[] = [];
    for (const phrase of book.get(keyOf(token.folded)) ?? []) {
      const last = lastOf(phrase, tokens, at, free);
      if (last === null) continue;
      const weight = weightOf(phrase);
      if (weight > longest) [longest, best] = [weight, [{ phrase, last }]];
      else if (weight === longest) best = [...best, { phrase, last }];
    }
    const first = best[0];
    if (first === undefined) continue;
    for (const { phrase } of best) {
      const end = at + (phrase.gapAfter === 0 ? phrase.parts.length : phrase.gapAfter);
      found.push({ cue: phrase.cue, start: at, end, ...(phrase.gapAfter === 0 ? {} : { until: first.last + 1 }) });
    }
    const tail = first.phrase.gapAfter > 0 ? first.phrase.parts.length - first.phrase.gapAfter : 0;
    for (let inside = first.last - tail + 1; inside <= first.last; inside += 1) taken.add(inside);
    const length = first.phrase.gapAfter === 0 ? first.phrase.parts.length : first.phrase.gapAfter;
    // `of the goods value` tells a share, and its subject too.
    if (OF.test(first.phrase.parts[0] ?? "") && PARTS.has(first.phrase.cue)) continue;
    for (let inside = at + 1; inside < at + length; inside += 1) taken.add(inside);
  }
  return found;
}

/** More words win, then more letters; a word known whole wins over a beginning. */
function weightOf({ parts }: Phrase): number {
  return parts.reduce((sum, part) => sum + 100 + part.length + (part.endsWith(ANY_ENDING) ? -1 : 0.5), 0);
}

/** The position of the phrase's last token, or `null` where the phrase does not stand. */
function lastOf(phrase: Phrase, tokens: readonly Token[], at: number, free: (at: number) => boolean): number | null {
  const matchesFrom = (part: number, from: number, end: number): boolean => {
    for (let index = part; index < end; index += 1) {
      const token = tokens[from + index - part];
      if (token === undefined || !free(from + index - part) || !fits(token, phrase.parts[index] ?? "")) return false;
    }
    return true;
  };
  const { parts, gapAfter } = phrase;
  if (gapAfter === 0) return matchesFrom(0, at, parts.length) ? at + parts.length - 1 : null;
  if (!matchesFrom(0, at, gapAfter)) return null;
  for (let from = at + gapAfter; from <= at + gapAfter + LONGEST_GAP * 2; from += 1) {
    const token = tokens[from];
    if (token === undefined || /^[.;!?]$/.test(token.text)) return null;
    if (matchesFrom(gapAfter, from, parts.length)) return from + parts.length - gapAfter - 1;
  }
  return null;
}

function fits(token: Token, part: string): boolean {
  return part.endsWith(ANY_ENDING) ? token.folded.startsWith(part.slice(0, -1)) : token.folded === part;
}

/** The longest phrase that ends just before a position, of the given cues. */
export function phraseBefore(tokens: readonly Token[], end: number, book: PhraseBook): CueSpan | null {
  for (let length = 5; length >= 1; length -= 1) {
    const at = end - length;
    const token = tokens[at];
    if (token === undefined) continue;
    const phrase = (book.get(keyOf(token.folded)) ?? []).find(
      ({ parts }) =>
        parts.length === length &&
        parts.every((part, index) => {
          const inner = tokens[at + index];
          return inner !== undefined && fits(inner, part);
        }),
    );
    if (phrase !== undefined) return { cue: phrase.cue, start: at, end };
  }
  return null;
}
