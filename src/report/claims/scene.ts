import type { CountrySpan } from "./find-countries.ts";
import { isOffset, type PeriodSpan } from "./find-periods.ts";
import type { CueSpan } from "./phrases.ts";
import type { Quantity, ScannedText } from "./scan-text.ts";
import type { Sentence } from "./split-sentences.ts";
import type { Cue } from "./words.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a sentence between commas, brackets and conjunctions: what stands in it belongs together. */
export interface Piece extends Span {
  readonly index: number;
  /** The piece that the brackets stand behind; `null` outside of brackets. */
  readonly parent: Piece | null;
}

/** A time with what it does in its sentence. */
export interface ScenePeriod extends PeriodSpan {
  /** What something is compared to. */
  readonly isBase: boolean;
  /** The number just before it that it belongs to: `20.114 in 2016`. */
  readonly owner: Quantity | null;
  /** `a record for a first half`: a superlative compares the same months of each year. */
  readonly isKind: boolean;
  /** `the record of 2015`: the time of an earlier record. */
  readonly isOfRecord: boolean;
}

/** A sentence with everything found in it. */
export interface Scene {
  readonly sentence: Sentence;
  /** Where the sentence begins; of a line of a list, what stands below the heading. */
  readonly bodyStart: number;
  readonly pieces: readonly Piece[];
  readonly quantities: readonly Quantity[];
  readonly cues: readonly CueSpan[];
  readonly periods: readonly ScenePeriod[];
  readonly countries: readonly CountrySpan[];
  readonly pieceOf: (span: Span) => Piece;
  /** A word, as it is compared. */
  readonly textOf: (at: number) => string;
  /** What stands in the text. */
  readonly sourceOf: (span: Span) => string;
}

