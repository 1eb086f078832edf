import { findCountries, type CountryNames, type CountrySpan } from "./find-countries.ts";
import { findOtherChambers } from "./find-other-chambers.ts";
import { findNoise } from "./find-noise.ts";
import { findPeriods, type PeriodSpan } from "./find-periods.ts";
import { findNumbers, type NumberSpan } from "./numbers.ts";
import { findCues, phraseBefore, type CueSpan } from "./phrases.ts";
import { HEDGES, type Hedge } from "./printed-number.ts";
import { splitSentences, type Sentence } from "./split-sentences.ts";
import type { Token } from "./tokens.ts";
import type { Cue } from "./words.ts";
import type { WordBook } from "./word-books.ts";

export type Preposition = "by" | "of" | "to" | "from" | "after";

/** A number that may be a claim, with the words that stand right before it. */
export interface Quantity extends NumberSpan {
  readonly hedge: Hedge | null;
  readonly preposition: Preposition | null;
  /** Where the words before it begin. */
  readonly from: number;
}

/** Everything that a text holds, by the positions of its tokens. */
export interface ScannedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Quantity[];
  readonly cues: readonly CueSpan[];
  readonly periods: readonly PeriodSpan[];
  readonly countries: readonly CountrySpan[];
  readonly sentences: readonly Sentence[];
}

/** Words between a preposition and its number that mean nothing. */
const BETWEEN = new Set(
  "een a the den dem ein eine einen einem un une les le la de het das der die total totaal insgesamt totale maar liefst sogar immerhin zelfs meme as much many noch nog no tot wel gar stolze ganze dan some altogether full fully platz plaats place rang position plek rank number".split(
    " ",
  ),
);

/** What is known of names: countries, and the chambers on file. */
export interface Names {
  readonly countryNames: CountryNames;
  readonly chambers: readonly string[];
}

export function scanText(text: string, tokens: readonly Token[], book: WordBook, names: Names): ScannedText {
  const noise = findNoise(text, tokens, new Map([...book.shortMonths, ...book.months]), book.words);
  const multiples = findCues(tokens, book.withNumbers, (at) => !noise.has(at));
  const inMultiples = spread(multiples);
  const numbers = findNumbers(tokens, book.words, new Set([...noise, ...inMultiples]));
  const nouns = new Set(numbers.map(({ noun }) => noun));
  const inNumbers = new Set([...spread(numbers)].filter((at) => !nouns.has(at)));
  const countries = findCountries(tokens, names.countryNames, book.adjectives, new Set([...noise, ...inNumbers]));
  const inCountries = spread(countries);
  // Years take no hedge: `more than 2016` compares, `more than 2016 euro` does not.
  const rawCues = findCues(tokens, book.others, (at) => !noise.has(at) && !inNumbers.has(at));
  const years = spread(findPeriods(tokens, numbers, rawCues, book.months, noise, text));
  const quantities = numbers.map((number) =>
    years.has(number.start)
      ? { ...number, hedge: null, preposition: null, from: number.start }
      : withWordsBefore(number, tokens, book),
  );
  const inWordsBefore = new Set(
    quantities.flatMap(({ from, start, hedge }) => (hedge === null ? [] : rangeOf(from, start))),
  );
  const taken = new Uint8Array(tokens.length);
  for (const set of [noise, inNumbers, inCountries, inMultiples, inWordsBefore]) for (const at of set) taken[at] = 1;
  const free = (at: number): boolean => taken[at] === 0;
  const foreign = findOtherChambers(tokens, names.chambers, rawCues);
  const cues = [...findCues(tokens, book.others, free), ...multiples, ...foreign].toSorted((a, b) => a.start - b.start);
  const periods = findPeriods(tokens, numbers, cues, book.months, noise, text);
  const inPeriods = spread(periods);
  return {
    text,
    tokens,
    quantities: quantities.filter(({ start }) => !inPeriods.has(start)),
    cues: cues.filter((span) => !inPeriods.has(span.start) && !isOfMove(span, cues, tokens)),
    periods,
    countries,
    sentences: splitSentences(text, tokens, numbers),
  };
}

const WHOLES: ReadonlySet<Cue> = new Set(["rise", "fall", "value", "certificates", "average"]);

/** `the growth of the goods value`, `the value of the certificates`: of it, but no part of it. */
function isOfMove({ cue, start }: CueSpan, cues: readonly CueSpan[], tokens: readonly Token[]): boolean {
  if (cue !== "share" || !/^(?:of|van|de|du|des|der|d)$/.test(tokens[start]?.folded ?? "")) return false;
  return cues.some((other) => other.end === start && WHOLES.has(other.cue));
}

function withWordsBefore(number: NumberSpan, tokens: readonly Token[], book: WordBook): Quantity {
  let from = number.start;
  const skip = (): void => {
    while (/^[€$£+\-–−]$/u.test(tokens[from - 1]?.text ?? "") || /^(?:eur|euro)$/.test(tokens[from - 1]?.folded ?? ""))
      from -= 1;
  };
  skip();
  // `frôle le milliard`: an article may stand between.
  const article = /^(?:le|la|les|l|the|de|het|die|das|der|den)$/.test(tokens[from - 1]?.folded ?? "") ? from - 1 : from;
  const hedge = phraseBefore(tokens, from, book.hedges) ?? phraseBefore(tokens, article, book.hedges);
  if (hedge !== null) from = hedge.start;
  let before = from;
  let preposition = phraseBefore(tokens, before, book.prepositions);
  for (let step = 0; preposition === null && step < 3 && BETWEEN.has(tokens[before - 1]?.folded ?? ""); step += 1) {
    before -= 1;
    preposition = phraseBefore(tokens, before, book.prepositions);
  }
  return {
    ...number,
    hedge: HEDGES.find((one) => one === hedge?.cue) ?? null,
    preposition: isPreposition(preposition?.cue) ? preposition.cue : null,
    from,
  };
}

function isPreposition(cue: string | undefined): cue is Preposition {
  return cue === "by" || cue === "of" || cue === "to" || cue === "from" || cue === "after";
}

function spread(spans: readonly { readonly start: number; readonly end: number }[]): ReadonlySet<number> {
  return new Set(spans.flatMap(({ start, end }) => rangeOf(start, end)));
}

function rangeOf(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
