/** What GitHub takes of a step's summary; a longer one is dropped as a whole. */
export const SUMMARY_BYTES = 1 << 20;

/**
 * As many blocks of Markdown, from the first on, as fit into a number of bytes with the note that says that there were more.
 * Empty when not even the note fits.
 */
export function fitBlocks(blocks: readonly string[], bytes: number, truncated: string): string {
  const whole = textOf(blocks);
  if (Buffer.byteLength(whole) <= bytes) return whole;
  const note = textOf([truncated]);
  let left = bytes - Buffer.byteLength(note);
  if (left < 0) return "";
  const kept: string[] = [];
  for (const block of blocks) {
    left -= Buffer.byteLength(textOf([block]));
    if (left < 0) break;
    kept.push(block);
  }
  return textOf(kept) + note;
}

function textOf(blocks: readonly string[]): string {
  return blocks.map((block) => `${block}\n\n`).join("");
}
