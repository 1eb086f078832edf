import type { Direction } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findBaseYear } from "./find-period.ts";
import { findSubject } from "./find-subject.ts";
import { readTopic, type PhraseReading } from "./read-topic.ts";
import type { Scene } from "./scene.ts";

/** `more certificates than in 2016`, where no number says how many. */
export function readComparisons(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.periods.flatMap((period) => {
    if (!period.isBase || period.role !== "when") return [];
    const piece = scene.pieceOf(period);
    if (scene.quantities.some((quantity) => scene.pieceOf(quantity) === piece) || piece.parent !== null) return [];
    if (
      scene.quantities.some(
        (quantity) =>
          scene.pieceOf(quantity).index === piece.index + 1 || scene.pieceOf(quantity).index === piece.index - 1,
      )
    )
      return [];
    const move = scene.cues.find(
      (span) =>
        (span.cue === "rise" || span.cue === "fall" || span.cue === "more" || span.cue === "less") &&
        scene.pieceOf(span) === piece,
    );
    if (move === undefined) return [];
    const direction: Direction = move.cue === "rise" || move.cue === "more" ? "rise" : "fall";
    const at = { start: Math.min(move.start, period.start), end: Math.max(move.end, period.end) };
    const reading = readTopic(
      scene,
      at,
      clock,
      context,
      (topic) => ({
        kind: "comparison",
        of: "level",
        direction,
        ...topic,
        than: {
          ...topic,
          period: { ...topic.period, year: findBaseYear(scene, move, topic.period, clock) ?? topic.period.year - 1 },
        },
      }),
      findSubject(scene, move, context),
    );
    return [{ ...at, reading, used: [] }];
  });
}
