import type { YearWindow } from "../../domain/period.ts";
import type { Clock, Context } from "./context.ts";
import { isOffset, SINCE, type PeriodSpan } from "./find-periods.ts";
import { namesSubject } from "./find-subject.ts";
import { only, type Meanings } from "./meanings.ts";
import type { Quantity } from "./scan-text.ts";
import type { Cue } from "./words.ts";
import { isCompared, RECORD_REACH, type Piece, pointsBack, type Scene, type ScenePeriod, type Span } from "./scene.ts";

/** The months that a span names, given the time that the text is about and what is spoken of. */
export function windowOf(period: PeriodSpan, clock: Clock, known: YearWindow): YearWindow {
  const year = yearOf(period, clock, known.year);
  // `the same period`, `the year before`: of the months that are spoken of.
  const isSame = period.firstMonth === 0;
  return isSame ? { ...known, year } : { year, firstMonth: period.firstMonth, lastMonth: period.lastMonth };
}

function yearOf({ year }: PeriodSpan, clock: Clock, known: number): number {
  switch (year) {
    case "this":
      return clock.period.year;
    case "last":
      return clock.saysThisYear ? clock.period.year - 1 : clock.period.year;
    case null:
      return known;
    default:
      return typeof year === "number" ? year : known + year.offset;
  }
}

/**
 * When a claim is about: the time beside it, else in its piece, else in its sentence, else what the whole text is about, or, where
 * the sentence points back, what the one before was. Other times that were spoken of are what a reader may understand besides.
 */
export function findPeriod(
  scene: Scene,
  at: Span,
  clock: Clock,
  context: Context,
  claim: "level" | "move" | "superlative" = "level",
): Meanings<YearWindow> {
  const piece = scene.pieceOf(at);
  const all = scene.periods.filter(
    (period) => period.role === "when" && !period.isBase && isInReach(scene, period, piece),
  );
  const known = knownPeriod(scene, clock, context);
  const window = (period: PeriodSpan): YearWindow => {
    const spokenOf = isOffset(period.year) ? anchorOf(scene, period, clock, context) : known;
    const found = withYearOf(scene, all, period, clock, spokenOf);
    // In a text about a part of each year the record of a year is that of the same part.
    const isYear = found.firstMonth === 1 && found.lastMonth === 12;
    return isYear && scene.cues.some(({ cue }) => cue === "record") ? { ...clock.period, year: found.year } : found;
  };
  const owned = all.find(({ owner }) => owner !== null && owner.start === at.start);
  if (owned !== undefined) return only(window(owned));
  // `since 2013 (18.152 certificates)`
  const justBefore = scene.periods.find(({ end }) => piece.parent !== null && end === piece.parent.end);
  const hasOwn = all.some((period) => scene.pieceOf(period) === piece);
  const isOfCompared = justBefore !== undefined && isCompared(scene, justBefore.owner);
  if (justBefore !== undefined && !hasOwn && !(claim === "move" && isOfCompared)) return only(window(justBefore));
  // `higher than in 2011, when it stood at 749.4 million`
  const opening = `${scene.textOf(piece.start)} ${scene.textOf(piece.start + 1)}`;
  const then = WHEN.test(opening) ? scene.periods.findLast(({ end }) => end <= piece.start) : undefined;
  if (then !== undefined && !hasOwn) return only(window(then));
  const free = all.filter(
    (period) => period.owner === null && (!period.isOfRecord || (claim === "superlative" && isOfRecordAt(period, at))),
  );
  const near = nearest(free, piece, at, scene);
  if (near?.year === "last" && !clock.saysThisYear) return lastYear(scene, piece, window(near));
  if (near !== undefined) return only(window(near));
  const mentioned = [context.period, context.mentioned].filter((period) => period !== null);
  const told = all.filter(({ owner, isOfRecord }) => !isOfRecord && !isCompared(scene, owner));
  const others = [...told.map(window), known, clock.period, ...mentioned];
  const behind =
    claim === "superlative" ? undefined : free.find((span) => span.start >= at.end && !isOfNext(scene, span, piece));
  // `March was the best month of the first half, with 2,398`: those of March.
  const isExtreme = scene.cues.some(({ cue }) => cue === "most" || cue === "least");
  const month = isExtreme
    ? free.find(({ firstMonth, lastMonth, end }) => firstMonth === lastMonth && firstMonth > 0 && end <= at.start)
    : undefined;
  if (month !== undefined) return only(window(month));
  const elsewhere = free.findLast(({ end }) => end <= at.start) ?? behind;
  if (elsewhere !== undefined) return { first: [window(elsewhere)], others };
  // A sentence with one time speaks of it throughout, unless that time ends a look back (`after a fall in 2016`).
  const [single, second] = all;
  const looksBack =
    single !== undefined &&
    ((claim === "superlative" && single.start >= at.end) ||
      single.isOfRecord ||
      (single.start >= at.end && isOfNext(scene, single, piece)) ||
      isCompared(scene, single.owner) ||
      isAfter(scene, single));
  return single !== undefined && second === undefined && !looksBack
    ? { first: [window(single)], others }
    : { first: [known], others };
}

