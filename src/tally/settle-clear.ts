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
  /** The columns of the certificate number, and of the number that it replaces. */
  readonly numberColumn: number;
  readonly replacesColumn: number;
}

/** A row that was set aside. */
interface Place {
  readonly part: AsidePart;
  readonly index: number;
}

/** The rows that have the same key. */
interface Group {
  readonly places: readonly Place[];
  /** The different rows, where they are certain to be one certificate; `null` where that takes a closer look. */
  readonly lines: readonly Place[] | null;
  /** The keys that its rows name as replaced, one for each row that names one. */
  readonly named: readonly number[];
  /** How many rows name its key. */
  namings: number;
  /** The day of the issued certificate that replaces it, in days of the frame; -1 when none does. */
  replacedOn: number;
  /** Whether texts have to be looked at. */
  isLeft: boolean;
}

/** So many rows of one number are not compared each with each. */
const MOST_ROWS = 16;
const QUOTE = 34;

/**
 * Settles what needs no look at texts: copies of the same bytes, lines of a certificate that differ in their values and say the same
 * of all else, and certificates of which one replaces the other and that is all. It adds to `sums` and `count`, and gives the rows
 * that are left, by part: with a row all of its number, and of those that replace it or are replaced by it.
 */
export function settleClear(
  parts: readonly AsidePart[],
  frame: Frame,
  sums: TallySums,
  count: (rowClass: RowClass, rows: number) => void,
): ReadonlyMap<AsidePart, readonly number[]> {
  const groups = groupByKey(parts);
  linkReplacements(groups);
  const left = new Map<AsidePart, number[]>(parts.map((part) => [part, []]));
  for (const { places, lines, isLeft, replacedOn } of groups.values()) {
    const [first] = lines ?? [];
    if (isLeft || lines === null || first === undefined) {
      for (const { part, index } of places) left.get(part)?.push(index);
      continue;
    }
    count("copy", places.length - lines.length);
    if (codeOf(first, "issued") === 0) {
      count("not-issued", lines.length);
    } else if (replacedOn >= codeOf(first, "days")) {
      count("superseded", lines.length);
    } else {
      count("counted", lines.length);
      addLines(lines, frame, sums);
    }
  }
  for (const indexes of left.values()) indexes.sort((a, b) => a - b);
  return left;
}

/** The groups by their keys, as `keyOf` makes one number of them, in the order of their first rows. */
function groupByKey(parts: readonly AsidePart[]): ReadonlyMap<number, Group> {
  const places = new Map<number, Place[]>();
  for (const part of parts) {
    const { lines, keys } = part.rows;
    for (let index = 0; index < lines.length; index += 1) {
      const key = keyOf(keys, index);
      const own = places.get(key);
      if (own === undefined) places.set(key, [{ part, index }]);
      else own.push({ part, index });
    }
  }
  return new Map([...places].map(([key, own]) => [key, groupOf(own)]));
}

/** A key as one number, of as many of its bits as a double holds; 0 for none. That two are the same by chance costs a closer look. */
function keyOf(keys: Int32Array, index: number): number {
  const [high, low] = [keys[2 * index] ?? 0, keys[2 * index + 1] ?? 0];
  return high === 0 && low === 0 ? 0 : 1 + (high >>> 12) * 2 ** 32 + (low >>> 0);
}

function groupOf(places: readonly Place[]): Group {
  const named = places.map(({ part, index }) => keyOf(part.rows.named, index)).filter((key) => key !== 0);
  const lines = isSimple(places) ? linesOf(places) : null;
  return { places, lines, named, namings: 0, replacedOn: -1, isLeft: lines === null };
}

function isSimple(places: readonly Place[]): boolean {
  const [first] = places;
  return (
    places.length <= MOST_ROWS &&
    places.every(({ part, index }) => part.clear.isClear[index] === 1 && part.file === first?.part.file)
  );
}

