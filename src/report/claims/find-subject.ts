import type { Subject } from "./claim.ts";
import type { Context } from "./context.ts";
import { only, type Meanings } from "./meanings.ts";
import type { CueSpan } from "./phrases.ts";
import { type Piece, pointsBack, type Scene, type Span } from "./scene.ts";
import type { Cue } from "./words.ts";

export const BOTH: readonly Subject[] = ["certificates", "goods_value"];
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

const BARE_COUNT = /^(?:aantal|anzahl|zahl)$/;

interface SubjectSpan extends CueSpan {
  readonly subject: Subject;
}

/** The subjects that the cues of a piece name, in order. */
function subjectsIn(scene: Scene, piece: Piece): readonly SubjectSpan[] {
  const own = scene.cues.filter((span) => scene.pieceOf(span) === piece);
  const subjects = own.flatMap((span) => {
    const isCount = own.some(
      ({ cue, end }) =>
        cue === "count" &&
        end <= span.start &&
        span.start - end <= 2 &&
        !own.some((other) => other.start >= end && other.end <= span.start && SUBJECT_OF.has(other.cue)),
    );
    // `the number rose`: that of the certificates, where nothing else is counted.
    const isBareCount =
      span.cue === "count" &&
      BARE_COUNT.test(scene.textOf(span.end - 1)) &&
      !own.some(({ cue }) => SUBJECT_OF.has(cue) || COUNTED_OF.has(cue));
    const subject =
      SUBJECT_OF.get(span.cue) ??
      (isCount ? COUNTED_OF.get(span.cue) : undefined) ??
      (isBareCount ? ("certificates" as const) : undefined);
    return subject === undefined || isAside(scene, span) ? [] : [{ ...span, subject }];
  });
  // `value per certificate` and `average value of a certificate` are one subject, not two.
  const named = new Set(subjects.map(({ subject }) => subject));
  const isAverage =
    named.has("value_per_certificate") ||
    (named.has("goods_value") && named.has("certificates") && isAverageIn(scene, piece)) ||
    own.some((span) => span.cue === "value" && isAverageValue(scene, span));
  return isAverage ? subjects.map((span) => ({ ...span, subject: "value_per_certificate" })) : subjects;
}

/** `the average value`, `la valeur moyenne`: of a certificate, where nothing else is said. */
function isAverageValue(scene: Scene, { start, end }: Span): boolean {
  return scene.cues.some((span) => span.cue === "average" && (span.end === start || span.start === end));
}

/** `the value of goods shipped with a certificate`, `exporters that asked for a certificate`: no number is of that one. */
export function isAside(scene: Scene, { cue, start }: CueSpan): boolean {
  if (cue !== "certificates" || ![1, 2].some((back) => ONE.test(scene.textOf(start - back)))) return false;
  const piece = scene.pieceOf({ start, end: start });
  const lead = scene.cues.findLast(
    (span) => (span.cue === "value" || COUNTED_OF.has(span.cue)) && span.end < start && scene.pieceOf(span) === piece,
  );
  return (
    lead !== undefined &&
    !isAverageIn(scene, piece) &&
    !scene.quantities.some((number) => number.start >= lead.end && number.end <= start)
  );
}

const ONE = /^(?:a|an|een|ein|eines|einem|un)$/;

/** `on average a certificate covered`, `on average, a certificate covered`. */
function isAverageIn(scene: Scene, piece: Piece): boolean {
  const before = scene.pieces[piece.index - 1];
  return scene.cues.some((span) => {
    const other = scene.pieceOf(span);
    return span.cue === "average" && (other === piece || (other === before && before.end - before.start <= 3));
  });
}

/**
 * What a claim at a place of a sentence is about: the subject named before it in its piece, else after it; else that of the
 * pieces before, else what the text spoke of. `export` alone may be either. A superlative takes its subject from its own
 * sentence, unless that points back, and without one it is about both.
 */
export function findSubject(scene: Scene, at: Span, context: Context, isSuperlative = false): Meanings<Subject> {
  const piece = scene.pieceOf(at);
  const rankings = scene.cues.filter(({ cue }) => cue === "byValue" || cue === "byCertificates");
  const explicit = rankings.find((span) => scene.pieceOf(span) === piece);
  if (explicit !== undefined) return only(SUBJECT_OF.get(explicit.cue) ?? "certificates");
  const own = subjectsIn(scene, piece);
  if (own.length > 0) return ofPiece(own, at, scene);
  const earlier = isSuperlative ? rankings.findLast(({ end }) => end <= at.start) : undefined;
  if (earlier !== undefined) return only(SUBJECT_OF.get(earlier.cue) ?? "certificates");
  const counted = scene.cues.find(
    (span) => COUNTED_OF.has(span.cue) && scene.pieceOf(span) === piece && span.end <= at.start,
  );
  const hasExport = scene.cues.some((span) => span.cue === "export" && scene.pieceOf(span) === piece);
  const isBare = counted !== undefined && !hasExport && scene.countries.length === 0;
  const found = findElsewhere(scene, piece, context, isSuperlative);
  // `exporters rose by 6.7 %`: their number, or what the text speaks of.
  const bare = isBare ? COUNTED_OF.get(counted.cue) : undefined;
  return bare === undefined ? found : { first: [...found.first, bare], others: found.others };
}

