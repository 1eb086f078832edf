import type { Language } from "../../domain/language.ts";
import type { YearWindow } from "../../domain/period.ts";
import type { Claim, ReadText } from "./claim.ts";
import { emptyContext, type Clock, type Context } from "./context.ts";
import { detectLanguage } from "./detect-language.ts";
import type { CountryNames } from "./find-countries.ts";
import { windowOf } from "./find-period.ts";
import { readNumber, type Reading } from "./read-number.ts";
import { readRanks } from "./read-ranks.ts";
import { readPhrases } from "./read-superlative.ts";
import { scanText, type Quantity, type ScannedText } from "./scan-text.ts";
import { createScene, isCompared, type Scene } from "./scene.ts";
import { stripMarkup } from "./strip-markup.ts";
import { tokenize } from "./tokens.ts";
import { wordBook, WORDS } from "./word-books.ts";
import type { Cue } from "./words.ts";

export interface ClaimOptions {
  readonly countryNames: CountryNames;
  /** The language of the text; found from its words when absent. */
  readonly language?: Language;
  /** The year that the text is about; the one it speaks of most when absent, and `lastYear` when it names none. */
  readonly year?: number;
  readonly lastYear: number;
}

/** Reads the claims of a press text; `null` when its language is none of those that are known. */
export function readClaims(source: string, options: ClaimOptions): ReadText | null {
  const text = stripMarkup(source);
  const blocks = splitBlocks(text);
  const language = options.language ?? detectLanguage(tokenize(blocks[0]?.text ?? ""), WORDS);
  if (language === null) return null;
  const book = wordBook(language);
  const scan = (block: Block): ScannedText => scanText(block.text, tokenize(block.text), book, options.countryNames);
  const head = scan(blocks[0] ?? { text: "", start: 0 });
  const clock = findTopicPeriod(head, scenesOf(head), options);
  const context = emptyContext();
  const lineOf = lineCounter(text);
  let speaksOfDistantExport = false;
  const claims = blocks.flatMap((block, index) => {
    const scanned = index === 0 ? head : scan(block);
    speaksOfDistantExport ||= scanned.cues.some(({ cue }) => cue === "distant");
    return scenesOf(scanned).flatMap((scene) => readScene(scanned, scene, clock, context, block.start, lineOf));
  });
  return { language, period: clock.period, speaksOfDistantExport, claims };
}

interface Block {
  readonly text: string;
  /** Where it begins in the text. */
  readonly start: number;
}

/** Texts are read in blocks of whole paragraphs, about this many characters each, so that memory does not grow with them. */
const BLOCK = 50_000;

function splitBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start < text.length) {
    const wanted = start + BLOCK;
    const breaks = ["\n\n", "\n", " "]
      .map((mark) => text.lastIndexOf(mark, wanted))
      .find((at) => at > start + BLOCK / 2);
    const end = wanted >= text.length ? text.length : (breaks ?? wanted);
    blocks.push({ text: text.slice(start, end), start });
    start = end;
  }
  return blocks;
}

function scenesOf(scan: ScannedText): readonly Scene[] {
  return scan.sentences.map((sentence) => createScene(scan, sentence));
}

function readScene(
  scan: ScannedText,
  scene: Scene,
  clock: Clock,
  context: Context,
  offset: number,
  lineOf: (offset: number) => number,
): readonly Claim[] {
  const { sentence } = scene;
  if (sentence.paragraph !== context.paragraph) {
    Object.assign(context, { paragraph: sentence.paragraph, destination: null, period: null });
  }
  const read = readSentence(scene, clock, context);
  remember(scene, read, clock, context);
  const found = read.length > 0 ? read : passedOver(scan, scene);
  return found.map(({ start, end, reading }) => {
    const [from, to] = [offset + (scan.tokens[start]?.start ?? 0), offset + (scan.tokens[end - 1]?.end ?? 0)];
    return {
      start: from,
      end: to,
      text: textBetween(scan, start, end),
      sentence: textBetween(scan, sentence.start, sentence.end).replace(/\s+/gu, " "),
      line: lineOf(from),
      isGuess: false,
      unread: unreadIn(scan, scene),
      ...reading,
    };
  });
}

function unreadIn(scan: ScannedText, { cues }: Scene): string | null {
  const found = cues.find(({ cue }) => cue === "unread");
  return found === undefined ? null : textBetween(scan, found.start, found.end);
}

