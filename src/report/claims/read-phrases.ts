import type { Clock, Context } from "./context.ts";
import { readComparisons } from "./read-comparisons.ts";
import { readMonths } from "./read-months.ts";
import { readMultiples } from "./read-multiples.ts";
import { readNewcomers } from "./read-newcomers.ts";
import { readPaces } from "./read-paces.ts";
import { readRecords, readSuperlatives } from "./read-records.ts";
import { readEveryYear, readFirstMoves, readStreaks } from "./read-streaks.ts";
import type { PhraseReading } from "./read-topic.ts";
import type { Scene } from "./scene.ts";

/** Reads the superlatives and comparisons of a sentence: records, the strongest in n years, streaks, doublings, newcomers. */
export function readPhrases(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  context.sameMonths ||= scene.periods.some(({ isKind }) => isKind);
  const paces = readPaces(scene, clock, context);
  return [
    ...readStreaks(scene, clock, context),
    ...readSuperlatives(scene, clock, context),
    ...readRecords(scene, clock, context),
    ...readEveryYear(scene, clock, context),
    ...readFirstMoves(scene, clock, context),
    ...readMultiples(scene, clock, context),
    ...readNewcomers(scene, clock, context),
    ...readMonths(scene, clock, context),
    ...paces,
    // `the fall was steeper than in 2016` compares growths, not levels.
    ...(paces.length > 0 ? [] : readComparisons(scene, clock, context)),
  ];
}
