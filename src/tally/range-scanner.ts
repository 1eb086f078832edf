import { isUtf8 } from "node:buffer";

import { BeyondTally } from "./beyond-tally.ts";
import { NOT_PLAIN, readPlainAmount } from "./plain-amount.ts";
import { sortKeys, type Key } from "./repeated-keys.ts";
import {
  CLOSER_LOOK,
  CODED_FIELDS,
  grownRows,
  newRows,
  NO_VALUE,
  type RangeFacts,
  type RangePlan,
  type Role,
  type RowColumns,
  type ScannedRange,
} from "./scanned-range.ts";
import { TextCodes } from "./text-codes.ts";
import { hashText, HASH_PRIME, mixed, OTHER_PRIME } from "./text-key.ts";
import { trimCell } from "./trim-cell.ts";

/** The numbers of destinations, products and tuples have 16 bits. */
const MOST_CODES = 2 ** 16 - 1;
/** So many texts of a field of tuples are too many. */
const TUPLE_BASE = 2 ** 10;
const MOST_ODD_AMOUNTS = 10_000;
/** Of the bytes that end a cell, all but the delimiter are at most this: a quote. */
const MOST_STOP = 34;
const [LF, CR, QUOTE, SPACE, TAB, PLUS] = [10, 13, 34, 32, 9, 43];

// What a column is read as, as the loop over the bytes tells it apart: the position of a field in CODED_FIELDS, or one of these.
const [SKIPPED, NUMBER, REPLACES, VALUE] = [-1, -2, -3, -4];
const [DATE, DESTINATION, EXPORTER, PRODUCT] = [0, 1, 2, 3];
const FIRST_OF_TUPLE = 4;
const CHAMBER = CODED_FIELDS.indexOf("chamber");
const NAME = CODED_FIELDS.indexOf("exporter_name");

/** What is read of a range so far. One method for each kind of cell keeps each small enough to run fast. */
export class RangeScanner {
  readonly buffer: Buffer;
  readonly #plan: RangePlan;
  readonly #roles: Int8Array;
  readonly #delimiter: number;
  /** Whether a byte ends a cell. */
  readonly #stops = new Uint8Array(256);
  readonly #codes: readonly TextCodes[];
  /** The text of each field in the row before, if it was not quoted. */
  readonly #last = new Int32Array(CODED_FIELDS.length);
  readonly #tupleOf = new Map<number, number>();
  readonly #tuples: number[][] = [];
  #lastTuple = -1;
  #lastTupleKey = -1;
  readonly #chamberKeys: Key[];
  readonly #marks = new Uint32Array(4);
  readonly #oddAmounts: string[] = [];
  readonly #replacing = new Map<number, Key>();
  /** Whether there are any carriage returns in the buffer. */
  #hasReturns = false;
  readonly #leads: { row: number; lead: number }[] = [];
  #rows: RowColumns;
  #capacity: number;
  #count = 0;
  #lines = 0;
  #lead = 0;

  // The row that is being read.
  readonly #own = new Int32Array(CODED_FIELDS.length);
  #cents = NO_VALUE;
  #evidence = 0;
  #odd: string | null = null;
  #closer = false;
  #hasNumber = false;
  #high = 0;
  #low = 0;
  #named: string | null = null;
  #nameStart = 0;
  #nameEnd = 0;
  #nameHasQuotes = false;
  #breaks = 0;

