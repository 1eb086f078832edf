import type { RowClass } from "../domain/balance.ts";
import { AsideTable, type AsidePart } from "./aside-table.ts";
import type { Frame } from "./frame.ts";
import { NO_VALUE } from "./scanned-range.ts";
import { addCertificate, addProduct, type TallySums } from "./tally-sums.ts";

/** So many rows of one number are not compared each with each. */
const MOST_ROWS = 16;
/** In place of a day: no certificate replaces this one. */
const NEVER = -1;

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
  const table = new AsideTable(parts);
  const settled = settleGroups(table);
  linkReplacements(table, settled);
  const left = new Map<AsidePart, number[]>(parts.map((part) => [part, []]));
  for (const group of table.groups()) {
    if (settled.isLeft[group] === 1) {
      for (const row of table.rowsOf(group)) left.get(table.part(row))?.push(table.indexOf(row));
      continue;
    }
    const lines = settled.lines.get(group) ?? [group];
    if (!table.isAlone(group)) count("copy", table.rowsOf(group).length - lines.length);
    if (table.code(group, "issued") === 0) {
      count("not-issued", lines.length);
    } else if ((settled.replacedOn[group] ?? NEVER) >= table.code(group, "days")) {
      count("superseded", lines.length);
    } else {
      count("counted", lines.length);
      addLines(table, lines, frame, sums);
    }
  }
  for (const indexes of left.values()) indexes.sort((a, b) => a - b);
  return left;
}

/** What is found out about groups, by their first rows. */
interface Settled {
  /** 1 where texts have to be looked at. */
  readonly isLeft: Uint8Array;
  /** The lines of certificates that have several. */
  readonly lines: ReadonlyMap<number, readonly number[]>;
  /** The day of the issued certificate that replaces it, or `NEVER`. */
  readonly replacedOn: Int32Array;
}

function settleGroups(table: AsideTable): Settled {
  const isLeft = new Uint8Array(table.count);
  const several = new Map<number, readonly number[]>();
  for (const group of table.groups()) {
    const lines = table.isAlone(group) ? isClear(table, group) : linesOf(table, table.rowsOf(group));
    if (lines === false || lines === null) isLeft[group] = 1;
    else if (lines !== true && lines.length > 1) several.set(group, lines);
  }
  return { isLeft, lines: several, replacedOn: new Int32Array(table.count).fill(NEVER) };
}

function isClear(table: AsideTable, row: number): boolean {
  return table.code(row, "isClear") === 1;
}

/** The different ones of some rows, if they are certain to be lines of one certificate; `null` where that takes a closer look. */
function linesOf(table: AsideTable, rows: readonly number[]): readonly number[] | null {
  const [first, ...others] = rows;
  if (first === undefined || rows.length > MOST_ROWS || !rows.every((row) => isClear(table, row))) return null;
  const { file } = table.part(first);
  if (others.some((row) => table.part(row).file !== file)) return null;
  const lines = [first];
  for (const row of others) {
    if (!lines.some((line) => areSame(table.bytes(line), table.bytes(row)))) lines.push(row);
  }
  if (lines.length === 1) return lines;
  // Which of several refusals stands for a certificate is for the texts to say.
  if (table.code(first, "issued") !== 1) return null;
  const values = new Set(lines.map((line) => table.code(line, "cents")));
  return values.size === lines.length && lines.every((line) => haveSameHeader(table, first, line)) ? lines : null;
}

function haveSameHeader(table: AsideTable, a: number, b: number): boolean {
  const { numberColumn } = table.part(a);
  return (
    (["issued", "days", "chambers", "destinations", "exporters"] as const).every(
      (column) => table.code(a, column) === table.code(b, column),
    ) && areSame(table.cell(a, numberColumn), table.cell(b, numberColumn))
  );
}

/** Whether two stretches of bytes are known to be the same. */
function areSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && Buffer.compare(a, b) === 0;
}

/** Finds what replaces what. All that is not one certificate in the place of another one is left. */
function linkReplacements(table: AsideTable, { isLeft, lines, replacedOn }: Settled): void {
  /** How many rows name a group, and whether one of its own names another. */
  const namings = new Uint32Array(table.count);
  const names = new Uint8Array(table.count);
  const links: { readonly row: number; readonly group: number; readonly replaced: number | null }[] = [];
  for (const group of table.groups()) {
    for (const row of table.isAlone(group) ? [group] : table.rowsOf(group)) {
      if (!table.namesAnother(row)) continue;
      const replaced = table.namedBy(row);
      names[group] = 1;
      if (replaced !== null) namings[replaced] = (namings[replaced] ?? 0) + 1;
      links.push({ row, group, replaced });
    }
  }
  /** Whether a certificate of one row replaces another one, and neither has to do with any other. */
  const isPair = (row: number, replaced: number): boolean =>
    table.isAlone(row) &&
    isLeft[row] === 0 &&
    isLeft[replaced] === 0 &&
    namings[row] === 0 &&
    namings[replaced] === 1 &&
    names[replaced] === 0 &&
    table.part(row).file === table.part(replaced).file &&
    table.code(row, "chambers") === table.code(replaced, "chambers") &&
    areSame(table.cell(row, table.part(row).replacesColumn), table.cell(replaced, table.part(replaced).numberColumn));
  const apart: number[] = [];
  for (const { row, group, replaced } of links) {
    if (replaced === null && namings[group] === 0 && !lines.has(group)) continue;
    if (replaced !== null && row === group && isPair(row, replaced)) {
      if (table.code(row, "issued") === 1) replacedOn[replaced] = table.code(row, "days");
    } else {
      apart.push(group, replaced ?? group);
    }
  }
  for (const group of apart) isLeft[group] = 1;
}

function addLines(table: AsideTable, lines: readonly number[], frame: Frame, sums: TallySums): void {
  const [first] = lines;
  if (first === undefined) return;
  let cents = NO_VALUE;
  for (const line of lines) {
    const own = table.code(line, "cents");
    if (own !== NO_VALUE) cents = own + (cents === NO_VALUE ? 0 : cents);
    addProduct(sums, frame, { day: table.code(line, "days"), product: table.code(line, "products") });
  }
  addCertificate(sums, frame, {
    day: table.code(first, "days"),
    chamber: table.code(first, "chambers"),
    destination: table.code(first, "destinations"),
    exporter: table.code(first, "exporters"),
    cents,
  });
}
