import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { UserError } from "../domain/user-error.ts";
import { detectEncoding, type Encoding } from "./detect-encoding.ts";
import { emptyFile } from "./empty-file.ts";
import { scanText, type TextFacts } from "./scan-text.ts";
import type { StagedFile } from "./stage-input.ts";

/** A text made ready for the engine: UTF-8 with one kind of line end. */
export interface PlainText {
  readonly name: string;
  readonly encoding: Encoding;
  /** The content itself where that is fit, else a copy in the work folder. */
  readonly path: string;
  readonly bytes: number;
  /** Physical lines. */
  readonly lines: number;
  readonly longestLine: TextFacts["longestLine"];
  readonly onlySpaces: boolean;
  /** The beginning, whole lines only when there is more than one. */
  readonly head: string;
}

/** The longest line, and the longest record, that the engine is made to read. */
export const MAX_LINE_BYTES = 2 ** 24;

const READ_SIZE = 1 << 20;

/** Finds the encoding of a text and copies it where the engine could not read it as it is. */
export async function readPlainText(file: StagedFile, folder: string): Promise<PlainText> {
  const encoding = await detectEncoding(file.contentPath, file.facts, file.name);
  const fit = encoding === "utf8" && file.facts.lineEnds !== "mixed";
  const path = fit ? file.contentPath : join(folder, "utf8");
  const facts = fit ? file.facts : await transcode(file.contentPath, path, encoding);
  if (facts.head.toString("utf8").trim() === "") throw emptyFile(file.name);
  const whole = facts.bytes > facts.head.length ? facts.head.lastIndexOf("\n") + 1 : 0;
  return {
    name: file.name,
    encoding,
    path,
    bytes: facts.bytes,
    lines: facts.lines,
    longestLine: facts.longestLine,
    onlySpaces: facts.onlySpaces,
    head: facts.head
      .subarray(0, whole === 0 ? facts.head.length : whole)
      .toString("utf8")
      .replace(/^\uFEFF/, ""),
  };
}

/** Refuses a line so long that it is none: the engine would need the memory for all of it at once. */
export function refuseLongLine(text: PlainText): void {
  const { line, bytes } = text.longestLine;
  if (bytes <= MAX_LINE_BYTES) return;
  throw new UserError(
    1,
    `${text.name}:${line}: the line is ${Math.ceil(bytes / 2 ** 20)} MiB long; a line may have ${MAX_LINE_BYTES / 2 ** 20} MiB`,
    "line ends are missing, or this is no table of certificates; nothing was read",
  );
}

/** Copies a text as UTF-8 with LF line ends. */
async function transcode(fromPath: string, toPath: string, encoding: Encoding): Promise<TextFacts> {
  const { default: iconv } = await import("iconv-lite");
  const scan = scanText();
  const normalized = async function* (source: AsyncIterable<string>): AsyncIterable<Buffer> {
    for await (const text of source) {
      const chunk = Buffer.from(text.replaceAll(/\r\n?/g, "\n"), "utf8");
      scan.add(chunk);
      yield chunk;
    }
  };
  const decoded = createReadStream(fromPath, { highWaterMark: READ_SIZE }).pipe(iconv.decodeStream(encoding));
  await pipeline(Readable.from(wholeLineEnds(decoded)), normalized, createWriteStream(toPath));
  return scan.facts();
}

/** Passes text on in pieces that never end between the two characters of a line end. */
async function* wholeLineEnds(source: AsyncIterable<string | Buffer>): AsyncIterable<string> {
  let held = "";
  for await (const piece of source) {
    const text = held + piece.toString();
    held = text.endsWith("\r") ? "\r" : "";
    yield held === "" ? text : text.slice(0, -1);
  }
  if (held !== "") yield held;
}
