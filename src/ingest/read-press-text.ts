import { existsSync, readFileSync, statSync } from "node:fs";

import { UserError } from "../domain/user-error.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { stageInput } from "./stage-input.ts";

/** Beginnings of documents that hold a text but are none, and what they are called. */
const DOCUMENTS: readonly (readonly [start: string, what: string])[] = [
  ["%PDF", "a PDF document"],
  ["PK\u0003\u0004", "a Word or OpenDocument file"],
  ["\u00D0\u00CF\u0011\u00E0", "an old Word document"],
  ["{\\rtf", "an RTF document"],
];
/** No press text is longer; what is longer is another file by mistake. */
const MOST_BYTES = 64 * 2 ** 20;

/** Reads a text for people whole, in UTF-8, UTF-16 or Windows-1252, with LF line ends. `-` is standard input. */
export async function readPressText(name: string, folder: string): Promise<string> {
  if (name !== "-" && !existsSync(name)) {
    throw new UserError(2, `there is no file ${name}`, "give the press text as a file, or - for standard input");
  }
  if (name !== "-" && statSync(name).isDirectory()) {
    throw new UserError(2, `${name} is a directory`, "give one press text");
  }
  const file = await stageInput({ name, path: name === "-" ? null : name }, folder, undefined, () => {
    return new UserError(1, `${name} is empty`, "give the press text that is to be verified");
  });
  const start = file.facts.head.toString("latin1", 0, 8);
  const [, what] = DOCUMENTS.find(([magic]) => start.startsWith(magic)) ?? [];
  if (what !== undefined) {
    throw new UserError(
      1,
      `${name} is ${what}, not plain text`,
      "save or copy its text into a .txt file and give that",
    );
  }
  if (file.facts.bytes > MOST_BYTES) {
    throw new UserError(
      1,
      `${name} has ${Math.ceil(file.facts.bytes / 2 ** 20)} MiB: no press text`,
      "give the text alone",
    );
  }
  const encoding = await detectEncoding(file.contentPath, file.facts, name);
  const { default: iconv } = await import("iconv-lite");
  return iconv.decode(readFileSync(file.contentPath), encoding).replaceAll(/\r\n?/g, "\n");
}
