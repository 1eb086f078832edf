import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";

import { BeyondTally } from "./beyond-tally.ts";
import type { Addition } from "./add-up.ts";
import type { ByteCount, RangeResult, RangeWork } from "./range-work.ts";
import type { KeyBuckets } from "./repeated-keys.ts";
import type { RangeFacts, RangePlan } from "./scanned-range.ts";

export type WorkQuestion =
  | { readonly kind: "scan"; readonly plan: RangePlan; readonly bytesRead: ByteCount }
  | { readonly kind: "find"; readonly ranges: readonly KeyBuckets[]; readonly from: number; readonly to: number }
  | { readonly kind: "add"; readonly range: number; readonly addition: Addition };

export type WorkAnswer =
  | { readonly kind: "scanned"; readonly facts: RangeFacts }
  | { readonly kind: "found"; readonly rows: readonly Uint32Array[] }
  | { readonly kind: "added"; readonly result: RangeResult }
  | { readonly kind: "failed"; readonly beyond: boolean; readonly message: string };

/** Does the work in a thread of its own: one question at a time. */
export function rangeThread(): RangeWork {
  const worker = new Worker(workerFile());
  // A thread that has nothing to do does not keep the program running.
  worker.unref();
  const ask = async (question: WorkQuestion): Promise<Exclude<WorkAnswer, { kind: "failed" }>> => {
    worker.ref();
    const answer = await new Promise<WorkAnswer>((resolve, reject) => {
      const settle = (end: () => void): void => {
        worker.off("message", answered);
        worker.off("error", failed);
        worker.unref();
        end();
      };
      const answered = (found: WorkAnswer): void => settle(() => resolve(found));
      const failed = (error: Error): void => settle(() => reject(error));
      worker.on("message", answered);
      worker.on("error", failed);
      // This is no window, whose messages may be for others.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(question);
    });
    if (answer.kind !== "failed") return answer;
    throw answer.beyond ? new BeyondTally(answer.message) : new Error(answer.message);
  };
  return {
    async scan(plan, bytesRead) {
      const answer = await ask({ kind: "scan", plan, bytesRead });
      if (answer.kind !== "scanned") throw new Error(`a thread answered ${answer.kind}`);
      return answer.facts;
    },
    async findRepeated(ranges, from, to) {
      const answer = await ask({ kind: "find", ranges, from, to });
      if (answer.kind !== "found") throw new Error(`a thread answered ${answer.kind}`);
      return answer.rows;
    },
    async add(range, addition) {
      const answer = await ask({ kind: "add", range, addition });
      if (answer.kind !== "added") throw new Error(`a thread answered ${answer.kind}`);
      return answer.result;
    },
    close() {
      void worker.terminate();
    },
  };
}

/** The built worker, which lies beside the program: a thread cannot be started from TypeScript. */
function workerFile(): URL {
  const beside = new URL("range-worker.js", import.meta.url);
  return existsSync(beside) ? beside : new URL("../../dist/range-worker.js", import.meta.url);
}
