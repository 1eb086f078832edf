import { createHash, type Hash } from "node:crypto";
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

import { UserError } from "../domain/user-error.ts";
import type { Input } from "./find-inputs.ts";
import { scanText, type TextFacts } from "./scan-text.ts";

/** A file made ready for the engine: plain UTF-8 text with one kind of line end. */
export interface StagedFile {
  readonly name: string;
  readonly path: string | null;
  /** The text to read: the file itself where that is fit, else a copy in the work folder. */
  readonly textPath: string;
  /** Of the bytes as they were given, compressed if they were. */
  readonly sha256: string;
  readonly bytes: number;
  /** Physical lines in the text. */
  readonly lines: number;
  /** The beginning of the text, whole lines only. */
  readonly head: string;
}

type Encoding = "utf8" | "utf16-le" | "utf16-be" | "windows-1252";

const READ_SIZE = 1 << 20;

/** Reads an input once: hashes it, unpacks gzip, finds the encoding, and makes a plain copy where the engine needs one. */
export async function stageInput(
  input: Input,
  workFolder: string,
  ordinal: number,
  reading: (share: () => number) => void,
): Promise<StagedFile> {
  const copyPath = (suffix: string): string => join(workFolder, `${ordinal}.${suffix}`);
  const rawPath = input.path ?? (await saveStandardInput(copyPath("stdin")));
  const start = readStart(rawPath, input.name);
  const packed = start[0] === 0x1f && start[1] === 0x8b;

  const hash = createHash("sha256");
  const unpackedPath = packed ? copyPath("unpacked") : null;
  const { facts, bytes } = await readText(rawPath, hash, unpackedPath, input.name, reading);
  refuseOtherFormats(facts.head.subarray(0, 4096), input.name);
  if (facts.bytes === 0) {
    throw new UserError(1, `${input.name} is empty`, "export the certificates again, with a header row");
  }

  const plainPath = unpackedPath ?? rawPath;
  const encoding = detectEncoding(facts);
  const fit = encoding === "utf8" && facts.lineEnds !== "mixed";
  const textPath = fit ? plainPath : copyPath("utf8");
  const text = fit ? facts : await transcode(plainPath, textPath, encoding);
  return {
    name: input.name,
    path: input.path,
    textPath,
    sha256: hash.digest("hex"),
    bytes,
    lines: text.lines,
    head: text.head.toString("utf8").replace(/^\uFEFF/, ""),
  };
}

async function saveStandardInput(path: string): Promise<string> {
  await pipeline(process.stdin, createWriteStream(path));
  return path;
}

function readStart(path: string, name: string): Buffer {
  try {
    const file = openSync(path, "r");
    try {
      const start = Buffer.alloc(4);
      return start.subarray(0, readSync(file, start));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new UserError(2, `${name} cannot be read: ${reasonOf(error)}`, "check the file and its permissions");
  }
}

/** One pass over a file: the hash of its bytes and the facts of its text, which is copied to `unpackedPath` when it is packed. */
async function readText(
  path: string,
  hash: Hash,
  unpackedPath: string | null,
  name: string,
  reading: (share: () => number) => void,
): Promise<{ facts: TextFacts; bytes: number }> {
  const scan = scanText();
  let bytes = 0;
  const hashed = async function* (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const scanned = async function* (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of source) {
      scan.add(chunk);
      yield chunk;
    }
  };
  const file = createReadStream(path, { highWaterMark: READ_SIZE });
  const { size } = statSync(path);
  reading(() => file.bytesRead / size);
  if (unpackedPath === null) {
    for await (const _chunk of scanned(hashed(file))) {
      // Scanning and hashing is all there is to do: the engine reads the file itself.
    }
  } else {
    try {
      await pipeline(file, hashed, createGunzip({ chunkSize: READ_SIZE }), scanned, createWriteStream(unpackedPath));
    } catch (error) {
      throw new UserError(
        1,
        `${name} cannot be unpacked: ${reasonOf(error)}`,
        "the gzip file is damaged or cut off: fetch it or pack it again",
      );
    }
  }
  return { facts: scan.facts(), bytes };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Names what a file is when it is not text, so that the remedy fits. */
function refuseOtherFormats(start: Buffer, name: string): void {
  const magic = start.subarray(0, 4).toString("latin1");
  if (magic === "PK\u0003\u0004" || magic === "\u00d0\u00cf\u0011\u00e0") {
    throw new UserError(
      1,
      `${name} is a spreadsheet workbook, not text`,
      "save the sheet as CSV (UTF-8) and pass that file",
    );
  }
  if (magic === "PAR1") {
    throw new UserError(1, `${name} is a Parquet file, not text`, "convert it to CSV and pass that file");
  }
  if (!hasUtf16Mark(start) && start.includes(0)) {
    throw new UserError(
      1,
      `${name} is a binary file, not text`,
      "pass a CSV file: a header row, then one row per certificate",
    );
  }
}

function hasUtf16Mark(start: Buffer): boolean {
  return (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
}

/** UTF-8 when the whole text is valid UTF-8, else what Windows programs in western Europe write. */
function detectEncoding(facts: TextFacts): Encoding {
  if (hasUtf16Mark(facts.head)) return facts.head[0] === 0xff ? "utf16-le" : "utf16-be";
  return facts.utf8 ? "utf8" : "windows-1252";
}

/** Copies a text as UTF-8 with LF line ends. */
async function transcode(fromPath: string, toPath: string, encoding: Encoding): Promise<TextFacts> {
  const { default: iconv } = await import("iconv-lite");
  const scan = scanText();
  const normalized = async function* (source: AsyncIterable<string>): AsyncIterable<Buffer> {
    for await (const text of source) {
      const chunk = Buffer.from(text.replaceAll("\r\n", "\n"), "utf8");
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