/** The subject of a piece that names none: of the pieces before, those behind, or what the text spoke of. */
function findElsewhere(scene: Scene, piece: Piece, context: Context, isSuperlative: boolean): Meanings<Subject> {
  const before = scene.pieces.slice(0, piece.index).toReversed();
  for (const other of piece.parent === null ? before : [piece.parent, ...before]) {
    const own = subjectsIn(scene, other).at(-1);
    const earlier = scene.pieces[other.index - 1];
    // `value per certificate: 40,754 euro (+6.9 %)`: the amount is of what is named before it.
    const named = own?.cue === "euro" && earlier !== undefined ? subjectsIn(scene, earlier).at(-1) : undefined;
    if (named?.subject === "value_per_certificate") return only(named.subject);
    // `The average certificate? 53,000 euro, 3.6 % less`
    if (own?.cue === "euro" && context.subject === "value_per_certificate") {
      return { first: ["value_per_certificate"], others: ["goods_value"] };
    }
    if (own !== undefined) return withOther(own.subject);
  }
  const behind = scene.pieces
    .slice(piece.index + 1)
    .flatMap((other) => subjectsIn(scene, other).filter(({ cue }) => cue !== "euro"));
  const [next] = behind;
  if (next !== undefined && behind.every(({ subject }) => subject === next.subject)) return withOther(next.subject);
  if ((!isSuperlative || pointsBack(scene)) && context.subject !== null) {
    const isExport = scene.cues.some((span) => span.cue === "export" && scene.pieceOf(span) === piece);
    return isExport ? metricsOnly(withOther(context.subject)) : withOther(context.subject);
  }
  return { first: BOTH, others: [] };
}

function ofPiece(own: readonly SubjectSpan[], at: Span, scene: Scene): Meanings<Subject> {
  const before = own.filter(({ end }) => end <= at.start);
  const side = before.length > 0 ? before : own.filter(({ start }) => start >= at.start).slice(0, 1);
  const [one, two] = [side.at(-2), side.at(-1)];
  if (two === undefined) return { first: BOTH, others: [] };
  // `value and number rose by`: both are said to.
  const joined =
    one !== undefined &&
    one.subject !== two.subject &&
    scene.cues.some(({ cue, start, end }) => cue === "and" && start >= one.end && end <= two.start) &&
    !scene.quantities.some(({ start, end }) => start >= one.end && end <= two.start);
  return joined ? { first: [one.subject, two.subject], others: [] } : only(two.subject);
}

function withOther(subject: Subject): Meanings<Subject> {
  return { first: [subject], others: BOTH.filter((other) => other !== subject) };
}

/** Whether a piece names a subject of its own, which is more than the unit of a number. */
export function namesSubject(scene: Scene, piece: Piece): boolean {
  return scene.cues.some(
    (span) =>
      scene.pieceOf(span) === piece &&
      (span.cue === "certificates" ||
        span.cue === "value" ||
        span.cue === "export" ||
        span.cue === "count" ||
        COUNTED_OF.has(span.cue)) &&
      !scene.quantities.some(({ end }) => span.start >= end && span.start - end <= 2),
  );
}

/** Shares, ranks and streaks are of certificates or goods value; what the text counted last may be something else. */
export function metricsOnly({ first, others }: Meanings<Subject>): Meanings<Subject> {
  const isMetric = (subject: Subject): boolean => subject === "certificates" || subject === "goods_value";
  // Of the value per certificate nothing else is known than itself.
  if (first.includes("value_per_certificate")) return { first: [], others: [] };
  const said = first.filter(isMetric);
  return { first: said.length > 0 ? said : BOTH, others: said.length > 0 ? others.filter(isMetric) : [] };
}

/** The subject that is named behind a place of its piece; `null` without one. */
export function subjectAfter(scene: Scene, at: Span): Subject | null {
  return subjectsIn(scene, scene.pieceOf(at)).find(({ start }) => start >= at.end)?.subject ?? null;
}

/** What a superlative or a streak is about: certificates, goods value, their average, or what its own piece counts. */
export function findRankedSubject(scene: Scene, at: Span, context: Context, isSuperlative = false): Meanings<Subject> {
  const piece = scene.pieceOf(at);
  const counted = scene.cues.filter((span) => COUNTED_OF.has(span.cue) && scene.pieceOf(span) === piece);
  const [subject, ...others] = new Set(counted.map(({ cue }) => COUNTED_OF.get(cue) ?? "certificates"));
  if (subject !== undefined && namesOnlyCounted(scene, piece)) {
    return others.length === 0 ? only(subject) : { first: [], others: [] };
  }
  const found = findSubject(scene, at, context, isSuperlative);
  return found.first.includes("value_per_certificate") ? found : metricsOnly(found);
}

/** Whether a piece names exporters, destinations or products (not as `the first destination` of one country), and neither certificates, value nor exports. */
export function namesOnlyCounted(scene: Scene, piece: Piece): boolean {
  const own = scene.cues.filter((span) => scene.pieceOf(span) === piece);
  const isNamed = own.some(({ cue }) => COUNTED_OF.has(cue));
  const hasCountry = scene.countries.some((country) => scene.pieceOf(country) === piece);
  return isNamed && !hasCountry && !own.some(({ cue }) => SUBJECT_OF.has(cue) || cue === "export");
}
