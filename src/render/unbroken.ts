const BOUND = / (?=[%:;×→])|(?<=[×→]) |(?<=\d) (?=\p{L})/gu;

/**
 * A sentence with no-break spaces where the end of a line would make the reader stumble: a number stays with its sign and with what it
 * counts, a colon with what it follows, a move with both its ends.
 */
export function unbroken(text: string): string {
  return text.replace(BOUND, "\u00A0");
}