/** The different rows of a group, if they are lines of one certificate; `null` where that takes a closer look. */
function linesOf(places: readonly Place[]): readonly Place[] | null {
  const [first, ...others] = places;
  if (first === undefined) return null;
  const lines = [first];
  for (const place of others) if (!lines.some((line) => haveSameBytes(line, place))) lines.push(place);
  if (lines.length === 1) return lines;
  // Which of several refusals stands for a certificate is for the texts to say.
  if (codeOf(first, "issued") !== 1) return null;
  const values = new Set(lines.map((line) => codeOf(line, "cents")));
  return values.size === lines.length && lines.every((line) => haveSameHeader(first, line)) ? lines : null;
}

function codeOf({ part, index }: Place, column: keyof ClearRows): number {
  return part.clear[column][index] ?? 0;
}

function haveSameHeader(a: Place, b: Place): boolean {
  return (
    (["issued", "days", "chambers", "destinations", "exporters"] as const).every(
      (column) => codeOf(a, column) === codeOf(b, column),
    ) && areSame(cellOf(a, a.part.numberColumn), cellOf(b, b.part.numberColumn))
  );
}

/** Whether two cells are known to be the same. */
function areSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && Buffer.compare(a, b) === 0;
}

function haveSameBytes(a: Place, b: Place): boolean {
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
}

function bytesOf({ part, index }: Place): Uint8Array {
  const { bytes, starts } = part.rows;
  return bytes.subarray(starts[index], starts[index + 1]);
}

/** The bytes of a cell; `null` where quotes hide it. */
function cellOf(place: Place, column: number): Uint8Array | null {
  const bytes = bytesOf(place);
  if (bytes.includes(QUOTE)) return null;
  const { delimiter } = place.part;
  let start = 0;
  for (let before = 0; before < column; before += 1) start = bytes.indexOf(delimiter, start) + 1;
  const end = bytes.indexOf(delimiter, start);
  return bytes.subarray(start, end === -1 ? bytes.length : end);
}

/** Finds what replaces what. All that is not one certificate in the place of another one is left. */
function linkReplacements(groups: ReadonlyMap<number, Group>): void {
  const linked = [...groups.values()].filter(({ named }) => named.length > 0);
  for (const { named } of linked) {
    for (const key of named) {
      const replaced = groups.get(key);
      if (replaced !== undefined) replaced.namings += 1;
    }
  }
  for (const group of linked) {
    const replaced = group.named.map((key) => groups.get(key)).filter((other) => other !== undefined);
    if (replaced.length === 0 && group.namings === 0) continue;
    const [other] = replaced;
    if (other !== undefined && isPair(group, other)) {
      const [first] = group.lines ?? [];
      if (first !== undefined && codeOf(first, "issued") === 1) other.replacedOn = codeOf(first, "days");
    } else {
      for (const each of [group, ...replaced]) each.isLeft = true;
    }
  }
}

/** Whether a certificate of one row replaces another one, and neither has to do with any other. */
function isPair(group: Group, replaced: Group): boolean {
  const [first] = group.places;
  const [original] = replaced.lines ?? [];
  return (
    first !== undefined &&
    original !== undefined &&
    group.places.length === 1 &&
    group.lines !== null &&
    group.namings === 0 &&
    replaced.namings === 1 &&
    replaced.named.length === 0 &&
    first.part.file === original.part.file &&
    codeOf(first, "chambers") === codeOf(original, "chambers") &&
    areSame(cellOf(first, first.part.replacesColumn), cellOf(original, original.part.numberColumn))
  );
}

function addLines(lines: readonly Place[], frame: Frame, sums: TallySums): void {
  const [first] = lines;
  if (first === undefined) return;
  let cents = NO_VALUE;
  for (const line of lines) {
    const own = codeOf(line, "cents");
    if (own !== NO_VALUE) cents = own + (cents === NO_VALUE ? 0 : cents);
    addProduct(sums, frame, { day: codeOf(line, "days"), product: codeOf(line, "products") });
  }
  addCertificate(sums, frame, {
    day: codeOf(first, "days"),
    chamber: codeOf(first, "chambers"),
    destination: codeOf(first, "destinations"),
    exporter: codeOf(first, "exporters"),
    cents,
  });
}
