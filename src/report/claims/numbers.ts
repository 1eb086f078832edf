import type { Token } from "./tokens.ts";
import type { ClaimWords } from "./words.ts";

/** A number of a text: `mantissa × scale / 10^decimals`, or a fraction in words. Positions are those of tokens, `end` exclusive. */
export interface NumberSpan {
  readonly start: number;
  readonly end: number;
  readonly mantissa: bigint;
  readonly decimals: number;
  /** A thousand, a million or a billion that is said in words; 1 without. */
  readonly scale: bigint;
  /** `third`, `3e`, `3.` before a noun. */
  readonly ordinal: boolean;
  /** The denominator of `two thirds`; `null` for any other number. */
  readonly denominator: number | null;
  /** -1 or 1 where a sign is printed. */
  readonly sign: -1 | 0 | 1;
  readonly inDigits: boolean;
  /** The word inside that it counts: `one certificate in ten`. */
  readonly noun?: number;
  /** `22.816`, `22,816`: one mark before three digits, which may part thousands or decimals; `decimals` follows the language. */
  readonly isAmbiguous: boolean;
}

/** Finds the numbers of a text, in digits and in words. Tokens that belong to dates and the like are left out. */
export function findNumbers(
  tokens: readonly Token[],
  words: ClaimWords,
  ignored: ReadonlySet<number>,
): readonly NumberSpan[] {
  const found: NumberSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const span = ignored.has(at) ? null : readNumber(tokens, at, words);
    if (span !== null) found.push(span);
    at = span === null ? at + 1 : span.end;
  }
  return found;
}

function readNumber(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return null;
  return token.kind === "number" ? readDigits(tokens, at, words) : readWords(tokens, at, words);
}

const PLAIN = { scale: 1n, ordinal: false, denominator: null, sign: 0, inDigits: false, isAmbiguous: false } as const;

function readDigits(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  const token = tokens[at];
  const value = token && parseDigits(token.text, words.decimalMark);
  if (token === undefined || value == null) return null;
  const next = tokens[at + 1];
  const glued = next !== undefined && next.start === token.end;
  const isOrdinal =
    glued &&
    value.decimals === 0 &&
    (words.ordinalEndings.includes(next.folded) ||
      (words.language === "de" && next.text === "." && token.text.length <= 2 && startsNoun(tokens[at + 2])));
  const scale = isOrdinal ? undefined : scaleAt(tokens, at + 1, words);
  return {
    ...PLAIN,
    ...value,
    start: at,
    end:
      at +
      1 +
      (isOrdinal || scale !== undefined ? 1 : 0) +
      (scale !== undefined && tokens[at + 2]?.text === "." && isShort(next) && goesOn(tokens[at + 3]) ? 1 : 0),
    scale: BigInt(scale ?? 1),
    ordinal: isOrdinal,
    sign: signBefore(tokens, at),
    inDigits: true,
  };
}

/** After an ordinal in German, with a space between: `3. Platz`, `1. Halbjahr`; a sentence may begin so too, and then has no such noun. */
function startsNoun(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === "word" &&
    /^(?:platz|rang|stelle|position|quartal|halbjahr|jahr|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)/.test(
      token.folded,
    )
  );
}

/** After the full stop of an abbreviation: `865 Mio. Euro`, `€865m. Turkey` ends a sentence. */
function goesOn(token: Token | undefined): boolean {
  return token === undefined || !/^\p{Lu}/u.test(token.text) || token.folded.startsWith("eur");
}

function isShort(token: Token | undefined): boolean {
  return token !== undefined && token.folded.length <= 4;
}

function scaleAt(tokens: readonly Token[], at: number, words: ClaimWords): number | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return undefined;
  const scale = words.scales[token.folded];
  if (scale === undefined || token.folded.length > 1) return scale;
  // A single letter is a scale beside a currency only: `865m euro`, `€865m`, `865 M€`.
  const currency = [tokens[at + 1]?.folded, tokens[at - 2]?.folded];
  return currency.some((text) => text === "€" || text === "eur" || text === "euro" || text === "euros")
    ? scale
    : undefined;
}

function signBefore(tokens: readonly Token[], at: number): -1 | 0 | 1 {
  const [sign, number, before] = [tokens[at - 1], tokens[at], tokens[at - 2]];
  if (sign === undefined || number === undefined || sign.end !== number.start) return 0;
  // `2016-2017`, `Voka-3`: a hyphen after something is none.
  if (before !== undefined && before.end === sign.start && before.kind !== "mark") return 0;
  return sign.text === "+" ? 1 : /^[-–−]$/u.test(sign.text) ? -1 : 0;
}

