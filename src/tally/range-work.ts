import { addUp, type FrameRates, type Meaning, type RangeSums } from "./add-up.ts";
import type { Frame } from "./frame.ts";
import type { KeyFilter, KeySet } from "./key-filter.ts";
import { scanRange, type RangeFacts, type RangePlan, type ScannedRange } from "./scan-range.ts";
import { readAside, type AsideRows } from "./aside-rows.ts";

/** What all ranges are added up with, and what the texts of one mean. */
export interface Addition {
  readonly frame: Frame;
  readonly rates: readonly FrameRates[];
  readonly suspects: KeySet;
  readonly meaning: Meaning;
}

export interface RangeResult extends Omit<RangeSums, "aside"> {
  readonly aside: AsideRows;
}

/** Scans ranges, keeps their rows, and adds them up when it is known what their texts mean. */
export interface RangeWork {
  /** Ranges are numbered in the order in which they are scanned. */
  scan(plan: RangePlan, filter: KeyFilter): Promise<RangeFacts>;
  add(range: number, addition: Addition): Promise<RangeResult>;
  close(): void;
}

/** Does the work in this thread. */
export function rangeWork(): RangeWork {
  const ranges: ScannedRange[] = [];
  return {
    async scan(plan, filter) {
      const range = scanRange(plan, filter);
      ranges.push(range);
      return range.facts;
    },
    async add(number, { frame, rates, suspects, meaning }) {
      const range = ranges[number];
      if (range === undefined) throw new Error(`there is no range ${number}`);
      const { aside, ...sums } = addUp(range, meaning, frame, rates, suspects);
      return { ...sums, aside: readAside(range, aside) };
    },
    close() {
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

/** Gives the works the ranges in turn. */
export function assignRanges<Range>(
  ranges: readonly Range[],
  works: readonly RangeWork[],
): readonly (Range & AssignedRange)[] {
  return ranges.flatMap((range, index) => {
    const work = works[index % works.length];
    return work === undefined ? [] : [{ ...range, work, number: Math.floor(index / works.length) }];
  });
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
