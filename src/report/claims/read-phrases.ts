import type { Clock, Context } from "./context.ts";
import { readComparisons } from "./read-comparisons.ts";
import { readMultiples } from "./read-multiples.ts";
import { readNewcomers } from "./read-newcomers.ts";
import { readRecords, readSuperlatives } from "./read-records.ts";
import { readFirstMoves, readStreaks } from "./read-streaks.ts";
import type { PhraseReading } from "./read-topic.ts";
import type { Scene } from "./scene.ts";

/** Reads the superlatives and comparisons of a sentence: records, the strongest in n years, streaks, doublings, newcomers. */
export function readPhrases(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  context.sameMonths ||= scene.periods.some(({ isKind }) => isKind);
  const streaks = readStreaks(scene, clock, context);
  const superlatives = readSuperlatives(scene, clock, context);
  return [
    ...streaks,
    ...superlatives,
    ...readRecords(scene, clock, context),
    ...readFirstMoves(scene, clock, context),
    ...readMultiples(scene, clock, context),
    ...readNewcomers(scene, clock, context),
    ...readComparisons(scene, clock, context),
  ];
}