/** What makes a sentence say something that can be true or false, also without a number. */
const SAYS: ReadonlySet<Cue> = new Set([
  "record",
  "recordLow",
  "highest",
  "lowest",
  "most",
  "least",
  "inARow",
  "leader",
  "unread",
]);
/** What says something about a time, or of one country beside another. */
const COMPARES: ReadonlySet<Cue> = new Set([
  "rise",
  "fall",
  "more",
  "less",
  "doubled",
  "tripled",
  "halved",
  "overtakes",
]);
const ABOUT: ReadonlySet<Cue> = new Set([
  "certificates",
  "value",
  "export",
  "perCertificate",
  "exporters",
  "destinations",
]);

/** A sentence that claims something in which no claim was read: it is left open, not passed over in silence. */
function passedOver(scan: ScannedText, { cues, countries, periods, sentence }: Scene): readonly FoundClaim[] {
  const isAbout = countries.length > 0 || cues.some(({ cue }) => ABOUT.has(cue));
  const isCompared = countries.length > 1 || periods.some(({ role }) => role === "when");
  const word = cues.find(({ cue }) => SAYS.has(cue) || (isCompared && COMPARES.has(cue)));
  if (!isAbout || word === undefined) return [];
  const doubt = { kind: "unread", word: textBetween(scan, word.start, word.end) } as const;
  return [{ start: sentence.start, end: sentence.end, reading: { readings: [], otherReadings: [], doubt } }];
}

