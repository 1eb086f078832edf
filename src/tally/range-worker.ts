import { parentPort } from "node:worker_threads";

import { isForEngine } from "./beyond-tally.ts";
import { rangeWork } from "./range-work.ts";
import type { WorkAnswer, WorkQuestion } from "./range-threads.ts";

/** The program of a thread that scans ranges: it answers one question after another. */
const work = rangeWork();
parentPort?.on("message", (question: WorkQuestion) => {
  // This is no window, whose messages may be for others.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  void answer(question).then((found) => parentPort?.postMessage(found));
});

async function answer(question: WorkQuestion): Promise<WorkAnswer> {
  try {
    switch (question.kind) {
      case "scan":
        return { kind: "scanned", facts: await work.scan(question.plan, question.bytesRead) };
      case "find":
        return { kind: "found", rows: await work.findRepeated(question.ranges, question.from, question.to) };
      case "add":
        return { kind: "added", result: await work.add(question.range, question.addition) };
    }
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "failed", beyond: isForEngine(error), message };
  }
}
