import { createHash } from "node:crypto";
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { UserError } from "../domain/user-error.ts";
import { emptyFile } from "./empty-file.ts";
import type { Input } from "./find-inputs.ts";
import { scanText, type TextFacts } from "./scan-text.ts";
import { packingOf, unpack } from "./unpack.ts";

/** A file of whatever format, unpacked, hashed and looked through once. */
export interface StagedFile {
  readonly name: string;
  readonly path: string | null;
  /** Where the content is: the file itself, or an unpacked copy in the work folder. */
  readonly contentPath: string;
  /** Of the bytes as they were given, compressed if they were. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of the content, read as if it were text. */
  readonly facts: TextFacts;
}

const READ_SIZE = 1 << 20;

/**
 * Reads an input once: hashes it, unpacks gzip and zstd, and collects the facts that tell its format and encoding.
 * `reading` is handed what tells how much of it is read.
 */
export async function stageInput(
  input: Input,
  folder: string,
  reading: (share: () => number) => void = () => undefined,
  ifEmpty: (name: string) => Error = emptyFile,
): Promise<StagedFile> {
  const rawPath = await readableTwice(input.path, folder);
  const packing = packingOf(readStart(rawPath, input.name));
  const contentPath = packing === null ? rawPath : join(folder, "unpacked");

  const hash = createHash("sha256");
  const scan = scanText();
  let bytes = 0;
  const size = Math.max(1, statSync(rawPath).size);
  reading(() => bytes / size);
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
  if (packing === null) {
    for await (const _chunk of scanned(hashed(readPieces(rawPath)))) {
      // Scanning and hashing is all there is to do: the engine reads the file itself.
    }
  } else {
    const file = createReadStream(rawPath, { highWaterMark: READ_SIZE });
    await unpack(packing, file, { packed: hashed, unpacked: scanned }, createWriteStream(contentPath), input.name);
  }
  const facts = scan.facts();
  if (facts.bytes === 0 || facts.blank) throw ifEmpty(input.name);
  return { name: input.name, path: input.path, contentPath, sha256: hash.digest("hex"), bytes, facts };
}

/** The bytes of a file, all in the same memory: a piece is gone when the next one is asked for. */
export async function* readPieces(path: string): AsyncIterable<Buffer> {
  const file = await open(path);
  try {
    const memory = Buffer.allocUnsafe(READ_SIZE);
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, READ_SIZE);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Standard input and pipes, such as a shell has for `<(...)`, are saved. */
async function readableTwice(path: string | null, folder: string): Promise<string> {
  if (path !== null && statSync(path).isFile()) return path;
  const saved = join(folder, "stdin");
  await pipeline(path === null ? process.stdin : createReadStream(path), createWriteStream(saved));
  return saved;
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
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(2, `${name} cannot be read: ${reason}`, "check the file and its permissions");
  }
}
