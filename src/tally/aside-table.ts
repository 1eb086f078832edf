import type { ClearRows } from "./add-up.ts";
import type { AsideRows } from "./aside-rows.ts";

/** The rows of a range that were set aside. */
export interface AsidePart {
  readonly rows: AsideRows;
  readonly clear: ClearRows;
  /** Tells the rows of different files apart. */
  readonly file: number;
  /** One byte. */
  readonly delimiter: number;
  /** The columns of the certificate number, and of the number that it replaces. */
  readonly numberColumn: number;
  readonly replacesColumn: number;
}

const NOBODY = 0;
const QUOTE = 34;

/**
 * All rows that were set aside, numbered from 0 part by part, and grouped by their keys: a group goes by its first row. There may be
 * a million, so that all of it is in arrays of numbers.
 */
export class AsideTable {
  readonly count: number;
  readonly #parts: readonly AsidePart[];
  /** The number of the first row of each part. */
  readonly #starts: Uint32Array;
  readonly #partOf: Uint32Array;
  /** By key, the first row of a group, from 1. */
  readonly #slots: Int32Array;
  /** The next row of the same group, and, of a first row, the last one: from 1. */
  readonly #next: Int32Array;
  readonly #last: Int32Array;

  constructor(parts: readonly AsidePart[]) {
    this.#parts = parts;
    this.#starts = new Uint32Array(parts.length);
    this.count = 0;
    for (const [index, { rows }] of parts.entries()) {
      this.#starts[index] = this.count;
      this.count += rows.lines.length;
    }
    this.#partOf = new Uint32Array(this.count);
    parts.forEach(({ rows }, index) => {
      const start = this.#starts[index] ?? 0;
      this.#partOf.fill(index, start, start + rows.lines.length);
    });
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * this.count + 2)));
    this.#next = new Int32Array(this.count);
    this.#last = new Int32Array(this.count);
    for (let row = 0; row < this.count; row += 1) this.#group(row);
  }

  /** The first rows of all groups. */
  *groups(): Iterable<number> {
    for (let row = 0; row < this.count; row += 1) if (this.#last[row] !== NOBODY) yield row;
  }

  /** The rows of the group that begins with a row, in order. */
  rowsOf(first: number): readonly number[] {
    const rows = [first];
    for (let next = this.#next[first] ?? NOBODY; next !== NOBODY; next = this.#next[next - 1] ?? NOBODY)
      rows.push(next - 1);
    return rows;
  }

  isAlone(first: number): boolean {
    return this.#next[first] === NOBODY;
  }

  /** Whether a row names a certificate that it replaces. */
  namesAnother(row: number): boolean {
    const { named } = this.part(row).rows;
    const index = this.indexOf(row);
    return named[2 * index] !== 0 || named[2 * index + 1] !== 0;
  }

  /** The group of the key that a row names; `null` when no row has it. */
  namedBy(row: number): number | null {
    const { named } = this.part(row).rows;
    const index = this.indexOf(row);
    const first = this.#slots[this.#slotOf(named[2 * index] ?? 0, named[2 * index + 1] ?? 0)] ?? NOBODY;
    return first === NOBODY ? null : first - 1;
  }

  part(row: number): AsidePart {
    const part = this.#parts[this.#partOf[row] ?? 0];
    if (part === undefined) throw new Error(`there is no row ${row}`);
    return part;
  }

  /** The place of a row in its part. */
  indexOf(row: number): number {
    return row - (this.#starts[this.#partOf[row] ?? 0] ?? 0);
  }

  /** What a clear row says. */
  code(row: number, column: keyof ClearRows): number {
    return this.part(row).clear[column][this.indexOf(row)] ?? 0;
  }

  bytes(row: number): Uint8Array {
    const { bytes, starts } = this.part(row).rows;
    const index = this.indexOf(row);
    return bytes.subarray(starts[index], starts[index + 1]);
  }

  /** The bytes of a cell; `null` where quotes hide it. */
  cell(row: number, column: number): Uint8Array | null {
    const bytes = this.bytes(row);
    if (bytes.includes(QUOTE)) return null;
    const { delimiter } = this.part(row);
    let start = 0;
    for (let before = 0; before < column; before += 1) start = bytes.indexOf(delimiter, start) + 1;
    const end = bytes.indexOf(delimiter, start);
    return bytes.subarray(start, end === -1 ? bytes.length : end);
  }

  #group(row: number): void {
    const { keys } = this.part(row).rows;
    const index = this.indexOf(row);
    const slot = this.#slotOf(keys[2 * index] ?? 0, keys[2 * index + 1] ?? 0);
    const first = this.#slots[slot] ?? NOBODY;
    if (first === NOBODY) {
      this.#slots[slot] = row + 1;
      this.#last[row] = row + 1;
    } else {
      this.#next[(this.#last[first - 1] ?? 0) - 1] = row + 1;
      this.#last[first - 1] = row + 1;
    }
  }

  /** Where the group of a key stands, or would. */
  #slotOf(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const first = this.#slots[slot] ?? NOBODY;
      if (first === NOBODY) return slot;
      const { keys } = this.part(first - 1).rows;
      const index = this.indexOf(first - 1);
      if (keys[2 * index] === high && keys[2 * index + 1] === low) return slot;
    }
  }
}
