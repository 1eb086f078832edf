import { closeSync, openSync, readSync } from "node:fs";

import { BeyondTally } from "./beyond-tally.ts";
import type { RangePlan, ScannedRange } from "./scanned-range.ts";

/** Rows that take a closer look, as they stand in the file. */
export interface AsideRows {
  /** The records, one after another. */
  readonly bytes: Uint8Array;
  /** Where each one begins in `bytes`, and where the last one ends. */
  readonly starts: Uint32Array;
  /** The line of each, counted from the first of the range. */
  readonly lines: Uint32Array;
  /** The key of each, two numbers. */
  readonly keys: Int32Array;
  /** The key that it names as replaced; two zeros where it names none. */
  readonly named: Int32Array;
}

/** Reads rows of a range, by their numbers in ascending order, once more. */
export function readAside({ plan, rows, leads, replacing }: ScannedRange, aside: Uint32Array): AsideRows {
  const ends = Float64Array.from(aside, (row) =>
    row + 1 < rows.count ? (rows.offsets[row + 1] ?? 0) : plan.end - plan.start,
  );
  const starts = new Uint32Array(aside.length + 1);
  aside.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + (ends[index] ?? 0) - (rows.offsets[row] ?? 0);
  });
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  copyRecords(plan, aside, rows.offsets, ends, bytes);
  const lines = new Uint32Array(aside.length);
  let next = 0;
  let lead = 0;
  aside.forEach((row, index) => {
    for (; next < leads.length && (leads[next]?.row ?? 0) <= row; next += 1) lead = leads[next]?.lead ?? 0;
    lines[index] = row + lead;
  });
  const keys = new Int32Array(2 * aside.length);
  const named = new Int32Array(2 * aside.length);
  aside.forEach((row, index) => {
    keys.set(rows.keys.subarray(2 * row, 2 * row + 2), 2 * index);
    named.set(replacing.get(row) ?? [], 2 * index);
  });
  return { bytes, starts, lines, keys, named };
}

function copyRecords(
  plan: RangePlan,
  aside: Uint32Array,
  offsets: Uint32Array,
  ends: Float64Array,
  to: Uint8Array,
): void {
  const file = openSync(plan.path, "r");
  try {
    const chunk = Buffer.allocUnsafe(Math.min(plan.chunkBytes, plan.end - plan.start));
    let chunkStart = 0;
    let chunkEnd = 0;
    let at = 0;
    aside.forEach((row, index) => {
      let from = offsets[row] ?? 0;
      const end = ends[index] ?? 0;
      while (from < end) {
        if (from >= chunkEnd) {
          chunkStart = from;
          const got = readSync(file, chunk, 0, Math.min(chunk.length, plan.end - plan.start - from), plan.start + from);
          if (got === 0) throw new BeyondTally("the file became shorter");
          chunkEnd = from + got;
        }
        const part = chunk.subarray(from - chunkStart, Math.min(end, chunkEnd) - chunkStart);
        to.set(part, at);
        at += part.length;
        from += part.length;
      }
    });
  } finally {
    closeSync(file);
  }
}

/** The cells of a record, which ends with one line end or more. */
export function splitRecord(record: string, delimiter: string): string[] {
  const text = record.replace(/[\r\n]+$/, "");
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(text.slice(at, end === -1 ? text.length : end));
      at = end === -1 ? text.length : end;
    }
    if (at >= text.length) return cells;
    at += delimiter.length;
    if (at === text.length) return [...cells, ""];
  }
}
