import type { YearWindow } from "../../domain/period.ts";
import type { Relation, Subject } from "./claim.ts";
import { wholeYear, type Clock, type Context } from "./context.ts";
import type { CountrySpan } from "./find-countries.ts";
import type { PeriodSpan } from "./find-periods.ts";
import type { CueSpan } from "./phrases.ts";
import type { Piece, Scene, ScenePeriod } from "./scene.ts";
import type { Cue } from "./words.ts";

/** What a word of a text may mean: the meanings that its words give, and those that the text around suggests besides. */
export interface Meanings<Of> {
  readonly first: readonly Of[];
  readonly others: readonly Of[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const BOTH: readonly Subject[] = ["certificates", "goods_value"];
const SUBJECT_OF: ReadonlyMap<Cue, Subject> = new Map<Cue, Subject>([
  ["certificates", "certificates"],
  ["byCertificates", "certificates"],
  ["value", "goods_value"],
  ["byValue", "goods_value"],
  ["euro", "goods_value"],
  ["perCertificate", "value_per_certificate"],
]);
/** What is counted besides certificates is a subject where its number is spoken of: `the number of exporters`. */
const COUNTED_OF: ReadonlyMap<Cue, Subject> = new Map<Cue, Subject>([
  ["exporters", "exporters"],
  ["destinations", "destinations"],
  ["products", "products"],
]);

/** The subjects that the cues of a piece name, in order. */
function subjectsIn(scene: Scene, piece: Piece): readonly (CueSpan & { readonly subject: Subject })[] {
  return scene.cues.flatMap((span) => {
    if (scene.pieceOf(span) !== piece) return [];
    const counted = COUNTED_OF.get(span.cue);
    const isCount = scene.cues.some(({ cue, end }) => cue === "count" && end <= span.start && span.start - end <= 2);
    const subject = SUBJECT_OF.get(span.cue) ?? (isCount ? counted : undefined);
    return subject === undefined ? [] : [{ ...span, subject }];
  });
}

/**
 * What a claim at a place of a sentence is about: the subject named before it in its piece, else after it; else that of the
 * pieces before, then after; else what the text spoke of. `export` alone may be either. A superlative takes its
 * subject from its own sentence only.
 */
export function findSubject(scene: Scene, at: Span, context: Context, isSuperlative = false): Meanings<Subject> {
  const piece = scene.pieceOf(at);
  const explicit = scene.cues.find(
    (span) => (span.cue === "byValue" || span.cue === "byCertificates") && scene.pieceOf(span) === piece,
  );
  if (explicit !== undefined) return only(SUBJECT_OF.get(explicit.cue) ?? "certificates");
  const own = subjectsIn(scene, piece);
  if (own.length > 0) return ofPiece(own, at, scene);
  for (const other of [
    ...(piece.parent === null ? [] : [piece.parent]),
    ...scene.pieces.slice(0, piece.index).toReversed(),
  ]) {
    const subject = subjectsIn(scene, other).at(-1)?.subject;
    if (subject !== undefined) return withOther(subject);
  }
  if (isSuperlative) {
    for (const other of scene.pieces.slice(piece.index + 1)) {
      const subject = subjectsIn(scene, other)[0]?.subject;
      if (subject !== undefined) return withOther(subject);
    }
    return { first: BOTH, others: [] };
  }
  if (context.subject !== null) return withOther(context.subject);
  for (const other of scene.pieces.slice(piece.index + 1)) {
    const subject = subjectsIn(scene, other)[0]?.subject;
    if (subject !== undefined) return withOther(subject);
  }
  return { first: BOTH, others: [] };
}

function ofPiece(own: readonly (CueSpan & { readonly subject: Subject })[], at: Span, scene: Scene): Meanings<Subject> {
  const before = own.filter(({ end }) => end <= at.start);
  const after = own.filter(({ start }) => start >= at.end);
  const nearest = before.at(-1) ?? after[0];
  if (nearest === undefined) return { first: BOTH, others: [] };
  if (nearest.subject === "value_per_certificate") return only(nearest.subject);
  // `value per certificate` and `average value of a certificate` are one subject, not two.
  const average = scene.cues.some((span) => span.cue === "average" && scene.pieceOf(span) === scene.pieceOf(at));
  const named = new Set(own.map(({ subject }) => subject));
  if (named.has("value_per_certificate") || (average && named.has("goods_value") && named.has("certificates"))) {
    return only("value_per_certificate");
  }
  // `value and number rose by`: both are said to.
  const side = before.length > 0 ? before : after;
  const [one, two] = [side.at(-2), side.at(-1)];
  const joined =
    one !== undefined &&
    two !== undefined &&
    one.subject !== two.subject &&
    scene.cues.some(({ cue, start, end }) => cue === "and" && start >= one.end && end <= two.start) &&
    !scene.quantities.some(({ start, end }) => start >= one.end && end <= two.start);
  return joined ? { first: [one.subject, two.subject], others: [] } : only(nearest.subject);
}

function only<Of>(meaning: Of): Meanings<Of> {
  return { first: [meaning], others: [] };
}

function withOther(subject: Subject): Meanings<Subject> {
  return { first: [subject], others: BOTH.filter((other) => other !== subject) };
}

/** The subject that a piece names itself. */
export function namesSubject(scene: Scene, piece: Piece): boolean {
  return (
    subjectsIn(scene, piece).some(({ cue }) => cue !== "euro") ||
    scene.cues.some((span) => span.cue === "export" && scene.pieceOf(span) === piece)
  );
}

/**
 * Where the goods went. A destination belongs to the numbers of its piece; without one, to those of the pieces behind it, unless
 * they name a subject of their own. `null` is all destinations together; an empty list: several, and it is open which.
 */
export function findDestination(
  scene: Scene,
  at: Span,
  context: Context,
  relation: Relation | "superlative",
): Meanings<string | null> {
  const piece = scene.pieceOf(at);
  const own = scene.countries.filter((span) => scene.pieceOf(span) === piece);
  if (own.length > 0) return ofCountries(own, at, scene);
  if (piece.parent !== null) {
    const outside = scene.countries.filter((span) => scene.pieceOf(span) === piece.parent);
    const adjacent = outside.find(({ end }) => end >= (piece.parent?.end ?? 0) - 1);
    if (adjacent !== undefined) return only(adjacent.code);
    if (outside.length > 0) return ofCountries(outside, at, scene);
  }
  const isPart = relation === "share" || relation === "share_change" || relation === "contribution";
  const hasTotal = !isPart && scene.cues.some((span) => span.cue === "total" && scene.pieceOf(span) === piece);
  if (hasTotal) return only(null);
  for (const other of scene.pieces.slice(0, piece.index).toReversed()) {
    const found = scene.countries.filter((span) => scene.pieceOf(span) === other);
    if (found.length === 0) continue;
    const before = ofCountries(found, at, scene);
    if (isPart || !namesSubject(scene, piece)) return isPart ? before : { first: before.first, others: [null] };
    return { first: [null], others: before.first };
  }
  if (isPart) {
    for (const other of scene.pieces.slice(piece.index + 1)) {
      const found = scene.countries.filter((span) => scene.pieceOf(span) === other);
      if (found.length > 0) return ofCountries(found, at, scene);
    }
    return context.destination === null ? { first: [], others: [] } : only(context.destination);
  }
  if (context.destination === null) return only(null);
  const pointsBack = scene.cues.some(({ cue }) => cue === "anaphor");
  const hasSubject = scene.pieces.some((other) => namesSubject(scene, other));
  return pointsBack && !hasSubject
    ? { first: [context.destination], others: [null] }
    : { first: [null], others: [context.destination] };
}

function ofCountries(found: readonly CountrySpan[], at: Span, scene: Scene): Meanings<string | null> {
  const codes = [...new Set(found.map(({ code }) => code))];
  if (codes.length === 1) return { first: codes, others: [] };
  // `China 12 %`, `12 % to China`: the one that stands beside the number.
  const beside = found.filter(({ start, end }) => {
    const gap = end <= at.start ? range(end, at.start) : range(at.end, start);
    return (
      gap.length <= 4 &&
      !gap.some(
        (position) =>
          scene.quantities.some(({ start: other }) => other === position) ||
          found.some((country) => country.start === position),
      )
    );
  });
  const joined = (one: CountrySpan): boolean =>
    found.some(
      (two) =>
        two !== one &&
        Math.max(one.start, two.start) - Math.min(one.end, two.end) <= 3 &&
        scene.cues.some(
          ({ cue, start }) =>
            cue === "and" && start >= Math.min(one.end, two.end) && start < Math.max(one.start, two.start),
        ),
    );
  const first = beside.find((country) => !joined(country));
  return first !== undefined && beside.length === 1 ? only(first.code) : { first: [], others: [] };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The months that a span names, given the year that the text is about and what it spoke of before. */
export function windowOf(period: PeriodSpan, clock: Clock, context: Context): YearWindow {
  const known = context.period ?? wholeYear(clock.year);
  const year = yearOf(period, clock, known.year);
  const isSame = period.firstMonth === 0;
  return isSame ? { ...known, year } : { year, firstMonth: period.firstMonth, lastMonth: period.lastMonth };
}

function yearOf({ year }: PeriodSpan, clock: Clock, known: number): number {
  switch (year) {
    case "this":
      return clock.year;
    case "last":
      return clock.saysThisYear ? clock.year - 1 : clock.year;
    case "before":
      return known - 1;
    case null:
      return known;
    default:
      return year;
  }
}

/** When a claim is about: the time beside it, else in its piece, else in its sentence, else the one spoken of before. */
export function findPeriod(scene: Scene, at: Span, clock: Clock, context: Context): Meanings<YearWindow> {
  const all = scene.periods.filter(({ role, isBase }) => role === "when" && !isBase);
  const window = (period: PeriodSpan): YearWindow => windowOf(period, clock, context);
  const owned = all.find(({ owner }) => owner !== null && owner.start === at.start);
  if (owned !== undefined) return only(merge(owned, all, window));
  const free = all.filter(({ owner }) => owner === null);
  const piece = scene.pieceOf(at);
  // `since 2013 (18.152 certificates)`
  const justBefore = scene.periods.find(({ end }) => piece.parent !== null && end === piece.parent.end);
  if (justBefore !== undefined && !all.some((period) => scene.pieceOf(period) === piece))
    return only(window(justBefore));
  const inPiece = free.filter((period) => scene.pieceOf(period) === piece);
  const near = inPiece.findLast(({ end }) => end <= at.start) ?? inPiece[0];
  if (near !== undefined) return only(merge(near, all, window));
  const before = free.findLast(({ end }) => end <= at.start) ?? free.find(({ start }) => start >= at.end);
  const known = context.period ?? wholeYear(clock.year);
  const others = [...all.map(window), known, wholeYear(clock.year)];
  if (before !== undefined) return { first: [window(before)], others };
  // A sentence with one time speaks of it throughout, unless that time is the end of a look back (`after a fall in 2016`).
  const [single, second] = all;
  const lookedBack = single?.owner?.preposition === "after" || (single !== undefined && isAfter(scene, single));
  if (single !== undefined && second === undefined && !lookedBack) return { first: [window(single)], others };
  return { first: [known], others };
}

function isAfter(scene: Scene, period: ScenePeriod): boolean {
  const piece = scene.pieceOf(period);
  return range(piece.start, Math.min(piece.start + 2, period.start)).some((at) =>
    /^(?:na|after|apres|nach|following)$/.test(scene.textOf(at)),
  );
}

/** `in de eerste helft ... van 2018`: a part of a year without a year takes that of its sentence. */
function merge(
  period: ScenePeriod,
  all: readonly ScenePeriod[],
  window: (period: PeriodSpan) => YearWindow,
): YearWindow {
  const found = window(period);
  const other = all.find((candidate) => candidate !== period && candidate.year !== null && period.year === null);
  return other === undefined ? found : { ...found, year: window(other).year };
}

/** The year that something is compared to; `null` for the year before, and where none is said. */
export function findBaseYear(scene: Scene, at: Span, period: YearWindow, clock: Clock): number | null {
  const bases = scene.periods.filter(({ isBase }) => isBase);
  const piece = scene.pieceOf(at);
  const hasNumber = (other: Piece | undefined): boolean =>
    scene.quantities.some((quantity) => scene.pieceOf(quantity) === other);
  const inPiece = bases.filter((base) => scene.pieceOf(base) === piece);
  const next = scene.pieces[piece.index + 1];
  const previous = scene.pieces[piece.index - 1];
  const found =
    inPiece.find(({ start }) => start >= at.end) ??
    inPiece.at(-1) ??
    bases.find((base) => scene.pieceOf(base) === next && !hasNumber(next)) ??
    bases.find((base) => piece.parent !== null && scene.pieceOf(base) === piece.parent) ??
    bases.find((base) => scene.pieceOf(base) === previous && !hasNumber(previous)) ??
    (bases.length === 1 ? bases[0] : undefined);
  if (found === undefined) return null;
  if (typeof found.year === "number") return found.year === period.year - 1 ? null : found.year;
  if (found.year === "last" && clock.saysThisYear && clock.year - 1 !== period.year - 1) return clock.year - 1;
  return null;
}
