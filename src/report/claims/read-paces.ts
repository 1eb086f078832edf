import type { Direction, Statement, Subject, Topic } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findBaseYear } from "./find-period.ts";
import { BOTH, findRankedSubject, subjectAfter } from "./find-subject.ts";
import { only, type Meanings } from "./meanings.ts";
import type { CueSpan } from "./phrases.ts";
import { readTopic, wordsIn, type PhraseReading } from "./read-topic.ts";
import type { Scene, Span } from "./scene.ts";

/** `growth accelerated`, `the fall was steeper than in 2016`, `grew faster than the goods value`: one growth beside another. */
export function readPaces(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.cues.flatMap((span) => {
    const pace = paceOf(scene, span);
    if (pace === null) return [];
    const move = moveOf(scene, span, pace.base);
    // Without `than` a comparative needs a verb that it belongs to: `grew faster`.
    if (move === undefined && pace.isComparative) return [];
    const than = pace.base === null ? null : thanIn(scene, pace.base);
    const isFall = move?.cue === "fall";
    const direction: Direction = pace.isFaster === isFall ? "fall" : "rise";
    const subjects = ownSubject(scene, move ?? span, than?.subject ?? null, context);
    const make = (topic: Topic): Statement => ({
      kind: "comparison",
      of: "growth",
      direction,
      move: move === undefined || move.start >= span.start ? null : isFall ? "fall" : "rise",
      ...topic,
      than: {
        subject: than?.subject ?? topic.subject,
        destination: than?.destination ?? topic.destination,
        period:
          than?.subject != null || than?.destination != null
            ? topic.period
            : { ...topic.period, year: findBaseYear(scene, span, topic.period, clock) ?? topic.period.year - 1 },
      },
    });
    const isBeside = move !== undefined && span.start - move.end <= LONGEST_GAP && move.end - span.start <= LONGEST_GAP;
    const hasNumber = isBeside && scene.quantities.some(({ start }) => start >= move.end && start < span.start);
    const at =
      isBeside && !hasNumber ? { start: Math.min(span.start, move.start), end: Math.max(span.end, move.end) } : span;
    const reading = readTopic(scene, span, clock, context, make, subjects);
    if (pace.base !== null || !pace.isComparative) return [{ start: at.start, end: at.end, reading, used: [] }];
    // `grew much faster`: than the year before, or than the other quantity.
    const others = reading.readings.flatMap((statement) => {
      const other = BOTH.find((subject) => subject !== statement.subject);
      return statement.kind === "comparison" && BOTH.includes(statement.subject) && other !== undefined
        ? [{ ...statement, than: { ...statement.than, period: statement.period, subject: other } }]
        : [];
    });
    return [
      { start: at.start, end: at.end, reading: { ...reading, readings: [...reading.readings, ...others] }, used: [] },
    ];
  });
}

interface Pace {
  readonly isFaster: boolean;
  readonly isComparative: boolean;
  /** `than`. */
  readonly base: CueSpan | null;
}

/** So many words may stand between a comparative and `than`. */
const LONGEST_GAP = 6;

function paceOf(scene: Scene, span: CueSpan): Pace | null {
  const base =
    scene.cues.find(({ cue, start }) => cue === "base" && start >= span.end && start - span.end <= LONGEST_GAP) ?? null;
  const { cue } = span;
  if (cue === "accelerates" || cue === "slows") {
    return { isFaster: cue === "accelerates", isComparative: false, base };
  }
  if (cue === "faster" || cue === "slower") return { isFaster: cue === "faster", isComparative: true, base };
  // `less than the growth of the year before`, `higher than the growth in certificates`.
  const isUp = cue === "more" || cue === "rise";
  const isThanGrowth = base !== null && base.start - span.end <= 1 && hasGrowthAfter(scene, base);
  return isThanGrowth && (isUp || cue === "less" || cue === "fall")
    ? { isFaster: isUp, isComparative: true, base }
    : null;
}

function hasGrowthAfter({ cues }: Scene, { end }: Span): boolean {
  return cues.some(({ cue, start }) => (cue === "rise" || cue === "fall") && start >= end && start - end <= 3);
}

/** The growth or fall that is spoken of: the nearest before, else after; behind `than` stands the other one. */
function moveOf(scene: Scene, span: CueSpan, base: CueSpan | null): CueSpan | undefined {
  // `a moins progressé`: the verb is part of it.
  if (/(?:progress|augment)/.test(wordsIn(scene, span))) return { ...span, cue: "rise" };
  const moves = scene.cues.filter(({ cue, start }) => (cue === "rise" || cue === "fall") && start !== span.start);
  return (
    moves.findLast(({ end }) => end <= span.start) ?? moves.find(({ start }) => base === null || start >= span.end)
  );
}

function thanIn(
  scene: Scene,
  base: CueSpan,
): { readonly subject: Subject | null; readonly destination: string | null } {
  const country = scene.countries.find(({ start }) => start >= base.end && start - base.end <= LONGEST_GAP);
  return { subject: subjectAfter(scene, base), destination: country?.code ?? null };
}

/** What grows: named before `than`, else what the text speaks of. */
function ownSubject(scene: Scene, at: Span, than: Subject | null, context: Context): Meanings<Subject> {
  const found = findRankedSubject(scene, at, context);
  if (than === null || !found.first.includes(than)) return found;
  return context.subject === null || context.subject === than ? { first: [], others: [] } : only(context.subject);
}
