import { textWidth } from "./text-width.ts";
import { unbroken } from "./unbroken.ts";

/**
 * Breaks a sentence into lines between words; later lines begin with `indent`. It is never broken where the reader would stumble,
 * nor at a no-break space of its own; those become spaces, so that the text can be searched.
 */
export function wrap(text: string, width: number, indent = "  "): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of unbroken(text).split(" ")) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => each.replaceAll("\u00A0", " "));
}
