import type { ScannedText } from "./scan-text.ts";
import type { Sentence } from "./split-sentences.ts";

/**
 * A line of a list, or a cell of a table, after what stands above it: together they read like a sentence. Only what is claimed in
 * its body is a claim of the line.
 */
export interface Line {
  readonly text: string;
  /** Offsets into `text`; `bodyEnd` is exclusive. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Where the body begins in the text that it was taken from. */
  readonly source: number;
}

const BULLET = /^[-–—•·*▪►>]$/u;
/** What a line of a list has at most as many of. */
const MOST_TOKENS = 25;

/** The lines of lists with their headings, by the sentence that they are. */
export function findListLines(scan: ScannedText): ReadonlyMap<Sentence, Line> {
  const lines = new Map<Sentence, Line>();
  let heading: Sentence | null = null;
  let previous: Sentence | null = null;
  for (const sentence of scan.sentences) {
    const isMarked = beginsLine(scan, sentence) && hasMarker(scan, sentence);
    heading ??= isMarked && previous !== null && !/^[.!?]$/.test(endOf(scan, previous)) ? previous : null;
    const isLine: boolean = heading !== null && beginsLine(scan, sentence) && isShort(scan, sentence);
    if (isLine && heading !== null) lines.set(sentence, lineOf(scan, sentence, heading));
    else heading = endOf(scan, sentence) === ":" ? sentence : null;
    previous = isLine ? null : sentence;
  }
  return lines;
}

function lineOf({ text, tokens }: ScannedText, sentence: Sentence, heading: Sentence): Line {
  const cut = ({ start, end }: Sentence): readonly [number, number] => [
    tokens[start]?.start ?? 0,
    tokens[end - 1]?.end ?? 0,
  ];
  const lead = `${text
    .slice(...cut(heading))
    .replace(/\s*:$/, "")
    .replace(/\s+/gu, " ")}, `;
  const [start, end] = cut(sentence);
  // `1. China`: a full stop would end the sentence.
  const body = text
    .slice(start, end)
    .replace(/^[-–—•·*▪►>]/u, " ")
    .replace(/^(\d+|[IV]+)[.)]/, "$1 ");
  return { text: lead + body, bodyStart: lead.length, bodyEnd: lead.length + end - start, source: start };
}

function beginsLine({ text, tokens }: ScannedText, { start }: Sentence): boolean {
  const before = tokens[start - 1];
  return before === undefined || text.slice(before.end, tokens[start]?.start ?? 0).includes("\n");
}

/** `- China`, `1. China`, `2) Turkey`. */
function hasMarker({ tokens }: ScannedText, { start }: Sentence): boolean {
  const [first, second] = [tokens[start], tokens[start + 1]];
  return BULLET.test(first?.text ?? "") || (first?.kind === "number" && /^[.)]$/.test(second?.text ?? ""));
}

function isShort(scan: ScannedText, sentence: Sentence): boolean {
  return sentence.end - sentence.start <= MOST_TOKENS && !/^[.!?:]$/.test(endOf(scan, sentence));
}

function endOf({ tokens }: ScannedText, { end }: Sentence): string {
  return tokens[end - 1]?.text ?? "";
}
