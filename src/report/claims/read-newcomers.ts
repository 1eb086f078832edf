import type { Statement } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findPeriod } from "./find-period.ts";
import type { CueSpan } from "./phrases.ts";
import { foreignOrForecast, type Reading } from "./read-number.ts";
import { wordsIn, type PhraseReading } from "./read-topic.ts";
import type { Piece, Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

/** `five new destinations`, `new are Malawi and Somalia`, and those that are gone. */
export function readNewcomers(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return (["newOnes", "lostOnes"] as const).flatMap((cue) => {
    const isTold = (span: CueSpan): boolean => span.cue === cue || (cue === "lostOnes" && isLeft(scene, span));
    const found = scene.cues.filter(isTold).flatMap((span) => readTurnover(scene, { ...span, cue }, clock, context));
    // `five new countries make their debut`: two phrases, one claim, that with the number.
    return found.find(({ used }) => used.length > 0) ?? found[0] ?? [];
  });
}

/** `new are Belize and Malta, no longer there Haiti`. */
function isLeft(scene: Scene, { cue }: CueSpan): boolean {
  return cue === "noLonger" && scene.cues.some((other) => other.cue === "newOnes");
}

/** What comes before a noun; other words for coming are verbs, and need none. */
const ADJECTIVE = /^(?:new|nieuwe?|neue?[nrs]?|nouveaux?|nouvelles?|nouvel)$/;
const FIRST_TIME = /eerst|first time|premiere fois|erstmals|ersten mal|debut|never before/;
const RANKED: ReadonlySet<Cue> = new Set(["top", "place", "leader", "leaders", "exporters", "products"]);

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
      (quantity) =>
        noun !== null &&
        !quantity.ordinal &&
        quantity.end <= noun.start &&
        noun.start - quantity.end <= 1 &&
        scene.pieceOf(quantity) === piece,
    );
  // A list in its own piece and those after it, up to the next number or the next phrase of this kind.
  const other = scene.cues.find(
    ({ cue, start }) =>
      start >= span.end && (cue === "lostOnes" || cue === "noLonger" || cue === "newOnes") && cue !== span.cue,
  );
  const next = scene.quantities.find(({ start }) => start > span.end && start !== number?.start);
  const clause = scene.pieces.find(({ end }) => end >= span.end && scene.textOf(end) === ";");
  const stop = Math.min(
    next?.start ?? Infinity,
    clause?.end ?? Infinity,
    other === undefined ? Infinity : scene.pieceOf(other).start,
  );
  const listed = scene.countries.filter(({ start }) => start >= piece.start && start < stop);
  const isAlone =
    noun === null && (listed.length === 0 || (ADJECTIVE.test(wordsIn(scene, span)) && !standsAlone(scene, span)));
  const isRanked = scene.cues.some((each) => RANKED.has(each.cue) && scene.pieceOf(each) === piece);
  if (isAlone || (noun === null && isRanked)) return [];
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
    isFirstTime: isFirstTimeIn(scene, piece),
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

/** `new on the list: Malta`, `among the new ones Portugal`: no adjective of another noun. */
function standsAlone({ pieceOf, textOf, countries }: Scene, span: CueSpan): boolean {
  return (
    textOf(pieceOf(span).end) === ":" ||
    /^(?:in|op|on|auf|sur|dans)$/.test(textOf(span.end)) ||
    countries.some(({ start }) => start >= span.end && start - span.end <= 1)
  );
}

function isFirstTimeIn(scene: Scene, piece: Piece): boolean {
  return FIRST_TIME.test(wordsIn(scene, piece));
}
