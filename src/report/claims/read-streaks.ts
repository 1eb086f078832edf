import type { Direction } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { isPlace } from "./find-places.ts";
import { findRankedSubject } from "./find-subject.ts";
import { windowIn, type Window } from "./find-window.ts";
import type { Reading } from "./read-number.ts";
import { readTopic, type PhraseReading } from "./read-topic.ts";
import type { Scene, Span } from "./scene.ts";

/** `for the third year in a row`, `drie jaar op rij`. */
export function readStreaks(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.cues.flatMap((span) => {
    if (span.cue !== "inARow") return [];
    const number =
      scene.quantities.findLast(
        ({ end, denominator }) => denominator === null && end <= span.start && span.start - end <= 4,
      ) ?? scene.quantities.find(({ start }) => start >= span.end && start <= span.end + 2);
    const piece = scene.pieceOf(span);
    if (number === undefined || scene.pieceOf(number) !== piece) return [];
    const isYears = !scene.cues.some(
      ({ cue, start }) => (cue === "month" || cue === "quarter") && Math.abs(start - span.start) <= 4,
    );
    const moves = scene.cues.filter(({ cue }) => cue === "rise" || cue === "fall");
    const [own] = [...moves.filter((move) => scene.pieceOf(move) === piece), ...moves];
    const at = { start: Math.min(number.from, span.start), end: Math.max(span.end, number.end) };
    const used = [number];
    const leads =
      scene.countries.length > 0 &&
      (scene.cues.some(({ cue }) => cue === "leader" || cue === "place") ||
        scene.quantities.some((other) => other.mantissa === 1n && isPlace(scene, other)));
    if (leads && isYears && !moves.some((move) => scene.pieceOf(move) === piece)) {
      return [{ ...at, used, reading: readFirstPlaces(scene, span, Number(number.mantissa), clock, context) }];
    }
    if (own === undefined || !isYears)
      return [{ ...at, used, reading: { readings: [], otherReadings: [], doubt: { kind: "no-subject" as const } } }];
    const direction: Direction = own.cue === "fall" ? "fall" : "rise";
    const years = Number(number.mantissa);
    return [
      {
        ...at,
        used,
        reading: readTopic(
          scene,
          own,
          clock,
          context,
          (topic) => ({ kind: "streak", direction, years, ...topic }),
          findRankedSubject(scene, own, context),
        ),
      },
    ];
  });
}

/** `China led for the ninth year in a row`. */
function readFirstPlaces(scene: Scene, at: Span, years: number, clock: Clock, context: Context): Reading {
  const [first, second] = scene.countries;
  if (first === undefined || second !== undefined) {
    return { readings: [], otherReadings: [], doubt: { kind: "several-destinations" } };
  }
  return readTopic(
    scene,
    at,
    clock,
    context,
    (topic) => ({ kind: "first-place-streak", years, ...topic, destination: first.code }),
    findRankedSubject(scene, at, context),
  );
}

/** `the first decline since 2009`, `for the first time since 2012 ... rose`, `the first fall in seven years`. */
export function readFirstMoves(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.quantities.flatMap((number) => {
    if (!number.ordinal || number.mantissa !== 1n) return [];
    const piece = scene.pieceOf(number);
    const moves = scene.cues.filter((span) => span.cue === "rise" || span.cue === "fall");
    const move =
      moves.find(({ start }) => start >= number.end && start - number.end <= 2) ??
      (/^(?:time|keer|maal|fois|mal)$/.test(scene.textOf(number.end))
        ? moves.find((span) => scene.pieceOf(span) === piece)
        : undefined);
    const window = windowIn(scene, number, clock);
    if (move === undefined || window === null || window.years === "ever") return [];
    const direction: Direction = move.cue === "fall" ? "fall" : "rise";
    const at = { start: number.start, end: Math.max(window.end, move.end) };
    const reading = readTopic(
      scene,
      { start: number.start, end: move.end },
      clock,
      context,
      (topic) => ({
        kind: "first-move",
        direction,
        ...topic,
        since: window.since ?? topic.period.year - Number(window.years) - (isAfter(scene, window) ? 1 : 0),
      }),
      findRankedSubject(scene, number, context),
    );
    return [{ ...at, reading, used: [number, ...window.used] }];
  });
}

/** `the first rise after three years`: of as many falls. */
function isAfter(scene: Scene, { used: [years] }: Window): boolean {
  return years !== undefined && /^(?:na|after|apres|nach)$/.test(scene.textOf(years.from - 1));
}

/** `rose every year since 2010, except in 2016`. */
export function readEveryYear(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const span = scene.cues.find(({ cue }) => cue === "everyYear");
  const since = scene.periods.find(({ role }) => role === "since");
  const move = scene.cues.find(({ cue }) => cue === "rise" || cue === "fall");
  if (span === undefined || since === undefined || typeof since.year !== "number" || move === undefined) return [];
  const first = since.year;
  const exception = scene.cues.find(({ cue }) => cue === "except");
  const except =
    exception === undefined
      ? []
      : scene.periods.flatMap(({ year, start }) => (typeof year === "number" && start >= exception.end ? [year] : []));
  const direction: Direction = move.cue === "fall" ? "fall" : "rise";
  const reading = readTopic(
    scene,
    move,
    clock,
    context,
    (topic) => ({ kind: "every-year", direction, since: first, except, ...topic, period: clock.period }),
    findRankedSubject(scene, move, context),
  );
  return [{ start: Math.min(move.start, span.start), end: Math.max(span.end, since.end), reading, used: [] }];
}
