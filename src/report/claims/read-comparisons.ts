import type { Direction } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findBaseYear } from "./find-period.ts";
import { findSubject, namesSubject } from "./find-subject.ts";
import { COMPARATIVE } from "./find-relation.ts";
import type { CueSpan } from "./phrases.ts";
import { readTopic, type PhraseReading } from "./read-topic.ts";
import type { Piece, Scene, Span } from "./scene.ts";
import type { Cue } from "./words.ts";

/** `more certificates than in 2016`, `the goods value rose`, where no number says how much. */
export function readComparisons(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.pieces.flatMap((piece) => {
    const inPiece = (span: Span): boolean => scene.pieceOf(span) === piece;
    if (piece.parent !== null) return [];
    const base = scene.periods.find((period) => period.isBase && period.role === "when" && inPiece(period));
    const move = scene.cues.find((span) => MOVES.has(span.cue) && inPiece(span));
    if (move === undefined || (base === undefined && !isPlainMove(scene, move, piece))) return [];
    // `1,640 more than in 2016` is a number; `exceeded the level of 2007 with 636 million` is two claims.
    const isLevel = move.cue === "beats" || move.cue === "notReached";
    if (!isLevel && scene.quantities.some(inPiece)) return [];
    const isDenied = scene.cues.some((span) => span.cue === "not" && inPiece(span));
    const isUp = move.cue === "rise" || move.cue === "more" || (move.cue === "beats" && !isDenied);
    const direction: Direction = isUp ? "rise" : "fall";
    const at = { start: Math.min(move.start, base?.start ?? Infinity), end: Math.max(move.end, base?.end ?? 0) };
    const reading = readTopic(
      scene,
      at,
      clock,
      context,
      (topic) => ({
        kind: "comparison",
        of: "level",
        direction,
        move: null,
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

const MOVES: ReadonlySet<Cue> = new Set(["rise", "fall", "more", "less", "notReached", "beats"]);
/** What makes another claim of a rise or fall. */
const OTHERS: ReadonlySet<Cue> = new Set([
  "share",
  "contribution",
  "heldBack",
  "not",
  "record",
  "recordLow",
  "highest",
  "lowest",
  "inARow",
  "overtakes",
  "place",
  "leader",
  "leaders",
  "top",
  "accelerates",
  "slows",
  "faster",
  "slower",
  "everyYear",
  "base",
  "forecast",
  "most",
  "least",
  "newOnes",
  "lostOnes",
  "unread",
]);

/** `grew most`: beside others. */
const MOST = /^(?:most|least|meest|minst|meisten|wenigsten|plus|moins)$/;

/** `the goods value rose`: a sentence that says no more than that, of a subject that it names. */
function isPlainMove(scene: Scene, move: CueSpan, piece: Piece): boolean {
  if ((move.cue !== "rise" && move.cue !== "fall") || COMPARATIVE.test(scene.textOf(move.end - 1))) return false;
  const hasOther =
    scene.cues.some((span) => OTHERS.has(span.cue)) ||
    scene.quantities.length > 0 ||
    scene.periods.some(({ role }) => role !== "when") ||
    Array.from({ length: piece.end - piece.start }, (_, at) => scene.textOf(piece.start + at)).some((word) =>
      MOST.test(word),
    );
  return !hasOther && namesSubject(scene, piece) && scene.countries.length < 2;
}
