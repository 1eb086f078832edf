import { textWidth } from "./text-width.ts";

/** A number stays with what it counts and with its sign, a colon with what it follows, a move with both its ends. */
const BOUND = / (?=[%:;×→])|(?<=[×→]) |(?<=\d) (?=\p{L})/gu;

/**
 * Breaks a sentence into lines between words; later lines begin with `indent`. It is never broken where the reader would stumble,
 * nor at a no-break space of its own; those become spaces, so that the text can be searched.
 */
export function wrap(text: string, width: number, indent = "  "): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.replace(BOUND, "\u00A0").split(" ")) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => each.replaceAll("\u00A0", " "));
}
