import type { NumberSpan } from "./numbers.ts";
import type { Token } from "./tokens.ts";

/** A sentence by the positions of its tokens; `end` is exclusive. Paragraphs are parted by empty lines. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

const ABBREVIATIONS = new Set(
  "ca bzw mio mrd mln mld st nr no resp vs dr mr mme inc z b u a d h t o v co approx incl excl tsd art blz jan feb febr aug sept okt oct nov dec dez mill vgl usw m n".split(
    " ",
  ),
);
/** A line as short as this is a heading or a line of a list, not one that was broken to fit. */
const SHORT_LINE = 50;
/** A text with a longer line has a paragraph on each: none of its lines was broken to fit. */
const LONGEST_WRAPPED = 160;
/** No sentence is longer: what has no full stop is not read as one. */
const MOST_TOKENS = 150;

export function splitSentences(
  text: string,
  tokens: readonly Token[],
  numbers: readonly NumberSpan[],
): readonly Sentence[] {
  const inNumber = new Set(
    numbers.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  const found: Sentence[] = [];
  const isWrapped = !text.split("\n").some((line) => line.length > LONGEST_WRAPPED);
  let start = 0;
  let paragraph = 0;
  let lineStart = 0;
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const gap = next === undefined ? "" : text.slice(token.end, next.start);
    const breaks = gap.split("\n").length - 1;
    const isEnd =
      next === undefined ||
      breaks > 1 ||
      (breaks === 1 && (!isWrapped || endsAtLineBreak(token, next, token.end - lineStart))) ||
      (endsAtMark(tokens, at, gap, inNumber.has(at - 1)) && !inNumber.has(at) && !isListNumber(tokens, start, at)) ||
      at - start >= MOST_TOKENS;
    if (breaks > 0) lineStart = next?.start ?? 0;
    if (!isEnd) return;
    found.push({ start, end: at + 1, paragraph });
    start = at + 1;
    if (breaks > 1) paragraph += 1;
  });
  return found;
}

function endsAtLineBreak(token: Token, next: Token, length: number): boolean {
  return length < SHORT_LINE || /^[.:!?|]$/u.test(token.text) || /^[-–—•·*|#>]$/u.test(next.text);
}

/** `1. China`, `IV. Quartal`: the number of a line of a list. */
function isListNumber(tokens: readonly Token[], start: number, at: number): boolean {
  return at === start + 1 && (tokens[start]?.kind === "number" || /^(?:I|II|III|IV)$/.test(tokens[start]?.text ?? ""));
}

function endsAtMark(tokens: readonly Token[], at: number, gap: string, isAfterNumber: boolean): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || !/^[.!?…]$/u.test(token.text)) return false;
  if (gap === "" && !/^["»”’]$/u.test(next.text)) return false;
  if (token.text !== ".") return true;
  if (before !== undefined && !isAfterNumber && ABBREVIATIONS.has(before.folded) && before.end === token.start)
    return false;
  return next.kind !== "word" || /^\p{Lu}/u.test(next.text);
}