interface FoundClaim {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

function readSentence(scene: Scene, clock: Clock, context: Context): readonly FoundClaim[] {
  const phrases = readPhrases(scene, clock, context);
  const ranks = readRanks(scene, clock, context);
  const used = new Set<Quantity>([...phrases, ...ranks].flatMap((phrase) => phrase.used));
  const numbers = scene.quantities
    .filter((quantity) => !used.has(quantity) && !isIdle(scene, quantity))
    .map((quantity) => ({
      start: quantity.from,
      end: endOf(scene, quantity),
      reading: readNumber(scene, quantity, clock, context),
    }));
  return [...phrases, ...ranks, ...numbers].toSorted((a, b) => a.start - b.start);
}

/** Numbers that say nothing of their own: `top 10` above a list, a number at the beginning of a list's line. */
function isIdle(scene: Scene, quantity: Quantity): boolean {
  const countsLeaders = scene.cues.some(
    ({ cue, start }) => cue === "leaders" && start >= quantity.end && start - quantity.end <= 3,
  );
  const afterTop = scene.cues.some(
    ({ cue, end }) => cue === "top" && end <= quantity.start && quantity.start - end <= 1,
  );
  // `Jan Peeters (45)`
  const isAge =
    scene.textOf(quantity.start - 1) === "(" &&
    scene.textOf(quantity.end) === ")" &&
    quantity.inDigits &&
    quantity.mantissa < 100n &&
    ![...scene.countries, ...scene.periods, ...scene.cues].some(({ end }) => end === quantity.start - 1);
  const alone = scene.sentence.end - scene.sentence.start <= quantity.end - quantity.start + 1;
  const one =
    quantity.mantissa === 1n &&
    !quantity.inDigits &&
    quantity.denominator === null &&
    quantity.decimals === 0 &&
    quantity.scale === 1n;
  return (
    afterTop ||
    isAge ||
    countsLeaders ||
    scene.cues.some(({ cue, start }) => cue === "record" && start === quantity.end) ||
    alone ||
    (one &&
      scene.textOf(quantity.end) !== "%" &&
      !scene.cues.some(({ cue, start }) => cue === "percent" && start === quantity.end))
  );
}

/** The number with its unit. */
function endOf(scene: Scene, quantity: Quantity): number {
  if (/^[%€]$/u.test(scene.textOf(quantity.end))) return quantity.end + 1;
  const unit = scene.cues.find(
    ({ start, cue }) =>
      start >= quantity.end &&
      start <= quantity.end + 1 &&
      (cue === "percent" ||
        cue === "points" ||
        cue === "euro" ||
        cue === "certificates" ||
        cue === "exporters" ||
        cue === "destinations" ||
        cue === "products"),
  );
  return unit?.end ?? quantity.end;
}

/** What the next sentences may build on. */
function remember(scene: Scene, found: readonly FoundClaim[], clock: Clock, context: Context): void {
  const statements = found.flatMap(({ reading }) => reading.readings.slice(0, 1));
  rememberPeriod(scene, clock, context);
  const named = scene.cues.findLast(({ cue }) => cue === "certificates" || cue === "value" || cue === "euro");
  const last = statements.at(-1);
  if (named !== undefined) context.subject = named.cue === "certificates" ? "certificates" : "goods_value";
  else if (last?.kind === "number") context.subject = last.subject;
  const codes = [...new Set(scene.countries.map(({ code }) => code))];
  if (codes.length === 1) context.destination = codes[0] ?? null;
  else if (codes.length > 1) context.destination = null;
  else if (scene.cues.some(({ cue }) => cue === "total")) context.destination = null;
  const ratio = statements.findLast(
    (statement) => statement.kind === "number" && (statement.relation === "growth" || statement.relation === "share"),
  );
  const heading = scene.cues.findLast(({ cue }) => cue === "share" || cue === "rise" || cue === "fall");
  if (ratio?.kind === "number") context.relation = ratio.relation;
  else if (heading !== undefined) context.relation = heading.cue === "share" ? "share" : "growth";
  const doubt = found.findLast(({ reading }) => reading.doubt?.kind === "foreign")?.reading.doubt;
  context.foreign = doubt?.kind === "foreign" && statements.length === 0 ? doubt.word : null;
}

function rememberPeriod(scene: Scene, clock: Clock, context: Context): void {
  const windows = scene.periods
    .filter(
      ({ role, isBase, owner, year, firstMonth }) =>
        role === "when" && !isBase && year !== "before" && firstMonth > 0 && !isCompared(scene, owner),
    )
    .map((period) => windowOf(period, clock, context.period ?? clock.period));
  if (windows.length === 0) return;
  context.mentioned = windows.at(-1) ?? null;
  context.period = windows.findLast(({ year }) => year === clock.period.year) ?? null;
}

/**
 * What a text is about: the year, or part of one, that is named most in it, twice over in its first sentences; not counting what
 * is compared to. Else the year after the latest that something is compared to, else the last on file.
 */
function findTopicPeriod(scan: ScannedText, scenes: readonly Scene[], { year, lastYear }: ClaimOptions): Clock {
  const saysThisYear = scan.periods.some((period) => period.year === "this");
  const votes = new Map<string, { readonly window: YearWindow; votes: number }>();
  let latestBase: number | null = null;
  scenes.forEach((scene, index) => {
    for (const period of scene.periods) {
      const isNumber = typeof period.year === "number";
      if (period.isBase || isCompared(scene, period.owner)) {
        if (isNumber && period.role === "when") latestBase = Math.max(latestBase ?? 0, period.year);
      } else if (period.role === "when" && isNumber) {
        const window = { year: period.year, firstMonth: period.firstMonth, lastMonth: period.lastMonth };
        const key = Object.values(window).join();
        const weight = index < HEAD_SENTENCES ? 2 : 1;
        votes.set(key, { window, votes: (votes.get(key)?.votes ?? 0) + weight });
      }
    }
  });
  const named = year ?? mostVoted(votes, ({ window }) => window.year) ?? (latestBase === null ? null : latestBase + 1);
  const ofYear = [...votes.values()].filter(({ window }) => window.year === named);
  const best = ofYear.toSorted((a, b) => b.votes - a.votes || length(b.window) - length(a.window))[0]?.window;
  const part = scan.periods.find((period) => period.year === "this" && period.firstMonth > 0 && period.lastMonth < 12);
  const fallback = { year: named ?? lastYear, firstMonth: part?.firstMonth ?? 1, lastMonth: part?.lastMonth ?? 12 };
  return { period: best ?? fallback, saysThisYear };
}

/** Sentences at the beginning of a text that say what it is about. */
const HEAD_SENTENCES = 3;

function mostVoted(
  votes: ReadonlyMap<string, { readonly window: YearWindow; readonly votes: number }>,
  keyOf: (vote: { readonly window: YearWindow }) => number,
): number | null {
  const sums = new Map<number, number>();
  for (const vote of votes.values()) sums.set(keyOf(vote), (sums.get(keyOf(vote)) ?? 0) + vote.votes);
  return [...sums].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function length({ firstMonth, lastMonth }: YearWindow): number {
  return lastMonth - firstMonth;
}

function textBetween(scan: ScannedText, start: number, end: number): string {
  return scan.text.slice(scan.tokens[start]?.start ?? 0, scan.tokens[end - 1]?.end ?? 0);
}

/** The line of an offset; offsets must not go back far. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
