import { closeSync, openSync, readSync } from "node:fs";

import { FIELDS } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { guessMark } from "./decide-formats.ts";
import type { TallyInput } from "./open-input.ts";
import { CODED_FIELDS, type CodedField, type RangePlan, type Role } from "./scanned-range.ts";

/** A guess at the decimal mark takes so much of a text, and more only where that says nothing. */
const GUESS_BYTES = [2 ** 13, 2 ** 20];
const LOOK_BYTES = 2 ** 20;
/** The places of rows in a range are numbers of 32 bits. */
const MOST_BYTES = 2 ** 32 - 1;

/** How work is cut up. What comes of it does not depend on that. */
export interface Cut {
  /** Of each file. */
  readonly parts: number;
  readonly bucketBits: number;
  readonly chunkBytes: number;
}

/** Cuts a text into `parts`, ranges of whole lines. (Whether a line end is inside quotes shows when what comes before is read.) */
export function planRanges(
  input: TallyInput,
  profile: Profile,
  { parts, bucketBits, chunkBytes }: Cut,
): readonly RangePlan[] {
  const { path, start, bytes, dialect, rowBytes, mapping } = input;
  const file = openSync(path, "r");
  try {
    const whole: RangePlan = {
      path,
      start,
      end: bytes,
      delimiter: dialect.delimiter,
      roles: rolesOf(input),
      decimalMark: ".",
      rowBytes,
      chamber: mapping.constants.get("chamber") ?? "",
      bucketBits,
      chunkBytes,
    };
    const heads = GUESS_BYTES.map((most) => ({
      ...whole,
      end: lineEnd(file, start + most, bytes),
      decimalMark: "," as const,
    }));
    const decimalMark = guessMark(heads, profile);
    const cuts = [start];
    for (let part = 1; part < parts; part += 1) {
      cuts.push(lineEnd(file, Math.floor(start + ((bytes - start) * part) / parts), bytes));
    }
    const ranges = cuts.map((cut, part) => ({ ...whole, decimalMark, start: cut, end: cuts[part + 1] ?? bytes }));
    if (ranges.some((range) => range.end - range.start > MOST_BYTES)) throw new BeyondTally("a very large file");
    return ranges.filter((range) => range.end > range.start);
  } finally {
    closeSync(file);
  }
}

/** The end of the line in which the byte at `at` stands. */
function lineEnd(file: number, at: number, bytes: number): number {
  if (at >= bytes) return bytes;
  const look = Buffer.allocUnsafe(LOOK_BYTES);
  const found = look.subarray(0, readSync(file, look, 0, LOOK_BYTES, at)).indexOf("\n");
  if (found === -1) throw new BeyondTally("a very long row");
  return at + found + 1;
}

/** Rows need no description of the goods, and no type: nothing is added up by them. */
function rolesOf({ dialect, mapping }: TallyInput): readonly Role[] {
  const roles: Role[] = dialect.headers.map(() => null);
  for (const field of FIELDS) {
    const [column] = mapping.columns.get(field) ?? [];
    if (column === undefined || !isRole(field)) continue;
    if (roles[column] != null) throw new BeyondTally("a column that is two fields");
    roles[column] = field;
  }
  return roles;
}

function isRole(field: string): field is CodedField | "certificate_number" | "replaces" | "value" {
  return CODED_FIELDS.some((coded) => coded === field) || ["certificate_number", "replaces", "value"].includes(field);
}