const WHEN = /^(?:when|toen|quand|lorsque|lorsqu|als (?:er|sie|es|noch))\b/;

/** `906.9 million, in 2011 it was 749.4 million`: a time that opens a piece behind is of the number in that. */
function isOfNext(scene: Scene, period: ScenePeriod, piece: Piece): boolean {
  const other = scene.pieceOf(period);
  return (
    other !== piece &&
    (isOffset(period.year) ||
      scene.quantities.some((number) => number.start >= period.end && scene.pieceOf(number) === other))
  );
}

/** `the record of 2012`, `its 2012 record`: the time of the record at a place. */
function isOfRecordAt({ start, end }: Span, at: Span): boolean {
  return end === at.start || (start >= at.end && start - at.end <= RECORD_REACH);
}

/** What `a year earlier` is counted from: the last time named before it in its sentence, else in those before. */
function anchorOf(scene: Scene, { start }: PeriodSpan, clock: Clock, context: Context): YearWindow {
  const spokenOf = context.mentioned ?? context.period ?? clock.period;
  const before = scene.periods.findLast(
    (period) =>
      period.end <= start &&
      period.role === "when" &&
      !period.isBase &&
      period.firstMonth > 0 &&
      !isOffset(period.year),
  );
  return before === undefined ? spokenOf : windowOf(before, clock, spokenOf);
}

/** `last year` is the year of a text that came out early in the next, or the year before; `last year China still led` is the latter. */
function lastYear(scene: Scene, piece: Piece, window: YearWindow): Meanings<YearWindow> {
  const before = { ...window, year: window.year - 1 };
  const looksBack = Array.from({ length: piece.end - piece.start }, (_, at) => scene.textOf(piece.start + at)).some(
    (word) => /^(?:nog|still|encore|noch)$/.test(word),
  );
  return looksBack ? { first: [before], others: [window] } : { first: [window], others: [before] };
}

/** What is in brackets tells when of nothing outside,. */
function isInReach(scene: Scene, period: ScenePeriod, piece: Piece): boolean {
  const { parent } = scene.pieceOf(period);
  return parent === null || parent === piece.parent;
}

/** The time of the sentence before where this one points back to it or has no subject of its own; else that of the text. */
function knownPeriod(scene: Scene, clock: Clock, context: Context): YearWindow {
  if (context.period === null || scene.periods.some(({ role }) => role === "since")) return clock.period;
  const isBack = pointsBack(scene) || scene.cues.some(({ cue }) => cue === "there");
  const hasSubject = scene.pieces.some((piece) => namesSubject(scene, piece));
  return isBack || !hasSubject ? context.period : clock.period;
}

/** The last time before a place in its piece, else the first after it; `March, the best month of the first half` is March. */
function nearest(free: readonly ScenePeriod[], piece: Piece, at: Span, scene: Scene): ScenePeriod | undefined {
  const inPiece = free.filter((period) => scene.pieceOf(period) === piece);
  const near = inPiece.findLast(({ end }) => end <= at.start) ?? inPiece[0];
  const inside = inPiece.find(
    (period) =>
      near !== undefined &&
      period !== near &&
      period.year === null &&
      period.firstMonth >= near.firstMonth &&
      period.lastMonth <= near.lastMonth,
  );
  return inside ?? near;
}

/**
 * A part of a year that comes without a year takes that of its sentence (`in the first half ... of 2018`), and `the same period` the
 * months that the sentence, or the one before, spoke of.
 */
function withYearOf(
  scene: Scene,
  all: readonly ScenePeriod[],
  period: PeriodSpan,
  clock: Clock,
  known: YearWindow,
): YearWindow {
  if (period.firstMonth === 0) {
    const earlier = all.findLast(({ start, firstMonth }) => start < period.start && firstMonth > 0);
    return windowOf(period, clock, earlier === undefined ? known : withYearOf(scene, all, earlier, clock, known));
  }
  const found = windowOf(period, clock, known);
  const other = all.find(
    (candidate) =>
      candidate !== period &&
      candidate.year !== null &&
      candidate.firstMonth > 0 &&
      period.year === null &&
      !isCompared(scene, candidate.owner),
  );
  return other === undefined ? found : { ...found, year: windowOf(other, clock, known).year };
}

function isAfter(scene: Scene, period: ScenePeriod): boolean {
  const { start } = scene.pieceOf(period);
  return [start, start + 1].some(
    (at) => at < period.start && /^(?:na|after|apres|nach|following)$/.test(scene.textOf(at)),
  );
}

/** The year that something is compared to; `null` for the year before, and where none is said. */
export function findBaseYear(scene: Scene, at: Span, period: YearWindow, clock: Clock): number | null {
  const found = findBase(scene, at);
  if (found === undefined) {
    const years = yearsBack(scene, at);
    return years === null ? null : period.year - years;
  }
  const year = found.year === "last" && clock.saysThisYear ? clock.period.year - 1 : found.year;
  return typeof year === "number" && year < period.year - 1
    ? year
    : typeof year === "number" && year > period.year
      ? year
      : null;
}

