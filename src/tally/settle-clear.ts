import type { RowClass } from "../domain/balance.ts";
import type { ClearRows } from "./add-up.ts";
import type { AsideRows } from "./aside-rows.ts";
import type { Frame } from "./frame.ts";
import { NO_VALUE } from "./scan-range.ts";
import { addCertificate, addProduct, type TallySums } from "./tally-sums.ts";

/** The rows of a range that were set aside. */
export interface AsidePart {
  readonly rows: AsideRows;
  readonly clear: ClearRows;
  /** Tells the rows of different files apart. */
  readonly file: number;
  /** One byte. */
  readonly delimiter: number;
  /** The column of the certificate number. */
  readonly numberColumn: number;
}

/** A row that was set aside. */
interface Place {
  readonly part: AsidePart;
  readonly index: number;
}

/** So many rows of one number are not compared each with each. */
const MOST_ROWS = 16;
const QUOTE = 34;

/**
 * Settles what needs no look at texts: rows that only seemed to share their number, copies of the same bytes, and the lines of a
 * certificate that differ in their values and say the same of all else. `replaced` has the second numbers of the keys that other rows name. It adds to
 * `sums` and `count`, and gives the rows that are left, by part.
 */
export function settleClear(
  parts: readonly AsidePart[],
  replaced: ReadonlySet<number>,
  frame: Frame,
  sums: TallySums,
  count: (rowClass: RowClass, rows: number) => void,
): ReadonlyMap<AsidePart, readonly number[]> {
  const left = new Map<AsidePart, number[]>(parts.map((part) => [part, []]));
  for (const group of groupsByKey(parts)) {
    const lines = isSimple(group, replaced) ? linesOf(group) : null;
    const [first] = lines ?? [];
    if (lines === null || first === undefined) {
      for (const { part, index } of group) left.get(part)?.push(index);
      continue;
    }
    count("copy", group.length - lines.length);
    if (first.part.clear.issued[first.index] === 0) {
      count("not-issued", lines.length);
      continue;
    }
    count("counted", lines.length);
    addLines(lines, frame, sums);
  }
  for (const indexes of left.values()) indexes.sort((a, b) => a - b);
  return left;
}

/** The rows that have the same key, group by group, in the order of their first rows. */
function* groupsByKey(parts: readonly AsidePart[]): Iterable<readonly Place[]> {
  const places = parts.flatMap((part) => Array.from(part.rows.lines, (_, index) => ({ part, index })));
  const slotCount = 2 ** Math.ceil(Math.log2(2 * places.length + 2));
  /** By key, the place of the first row of a group, from 1; and the next row of the same group for each. */
  const firsts = new Int32Array(slotCount);
  const nexts = new Int32Array(places.length + 1);
  const lasts = new Int32Array(places.length + 1);
  const order: number[] = [];
  for (const [before, place] of places.entries()) {
    const own = before + 1;
    let slot = lowOf(place) & (slotCount - 1);
    let first = firsts[slot] ?? 0;
    for (; first !== 0 && !haveSameKey(places[first - 1], place); first = firsts[slot] ?? 0) {
      slot = (slot + 1) & (slotCount - 1);
    }
    if (first === 0) {
      firsts[slot] = own;
      lasts[own] = own;
      order.push(own);
    } else {
      nexts[lasts[first] ?? 0] = own;
      lasts[first] = own;
    }
  }
  for (const first of order) {
    const group: Place[] = [];
    for (let own = first; own !== 0; own = nexts[own] ?? 0) {
      const place = places[own - 1];
      if (place !== undefined) group.push(place);
    }
    yield group;
  }
}

function highOf({ part, index }: Place): number {
  return part.rows.keys[2 * index] ?? 0;
}

function lowOf({ part, index }: Place): number {
  return part.rows.keys[2 * index + 1] ?? 0;
}

function haveSameKey(a: Place | undefined, b: Place): boolean {
  return a !== undefined && highOf(a) === highOf(b) && lowOf(a) === lowOf(b);
}

function isSimple(group: readonly Place[], replaced: ReadonlySet<number>): boolean {
  const [first] = group;
  if (first === undefined || group.length > MOST_ROWS || replaced.has(lowOf(first))) return false;
  return group.every(({ part, index }) => part.clear.isClear[index] === 1 && part.file === first.part.file);
}

/** The different rows of a group, if they are lines of one certificate; `null` where that takes a closer look. */
function linesOf(group: readonly Place[]): readonly Place[] | null {
  const lines: Place[] = [];
  for (const place of group) {
    const isCopy = lines.some((line) => haveSameBytes(line, place));
    if (!isCopy) lines.push(place);
  }
  const [first, ...others] = lines;
  if (first === undefined || others.length === 0) return lines;
  if (first.part.clear.issued[first.index] !== 1) return null;
  const values = new Set(lines.map(({ part, index }) => part.clear.cents[index]));
  return values.size === lines.length && others.every((other) => haveSameHeader(first, other)) ? lines : null;
}

function haveSameHeader(a: Place, b: Place): boolean {
  const same = (column: "issued" | "days" | "chambers" | "destinations" | "exporters"): boolean =>
    a.part.clear[column][a.index] === b.part.clear[column][b.index];
  if (!same("issued") || !same("days") || !same("chambers") || !same("destinations") || !same("exporters"))
    return false;
  const [number, other] = [numberOf(a), numberOf(b)];
  return number !== null && other !== null && Buffer.compare(number, other) === 0;
}

function bytesOf({ part, index }: Place): Uint8Array {
  const { bytes, starts } = part.rows;
  return bytes.subarray(starts[index], starts[index + 1]);
}

function haveSameBytes(a: Place, b: Place): boolean {
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}

/** The cell of the certificate number; `null` where quotes hide it. */
function numberOf(place: Place): Uint8Array | null {
  const bytes = bytesOf(place);
  if (bytes.includes(QUOTE)) return null;
  const { delimiter, numberColumn } = place.part;
  let start = 0;
  for (let column = 0; column < numberColumn; column += 1) start = bytes.indexOf(delimiter, start) + 1;
  const end = bytes.indexOf(delimiter, start);
  return bytes.subarray(start, end === -1 ? bytes.length : end);
}

function addLines(lines: readonly Place[], frame: Frame, sums: TallySums): void {
  const [first] = lines;
  if (first === undefined) return;
  const { part, index } = first;
  let cents = NO_VALUE;
  for (const line of lines) {
    const own = line.part.clear.cents[line.index] ?? NO_VALUE;
    if (own !== NO_VALUE) cents = own + (cents === NO_VALUE ? 0 : cents);
    addProduct(sums, frame, {
      day: line.part.clear.days[line.index] ?? 0,
      product: line.part.clear.products[line.index] ?? 0,
    });
  }
  const { days, chambers, destinations, exporters } = part.clear;
  addCertificate(sums, frame, {
    day: days[index] ?? 0,
    chamber: chambers[index] ?? 0,
    destination: destinations[index] ?? 0,
    exporter: exporters[index] ?? 0,
    cents,
  });
}
