import { setImmediate } from "node:timers/promises";

import { addUp, type Addition, type RangeSums } from "./add-up.ts";
import { BeyondTally } from "./beyond-tally.ts";
import { readAside, type AsideRows } from "./aside-rows.ts";
import { findRepeated, type KeyBuckets } from "./repeated-keys.ts";
import { scanRange } from "./scan-range.ts";
import type { RangeFacts, RangePlan, ScannedRange } from "./scanned-range.ts";

/** The sums of a range, and the rows that are not in them. */
export interface RangeResult extends Omit<RangeSums, "aside"> {
  readonly aside: AsideRows;
}

/** One number, which all threads see. */
export type ByteCount = BigInt64Array<SharedArrayBuffer>;

/** Scans ranges, keeps their rows, and adds them up when it is known what their texts mean. */
export interface RangeWork {
  /** Ranges are numbered in the order in which they are scanned. The bytes that are read are added to `bytesRead`. */
  scan(plan: RangePlan, bytesRead: ByteCount): Promise<RangeFacts>;
  /** As `findRepeated`. */
  findRepeated(ranges: readonly KeyBuckets[], from: number, to: number): Promise<readonly Uint32Array[]>;
  add(range: number, addition: Addition): Promise<RangeResult>;
  close(): void;
}

/** Does the work in this thread, which can do something else now and then. */
export function rangeWork(): RangeWork {
  const ranges: ScannedRange[] = [];
  let closed = false;
  return {
    async scan(plan, bytesRead) {
      const scan = scanRange(plan);
      for (;;) {
        const { done, value } = scan.next();
        if (done === true) {
          ranges.push(value);
          return value.facts;
        }
        Atomics.add(bytesRead, 0, BigInt(value));
        await setImmediate();
        // Another range may have turned out to be for the engine.
        if (closed) throw new BeyondTally("nobody waits for it");
      }
    },
    async findRepeated(all, from, to) {
      return findRepeated(all, from, to);
    },
    async add(number, addition) {
      const range = ranges[number];
      if (range === undefined) throw new Error(`there is no range ${number}`);
      const { aside, ...sums } = addUp(range, addition);
      return { ...sums, aside: readAside(range, aside) };
    },
    close() {
      closed = true;
      ranges.length = 0;
    },
  };
}

/** A range, and who works on it. */
export interface AssignedRange {
  readonly work: RangeWork;
  /** Its number among the ranges of its work. */
  readonly number: number;
}

/** Has the ranges scanned, each by whichever work is free; the results are in the order of the ranges. */
export async function scanAll<Range extends { readonly plan: RangePlan }>(
  ranges: readonly Range[],
  works: readonly RangeWork[],
  bytesRead: ByteCount,
): Promise<readonly (Range & AssignedRange & { readonly facts: RangeFacts })[]> {
  const scanned: (Range & AssignedRange & { readonly facts: RangeFacts })[] = [];
  const waiting = ranges.entries();
  await Promise.all(
    works.map(async (work) => {
      let number = 0;
      for (const [index, range] of waiting) {
        const facts = await work.scan(range.plan, bytesRead);
        scanned[index] = { ...range, work, number, facts };
        number += 1;
      }
    }),
  );
  return scanned;
}

/** Asks each work about its ranges, one after another, and gives the answers in the order of the ranges. */
export async function inTurn<Range extends AssignedRange, Answer>(
  ranges: readonly Range[],
  ask: (range: Range) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const askAll = async (work: RangeWork): Promise<void> => {
    for (const [index, range] of ranges.entries()) if (range.work === work) answers[index] = await ask(range);
  };
  await Promise.all([...new Set(ranges.map(({ work }) => work))].map(askAll));
  return answers;
}
