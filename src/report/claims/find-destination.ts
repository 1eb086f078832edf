import type { Relation } from "./claim.ts";
import type { Context } from "./context.ts";
import type { CountrySpan } from "./find-countries.ts";
import { namesSubject } from "./find-subject.ts";
import { only, type Meanings } from "./meanings.ts";
import { pointsBack, winnerOf, type Piece, type Scene, type Span } from "./scene.ts";

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
  const has = (cue: string): boolean => scene.cues.some((span) => span.cue === cue && scene.pieceOf(span) === piece);
  if (!isPart && has("total")) return only(null);
  for (const other of scene.pieces.slice(0, piece.index).toReversed()) {
    const found = scene.countries.filter((span) => scene.pieceOf(span) === other);
    if (found.length === 0) continue;
    const winner = winnerOf(scene);
    const before = winner !== undefined && found.includes(winner) ? only(winner.code) : ofCountries(found, at, scene);
    if (isPart || has("there")) return before;
    // `China's share rose, and it took fewer certificates`: China, or what the whole text is about.
    if (namesSubject(scene, piece) && hasPronoun(scene, piece)) return { first: [null, ...before.first], others: [] };
    return namesSubject(scene, piece)
      ? { first: [null], others: before.first }
      : { first: before.first, others: [null] };
  }
  if (isPart) {
    for (const other of scene.pieces.slice(piece.index + 1)) {
      const found = scene.countries.filter((span) => scene.pieceOf(span) === other);
      if (found.length > 0) return ofCountries(found, at, scene);
    }
    return context.destination === null ? { first: [], others: [] } : only(context.destination);
  }
  // `the most, 1,578, went to the Emirates`
  const behind = scene.pieces.slice(piece.index + 1).find((other) => goesTo(scene, other));
  if (behind !== undefined && relation === "total") {
    const found = ofCountries(
      scene.countries.filter((span) => scene.pieceOf(span) === behind),
      at,
      scene,
    );
    return { first: [null, ...found.first], others: [] };
  }
  if (context.destination === null) return only(null);
  if (scene.cues.some(({ cue }) => cue === "there")) return only(context.destination);
  const isBack = pointsBack(scene);
  const hasSubject = scene.pieces.some((other) => namesSubject(scene, other));
  return isBack && !hasSubject
    ? { first: [context.destination], others: [null] }
    : { first: [null], others: [context.destination] };
}

/** Whether a piece tells where something went, without a number of its own. */
function goesTo(scene: Scene, piece: Piece): boolean {
  const isIn = (span: Span): boolean => scene.pieceOf(span) === piece;
  return (
    scene.cues.some((span) => span.cue === "share" && isIn(span)) &&
    scene.countries.some(isIn) &&
    !scene.quantities.some(isIn)
  );
}

const PRONOUN = /^(?:it|they|zij|ze|sie|es|elle|elles|il|ils)$/;

function hasPronoun({ textOf }: Scene, { start, end }: Span): boolean {
  return Array.from({ length: end - start }, (_, at) => textOf(start + at)).some((word) => PRONOUN.test(word));
}

function ofCountries(found: readonly CountrySpan[], at: Span, scene: Scene): Meanings<string | null> {
  const codes = [...new Set(found.map(({ code }) => code))];
  if (codes.length === 1) return { first: codes, others: [] };
  // `China 12 %`, `12 % to China`: the one that stands beside the number.
  const beside = found.filter((country) => {
    const [from, to] = country.end <= at.start ? [country.end, at.start] : [at.end, country.start];
    const between = [...scene.quantities, ...found].some(({ start }) => start >= from && start < to);
    return to - from <= 4 && !between;
  });
  const [first] = beside;
  return first !== undefined && beside.length === 1 && !isJoined(first, found, scene)
    ? only(first.code)
    : { first: [], others: [] };
}

/** `China and Turkey`: what is said of both belongs to neither alone. */
function isJoined(one: CountrySpan, found: readonly CountrySpan[], scene: Scene): boolean {
  return found.some((two) => {
    const [end, start] = [Math.min(one.end, two.end), Math.max(one.start, two.start)];
    const hasAnd = scene.cues.some((span) => span.cue === "and" && span.start >= end && span.start < start);
    return two !== one && start - end <= 3 && hasAnd;
  });
}