interface Digits {
  readonly mantissa: bigint;
  readonly decimals: number;
  readonly isAmbiguous: boolean;
}

/** Reads digits with their marks; `null` for what is no number, such as `12.01.2026`. */
export function parseDigits(text: string, decimalMark: "." | ","): Digits | null {
  const bare = text.replace(/[ \u00A0\u2009\u202F'’]/gu, "");
  const marks = bare.match(/[.,]/gu) ?? [];
  const digits = BigInt(bare.replace(/[.,]/gu, ""));
  const last = marks.at(-1);
  if (last === undefined) return { mantissa: digits, decimals: 0, isAmbiguous: false };
  const decimals = bare.length - 1 - bare.lastIndexOf(last);
  const groups = bare.split(/[.,]/u);
  const inThrees = groups.slice(1).every((group) => group.length === 3) && (groups[0]?.length ?? 0) <= 3;
  if (marks.length > 1 && marks.every((mark) => mark === last)) {
    return inThrees ? { mantissa: digits, decimals: 0, isAmbiguous: false } : null;
  }
  if (marks.length > 1) {
    const grouping = groups.slice(1, -1).every((group) => group.length === 3) && !marks.slice(0, -1).includes(last);
    return grouping ? { mantissa: digits, decimals, isAmbiguous: false } : null;
  }
  const isAmbiguous = inThrees && bare === text && groups[0] !== "0";
  return { mantissa: digits, decimals: isAmbiguous && last !== decimalMark ? 0 : decimals, isAmbiguous };
}

function readWords(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  if (!mayBeginNumber(tokens[at]?.folded ?? "", words)) return null;
  return (
    readAllBut(tokens, at, words) ??
    readOneIn(tokens, at, words) ??
    readOrdinal(tokens, at, words) ??
    readFraction(tokens, at, words) ??
    readCardinal(tokens, at, words)
  );
}

/** The beginnings of the words that a number may begin with. */
const BEGINNINGS = new WeakMap<ClaimWords, ReadonlySet<string>>();
const BEGINNING = 2;

function mayBeginNumber(word: string, words: ClaimWords): boolean {
  const known = BEGINNINGS.get(words) ?? beginningsOf(words);
  BEGINNINGS.set(words, known);
  return known.has(word.slice(0, BEGINNING));
}

function beginningsOf({ numbers, ordinals, fractions, scales, articles }: ClaimWords): ReadonlySet<string> {
  const all = [numbers, ordinals, fractions, scales].flatMap((list) => Object.keys(list));
  const others = [...articles, ...Object.keys(GERMAN_RANKS), "op", "every", "jede"];
  return new Set([...all, ...others].map((word) => word.slice(0, BEGINNING)));
}

/** Dutch `op een na (grootste)` is the second. */
function readAllBut(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  if (words.language !== "nl" || tokens[at]?.folded !== "op" || tokens[at + 2]?.folded !== "na") return null;
  const before = words.numbers[tokens[at + 1]?.folded ?? ""];
  return before === undefined
    ? null
    : { ...PLAIN, start: at, end: at + 3, mantissa: BigInt(before + 1), decimals: 0, ordinal: true };
}

const GERMAN_RANK = /^(zweit|dritt|viert|funft|sechst|siebt|acht|neunt|zehnt)(?=gross|wichtig|stark|hoch|meist|haufig)/;
const GERMAN_RANKS: Readonly<Record<string, number>> = {
  zweit: 2,
  dritt: 3,
  viert: 4,
  funft: 5,
  sechst: 6,
  siebt: 7,
  acht: 8,
  neunt: 9,
  zehnt: 10,
};

function readOrdinal(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  const { folded = "" } = tokens[at] ?? {};
  const compound = words.language === "de" ? GERMAN_RANKS[GERMAN_RANK.exec(folded)?.[1] ?? ""] : undefined;
  const value = words.ordinals[folded] ?? (words.language === "fr" ? pluralOrdinal(folded, words) : compound);
  if (value === undefined || isFractionAt(tokens, at, words)) return null;
  return { ...PLAIN, start: at, end: at + 1, mantissa: BigInt(value), decimals: 0, ordinal: true };
}

/** `ils sont troisièmes`; `les premières destinations` are several. */
function pluralOrdinal(word: string, words: ClaimWords): number | undefined {
  const value = word.endsWith("s") ? words.ordinals[word.slice(0, -1)] : undefined;
  return value === 1 ? undefined : value;
}

/** Whether a word that may be an ordinal too is the denominator of a part here: `a third of`, `two thirds`. */
function isFractionAt(tokens: readonly Token[], at: number, words: ClaimWords): boolean {
  const [before, word, after] = [tokens[at - 1]?.folded ?? "", tokens[at]?.folded ?? "", tokens[at + 1]?.folded ?? ""];
  if (words.fractions[word] === undefined) return false;
  if (words.ordinals[before] !== undefined || isOrdinalEnding(tokens, at - 1, words)) return false;
  if (words.ordinals[word] === undefined) return !isHalfOfYear(tokens, at, words);
  const counted = words.articles.includes(before) || words.numbers[before] !== undefined;
  const isNoun =
    tokens[at + 1]?.kind === "word" &&
    !/^(?:of|van|de|d|du|des|der|aller|von|more|fewer|less|meer|minder|mehr|weniger|plus|moins|toe|af|erbij|hoger|lager|hoher|niedriger|zu|ab|higher|lower)$/.test(
      after,
    );
  return counted && !isNoun;
}

/** `the second half of 2018`, `the strongest quarter`, `eerste helft`, `premiere moitie`: a time, not a part. */
function isHalfOfYear(tokens: readonly Token[], at: number, words: ClaimWords): boolean {
  const before = tokens[at - 1]?.folded ?? "";
  if (tokens[at]?.folded === "quarter" && /^(?:the|this|last|final|worst|[a-z]+est)$/.test(before)) return true;
  return tokens[at - 1]?.kind === "number" || isOrdinalEnding(tokens, at - 1, words);
}

/** `2 de`, `1 re`: after a number; elsewhere `de` is an article. */
function isOrdinalEnding(tokens: readonly Token[], at: number, words: ClaimWords): boolean {
  return words.ordinalEndings.includes(tokens[at]?.folded ?? "") && tokens[at - 1]?.kind === "number";
}

/** `one in ten`, `een certificaat op de tien`, `un sur dix`, `jedes zehnte`. */
function readOneIn(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  const first = tokens[at]?.folded ?? "";
  const every = /^(?:jede[rsnm]?|every)$/.test(first) ? words.ordinals[tokens[at + 1]?.folded ?? ""] : undefined;
  if (every !== undefined && every > 1) {
    return { ...PLAIN, start: at, end: at + 2, mantissa: 1n, decimals: 0, denominator: every };
  }
  const numerator = words.numbers[first];
  if (numerator === undefined || numerator < 1 || numerator > 9) return null;
  for (let link = at + 1; link <= at + 2; link += 1) {
    if (!/^(?:in|op|sur|von|out)$/.test(tokens[link]?.folded ?? "")) continue;
    let of = link + 1;
    while (of < link + 3 && /^(?:of|every|de|les|den)$/.test(tokens[of]?.folded ?? "")) of += 1;
    const text = tokens[of]?.folded ?? "";
    const denominator = words.numbers[text] ?? (/^(?:10|20|50|100)$/.test(text) ? Number(text) : undefined);
    if (denominator === undefined || denominator <= numerator) continue;
    const noun = link === at + 2 ? { noun: at + 1 } : {};
    return { ...PLAIN, ...noun, start: at, end: of + 1, mantissa: BigInt(numerator), decimals: 0, denominator };
  }
  return null;
}

function readFraction(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  const first = tokens[at]?.folded ?? "";
  const numerator = words.numbers[first] ?? (words.articles.includes(first) ? 1 : undefined);
  const from = numerator === undefined ? at : at + 1;
  const denominator = words.fractions[tokens[from]?.folded ?? ""];
  if (denominator === undefined || !isFractionAt(tokens, from, words)) return null;
  return { ...PLAIN, start: at, end: from + 1, mantissa: BigInt(numerator ?? 1), decimals: 0, denominator };
}

function readCardinal(tokens: readonly Token[], at: number, words: ClaimWords): NumberSpan | null {
  const parts: (number | "and")[] = [];
  // French `pour cent` is no hundred.
  if (tokens[at]?.folded === "cent" && tokens[at - 1]?.folded === "pour") return null;
  let end = at;
  let value: bigint | null = null;
  for (let next = at; next < tokens.length && next < at + 16; next += 1) {
    const token = tokens[next];
    if (token?.text === "-" && parts.length > 0) continue;
    const more = token?.kind === "word" ? partsOf(token.folded, words) : null;
    if (more === null) break;
    parts.push(...more);
    if (parts.at(-1) === "and") continue;
    const total = addUp(parts);
    if (total === null) break;
    value = total;
    end = next + 1;
  }
  if (value === null) return null;
  if (end === at + 1 && words.articles.includes(tokens[at]?.folded ?? "") && !countsAfterArticle(tokens, end, words))
    return null;
  const decimals = readSpokenDecimals(tokens, end, words) ?? readHalf(tokens, end);
  const scale = decimals === null ? undefined : scaleAt(tokens, decimals.end, words);
  return {
    ...PLAIN,
    start: at,
    end: (decimals?.end ?? end) + (scale === undefined ? 0 : 1),
    mantissa: decimals === null ? value : value * 10n ** BigInt(decimals.digits.length) + BigInt(decimals.digits),
    decimals: decimals?.digits.length ?? 0,
    scale: BigInt(scale ?? 1),
  };
}

const HALVES: readonly (readonly string[])[] = ["en een half", "en een halve", "and a half", "et demi", "et demie"].map(
  (text) => text.split(" "),
);

/** `five and a half`, `vijf en een half`, `cinq et demi`. */
function readHalf(tokens: readonly Token[], at: number): { readonly digits: string; readonly end: number } | null {
  const half = HALVES.find((words) => words.every((word, index) => tokens[at + index]?.folded === word));
  return half === undefined ? null : { digits: "5", end: at + half.length };
}

/** `one per cent` is a number; `one of the ...` and `a rise` are none. */
function countsAfterArticle(tokens: readonly Token[], at: number, words: ClaimWords): boolean {
  const { folded = "", text = "" } = tokens[at] ?? {};
  return words.scales[folded] !== undefined || text === "%" || /^(?:procent|percent|prozent|pour|per|pct)/.test(folded);
}

/** The parts of a number word: `zweiundzwanzigtausend` is 2 and 20 1000; `null` for any other word. */
function partsOf(word: string, words: ClaimWords): readonly (number | "and")[] | null {
  const whole = partOf(word, words);
  if (whole !== null) return [whole];
  if (words.language === "en" || words.language === "fr") return null;
  for (let length = Math.min(word.length - 1, 9); length >= 2; length -= 1) {
    const first = partOf(word.slice(0, length), words);
    if (first === null) continue;
    const rest = partsOf(word.slice(length), words);
    if (rest !== null && rest.at(-1) !== "and") return [first, ...rest];
  }
  return null;
}

function partOf(word: string, words: ClaimWords): number | "and" | null {
  if (words.and.includes(word)) return "and";
  const scale = words.scales[word];
  return words.numbers[word] ?? (scale !== undefined && word.length > 4 ? scale : null);
}

/** The value of the parts of a number in the order in which the language says them; `null` when they are not one number. */
function addUp(parts: readonly (number | "and")[]): bigint | null {
  let total = 0;
  let group = 0;
  let lastScale = Infinity;
  let previous: number | "and" | null = null;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "and";
    if (part === "and") {
      if (previous === null || previous === "and") return null;
    } else if (part >= 1000) {
      if (part >= lastScale) return null;
      total += (group === 0 && previous === null ? 1 : group) * part;
      if (group === 0 && previous !== null) return null;
      [group, lastScale] = [0, part];
    } else if (part === 100) {
      if (group >= 100 || (group === 0 && previous === "and")) return null;
      group = (group === 0 ? 1 : group) * 100;
    } else if (part === 20 && previous === 4) {
      group += 76;
    } else if (part >= 20) {
      const unit = group % 100;
      // Dutch and German say the unit first: `two and twenty`.
      const unitFirst = previous === "and" && unit > 0 && unit < 10;
      if (unit !== 0 && !unitFirst) return null;
      group += part;
    } else {
      const tens = group % 100;
      const french = part >= 10 && (tens === 60 || tens === 80);
      if (tens !== 0 && !(tens >= 20 && tens % 10 === 0 && part < 10) && !french && !(tens === 70 || tens === 90))
        return null;
      if ((tens === 70 || tens === 90) && part >= 10) return null;
      if (tens % 10 !== 0) return null;
      group += part;
    }
    previous = part;
  }
  return previous === "and" ? null : BigInt(total + group);
}

/** `point four three` after a number. */
function readSpokenDecimals(
  tokens: readonly Token[],
  at: number,
  words: ClaimWords,
): { readonly digits: string; readonly end: number } | null {
  if (!words.point.includes(tokens[at]?.folded ?? "")) return null;
  let digits = "";
  let end = at + 1;
  for (; end < at + 5; end += 1) {
    const parts = tokens[end]?.kind === "word" ? partsOf(tokens[end]?.folded ?? "", words) : null;
    const value = parts === null ? null : addUp(parts);
    if (value === null) break;
    digits += value.toString();
  }
  return digits === "" ? null : { digits, end };
}
