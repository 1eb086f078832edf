import { closeSync, fstatSync, openSync, readSync } from "node:fs";

import { UserError } from "../domain/user-error.ts";

/** One file in a zip archive, as the archive's directory declares it. */
interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
/** Stands in the directory for a size that its ZIP64 field has. */
const LARGE = 0xffffffff;
const LARGE_FIELD = 1;

/** The most that a workbook may unpack to, and the most of it in one part that is packed more than 200 times. */
const MAX_TOTAL_BYTES = 2 ** 31;
const MAX_DENSE_BYTES = 2 ** 26;
const DENSE_RATIO = 200;

/**
 * Refuses a zip archive that is no workbook, or whose directory declares sizes that no workbook of certificates has. The
 * reader of the parts holds them to the declared sizes, so that what passes here stays within them.
 */
export function checkWorkbookArchive(path: string, name: string): void {
  const entries = readDirectory(path, name);
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml") || names.has("xl/workbook.bin")) throw notXlsx(names, name);
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const dense = entries.some(({ packed, unpacked }) => unpacked > MAX_DENSE_BYTES && unpacked > DENSE_RATIO * packed);
  const undeclared = entries.some(({ packed, unpacked }) => unpacked === 0 && packed > 2);
  if (total > MAX_TOTAL_BYTES || dense || undeclared) {
    throw tooLarge(name, undeclared ? "a size that it does not declare" : `${Math.ceil(total / 2 ** 20)} MiB`);
  }
}

function tooLarge(name: string, size: string): UserError {
  return new UserError(
    1,
    `${name} would unpack to ${size}: this is no workbook of certificates`,
    "save the sheet as CSV (UTF-8) and pass that file",
  );
}

function notXlsx(names: ReadonlySet<string>, name: string): UserError {
  if (names.has("xl/workbook.bin") || names.has("content.xml")) {
    const kind = names.has("content.xml") ? "an OpenDocument file" : "a binary workbook (.xlsb)";
    return new UserError(1, `${name} is ${kind}`, "save it as .xlsx, or the sheet as CSV (UTF-8), and pass that file");
  }
  return new UserError(1, `${name} is a zip archive, not a workbook`, "unpack it and pass the files");
}

/** Reads the directory at the end of a zip archive. */
function readDirectory(path: string, name: string): readonly ZipEntry[] {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const read = (from: number, bytes: number): Buffer => {
      const buffer = Buffer.alloc(bytes);
      return buffer.subarray(0, readSync(file, buffer, 0, bytes, from));
    };
    const tailBytes = Math.min(size, LONGEST_COMMENT + END_BYTES);
    const tail = read(size - tailBytes, tailBytes);
    const at = lastSignature(tail);
    if (at === -1) throw damagedArchive(name);
    if (tail.readUInt32LE(at + 16) === LARGE) throw tooLarge(name, "4 GiB or more");
    const directory = read(tail.readUInt32LE(at + 16), Math.min(size, tail.readUInt32LE(at + 12)));
    return readEntries(directory, tail.readUInt16LE(at + 10), name);
  } finally {
    closeSync(file);
  }
}

function lastSignature(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  return -1;
}

function readEntries(directory: Buffer, count: number, name: string): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw damagedArchive(name);
    }
    const nameBytes = directory.readUInt16LE(at + 28);
    const end = at + ENTRY_BYTES + nameBytes;
    const packed = directory.readUInt32LE(at + 20);
    const unpacked = directory.readUInt32LE(at + 24);
    const extraEnd = end + directory.readUInt16LE(at + 30);
    entries.push({
      name: directory.toString("utf8", at + ENTRY_BYTES, end),
      packed,
      unpacked: unpacked === LARGE ? largeSize(directory.subarray(end, extraEnd)) : unpacked,
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** The unpacked size in the ZIP64 field among the extra fields of an entry. */
function largeSize(extra: Buffer): number {
  for (let at = 0; at + 12 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === LARGE_FIELD) return Number(extra.readBigUInt64LE(at + 4));
  }
  return LARGE;
}

function damagedArchive(name: string): UserError {
  return new UserError(
    1,
    `${name} is a damaged workbook: its end is missing`,
    "it was cut off on its way: fetch it or export it again",
  );
}
