import type { Language } from "../../domain/language.ts";
import type { Claim, ReadText } from "./claim.ts";
import { emptyContext, type Clock, type Context } from "./context.ts";
import { detectLanguage } from "./detect-language.ts";
import type { CountryNames } from "./find-countries.ts";
import { findTopicPeriod, type TopicOptions } from "./find-topic-period.ts";
import { passedOver, readSentence } from "./read-sentence.ts";
import { remember } from "./remember.ts";
import { scanText, type ScannedText } from "./scan-text.ts";
import { createScene, type Scene } from "./scene.ts";
import { stripMarkup } from "./strip-markup.ts";
import { lineCounter, splitBlocks, type Block } from "./text-blocks.ts";
import { tokenize } from "./tokens.ts";
import { wordBook, WORDS } from "./word-books.ts";

export interface ClaimOptions extends TopicOptions {
  readonly countryNames: CountryNames;
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
    Object.assign(context, { paragraph: sentence.paragraph, destination: null, group: null, period: null });
  }
  const read = readSentence(scene, clock, context);
  remember(scene, read, clock, context);
  const found = read.length > 0 ? read : passedOver(scene);
  return found.map(({ start, end, reading }) => {
    const [from, to] = [offset + (scan.tokens[start]?.start ?? 0), offset + (scan.tokens[end - 1]?.end ?? 0)];
    return {
      start: from,
      end: to,
      text: scene.sourceOf({ start, end }),
      sentence: scene.sourceOf(sentence).replace(/\s+/gu, " "),
      line: lineOf(from),
      isGuess: false,
      unread: unreadIn(scene),
      ...reading,
    };
  });
}

function unreadIn({ cues, sourceOf }: Scene): string | null {
  const found = cues.find(({ cue }) => cue === "unread");
  return found === undefined ? null : sourceOf(found);
}
