import { closeSync, openSync, readSync } from "node:fs";

import { BeyondTally } from "./beyond-tally.ts";
import { RangeScanner } from "./range-scanner.ts";
import type { RangePlan, ScannedRange } from "./scanned-range.ts";

/**
 * Reads the rows of a range once, byte by byte. Only what a row that counts by itself needs is read, and texts are not understood,
 * only numbered. Throws `BeyondTally` for what is no plain table: other encodings, NUL bytes, lone carriage returns, rows with more
 * or fewer cells than the header, quotes inside cells that are not quoted. It stops now and then, so that others have their turn,
 * and tells how many bytes it has read since the last time.
 */
export function* scanRange(plan: RangePlan): Generator<number, ScannedRange> {
  const scanner = new RangeScanner(plan);
  const file = openSync(plan.path, "r");
  try {
    const { start, end } = plan;
    const { buffer } = scanner;
    let held = 0;
    for (let position = start; position < end;) {
      const got = readSync(file, buffer, held, Math.min(buffer.length - 1 - held, end - position), position);
      if (got === 0) throw new BeyondTally("the file became shorter, or has a very long row");
      position += got;
      const filled = held + got;
      const consumed = scanner.scan(position - filled - start, filled, position >= end);
      buffer.copyWithin(0, consumed, filled);
      held = filled - consumed;
      yield got;
    }
  } finally {
    closeSync(file);
  }
  return scanner.result();
}

/** As `scanRange`, without a stop. */
export function scanAtOnce(plan: RangePlan): ScannedRange {
  const scan = scanRange(plan);
  for (;;) {
    const { done, value } = scan.next();
    if (done === true) return value;
  }
}
