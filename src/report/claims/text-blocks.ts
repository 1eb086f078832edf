/** A part of a text. */
export interface Block {
  readonly text: string;
  /** Where it begins in the text. */
  readonly start: number;
}

/** Texts are read in blocks of whole paragraphs, about this many characters each, so that memory does not grow with them. */
const BLOCK = 50_000;

export function splitBlocks(text: string): readonly Block[] {
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

/** The line of an offset; offsets must not go back far. */
export function lineCounter(text: string): (offset: number) => number {
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
