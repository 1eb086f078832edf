import type { Direction } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { windowIn } from "./find-window.ts";
import { foreignOrForecast } from "./read-number.ts";
import { readTopic, wordsIn, type PhraseReading } from "./read-topic.ts";
import type { Quantity } from "./scan-text.ts";
import { RECORD_REACH, type Scene, type ScenePeriod, type Span } from "./scene.ts";

/** `the previous record`, `until then the record stood at`. */
const EARLIER = new Set(
  "previous until bisherige bisherigen zuvor vorige vorig tot dan toe dahin precedent jusque ancien old oude alte alten".split(
    " ",
  ),
);

export function readRecords(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const seen = new Set<string>();
  return scene.cues.flatMap((span) => {
    if (span.cue !== "record" && span.cue !== "recordLow") return [];
    const piece = scene.pieceOf(span);
    const low = span.cue === "recordLow";
    const old = scene.periods.find(
      ({ isOfRecord, start, end }) =>
        isOfRecord && (end === span.start || (start >= span.end && start - span.end <= RECORD_REACH)),
    );
    const isEarlier = old !== undefined || [1, 2, 3].some((back) => EARLIER.has(scene.textOf(span.start - back)));
    const key = `${piece.index} ${isEarlier}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const denied =
      old === undefined &&
      scene.cues.some(
        ({ cue, start, end }) =>
          (cue === "not" || cue === "notReached") &&
          scene.pieceOf({ start, end }) === piece &&
          !(start >= span.start && end <= (span.until ?? span.end)) &&
          Math.max(start - span.end, span.start - end) <= 6,
      );
    const ordinal = ordinalBefore(scene, span);
    if (ordinal !== undefined) {
      // `the second highest on record`
      const place = Number(ordinal.mantissa);
      const direction = low ? ("fall" as const) : ("rise" as const);
      const nth = readTopic(scene, span, clock, context, (topic) => ({
        kind: "highest",
        direction,
        place,
        years: "ever",
        sameMonths: context.sameMonths,
        ...topic,
      }));
      return [{ start: ordinal.start, end: span.end, reading: nth, used: [ordinal] }];
    }
    const reading = readTopic(scene, span, clock, context, (topic) => ({
      kind: "record",
      sameMonths: context.sameMonths,
      low,
      denied,
      before: isEarlier ? clock.period.year : null,
      ...topic,
    }));
    const claim = { start: span.start, end: span.until ?? span.end, reading, used: [] };
    return old === undefined ? [claim] : [claim, ...readBeaten(scene, span, old, clock, context)];
  });
}

/** `the third highest`; `the first` says no more. */
function ordinalBefore({ quantities }: Scene, { start }: Span): Quantity | undefined {
  return quantities.find(({ ordinal, mantissa, end }) => ordinal && mantissa > 1n && end <= start && start - end <= 1);
}

/** `beat the record of 2012`, `the record of 2012 was missed`: the level of the text's year beside that of the record. */
function readBeaten(
  scene: Scene,
  span: Span,
  old: ScenePeriod,
  clock: Clock,
  context: Context,
): readonly PhraseReading[] {
  const verb = scene.cues.find(
    (cue) =>
      (cue.cue === "beats" || cue.cue === "not" || cue.cue === "notReached") &&
      scene.pieceOf(cue) === scene.pieceOf(span),
  );
  const { year } = old;
  if (verb === undefined || typeof year !== "number" || year >= clock.period.year) return [];
  const denied = scene.cues.some(({ cue }) => cue === "not" || cue === "notReached");
  const reading = readTopic(scene, span, clock, context, (topic) => ({
    kind: "comparison",
    of: "level",
    direction: denied ? "fall" : "rise",
    move: null,
    ...topic,
    period: clock.period,
    than: { ...topic, period: { ...clock.period, year } },
  }));
  return [{ start: verb.start, end: verb.end, reading, used: [] }];
}

/** `the strongest rise in seven years`, `the highest value since 2013`, `the lowest ever`. */
export function readSuperlatives(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.cues.flatMap((span) => {
    if (span.cue !== "highest" && span.cue !== "lowest") return [];
    // French `plus haut` is a superlative after an article only.
    if (scene.textOf(span.start) === "plus" && !/^(?:le|la|les|sa|son|leur|leurs)$/.test(scene.textOf(span.start - 1)))
      return [];
    const piece = scene.pieceOf(span);
    const moves = scene.cues.filter(
      (other) =>
        (other.cue === "rise" || other.cue === "fall") && scene.pieceOf(other) === piece && other.start !== span.start,
    );
    const adjacent = moves.find(({ start, end }) => start - span.end <= 3 && span.start - end <= 2);
    const window = windowIn(scene, span, clock);
    const isStrong =
      /^(?:so stark|so kraftig|sterkst|strong|starkst|snelst|fast|schnell|steep|steil|scherp|sharp|forsst|kraftig|krachtig|plus fort|plus vive|plus rapide)/.test(
        wordsIn(scene, span),
      );
    // `a gain, the sharpest since 2010`
    const before = scene.cues.findLast(
      ({ cue, start, end }) =>
        (cue === "rise" || cue === "fall") &&
        end <= span.start &&
        moves.length === 0 &&
        scene.pieceOf({ start, end }).index === piece.index - 1,
    );
    const move = adjacent ?? (isStrong ? (moves.findLast(({ end }) => end <= span.start) ?? before) : undefined);
    if (window === null && (move === undefined || scene.countries.length > 0)) return [];
    const end = Math.max(span.end, move?.end ?? 0);
    const direction: Direction =
      move === undefined ? (span.cue === "highest" ? "rise" : "fall") : move.cue === "fall" ? "fall" : "rise";
    if (window === null) {
      const doubt = foreignOrForecast(scene, span, context) ?? { kind: "no-window" as const };
      return [{ start: span.start, end, reading: { readings: [], otherReadings: [], doubt }, used: [] }];
    }
    const kind = move === undefined ? "highest" : "strongest";
    const ordinal = ordinalBefore(scene, span);
    const reading = readTopic(scene, { start: span.start, end }, clock, context, (topic) => ({
      kind,
      direction,
      place: ordinal === undefined ? 1 : Number(ordinal.mantissa),
      sameMonths: context.sameMonths,
      ...topic,
      years: window.years === "ever" ? "ever" : (window.years ?? topic.period.year - (window.since ?? 0)),
    }));
    return [
      {
        start: span.start,
        end: Math.max(end, window.end),
        reading,
        used: [...window.used, ...(ordinal === undefined ? [] : [ordinal])],
      },
    ];
  });
}
