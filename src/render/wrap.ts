import { textWidth } from "./text-width.ts";

/** Breaks a sentence into lines between words (not at a no-break space, which then becomes a space); later lines begin with `indent`. */
export function wrap(text: string, width: number, indent = "  "): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => each.replaceAll("\u00A0", " "));
}