/** `in the space of two years`, `en deux ans`; not `the strongest in two years`. */
function yearsBack(scene: Scene, at: Span): number | null {
  const number = scene.quantities.find(
    ({ start, end, ordinal, mantissa }) =>
      start !== at.start &&
      !ordinal &&
      mantissa > 1n &&
      mantissa < 20n &&
      scene.cues.some(({ cue, start: next }) => cue === "year" && next === end) &&
      (/^(?:in|en|binnen|within|over|op)$/.test(scene.textOf(start - 1)) ||
        /^(?:space|espace|innerhalb)$/.test(scene.textOf(start - 2))),
  );
  if (number === undefined) return null;
  const piece = scene.pieceOf(number);
  const isSuperlative = scene.cues.some(
    (span) => SUPERLATIVE.has(span.cue) && scene.pieceOf(span) === piece && span.start < number.start,
  );
  const isElsewhere = piece !== scene.pieceOf(at) && piece.index !== scene.pieceOf(at).index - 1;
  return isSuperlative || isElsewhere ? null : Number(number.mantissa);
}

const SUPERLATIVE: ReadonlySet<Cue> = new Set(["highest", "lowest", "record", "recordLow", "most", "least", "inARow"]);

/** A part of the year that something is compared to, other than the same months: `busier than October`. */
export function findOtherMonths(scene: Scene, at: Span, period: YearWindow): ScenePeriod | null {
  const base = findBase(scene, at);
  const isPart = base !== undefined && base.firstMonth > 0 && base.lastMonth - base.firstMonth < 11;
  return isPart && (base.firstMonth !== period.firstMonth || base.lastMonth !== period.lastMonth) ? base : null;
}

function findBase(scene: Scene, at: Span): ScenePeriod | undefined {
  const piece = scene.pieceOf(at);
  // `rises by 64 %, but remains below the level of 2008`: a comparison of its own.
  const isOwn = (base: ScenePeriod): boolean => {
    const other = scene.pieceOf(base);
    return (
      other !== piece &&
      scene.cues.some(
        ({ cue, start, end }) =>
          (cue === "more" || cue === "less") && scene.pieceOf({ start, end }) === other && start < base.start,
      )
    );
  };
  const bases = scene.periods.filter((base) => base.isBase && !isOwn(base));
  const [next, previous] = [scene.pieces[piece.index + 1], scene.pieces[piece.index - 1]];
  const inside = (other: Piece | null | undefined): readonly ScenePeriod[] =>
    bases.filter((base) => scene.pieceOf(base) === other);
  const withoutNumber = (other: Piece | undefined): readonly ScenePeriod[] =>
    scene.quantities.some((quantity) => scene.pieceOf(quantity) === other) ? [] : inside(other);
  return (
    inside(piece).find(({ start }) => start >= at.end) ??
    inside(piece).at(-1) ??
    withoutNumber(next)[0] ??
    (piece.parent === null ? undefined : inside(piece.parent)[0]) ??
    withoutNumber(previous)[0] ??
    scene.periods.find((span) => isSinceRecord(scene, span)) ??
    // `since 2007 it has doubled`
    (scene.cues.some(({ cue }) => cue === "record" || cue === "highest" || cue === "lowest")
      ? undefined
      : scene.periods.find(
          (span) => span.role === "since" && (scene.pieceOf(span) === piece || span.end <= at.start),
        )) ??
    (bases.length === 1 ? bases[0] : undefined)
  );
}

/** `since the peak of 2013` */
function isSinceRecord({ textOf }: Scene, { isOfRecord, start }: ScenePeriod): boolean {
  const before = Array.from({ length: RECORD_REACH + 2 }, (_, back) => textOf(start - back - 1));
  return isOfRecord && before.some((word) => SINCE.has(word));
}

/** The period of a number that another is compared to: `against 20.114 in 2016`; else the year before. */
export function findComparedPeriod(
  scene: Scene,
  number: Quantity,
  clock: Clock,
  context: Context,
): Meanings<YearWindow> {
  const own =
    scene.periods.find(({ owner }) => owner !== null && owner.start === number.start) ??
    scene.periods.find(({ isBase, start }) => isBase && start >= number.end) ??
    scene.periods.find(({ isBase, end }) => isBase && end <= number.start);
  const topic = scene.quantities.find((quantity) => quantity !== number && !isCompared(scene, quantity));
  const known =
    (topic === undefined ? undefined : findPeriod(scene, topic, clock, context).first[0]) ??
    context.period ??
    clock.period;
  if (own === undefined || own.year === "last" || isOffset(own.year)) {
    return only({ ...known, year: known.year - 1 });
  }
  const window = windowOf(own, clock, known);
  return only(own.firstMonth === 0 ? { ...known, year: window.year } : window);
}
