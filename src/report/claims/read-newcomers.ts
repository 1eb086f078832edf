import type { Statement } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findPeriod } from "./find-period.ts";
import type { CueSpan } from "./phrases.ts";
import { foreignOrForecast, type Reading } from "./read-number.ts";
import { wordsIn, type PhraseReading } from "./read-topic.ts";
import type { Scene } from "./scene.ts";

/** `five new destinations`, `new are Malawi and Somalia`, and those that are gone. */
export function readNewcomers(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return (["newOnes", "lostOnes"] as const).flatMap((cue) => {
    const found = scene.cues
      .filter((span) => span.cue === cue)
      .flatMap((span) => readTurnover(scene, span, clock, context));
    // `five new countries make their debut`: two phrases, one claim, that with the number.
    return found.find(({ used }) => used.length > 0) ?? found[0] ?? [];
  });
}

function readTurnover(scene: Scene, span: CueSpan, clock: Clock, context: Context): readonly PhraseReading[] {
  const piece = scene.pieceOf(span);
  const noun = scene.cues.find(({ cue, start }) => cue === "destinations" && Math.abs(start - span.end) <= 6) ?? null;
  const number =
    scene.quantities.findLast(
      (quantity) =>
        !quantity.ordinal &&
        quantity.denominator === null &&
        quantity.end <= span.start &&
        span.start - quantity.end <= 2,
    ) ??
    scene.quantities.find(
      (quantity) => noun !== null && !quantity.ordinal && quantity.end <= noun.start && noun.start - quantity.end <= 1,
    );
  // A list that follows, in its own piece and those after it, up to the next number.
  const stop = scene.quantities.find(({ start }) => start > span.end && start !== number?.start)?.start ?? Infinity;
  const listed = scene.countries.filter(({ start }) => start > piece.start && start < stop);
  const aroundPhrase = /eerst|first time|premiere fois|erstmals|ersten mal/.test(wordsIn(scene, span));
  if (noun === null && !(aroundPhrase && listed.length > 0) && !(listed.length > 0 && span.cue === "lostOnes"))
    return [];
  if (number === undefined && listed.length === 0) return [];
  // `44 exporters joined the list`
  if (listed.length === 0 && scene.cues.some(({ cue }) => cue === "exporters")) return [];
  const kind = span.cue === "newOnes" ? ("newcomers" as const) : ("leavers" as const);
  const doubt = foreignOrForecast(scene, span, context);
  const periods = findPeriod(scene, span, clock, context, "superlative");
  const make = (period: Statement["period"]): Statement => ({
    kind,
    subject: "destinations",
    period,
    destination: null,
    count: number === undefined ? null : Number(number.mantissa),
    destinations: [...new Set(listed.map(({ code }) => code))],
  });
  const reading: Reading =
    doubt === null
      ? { readings: periods.first.map(make), otherReadings: periods.others.map(make), doubt }
      : { readings: [], otherReadings: [], doubt };
  return [
    {
      start: Math.min(number?.from ?? span.start, span.start),
      end: Math.max(span.end, listed.at(-1)?.end ?? noun?.end ?? 0),
      reading,
      used: number === undefined ? [] : [number],
    },
  ];
}
