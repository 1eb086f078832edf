import { createReadStream } from "node:fs";

import { UserError } from "../domain/user-error.ts";
import type { TextFacts } from "./scan-text.ts";

export type Encoding = "utf8" | "utf16-le" | "utf16-be" | "windows-1252";

const START_BYTES = 4096;
/** Bytes below a space that no text has; tab, line ends and form feed are text. */
const MOST_CONTROLS = 0.1;
/** What Windows-1252 leaves undefined. */
const UNDEFINED_BYTES = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Finds the encoding of a text: UTF-16 by its mark or by its NUL bytes, UTF-8 when all of it is valid. Otherwise the bytes
 * are counted: where characters of UTF-8 outnumber the bytes that are none, it is a damaged UTF-8 text, which is an error
 * that names the line; where they do not, it is what Windows programs in western Europe write.
 */
export async function detectEncoding(path: string, facts: TextFacts, name: string): Promise<Encoding> {
  const utf16 = utf16Order(facts.head.subarray(0, START_BYTES));
  if (utf16 !== null) return utf16;
  refuseBinary(facts, name);
  if (facts.utf8) return "utf8";
  const count = await countCharacters(path);
  if (count.utf8 > count.other) {
    throw new UserError(
      1,
      `${name}:${count.otherLine}: the text is UTF-8, but not in this line: it is damaged`,
      "correct the line, or export the certificates again; nothing was read",
    );
  }
  if (count.undefinedLine !== null) {
    throw new UserError(
      1,
      `${name}:${count.undefinedLine}: the line has bytes that are text neither in UTF-8 nor in Windows-1252`,
      "export the certificates again as UTF-8; nothing was read",
    );
  }
  return "windows-1252";
}

function utf16Order(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf16-le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf16-be";
  const nuls = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const many = start.length * 0.3;
  const few = start.length * 0.01;
  if (odd > many && even <= few) return "utf16-le";
  return even > many && odd <= few ? "utf16-be" : null;
}

function refuseBinary(facts: TextFacts, name: string): void {
  if (facts.nulLine === null) return;
  const start = facts.head.subarray(0, START_BYTES);
  const controls = start.filter((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d)).length;
  if (controls > MOST_CONTROLS * start.length) {
    throw new UserError(
      1,
      `${name} is a binary file, not text`,
      "pass a CSV file: a header row, then one row per certificate",
    );
  }
  throw new UserError(
    1,
    `${name}:${facts.nulLine}: the line has a NUL byte, which no text has: the file is damaged`,
    "export the certificates again, or remove the NUL bytes; nothing was read",
  );
}

interface CharacterCount {
  /** Characters of two to four bytes that are valid UTF-8. */
  readonly utf8: number;
  /** Bytes beyond ASCII that are part of no such character, and the line of the first. */
  readonly other: number;
  readonly otherLine: number;
  readonly undefinedLine: number | null;
}

/** Counts both kinds. It is for texts that are not valid UTF-8 as a whole; the others never come here. */
async function countCharacters(path: string): Promise<CharacterCount> {
  let utf8 = 0;
  let other = 0;
  let otherLine = 1;
  let undefinedLine: number | null = null;
  let line = 1;
  let missing = 0;
  let length = 0;
  const addOther = (bytes: number): void => {
    if (other === 0) otherLine = line;
    other += bytes;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte < 0x80 && missing === 0) {
        if (byte === 10) line += 1;
        continue;
      }
      if (undefinedLine === null && UNDEFINED_BYTES.has(byte)) undefinedLine = line;
      if (missing > 0 && byte >= 0x80 && byte < 0xc0) {
        missing -= 1;
        if (missing === 0) utf8 += 1;
        continue;
      }
      if (missing > 0) addOther(length - missing);
      length = byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
      missing = Math.max(0, length - 1);
      if (byte >= 0x80 && length === 0) addOther(1);
      if (byte === 10) line += 1;
    }
  }
  if (missing > 0) addOther(length - missing);
  return { utf8, other, otherLine, undefinedLine };
}
