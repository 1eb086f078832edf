import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";

import { FIELDS, type Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import type { Input } from "../ingest/find-inputs.ts";
import { headerFields } from "../ingest/header-fields.ts";
import { isRejectsFile } from "../ingest/ingest-rejects.ts";
import { mapColumns, type Mapping } from "../ingest/map-columns.ts";
import { DATE_WITH_ORDER } from "../ingest/parse-rules.ts";
import { readPlainText } from "../ingest/plain-text.ts";
import { looksLikeJson } from "../ingest/read-json.ts";
import type { HeaderRecogniser } from "../ingest/recognise-column.ts";
import { sniffDialect, type Dialect } from "../ingest/sniff-dialect.ts";
import { readPieces, stageInput } from "../ingest/stage-input.ts";
import { packingOf } from "../ingest/unpack.ts";
import { BeyondTally } from "./beyond-tally.ts";

/** A delimited text that can be tallied. */
export interface TallyInput {
  readonly name: string;
  /** Where the text is: the file itself, or a copy that is unpacked and UTF-8. */
  readonly path: string;
  /** Of the text. */
  readonly bytes: number;
  /** Of the file. Of a large one it becomes known while it is read. */
  readonly sha256: Promise<string>;
  readonly dialect: Dialect;
  /** Where the first row begins, in bytes. */
  readonly start: number;
  /** How long a row is, about. */
  readonly rowBytes: number;
  readonly mapping: Mapping;
}

const HEAD_BYTES = 2 ** 20;
/** From this size on, a file is hashed while it is read. */
const LARGE_BYTES = 2 ** 23;
const ONE_BYTE = /^[\t !#-~]$/;
/** What begins a workbook, an old workbook, a Parquet file. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(["PK\u0003\u0004", "\u00D0\u00CF\u0011\u00E0", "PAR1"]);

/** Finds out how a file is laid out. Throws `BeyondTally`, or an error for the user, when it is for the engine to read or to refuse. */
export async function openInput(
  input: Input,
  folder: string,
  recogniser: HeaderRecogniser,
  profile: Profile,
): Promise<TallyInput> {
  if (input.path === null || !statSync(input.path).isFile()) throw new BeyondTally("nothing that can be read twice");
  const start = readStart(input.path);
  const text =
    packingOf(start) === null && statSync(input.path).size >= LARGE_BYTES
      ? largeText(input.path, start)
      : await smallText(input, folder);
  const magic = text.start.toString("latin1", 0, 4);
  if (OTHER_FORMATS.has(magic) || looksLikeJson(text.head)) throw new BeyondTally("no delimited text");
  const dialect = await sniffDialect(text.head, headerFields(recogniser, profile), input.name, profile.delimiter);
  const { delimiter, headers, headerLines } = dialect;
  if (!ONE_BYTE.test(delimiter)) throw new BeyondTally("a delimiter of several bytes");
  if (isRejectsFile(headers)) throw new BeyondTally("a rejects file");
  const mapping = mapColumns(headers, recogniser, profile, input.name);
  if (!isPlain(mapping)) throw new BeyondTally("columns that are not read one by one");
  // A date for rows that have none has a say in the order of day and month, as often as there are such rows.
  if (new RegExp(DATE_WITH_ORDER).test(mapping.constants.get("issue_date") ?? ""))
    throw new BeyondTally("a date to order");
  const lines = text.head.split("\n").length - 1;
  const bytes = Buffer.byteLength(text.head);
  return {
    name: input.name,
    path: text.path,
    bytes: text.bytes,
    sha256: text.sha256,
    dialect,
    start: afterLine(text.start, headerLines),
    rowBytes: Math.max(1, bytes / Math.max(1, lines)),
    mapping,
  };
}

interface Text {
  readonly path: string;
  readonly bytes: number;
  /** The first bytes. */
  readonly start: Buffer;
  /** The beginning as text: whole lines. */
  readonly head: string;
  readonly sha256: Promise<string>;
}

/** A text that is taken for UTF-8, which shows when it is read. */
function largeText(path: string, start: Buffer): Text {
  const sha256 = hashOf(path);
  // Whoever needs it asks for it in the end; until then it may fail unheard.
  sha256.catch(() => undefined);
  const whole = start.subarray(0, start.lastIndexOf("\n") + 1);
  const head = whole.toString("utf8").replace(/^\uFEFF/, "");
  // The engine is given another text than this one, with other headers.
  if (!isUtf8(whole) || /\r(?!\n)|\0/.test(head)) throw new BeyondTally("no plain text");
  return { path, bytes: statSync(path).size, start, head: head.replaceAll("\r\n", "\n"), sha256 };
}

async function smallText(input: Input, folder: string): Promise<Text> {
  const staged = await stageInput(input, folder);
  if (OTHER_FORMATS.has(staged.facts.head.toString("latin1", 0, 4))) throw new BeyondTally("no text");
  const { path, bytes, head } = await readPlainText(staged, folder);
  return { path, bytes, start: readStart(path), head, sha256: Promise.resolve(staged.sha256) };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of readPieces(path)) hash.update(piece);
  return hash.digest("hex");
}

function readStart(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const start = Buffer.allocUnsafe(HEAD_BYTES);
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

/** Where the line after some lines begins. */
function afterLine(bytes: Buffer, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line += 1) {
    const end = bytes.indexOf("\n", at);
    if (end === -1) throw new BeyondTally("a header without rows");
    at = end + 1;
  }
  return at;
}

/** Whether each field is read from one column, in whole units, and no constant stands in for what tells rows apart. */
function isPlain({ columns, constants, valueUnit, headerCurrency }: Mapping): boolean {
  const own: readonly Field[] = ["certificate_number", "replaces", "value", "exporter_id", "exporter_name"];
  return (
    valueUnit === 1 &&
    headerCurrency === null &&
    FIELDS.every((field) => (columns.get(field)?.length ?? 0) <= 1) &&
    own.every((field) => !constants.has(field)) &&
    columns.has("certificate_number")
  );
}
