import type { Language } from "../../domain/language.ts";
import type { ReadText, Statement } from "./claim.ts";
import { emptyContext, type Clock, type Context } from "./context.ts";
import { detectLanguage } from "./detect-language.ts";
import type { CountryNames } from "./find-countries.ts";
import { windowOf } from "./find-topic.ts";
import { readNumber, type Reading } from "./read-number.ts";
import { readRanks } from "./read-ranks.ts";
import { readPhrases } from "./read-superlative.ts";
import { scanText, type Quantity, type ScannedText } from "./scan-text.ts";
import { createScene, type Scene } from "./scene.ts";
import { stripMarkup } from "./strip-markup.ts";
import { tokenize } from "./tokens.ts";
import { createWordBook, WORDS } from "./word-books.ts";

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
  const tokens = tokenize(text);
  const language = options.language ?? detectLanguage(tokens, WORDS);
  if (language === null) return null;
  const scan = scanText(text, tokens, createWordBook(language), options.countryNames);
  const named = yearNamed(scan);
  const clock: Clock = {
    year: options.year ?? named ?? options.lastYear,
    saysThisYear: scan.periods.some(({ year }) => year === "this"),
  };
  const context = emptyContext();
  const lineOf = lineCounter(text);
  const claims = scan.sentences.flatMap((sentence) => {
    const scene = createScene(scan, sentence);
    if (sentence.paragraph !== context.paragraph)
      Object.assign(context, { paragraph: sentence.paragraph, destination: null });
    const found = readSentence(scene, clock, context);
    remember(scene, found, clock, context);
    return found.map(({ start, end, reading }) => ({
      start: scan.tokens[start]?.start ?? 0,
      end: scan.tokens[end - 1]?.end ?? 0,
      text: textBetween(scan, start, end),
      sentence: textBetween(scan, sentence.start, sentence.end).replace(/\s+/gu, " "),
      line: lineOf(scan.tokens[start]?.start ?? 0),
      ...reading,
    }));
  });
  return {
    language,
    year: options.year ?? named,
    speaksOfDistantExport: scan.cues.some(({ cue }) => cue === "distant"),
    claims,
  };
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
  const afterTop = scene.cues.some(
    ({ cue, end }) => cue === "top" && end <= quantity.start && quantity.start - end <= 1,
  );
  const alone = scene.sentence.end - scene.sentence.start <= quantity.end - quantity.start + 1;
  const one =
    quantity.mantissa === 1n &&
    !quantity.inDigits &&
    quantity.denominator === null &&
    quantity.decimals === 0 &&
    quantity.scale === 1n;
  return (
    afterTop ||
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
  const own = scene.periods.filter(
    ({ role, isBase, owner }) =>
      role === "when" && !isBase && owner?.preposition !== "after" && owner?.preposition !== "from",
  );
  const period = own.find(({ year }) => year !== "before");
  if (period !== undefined) context.period = windowOf(period, clock, context);
  const named = scene.cues.findLast(({ cue }) => cue === "certificates" || cue === "value" || cue === "euro");
  if (named !== undefined) context.subject = named.cue === "certificates" ? "certificates" : "goods_value";
  else if (statements.at(-1)?.subject !== undefined && statements.at(-1)?.kind === "number")
    context.subject = statements.at(-1)?.subject ?? null;
  const codes = [...new Set(scene.countries.map(({ code }) => code))];
  const topic = statements.findLast((statement) => statement.destination !== null)?.destination ?? null;
  if (codes.length === 1) context.destination = codes[0] ?? null;
  else if (codes.length > 1) context.destination = topic;
  else if (scene.cues.some(({ cue }) => cue === "total")) context.destination = null;
  const last = statements.findLast(
    (statement): statement is Extract<Statement, { kind: "number" }> =>
      statement.kind === "number" && (statement.relation === "growth" || statement.relation === "share"),
  );
  const heading = scene.cues.findLast(({ cue }) => cue === "share" || cue === "rise" || cue === "fall");
  if (last !== undefined) context.relation = last.relation;
  else if (heading !== undefined) context.relation = heading.cue === "share" ? "share" : "growth";
  const doubt = found.findLast(({ reading }) => reading.doubt?.kind === "foreign")?.reading.doubt;
  context.foreign = doubt?.kind === "foreign" && statements.length === 0 ? doubt.word : null;
}

/** The year that is spoken of most, not counting years of comparison; else the one after the latest year of comparison. */
function yearNamed(scan: ScannedText): number | null {
  const counts = new Map<number, number>();
  let latestBase: number | null = null;
  for (const sentence of scan.sentences) {
    const scene = createScene(scan, sentence);
    for (const { year, isBase, role } of scene.periods) {
      if (typeof year !== "number") continue;
      if (role === "when" && !isBase) counts.set(year, (counts.get(year) ?? 0) + 1);
      else if (role === "when") latestBase = Math.max(latestBase ?? 0, year);
    }
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (most !== undefined) return most[0];
  return latestBase === null ? null : latestBase + 1;
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
