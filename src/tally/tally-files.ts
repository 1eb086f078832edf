import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import type { Sums } from "../domain/sums.ts";
import { findInputs } from "../ingest/find-inputs.ts";
import { loadHeaderRecogniser } from "../ingest/recognise-column.ts";
import type { Progress } from "../domain/progress.ts";
import { addUpRanges, type CountingOptions } from "./add-up-ranges.ts";
import { BeyondTally, isForEngine } from "./beyond-tally.ts";
import { openInput, type TallyInput } from "./open-input.ts";
import { planRanges, type Cut } from "./plan-ranges.ts";
import { rangeThread } from "./range-threads.ts";
import { rangeWork, scanAll } from "./range-work.ts";
import { bucketBits } from "./repeated-keys.ts";

export interface TallyOptions extends CountingOptions {
  /** Files, directories, globs. */
  readonly inputs: readonly string[];
  /** Where unpacked copies may be put. */
  readonly folder: string;
  readonly progress: Progress;
  /** What is absent is as the input needs it. Small files are cut up only by tests. */
  readonly cut?: Partial<Cut & { readonly threads: number }>;
}

/** What a row takes in memory while it is not known whether it counts by itself, its key among the others included. */
const ROW_BYTES = 46;
/** This thread has more to do than others: ranges of a large file that are no larger leave them more of the work. */
const RANGE_BYTES = 2 ** 28;
const CHUNK_BYTES = 2 ** 22;
/** From so much on, threads save more time than they take to start. */
const THREAD_BYTES = 2 ** 24;

/**
 * Adds up the certificates of delimited texts without the engine; `null` where that is not possible, or not certain to give what the
 * engine gives. All rows are read once, and those that count by themselves are added up by codes. The others (copies, lines,
 * contradictions, replacements, faults) are settled one by one.
 */
export async function tallyFiles(options: TallyOptions): Promise<Sums | null> {
  try {
    return await tally(options);
  } catch (error) {
    // What is wrong with the input, the engine finds too, and says.
    if (isForEngine(error)) return null;
    throw error;
  }
}

async function tally(options: TallyOptions): Promise<Sums> {
  const { profile, progress } = options;
  if (profile.grain === "record" || profile.sheet !== undefined || (profile.value_unit ?? 1) !== 1) {
    throw new BeyondTally("a profile for the engine");
  }
  const inputs = await openInputs(options);
  const rows = inputs.reduce((sum, { bytes, rowBytes }) => sum + Math.ceil(bytes / rowBytes), 0);
  if (rows * ROW_BYTES > options.memoryBytes) throw new BeyondTally("more rows than fit into memory");
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const threads = options.cut?.threads ?? (bytes < THREAD_BYTES ? 0 : availableParallelism() - 1);
  const works = [...Array.from({ length: threads }, rangeThread), rangeWork()];
  try {
    const bytesRead = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
    progress({
      what: inputs.length === 1 ? `${inputs[0]?.name ?? ""}: reading` : `${inputs.length} files: reading`,
      share: () => Number(Atomics.load(bytesRead, 0)) / bytes,
    });
    const plans = inputs.flatMap((input) => {
      const share = works.length === 1 ? 1 : Math.ceil((input.bytes / bytes) * works.length);
      const parts = Math.max(share, Math.ceil(input.bytes / RANGE_BYTES));
      const cut = { parts, bucketBits: bucketBits(rows), chunkBytes: CHUNK_BYTES, ...options.cut };
      return planRanges(input, profile, cut).map((plan) => ({ input, plan }));
    });
    const ranges = await scanAll(plans, works, bytesRead);
    progress({ what: "counting" });
    return await addUpRanges(inputs, ranges, options);
  } finally {
    for (const work of works) work.close();
  }
}

async function openInputs({ inputs, folder, profile }: TallyOptions): Promise<readonly TallyInput[]> {
  const recogniser = loadHeaderRecogniser();
  const opened: TallyInput[] = [];
  for (const [ordinal, input] of findInputs(inputs).entries()) {
    const own = join(folder, `tally-${ordinal}`);
    mkdirSync(own);
    opened.push(await openInput(input, own, recogniser, profile));
  }
  return opened;
}
