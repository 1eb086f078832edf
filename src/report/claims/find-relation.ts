import type { Direction, Relation } from "./claim.ts";
import type { Context } from "./context.ts";
import { isPlace } from "./find-places.ts";
import { hasNumberBetween } from "./find-unit.ts";
import type { CueSpan } from "./phrases.ts";
import type { Quantity } from "./scan-text.ts";
import { isCompared, type Piece, type Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

const RANKS: ReadonlySet<Cue> = new Set(["leader", "leaders", "place", "top"]);

/** What a count or an amount is: a level or a change. */
export function countRelation(scene: Scene, number: Quantity): "total" | "change" {
  const piece = scene.pieceOf(number);
  if (number.sign !== 0) return "change";
  if (number.preposition === "to") return "total";
  const direction = movesOf(scene, number).findLast(({ end }) => end <= number.from);
  const gap = direction === undefined ? Infinity : number.from - direction.end;
  if (number.preposition === "by" && (direction !== undefined || isByThan(scene, number))) return "change";
  if (number.preposition === "by" && scene.textOf(number.from - 1) === "um") return "change";
  if (number.preposition === "of" && gap <= 3) return "change";
  if (number.preposition === null && gap <= 1) return "change";
  // `495 more than`, `2.702 certificates more`.
  const more = scene.cues.find(
    (span) =>
      isMoreOrLess(scene, span) &&
      span.start >= number.end &&
      span.start - number.end <= 4 &&
      scene.pieceOf(span) === piece,
  );
  return more === undefined || hasNumberBetween(scene, number, more) ? "total" : "change";
}

/** `busier than October by 23`: in English alone `by` means nothing else. */
function isByThan(scene: Scene, number: Quantity): boolean {
  const piece = scene.pieceOf(number);
  const isEnglish = scene.textOf(number.from - 1) === "by" || scene.textOf(number.from) === "by";
  return isEnglish && scene.cues.some((span) => span.cue === "base" && scene.pieceOf(span) === piece);
}

/** `more`, `fewer`, and `higher than`. */
function isMoreOrLess(scene: Scene, span: CueSpan): boolean {
  const isThan = scene.cues.some(({ cue, start }) => cue === "base" && start === span.end);
  return span.cue === "more" || span.cue === "less" || (isThan && isDirection(span.cue));
}

/** What a percentage or percentage points are: a share, a growth, a change of a share, a contribution; several when it is open. */
export function ratioRelations(
  scene: Scene,
  number: Quantity,
  unit: "percent" | "points",
  context: Context,
): readonly Relation[] {
  const piece = scene.pieceOf(number);
  const inPiece = (cue: Cue): readonly CueSpan[] =>
    scene.cues.filter((span) => span.cue === cue && scene.pieceOf(span) === piece);
  const anywhere = (cue: Cue): boolean => scene.cues.some((span) => span.cue === cue);
  if (unit === "points") {
    if (anywhere("contribution") || anywhere("heldBack")) return ["contribution"];
    return anywhere("share") || context.relation === "share" ? ["share_change"] : ["share_change", "contribution"];
  }
  if (number.sign !== 0 && inPiece("share").length === 0) return ["growth"];
  const after = scene.cues.find(
    ({ cue, start }) =>
      start > number.end - 1 &&
      start <= number.end + 4 &&
      start < piece.end &&
      (isDirection(cue) || cue === "more" || cue === "less" || cue === "share" || cue === "contribution"),
  );
  const lost = movesOf(scene, number).findLast(({ end }) => end <= number.from);
  if (number.denominator !== null && lost !== undefined && number.from - lost.end <= 2) return ["growth"];
  // `half of the growth`: a part of something else than the whole.
  if (number.denominator !== null && inPiece("contribution").length > 0) return [];
  if (number.denominator !== null)
    return (after !== undefined && isMoreOrLess(scene, after)) ||
      (number.preposition === "by" && after?.cue !== "share")
      ? ["growth"]
      : ["share"];
  const before = [...movesOf(scene, number), ...inPiece("share")]
    .toSorted((a, b) => a.start - b.start)
    .findLast(({ end }) => end <= number.from);
  const isLevel = number.preposition === "to" || isCompared(scene, number);
  // `good for 46 per cent growth`
  const isOfNoun = after !== undefined && isDirection(after.cue) && after.start === number.end + 1;
  if (isOfNoun && !isLevel && before?.cue === "share" && GROWTH.test(scene.textOf(after.start))) return ["growth"];
  const isOfShare = scene.cues.some(({ cue, end }) => cue === "share" && end <= number.from);
  if (isLevel && (isOfShare || inPiece("share").length > 0)) return ["share"];
  if (before !== undefined && isDirection(before.cue) && !isLevel) {
    // `the share rose by 1.3 %`: of the share, or points of it.
    const share = inPiece("share").find(({ end }) => end <= before.start);
    return share === undefined ? ["growth"] : ["growth", "share_change"];
  }
  if (before?.cue === "share" && !(after !== undefined && (after.cue === "more" || after.cue === "less")))
    return ["share"];
  if (after !== undefined) return after.cue === "share" ? ["share"] : after.cue === "contribution" ? [] : ["growth"];
  if (number.preposition === "by" && movesOf(scene, number).length > 0) return ["growth"];
  return inherited(scene, piece, number, context);
}

/** A percentage without a verb is what the one before it was: `China (12 %), Turkey (10 %)`. */
function inherited(scene: Scene, piece: Piece, number: Quantity, context: Context): readonly Relation[] {
  const moves = movesOf(scene, number);
  const cues = scene.cues.filter(
    (span) =>
      span.cue === "share" ||
      (isDirection(span.cue) && (scene.pieceOf(span) !== piece || moves.includes(span)) && !isOfPlace(scene, span)),
  );
  const before = cues.findLast((span) => span.end <= number.from) ?? cues.find((span) => scene.pieceOf(span) === piece);
  if (before !== undefined) return before.cue === "share" ? ["share"] : ["growth"];
  const later = cues.find((span) => span.start >= number.end);
  if (later !== undefined) return later.cue === "share" ? ["share"] : ["growth"];
  // `the main destinations are Turkey (14 %), China (11 %)`
  if (number.sign === 0 && scene.countries.length > 0 && scene.cues.some(({ cue }) => RANKS.has(cue))) return ["share"];
  if (context.relation === "share") return ["share"];
  // `China with 12 %, Turkey with 10 %`: growths, where the text was telling those, or shares.
  if (context.relation === "growth" && scene.countries.length === 0) return ["growth"];
  return ["growth", "share"];
}

const GROWTH =
  /^(?:groei|stijging|daling|growth|rise|increase|fall|decline|wachstum|anstieg|ruckgang|croissance|hausse|baisse)$/;

/** Which way it is said to have gone: by a comparative after the number, else by the nearest verb or noun, else by the sign. */
export function findDirection(scene: Scene, number: Quantity): Direction | null {
  if (number.sign !== 0) return number.sign > 0 ? "rise" : "fall";
  // What holds back a fall adds, what holds back a rise takes away.
  if (scene.cues.some(({ cue }) => cue === "heldBack")) {
    return scene.cues.some(({ cue }) => cue === "fall") ? "rise" : "fall";
  }
  const piece = scene.pieceOf(number);
  const own = movesOf(scene, number);
  const comparatives = scene.cues.filter(({ cue }) => cue === "more" || cue === "less");
  const beside = [...comparatives, ...own]
    .toSorted((a, b) => a.start - b.start)
    .find(({ start, end }) => start >= number.end && end <= piece.end && start <= number.end + 4);
  const isComparative = beside?.cue === "more" || beside?.cue === "less";
  const moves = own.filter(({ end }) => end <= number.from);
  const [noun] = moves;
  const before = moves.at(-1);
  // `growth eased from 9.4 to 6.0 per cent`: the noun tells which way, the verb how that changed.
  if (noun !== undefined && moves.length > 1 && (number.preposition === "to" || number.preposition === "from")) {
    return directionOf(noun);
  }
  if (beside !== undefined && (isComparative || before === undefined) && !hasNumberBetween(scene, number, beside)) {
    return directionOf(beside);
  }
  const inPiece = before ?? own.find(({ start }) => start >= number.end);
  if (inPiece !== undefined) return directionOf(inPiece);
  const pieces = [
    ...(piece.parent === null ? [] : [piece.parent]),
    ...scene.pieces.slice(0, piece.index).toReversed(),
    ...scene.pieces.slice(piece.index + 1),
  ];
  for (const other of pieces) {
    const found = scene.cues.findLast(
      (span) => isDirection(span.cue) && scene.pieceOf(span) === other && !isOfPlace(scene, span),
    );
    if (found !== undefined) return directionOf(found);
  }
  return null;
}

/** The way to a level: `fell to 152`, `is down, to 865 million`; `null` where the level stands by itself. */
export function findLevelDirection(scene: Scene, number: Quantity): Direction | null {
  if (scene.cues.some((cue) => isBareComparative(scene, cue) && cue.end <= number.from)) return null;
  // `rose by 7 % to 838`: the way is told of the 7 %.
  const piece = scene.pieceOf(number);
  const isTold = scene.quantities.some(
    (other) => other !== number && other.preposition === "by" && scene.pieceOf(other) === piece,
  );
  if (isTold) return null;
  if (number.preposition === "to") return findDirection(scene, { ...number, sign: 0 });
  const moves = movesOf(scene, number).filter((move) => !isBareComparative(scene, move));
  const move =
    moves.findLast(({ end }) => end <= number.from) ??
    moves.find(({ start }) => start >= number.end && start - number.end <= VERB_REACH);
  if (move !== undefined) return hasNumberBetween(scene, number, move) ? null : directionOf(move);
  const compared = scene.quantities.length === 1 ? scene.cues.find((cue) => isComparedWith(scene, cue, number)) : null;
  return compared == null ? null : compared.cue === "less" || directionOf(compared) === "fall" ? "fall" : "rise";
}

/** So many words, the unit among them, may stand between a level and the verb that ends its clause. */
const VERB_REACH = 3;

/** `lower than in 2017: 990.8 million`, `fewer certificates than in 2017`; not `1,640 more than`. */
function isComparedWith(scene: Scene, { cue, start, end }: CueSpan, number: Quantity): boolean {
  const isComparative =
    cue === "more" || cue === "less" || (isDirection(cue) && COMPARATIVE.test(scene.textOf(end - 1)));
  const isBeside = number.end <= start && start - number.end <= 1;
  return (
    isComparative &&
    !isBeside &&
    scene.cues.some((base) => base.cue === "base" && base.start >= end && base.start - end <= COMPARISON_GAP)
  );
}

/** How many words may stand between `fewer` and `than`. */
const COMPARISON_GAP = 8;

/** Adjectives that compare, without saying that anything moved. */
export const COMPARATIVE =
  /^(?:hogere?|lagere?|higher|lower|hohere?[rn]?|niedrigere?[rn]?|geringere?[rn]?|elevee?s?|haute?s?|basse?s?|bas|superieure?s?|inferieure?s?|faibles?)$/;

/** `it was higher in 2013`: compared with what the text is about, and no way that anything went. */
function isBareComparative(scene: Scene, { cue, start, end }: CueSpan): boolean {
  if (!isDirection(cue) || !COMPARATIVE.test(scene.textOf(end - 1))) return false;
  return !scene.cues.some((span) => span.cue === "base" && span.start >= start && span.start - end <= 2);
}

/** The words for rise and fall in the piece of a number; not those of a rank (`falls to second place with 11 %`). */
function movesOf(scene: Scene, number: Quantity): readonly CueSpan[] {
  const piece = scene.pieceOf(number);
  return scene.cues.filter((span) => {
    if (!isDirection(span.cue) || scene.pieceOf(span) !== piece) return false;
    const next = scene.quantities.find(({ start }) => start >= span.end);
    return next === undefined || next === number || !isPlace(scene, next);
  });
}

/** `falls to second place`: the move of a rank. */
function isOfPlace(scene: Scene, move: CueSpan): boolean {
  const next = scene.quantities.find(({ start }) => start >= move.end);
  return next !== undefined && isPlace(scene, next) && scene.pieceOf(next) === scene.pieceOf(move);
}

function isDirection(cue: Cue): boolean {
  return cue === "rise" || cue === "fall";
}

function directionOf({ cue }: CueSpan): Direction {
  return cue === "rise" || cue === "more" ? "rise" : "fall";
}