const BREAKS = /^[,;:()[\]—–|•«»“”"„?!]$/u;
/** Of the units that make a number of a sentence a quantity of its own. */
const UNITS: ReadonlySet<Cue> = new Set([
  "percent",
  "points",
  "euro",
  "certificates",
  "exporters",
  "destinations",
  "products",
]);

/** The parts of a text that fall into a sentence, found without going over the whole text each time. */
export function within<Of extends Span>(spans: readonly Of[], { start, end }: Span): readonly Of[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while (low < spans.length && (spans[low]?.start ?? Infinity) < end) low += 1;
  return spans.slice(first, low);
}

export function createScene(scan: ScannedText, sentence: Sentence, bodyStart = sentence.start): Scene {
  const quantities = within(scan.quantities, sentence);
  const cues = within(scan.cues, sentence);
  const countries = within(scan.countries, sentence);
  const textOf = (at: number): string => scan.tokens[at]?.folded ?? "";
  const pieces = splitPieces(sentence, quantities, cues, countries, textOf);
  const pieceAt = placePieces(pieces, sentence);
  const pieceOf = ({ start }: Span): Piece =>
    pieceAt[start - sentence.start] ?? { index: 0, parent: null, ...sentence };
  return {
    sentence,
    bodyStart,
    pieces,
    quantities,
    cues,
    periods: within(scan.periods, sentence).map((period) =>
      placePeriod(period, quantities, cues, countries, pieceOf, textOf),
    ),
    countries,
    pieceOf,
    textOf,
    sourceOf: ({ start, end }) => scan.text.slice(scan.tokens[start]?.start ?? 0, scan.tokens[end - 1]?.end ?? 0),
  };
}

/** The piece of every token; marks between pieces belong to the one before. */
function placePieces(pieces: readonly Piece[], { start, end }: Span): readonly (Piece | undefined)[] {
  let at = 0;
  return Array.from({ length: end - start }, (_, offset) => {
    while ((pieces[at + 1]?.start ?? Infinity) <= start + offset) at += 1;
    return pieces[at];
  });
}

function splitPieces(
  sentence: Sentence,
  quantities: readonly Quantity[],
  cues: readonly CueSpan[],
  countries: readonly CountrySpan[],
  textOf: (at: number) => string,
): readonly Piece[] {
  const inNumber = new Set(
    quantities.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  const conjunctions = new Set(
    cues
      .filter(
        ({ cue, start, end }) =>
          cue === "but" ||
          (cue === "followedBy" && countries.some((country) => country.start >= end && country.start - start <= 4)),
      )
      .map(({ start }) => start),
  );
  const pieces: Piece[] = [];
  let start = sentence.start;
  let outer: Piece | null = null;
  const close = (end: number, parent: Piece | null): Piece | null => {
    if (end <= start) return pieces.at(-1) ?? null;
    const parts = splitAtAnd({ start, end }, quantities, cues);
    for (const part of parts) pieces.push({ ...part, index: pieces.length, parent });
    return pieces.at(-1) ?? null;
  };
  for (let at = sentence.start; at < sentence.end; at += 1) {
    const text = textOf(at);
    const isBreak = BREAKS.test(text) && !inNumber.has(at);
    if (!isBreak && !conjunctions.has(at)) continue;
    const closed = close(at, outer);
    if (text === "(") outer = outer ?? closed;
    if (text === ")") outer = null;
    start = isBreak ? at + 1 : at;
  }
  close(sentence.end, outer);
  return pieces;
}

/** `22.816 certificates and 865 million euro`: two statements, where a quantity stands on either side. */
function splitAtAnd(span: Span, quantities: readonly Quantity[], cues: readonly CueSpan[]): readonly Span[] {
  const isQuantity = (from: number, to: number): boolean =>
    quantities.some(
      (quantity) =>
        quantity.start >= from &&
        quantity.end <= to &&
        (quantity.inDigits ||
          quantity.ordinal ||
          cues.some(({ cue, start }) => UNITS.has(cue) && start >= quantity.end && start <= quantity.end + 3)),
    );
  const and = cues.find(
    ({ cue, start, end }) =>
      cue === "and" &&
      start > span.start &&
      end < span.end &&
      isQuantity(span.start, start) &&
      isQuantity(end, span.end),
  );
  if (and === undefined) return [span];
  return [{ start: span.start, end: and.start }, ...splitAtAnd({ start: and.end, end: span.end }, quantities, cues)];
}

/** What makes a number a factor. */
export const TIMES = /^(?:times|fois|keer|maal|mal)$/;
const BESIDE = /^(?:below|above|under|onder|boven|unter|uber|sous)$/;
const LESS_OR_MORE: ReadonlySet<Cue> = new Set(["less", "more"]);

/** So many words may stand between a record and its year: `the record of the year 2015`. */
export const RECORD_REACH = 4;

function placePeriod(
  period: PeriodSpan,
  quantities: readonly Quantity[],
  cues: readonly CueSpan[],
  countries: readonly CountrySpan[],
  pieceOf: (span: Span) => Piece,
  textOf: (at: number) => string,
): ScenePeriod {
  const piece = pieceOf(period);
  const before = quantities.findLast(({ end }) => end <= period.start);
  const base = cues.findLast(
    ({ cue, end, start }) => cue === "base" && end <= period.start && start >= piece.start && period.start - end <= 6,
  );
  // `20.114 in 2016`; but not `6,73 % more than in 2016`, where the comparison comes between.
  const between =
    before === undefined ? [] : cues.filter(({ start, end }) => start >= before.end && end <= period.start);
  const near = before !== undefined && pieceOf(before) === piece && period.start - before.end <= 7;
  const verbs = between.some(({ cue }) => cue === "base" || cue === "rise" || cue === "fall" || cue === "and");
  const hasCountry = before !== undefined && countries.some(({ start }) => start >= before.end && start < period.start);
  const owner = near && !verbs && !hasCountry && period.role === "when" ? before : null;
  // `aussi élevé qu'en 2017` likens, it does not compare.
  const isEquative =
    base !== undefined &&
    textOf(base.start).startsWith("qu") &&
    Array.from({ length: base.start - piece.start }, (_, at) => textOf(piece.start + at)).some((word) =>
      /^(?:aussi|autant)$/.test(word),
    );
  // `Als die Zählung 2007 begann` and `que retenir de 2013` tell when.
  const isWhen =
    base?.start === piece.start &&
    (/^(?:que|qu)$/.test(textOf(piece.start)) || (piece.index === 0 && textOf(piece.start) === "als"));
  const led = !isEquative && !isWhen && base !== undefined && (before === undefined || before.end <= base.start);
  const record = cues.findLast(
    ({ cue, end }) =>
      (cue === "record" || cue === "recordLow") && end <= period.start && period.start - end <= RECORD_REACH,
  );
  // `its 2012 record`
  const isBeforeRecord =
    /^(?:its|the|their)$/.test(textOf(period.start - 1)) &&
    cues.some(({ cue, start }) => cue === "record" && start === period.end);
  const isAfterRecord =
    record !== undefined &&
    (before === undefined || before.end <= record.start) &&
    Array.from({ length: period.start - record.end }, (_, at) => textOf(record.end + at)).some((word) =>
      /^(?:aus|uit|van|from|of|de|von|set|gevestigd|aufgestellt|etabli)$/.test(word),
    );
  const before4 = [1, 2, 3, 4].map((back) => textOf(period.start - back));
  const isKind = period.year === null && before4.some((word) => /^(?:for|voor|pour|fur)$/.test(word));
  const [two, one] = [textOf(period.start - 2), textOf(period.start - 1)];
  // `1,685 down on 2008`, `49.6 million short of 2013`, `1.9 times the number of 2009`.
  const isTimes = owner !== null && !owner.ordinal && TIMES.test(textOf(owner.end));
  const over = isTimes || (owner !== null && (/^(?:on|over)$/.test(one) || (two === "short" && one === "of")));
  // `A year earlier it had fallen` tells when; `year on year` compares.
  const isYearOnYear =
    !/^(?:19|20)\d\d$/.test(textOf(period.end - 1)) && /^(?:op|on|over|sur|en|jahres)/.test(textOf(period.start + 1));
  const opens =
    isOffset(period.year) &&
    (period.start - piece.start <= 1 || /^(?:in|im)$/.test(one)) &&
    base === undefined &&
    !isYearOnYear;
  // `3.3 per cent below the year before`, `12 per cent below its 2013 peak`
  const isBeside = cues.some(
    ({ cue, start, end }) =>
      LESS_OR_MORE.has(cue) &&
      before !== undefined &&
      before.end <= start &&
      end <= period.start &&
      period.start - end <= RECORD_REACH &&
      start >= piece.start &&
      BESIDE.test(textOf(start)),
  );
  const isMeasure =
    isBeside || (isOffset(period.year) && cues.some(({ cue, end }) => LESS_OR_MORE.has(cue) && end === period.start));
  return {
    ...period,
    isBase: period.role === "from" || led || over || isMeasure || (isOffset(period.year) && owner === null && !opens),
    owner: over || isMeasure ? null : owner,
    isOfRecord: isBeforeRecord || isAfterRecord,
    isKind,
  };
}

/** Whether a number is what another is compared to: `against 20.114`, `from 147 to 152`, `after 7 % in 2016`. */
export function isCompared(scene: Scene, number: Quantity | null): boolean {
  // `busier than October by 23`
  if (number === null || number.preposition === "by") return false;
  if (number.preposition === "from" || number.preposition === "after") return true;
  const following = scene.quantities.find(({ start }) => start >= number.end);
  // French, Dutch and German say `of` for `from`, where `to` and a number of the same kind follow.
  if (number.preposition === "of" && following?.preposition === "to" && following.start - number.end <= 8) {
    const isRatio = (at: number): boolean =>
      scene.textOf(at) === "%" || scene.cues.some(({ cue, start }) => cue === "percent" && start === at);
    const isRise = scene.cues.some(
      ({ cue, end }) => (cue === "rise" || cue === "fall") && end <= number.from && number.from - end <= 1,
    );
    // But French and English `a rise of 7 to` tells the rise.
    const isOf = /^(?:de|d|of)$/.test(textBefore(scene, number));
    const sharesUnit = following.from - number.end <= 1;
    return !(isRise && isOf) && (sharesUnit || isRatio(number.end) === isRatio(following.end));
  }
  // `als er 956,5 Millionen betrug`: German says `als` for `when` too.
  const isWhen = ({ start }: CueSpan): boolean =>
    /^als (?:er|sie|es|noch)$/.test(`${scene.textOf(start)} ${scene.textOf(start + 1)}`);
  return scene.cues.some(
    (span) => span.cue === "base" && span.end <= number.from && number.from - span.end <= 2 && !isWhen(span),
  );
}

function textBefore({ textOf }: Scene, { from }: Quantity): string {
  return textOf(from - 1);
}

/** Whether a sentence begins with a word that points back to the one before: `That is`, `Dat zijn er`, `Il s'agit`. */
export function pointsBack({ cues, sentence }: Scene): boolean {
  return cues.some(({ cue, start }) => cue === "anaphor" && start - sentence.start <= 2);
}

/** `Turkey overtook China as the top destination`: the one before the verb leads. */
export function winnerOf({ cues, countries, pieceOf }: Scene): CountrySpan | undefined {
  const verb = cues.find(
    ({ cue, end }) =>
      cue === "overtakes" ||
      // `dépasse les Émirats`, but not `dépasse 20 000`.
      (cue === "beats" && countries.some(({ start }) => start >= end && start - end <= 1)),
  );
  if (verb === undefined) return undefined;
  const winner = countries.findLast((country) => country.end <= verb.start && pieceOf(country) === pieceOf(verb));
  return countries.some(({ start }) => start >= verb.start + 1) ? winner : undefined;
}
