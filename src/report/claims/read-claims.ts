import type { Language } from "../../domain/language.ts";
import type { Claim, ReadText } from "./claim.ts";
import { emptyContext, type Clock, type Context } from "./context.ts";
import { detectLanguage } from "./detect-language.ts";
import { findTopicPeriod, type TopicOptions } from "./find-topic-period.ts";
import { findTables } from "./find-tables.ts";
import { findListLines, type Line } from "./lines.ts";
import { passedOver, readSentence } from "./read-sentence.ts";
import { remember } from "./remember.ts";
import { scanText, type Names, type ScannedText } from "./scan-text.ts";
import { createScene, type Scene, type Span } from "./scene.ts";
import { stripMarkup } from "./strip-markup.ts";
import { lineCounter, splitBlocks } from "./text-blocks.ts";
import { tokenize } from "./tokens.ts";
import { wordBook, WORDS } from "./word-books.ts";

export interface ClaimOptions extends TopicOptions, Names {
  /** The language of the text; found from its words when absent. */
  readonly language?: Language;
}

/** Reads the claims of a press text; `null` when its language is none of those that are known. */
export function readClaims(source: string, options: ClaimOptions): ReadText | null {
  const text = stripMarkup(source);
  const blocks = splitBlocks(text);
  const language = options.language ?? detectLanguage(tokenize(blocks[0]?.text ?? ""), WORDS);
  if (language === null) return null;
  const book = wordBook(language);
  const scan = (part: string): ScannedText => scanText(part, tokenize(part), book, options);
  const tables = blocks.map((block) => findTables(block.text));
  const head = scan(blocks[0]?.text ?? "");
  const clock = findTopicPeriod(
    head,
    head.sentences.map((sentence) => createScene(head, sentence)),
    options,
  );
  const context = emptyContext();
  const lineOf = lineCounter(text);
  let speaksOfDistantExport = false;
  const claims = blocks.flatMap(({ start }, index) => {
    const { text: plain, lines } = tables[index] ?? { text: "", lines: [] };
    const scanned = index === 0 && lines.length === 0 ? head : scan(plain);
    speaksOfDistantExport ||= scanned.cues.some(({ cue }) => cue === "distant");
    const listed = findListLines(scanned);
    const ofLine = (line: Line): readonly Claim[] => readLine(line, scan(line.text), clock, context, start, lineOf);
    const ofText = scanned.sentences.flatMap((sentence) => {
      const line = listed.get(sentence);
      if (line !== undefined) return ofLine(line);
      const scene = createScene(scanned, sentence);
      const place = (span: Span): Place => placeOf(scanned, span, start, lineOf);
      return readScene(scene, clock, context, place);
    });
    const ofTables = lines.flatMap(ofLine);
    return ofTables.length === 0 ? ofText : [...ofText, ...ofTables].toSorted((a, b) => a.start - b.start);
  });
  return { language, period: clock.period, speaksOfDistantExport, claims };
}

/** Where a claim stands in the source. */
type Place = Pick<Claim, "start" | "end" | "line">;

function placeOf(
  { tokens }: ScannedText,
  { start, end }: Span,
  offset: number,
  lineOf: (offset: number) => number,
): Place {
  const [from, to] = [offset + (tokens[start]?.start ?? 0), offset + (tokens[end - 1]?.end ?? 0)];
  return { start: from, end: to, line: lineOf(from) };
}

/** The claims in the body of a line; what is above it has been read by itself. */
function readLine(
  line: Line,
  scan: ScannedText,
  clock: Clock,
  context: Context,
  offset: number,
  lineOf: (offset: number) => number,
): readonly Claim[] {
  const body = scan.tokens.findIndex(({ start }) => start >= line.bodyStart);
  const toSource = offset + line.source - line.bodyStart;
  const inBody = (at: number): number => Math.min(Math.max(at, line.bodyStart), line.bodyEnd) + toSource;
  // What a line of a list speaks of is nothing that the text goes on with.
  const own = { ...context };
  return scan.sentences.flatMap((sentence) => {
    const scene = createScene(scan, sentence, body);
    const claims = readScene(scene, clock, own, (span) => {
      const { start, end } = placeOf(scan, span, 0, lineOf);
      return { start: inBody(start), end: inBody(end), line: lineOf(inBody(start)) };
    });
    return claims.filter(({ start, end }) => start < end);
  });
}

function readScene(scene: Scene, clock: Clock, context: Context, placeIn: (span: Span) => Place): readonly Claim[] {
  const { sentence } = scene;
  if (sentence.paragraph !== context.paragraph) {
    Object.assign(context, { paragraph: sentence.paragraph, destination: null, group: null, period: null });
  }
  const read = readSentence(scene, clock, context);
  remember(scene, read, clock, context);
  const found = read.length > 0 ? read : passedOver(scene);
  if (found.length === 0) return [];
  const [text, unread] = [scene.sourceOf(sentence).replace(/\s+/gu, " "), unreadIn(scene)];
  return found.map(({ start, end, reading }) => ({
    ...placeIn({ start, end }),
    text: scene.sourceOf({ start, end }),
    sentence: text,
    isGuess: false,
    unread,
    ...reading,
  }));
}

function unreadIn({ cues, sourceOf }: Scene): string | null {
  const found = cues.find(({ cue }) => cue === "unread");
  return found === undefined ? null : sourceOf(found);
}