  constructor(plan: RangePlan) {
    this.#plan = plan;
    // Room for a line end, which the last row may lack.
    this.buffer = Buffer.allocUnsafe(Math.min(plan.chunkBytes, plan.end - plan.start) + 1);
    this.#codes = CODED_FIELDS.map(() => new TextCodes(this.buffer));
    this.#roles = Int8Array.from(plan.roles, roleNumber);
    this.#delimiter = plan.delimiter.charCodeAt(0);
    for (const byte of [this.#delimiter, LF, CR, QUOTE]) this.#stops[byte] = 1;
    this.#chamberKeys = [hashText(plan.chamber)];
    this.#capacity = Math.ceil((1.1 * (plan.end - plan.start)) / plan.rowBytes) + 1000;
    this.#rows = newRows(this.#capacity);
  }

  /**
   * Reads the rows that are whole among the first `filled` bytes of the buffer, of which the first stands at `base` in the range, and
   * gives how many bytes these are: all, when the range `ends` here.
   */
  scan(base: number, filled: number, ends: boolean): number {
    const { buffer } = this;
    let limit = filled;
    if (!ends) limit = buffer.lastIndexOf(LF, filled - 1) + 1;
    else if (buffer[filled - 1] !== LF) {
      buffer[filled] = LF;
      limit += 1;
    }
    const text = buffer.subarray(0, limit);
    if (!isUtf8(text) || text.includes(0)) throw new BeyondTally("no plain text");
    this.#hasReturns = text.includes(CR);
    let at = 0;
    while (at < limit) {
      if (this.#count >= this.#capacity) this.#grow();
      const next = this.#scanRow(at, limit);
      if (next === UNFINISHED) {
        if (ends) throw new BeyondTally("a quote that is not closed in its range");
        return at;
      }
      if (next === NOTHING) {
        at = this.#skipLine(at);
        continue;
      }
      this.#keepRow(base + at);
      at = next;
    }
    const sizes = [this.#codes[DESTINATION]?.size ?? 0, this.#codes[PRODUCT]?.size ?? 0, this.#tuples.length];
    if (sizes.some((size) => size > MOST_CODES)) throw new BeyondTally("too many different texts");
    return Math.min(limit, filled);
  }

  result(): ScannedRange {
    const count = this.#count;
    const { dates } = this.#rows;
    const dateCounts = new Uint32Array((this.#codes[DATE]?.size ?? 0) + 1);
    for (let row = 0; row < count; row += 1) {
      const code = dates[row] ?? 0;
      dateCounts[code] = (dateCounts[code] ?? 0) + 1;
    }
    const texts = Object.fromEntries(CODED_FIELDS.map((field, index) => [field, this.#codes[index]?.texts() ?? []]));
    const [, comma = 0, point = 0, either = 0] = this.#marks;
    return {
      plan: this.#plan,
      rows: { ...this.#rows, count },
      leads: this.#leads,
      replacing: this.#replacing,
      facts: {
        rows: count,
        lines: this.#lines,
        // They are of all fields, which the type of `fromEntries` does not say.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        texts: texts as RangeFacts["texts"],
        dateCounts,
        tuples: this.#tuples,
        marks: { comma, point, either },
        oddAmounts: this.#oddAmounts,
        keys: sortKeys(this.#rows.keys, count, [...this.#replacing.values()], this.#plan.bucketBits),
      },
    };
  }

  /** Reads the cells of the row at `at` and gives where the next one begins. */
  #scanRow(at: number, limit: number): number {
    const { buffer } = this;
    const roles = this.#roles;

    this.#cents = NO_VALUE;
    this.#evidence = 0;
    this.#odd = null;
    this.#closer = false;
    this.#hasNumber = false;
    this.#named = null;
    this.#nameEnd = 0;
    this.#nameHasQuotes = false;
    this.#breaks = 0;
    let p = at;
    for (let column = 0; ; column += 1) {
      const role = roles[column] ?? SKIPPED;
      if (buffer[p] === QUOTE) {
        p = this.#scanQuoted(role, p, limit);
        if (p === UNFINISHED) return p;
      } else if (role >= 0 && role !== NAME) p = this.#scanCoded(role, p);
      else if (role === NUMBER) p = this.#scanNumber(p);
      else {
        const start = p;
        p = this.#scanPlain(p);
        if (role === VALUE) this.#readValue(start, p);
        else if (role !== SKIPPED) this.#readOther(role, start, p);
      }
      const byte = buffer[p] ?? 0;
      p += 1;
      if (byte === this.#delimiter) continue;
      if (byte === CR && buffer[p] === LF) p += 1;
      else if (byte !== LF) throw new BeyondTally("a stray quote or carriage return");
      if (column === roles.length - 1) return p;
      if (column === 0 && (buffer[at] === LF || buffer[at] === CR)) return NOTHING;
      throw new BeyondTally("a row with more or fewer cells than the header row");
    }
  }

  /** The end of a cell of which only the place is wanted. */
  #scanPlain(start: number): number {
    const { buffer } = this;
    const [delimiter, stops] = [this.#delimiter, this.#stops];
    let p = start;
    let byte = buffer[p] ?? 0;
    while (byte > MOST_STOP ? byte !== delimiter : stops[byte] === 0) {
      p += 1;
      byte = buffer[p] ?? 0;
    }
    return p;
  }

  #scanCoded(role: number, start: number): number {
    const { buffer } = this;
    const [delimiter, stops, codes] = [this.#delimiter, this.#stops, this.#codes[role]];
    if (codes === undefined) throw new Error(`there are no texts of ${role}`);
    // Often it is the text of the row before.
    const last = this.#last[role] ?? 0;
    const end = start + codes.lengthOf(last);
    if (last !== 0 && stops[buffer[end] ?? 0] === 1 && codes.isAt(last, start, end)) {
      this.#own[role] = last;
      return end;
    }
    let hash = 0;
    let p = start;
    let byte = buffer[p] ?? 0;
    while (byte > MOST_STOP ? byte !== delimiter : stops[byte] === 0) {
      hash = Math.imul(hash ^ byte, HASH_PRIME);
      p += 1;
      byte = buffer[p] ?? 0;
    }
    const code = codes.codeOf(start, p, hash);
    this.#own[role] = code;
    this.#last[role] = code;
    return p;
  }

  #scanNumber(start: number): number {
    const { buffer } = this;
    const [delimiter, stops] = [this.#delimiter, this.#stops];
    let high = 0;
    let low = 0;
    let p = start;
    let byte = buffer[p] ?? 0;
    while (byte > MOST_STOP ? byte !== delimiter : stops[byte] === 0) {
      high = Math.imul(high ^ byte, HASH_PRIME);
      low = Math.imul(low ^ byte, OTHER_PRIME);
      // A spreadsheet may have damaged it.
      if (byte === PLUS) this.#closer = true;
      p += 1;
      byte = buffer[p] ?? 0;
    }
    this.#high = high;
    this.#low = low;
    this.#hasNumber = p > start;
    if (isEdge(buffer[start] ?? 0) || isEdge(buffer[p - 1] ?? 0)) this.#readNumber(start, p);
    return p;
  }

  /** Reads the number in a way that is right for any. */
  #readNumber(start: number, end: number): void {
    const text = trimCell(this.buffer.toString("utf8", start, end));
    [this.#high, this.#low] = hashText(text ?? "");
    this.#hasNumber = text !== null;
    if (text?.includes("+") === true) this.#closer = true;
  }

  #readValue(start: number, end: number): void {
    if (start === end) return;
    const read = readPlainAmount(this.buffer, start, end, this.#plan.decimalMark);
    if (read === NOT_PLAIN) {
      this.#odd = trimCell(this.buffer.toString("utf8", start, end));
      return;
    }
    this.#cents = Math.floor(read);
    this.#evidence = 4 * (read - this.#cents);
  }

  #readOther(role: number, start: number, end: number): void {
    if (role === NAME) {
      this.#nameStart = start;
      this.#nameEnd = end;
    } else if (role === REPLACES && end > start) {
      this.#named = trimCell(this.buffer.toString("utf8", start, end));
    }
  }

  /** A quoted cell, to the quote that closes it, which is not one of two. */
  #scanQuoted(role: number, start: number, limit: number): number {
    const { buffer } = this;
    let doubled = false;
    let p = start + 1;
    for (;;) {
      const close = buffer.indexOf(QUOTE, p);
      if (close === -1 || close >= limit) return UNFINISHED;
      p = close + 1;
      if (buffer[p] !== QUOTE) break;
      doubled = true;
      p += 1;
    }
    if (this.#stops[buffer[p] ?? 0] === 0) throw new BeyondTally("text after a quoted cell");
    const [from, to] = [start + 1, p - 1];
    for (let at = buffer.indexOf(LF, from); at !== -1 && at < to; at = buffer.indexOf(LF, at + 1)) this.#breaks += 1;
    if (this.#hasReturns && includes(buffer, CR, from, to)) throw new BeyondTally("a carriage return in quotes");
    if (role === SKIPPED || role === NAME) {
      this.#readOther(role, from, to);
      this.#nameHasQuotes ||= role === NAME && doubled;
      return p;
    }
    if (doubled) throw new BeyondTally("quotes in a cell that is read");
    if (role >= 0) this.#own[role] = this.#codeOf(role, from, to);
    else if (role === NUMBER) this.#readNumber(from, to);
    else if (role === VALUE) this.#readValue(from, to);
    else this.#readOther(role, from, to);
    return p;
  }

  #codeOf(role: number, start: number, end: number): number {
    const { buffer } = this;
    let hash = 0;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (buffer[at] ?? 0), HASH_PRIME);
    return this.#codes[role]?.codeOf(start, end, hash) ?? 0;
  }

  /** The number of the name of the exporter; 0 when there is none, or quotes in it take a closer look. */
  #nameCode(): number {
    if (this.#nameHasQuotes) this.#closer = true;
    return this.#nameHasQuotes || this.#nameEnd <= this.#nameStart
      ? 0
      : this.#codeOf(NAME, this.#nameStart, this.#nameEnd);
  }

  /** Keeps the row that was read, which begins at `offset`. */
  #keepRow(offset: number): void {
    const row = this.#count;
    const [rows, own] = [this.#rows, this.#own];
    rows.exporters[row] = own[EXPORTER] === 0 ? -this.#nameCode() : (own[EXPORTER] ?? 0);
    rows.dates[row] = own[DATE] ?? 0;
    rows.destinations[row] = own[DESTINATION] ?? 0;
    rows.products[row] = own[PRODUCT] ?? 0;
    rows.tuples[row] = this.#tuple();
    rows.offsets[row] = offset;
    const chamber = this.#chamberKeyOf(own[CHAMBER] ?? 0);
    const high = mixed(this.#high ^ chamber[0]);
    const low = mixed(this.#low ^ chamber[1]);
    rows.keys[2 * row] = high;
    rows.keys[2 * row + 1] = low;
    if (!this.#hasNumber) this.#closer = true;
    if (this.#odd !== null) {
      if (this.#oddAmounts.length >= MOST_ODD_AMOUNTS) throw new BeyondTally("too many odd amounts");
      this.#oddAmounts.push(this.#odd);
      this.#closer = true;
    }
    if (this.#named !== null) {
      const named = hashText(this.#named);
      const key: Key = [mixed(named[0] ^ chamber[0]), mixed(named[1] ^ chamber[1])];
      if (key[0] === 0 && key[1] === 0) throw new BeyondTally("a key that stands for none");
      this.#replacing.set(row, key);
    }
    rows.cents[row] = this.#closer ? CLOSER_LOOK : this.#cents;
    this.#marks[this.#evidence] = (this.#marks[this.#evidence] ?? 0) + 1;
    this.#count += 1;
    this.#lines += 1;
    if (this.#breaks > 0) this.#leap(this.#breaks);
  }

  #tuple(): number {
    const own = this.#own;
    let key = 0;
    for (let field = FIRST_OF_TUPLE; field < NAME; field += 1) key = key * TUPLE_BASE + (own[field] ?? 0);
    if (key !== this.#lastTupleKey) {
      this.#lastTupleKey = key;
      this.#lastTuple = this.#tupleOf.get(key) ?? this.#newTuple(key);
    }
    return this.#lastTuple;
  }

  #newTuple(key: number): number {
    const parts = [...this.#own.subarray(FIRST_OF_TUPLE, NAME)];
    if (parts.some((code) => code >= TUPLE_BASE)) throw new BeyondTally("too many different texts");
    const tuple = this.#tuples.push(parts) - 1;
    this.#tupleOf.set(key, tuple);
    return tuple;
  }

  #chamberKeyOf(code: number): Key {
    const known = this.#chamberKeys[code];
    if (known !== undefined) return known;
    const text = trimCell(this.#codes[CHAMBER]?.text(code) ?? "");
    const key = hashText(text ?? this.#plan.chamber);
    this.#chamberKeys[code] = key;
    return key;
  }

  /** A line without anything is no row. */
  #skipLine(at: number): number {
    this.#leap(1);
    return this.buffer.indexOf(LF, at) + 1;
  }

  /** From the next row on, lines are further ahead of rows. */
  #leap(lines: number): void {
    this.#lines += lines;
    this.#lead += lines;
    this.#leads.push({ row: this.#count, lead: this.#lead });
  }

  #grow(): void {
    this.#capacity = Math.ceil(1.5 * this.#capacity);
    this.#rows = grownRows(this.#rows, this.#capacity);
  }
}

/** In place of where the next row begins: it is not all there; there is no row. */
const [UNFINISHED, NOTHING] = [-1, -2];

function includes(bytes: Uint8Array, byte: number, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === byte) return true;
  return false;
}

/** Whether a byte at the end of a cell may belong to a blank: space, tab, no-break space, narrow no-break space, byte order mark. */
function isEdge(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte >= 0xa0;
}

function roleNumber(role: Role): number {
  if (role === null) return SKIPPED;
  if (role === "certificate_number") return NUMBER;
  if (role === "replaces") return REPLACES;
  return role === "value" ? VALUE : CODED_FIELDS.indexOf(role);
}
