import type { Direction, Doubt, Relation, Statement, Subject } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findDestination } from "./find-destination.ts";
import { findGroup } from "./find-group.ts";
import { findBaseYear, findComparedPeriod, findOtherMonths, findPeriod } from "./find-period.ts";
import { countRelation, findDirection, findLevelDirection, ratioRelations } from "./find-relation.ts";
import { findSubject, metricsOnly, namesOnlyCounted } from "./find-subject.ts";
import { COUNTED, unitOf, type Unit } from "./find-unit.ts";
import { meaningsOf, only, type Meanings } from "./meanings.ts";
import type { CueSpan } from "./phrases.ts";
import { printNumber } from "./print-number.ts";
import type { Hedge } from "./printed-number.ts";
import type { Quantity } from "./scan-text.ts";
import { isCompared, type Piece, type Scene, type Span } from "./scene.ts";

/** The ways of reading a claim, or why there are none. */
export interface Reading {
  readonly readings: readonly Statement[];
  readonly otherReadings: readonly Statement[];
  readonly doubt: Doubt | null;
  /** Whether what the number is of is but a guess from other sentences. */
  readonly isGuess?: boolean;
}

/** Reads a number that is no rank, year or length of time. */
export function readNumber(scene: Scene, number: Quantity, clock: Clock, context: Context): Reading {
  const { unit, noun } = unitOf(scene, number);
  const doubt = foreignOrForecast(scene, number, context);
  if (doubt !== null) return { readings: [], otherReadings: [], doubt };
  if (
    unit === "other" ||
    number.ordinal ||
    isOfEach(scene, number) ||
    (unit === "count" && noun === null && followsMoney(scene, number)) ||
    (isDenied(scene, number) && !isNotReached(scene, number))
  )
    return { readings: [], otherReadings: [], doubt: { kind: "no-subject" } };
  const isRatio = unit === "percent" || unit === "points";
  const isBase = isCompared(scene, number);
  const group = findGroup(scene, number, context);
  const relations = isRatio
    ? ratioRelations(scene, number, unit, context)
    : [isBase ? "total" : (turnoverOf(scene, number, noun) ?? countRelation(scene, number))];
  const threshold = isThreshold(scene, number) || isNotReached(scene, number);
  const printed = printNumber(threshold ? { ...number, hedge: thresholdHedge(scene, number) } : number, unit);
  const named = subjectsOf(scene, number, unit, noun, context);
  const isPart = relations.some((relation) => PARTS.has(relation));
  const subjects = isPart ? metricsOnly(named) : named;
  const isMoved = relations.some((relation) => relation === "growth" || relation === "change");
  const periods = isBase
    ? findComparedPeriod(scene, number, clock, context)
    : findPeriod(scene, number, clock, context, isMoved ? "move" : "level");
  const isOfCounted = isPart && group === null && countsAfter(scene, number);
  if (subjects.first.length === 0 || isOfCounted) {
    return { readings: [], otherReadings: [], doubt: { kind: "no-subject" } };
  }
  const [period] = periods.first;
  const months = isMoved && !isBase && period !== undefined ? findOtherMonths(scene, number, period) : null;
  const sinceThen = isMoved && !isBase ? findSinceThen(scene) : null;
  if (sinceThen !== null) return { readings: [], otherReadings: [], doubt: { kind: "unread", word: sinceThen } };
  if (months !== null)
    return { readings: [], otherReadings: [], doubt: { kind: "unread", word: scene.sourceOf(months) } };
  const readings: Statement[] = [];
  const otherReadings: Statement[] = [];
  for (const relation of relations) {
    const destinations = group === null ? destinationsOf(scene, number, subjects.first, relation, context) : only(null);
    if (destinations.first.length === 0) {
      const kind = scene.countries.length > 1 ? "several-destinations" : "no-subject";
      return { readings: [], otherReadings: [], doubt: { kind } };
    }
    const direction = directionTo(scene, number, relation, isBase);
    for (const [isSaid, subject] of meaningsOf(subjects)) {
      for (const [isSaidTime, period] of meaningsOf(periods)) {
        for (const [isSaidPlace, destination] of meaningsOf(destinations)) {
          const isMove = relation === "growth" || relation === "change" || (LEVELS.has(relation) && direction !== null);
          const baseYear = isMove && !isBase ? findBaseYear(scene, number, period, clock) : null;
          const list = isSaid && isSaidTime && isSaidPlace ? readings : otherReadings;
          list.push({
            kind: "number",
            relation,
            subject,
            period,
            destination,
            printed,
            direction,
            baseYear,
            group,
          });
        }
      }
    }
  }
  otherReadings.push(...readings.flatMap((reading) => asOther(reading, number)));
  const isNamed =
    headOf(scene, number) !== undefined ||
    (number.preposition === "to" && scene.cues.some(({ cue }) => COUNTED.has(cue))) ||
    relations[0] === "change" ||
    countedBefore(scene, number) !== undefined;
  const isSmall = !isNamed && number.mantissa < 1000n && number.sign === 0 && relations[0] === "total";
  const isGuess =
    unit === "count" &&
    noun === null &&
    !isBase &&
    (isSmall || !(isAnchored(scene, number) || countedBefore(scene, number) !== undefined));
  return { readings, otherReadings, doubt: null, isGuess };
}

/** What else a number may be where no preposition or sign says it: a level for a change, a growth for a share. */
function asOther(reading: Statement, { preposition, sign }: Quantity): readonly Statement[] {
  if (reading.kind !== "number" || preposition === "to" || preposition === "by" || sign !== 0) return [];
  const relation = OTHER_RELATION.get(reading.relation);
  return relation === undefined ? [] : [{ ...reading, relation }];
}

const OTHER_RELATION: ReadonlyMap<Relation, Relation> = new Map([
  ["total", "change"],
  ["change", "total"],
  ["growth", "share"],
  ["share", "growth"],
]);

/** `did not reach a billion`: what is denied of a number is not read. */
function isDenied(scene: Scene, number: Quantity): boolean {
  const { start: from } = scene.pieceOf(number);
  return scene.cues.some(
    ({ cue, start, end }) => cue === "not" && start >= from && end <= number.from && number.from - end <= 4,
  );
}

/** `did not reach a billion`. */
function isNotReached(scene: Scene, number: Quantity): boolean {
  return scene.cues.some((span) => span.cue === "notReached" && scene.pieceOf(span) === scene.pieceOf(number));
}

/** `of every hundred certificates, thirteen`: parts that are not read. */
function isOfEach(scene: Scene, number: Quantity): boolean {
  return scene.quantities.some(
    (other) =>
      other.start <= number.start &&
      /^(?:every|each|elke|elk|iedere|chaque|jede[nrs]?)$/.test(scene.textOf(other.start - 1)),
  );
}

/** `crosses the mark of 20,000`, `the 900 million barrier`. */
function isThreshold(scene: Scene, number: Quantity): boolean {
  return scene.cues.some(
    ({ cue, start, end }) =>
      cue === "threshold" &&
      ((start >= number.end && start - number.end <= 1) || (end <= number.from && number.from - end <= 1)),
  );
}

/** A mark is reached from below, unless the words say the other way. */
function thresholdHedge(scene: Scene, { hedge }: Quantity): Hedge {
  if (hedge !== null) return hedge;
  if (scene.cues.some(({ cue }) => cue === "notReached")) return "lessThan";
  return scene.cues.some(({ cue }) => cue === "fall" || cue === "less" || cue === "not") ? "atMost" : "atLeast";
}

/** `37,866 euro, in 2007 almost 50,000`: as likely an amount as a count. */
function followsMoney(scene: Scene, number: Quantity): boolean {
  const piece = scene.pieceOf(number);
  const before = scene.quantities.findLast(({ end }) => end <= number.start);
  return (
    before !== undefined &&
    number.sign === 0 &&
    number.mantissa < 1_000_000n &&
    piece.parent === null &&
    scene.pieceOf(before) !== piece &&
    unitOf(scene, before).unit === "money" &&
    !scene.cues.some((span) => COUNTED.has(span.cue) && span.end <= number.start && span.start >= before.end)
  );
}

/** What the number before it counts, where its own piece names nothing to count. */
function countedBefore(scene: Scene, number: Quantity): Subject | undefined {
  const piece = scene.pieceOf(number);
  if (scene.cues.some((span) => COUNTED.has(span.cue) && scene.pieceOf(span) === piece)) return undefined;
  const before = scene.quantities.findLast(({ end }) => end <= number.start);
  if (before === undefined) return undefined;
  // `destinations: 141, up two on 2015`
  const { unit, noun } = unitOf(scene, before);
  return noun === null ? (unit === "count" ? headOf(scene, before) : undefined) : COUNTED.get(noun.cue);
}

/** Whether its own sentence says what a bare number is: a subject, a time or a country beside it. */
function isAnchored(scene: Scene, number: Quantity): boolean {
  const piece = scene.pieceOf(number);
  // `same period of 2013: 9,340`
  const label = scene.pieces[piece.index - 1];
  const isLabelled = label !== undefined && scene.textOf(label.end) === ":";
  const near = (span: Span): boolean => {
    const other = scene.pieceOf(span);
    return other === piece || other === piece.parent || (isLabelled && other === label);
  };
  return (
    scene.cues.some(
      ({ cue }) => COUNTED.has(cue) || cue === "value" || cue === "byCertificates" || cue === "anaphor",
    ) ||
    scene.periods.some((period) => near(period) && !period.isBase) ||
    scene.countries.some(near)
  );
}

const PARTS: ReadonlySet<Relation> = new Set(["share", "share_change", "contribution"]);
const LEVELS: ReadonlySet<Relation> = new Set(["total", "share", "entrants", "exiters", "without_value"]);

/** The way that something went, or that led to a level; what is but compared to has none. */
function directionTo(scene: Scene, number: Quantity, relation: Relation, isBase: boolean): Direction | null {
  if (!LEVELS.has(relation)) return findDirection(scene, number);
  return isBase || (relation !== "total" && relation !== "share") ? null : findLevelDirection(scene, number);
}

/** `44 exporters joined and 38 left`, `the 120 certificates without a value`. */
function turnoverOf(scene: Scene, number: Quantity, noun: CueSpan | null): Relation | null {
  const piece = scene.pieceOf(number);
  const has = (cue: string): boolean => scene.cues.some((span) => span.cue === cue && scene.pieceOf(span) === piece);
  if (noun?.cue === "certificates" && has("withoutValue")) return "without_value";
  const isOfExporters = noun === null || noun.cue === "exporters" || noun.cue === "lostOnes" || noun.cue === "newOnes";
  if (!isOfExporters || !scene.cues.some(({ cue }) => cue === "exporters")) return null;
  const told = scene.cues.filter(
    (span) => (span.cue === "newOnes" || span.cue === "lostOnes") && scene.pieceOf(span) === piece,
  );
  const near = told.find(({ start }) => start >= number.end) ?? told.at(-1);
  return near === undefined ? null : near.cue === "newOnes" ? "entrants" : "exiters";
}

/** `twelve per cent of the exporters`: a part of something that is not added up. */
function countsAfter(scene: Scene, number: Quantity): boolean {
  const piece = scene.pieceOf(number);
  const noun = scene.cues.find(
    ({ cue, start }) => COUNTED.has(cue) && start >= number.end && start <= number.end + 5 && start < piece.end,
  );
  return noun !== undefined && noun.cue !== "certificates" && noun.cue !== "export";
}

/** Exporters, countries and products are counted of all destinations together. */
function destinationsOf(
  scene: Scene,
  number: Quantity,
  subjects: readonly Subject[],
  relation: Relation,
  context: Context,
): Meanings<string | null> {
  const counted = subjects.every((subject) => subject === "destinations" || subject === "products");
  return counted ? only(null) : findDestination(scene, number, context, relation);
}

function subjectsOf(
  scene: Scene,
  number: Quantity,
  unit: Unit,
  noun: CueSpan | null,
  context: Context,
): Meanings<Subject> {
  const piece = scene.pieceOf(number);
  if (unit === "money") {
    // `the value per certificate fell, to 38,100 euro`: the piece itself names no other value.
    const namesValue = scene.cues.some((span) => span.cue === "value" && scene.pieceOf(span) === piece);
    // `average consignment: EUR 40,775, down from EUR 44,634`
    const before = scene.pieces
      .slice(0, piece.index)
      .findLast((other) => !scene.cues.some((span) => span.cue === "euro" && scene.pieceOf(span) === other));
    const isOfBefore =
      !namesValue &&
      before !== undefined &&
      findSubject(scene, { start: before.end, end: before.end - 1 }, context).first[0] === "value_per_certificate";
    const each =
      isOfBefore || scene.cues.some((span) => span.cue === "perCertificate" && scene.pieceOf(span) === piece);
    const meaning = each
      ? { first: ["value_per_certificate"] as const, others: [] }
      : findSubject(scene, number, context);
    // `The average certificate? 53,000 euro`
    if (!namesValue && number.scale === 1n && context.subject === "value_per_certificate") {
      return { first: ["value_per_certificate"], others: ["goods_value"] };
    }
    const [subject] = meaning.first;
    return { first: [subject === "value_per_certificate" ? subject : "goods_value"], others: [] };
  }
  const counted = noun === null ? undefined : COUNTED.get(noun.cue);
  if (counted !== undefined) return { first: [counted], others: [] };
  if (unit === "count") {
    // `350 exporters, six fewer than in 2017`: a bare number counts what the one before it counts.
    const before = countedBefore(scene, number);
    if (before !== undefined) return only(before);
  }
  const headed = unit === "count" ? headOf(scene, number) : undefined;
  if (headed !== undefined) return only(headed);
  const found = findSubject(scene, number, context);
  if (unit !== "count") return found;
  // A bare number counts: where its own piece speaks of the value, it is open what it is.
  const isCount = (subject: Subject): boolean => subject !== "goods_value" && subject !== "value_per_certificate";
  const ownValue = scene.cues.some((span) => span.cue === "value" && scene.pieceOf(span) === piece);
  const first = found.first.filter(isCount);
  if (first.length === 0 && ownValue) return { first: [], others: [] };
  return { first: first.length > 0 ? first : ["certificates"], others: found.others.filter(isCount) };
}

/** `exporters: 350 (-6)`, `exporters: 2016: 350`: what the label before a number counts. */
function headOf(scene: Scene, number: Quantity): Subject | undefined {
  const piece = scene.pieceOf(number);
  const before = scene.pieces.slice(0, (piece.parent ?? piece).index).toReversed();
  const heading = before.find((other) => !isTimeOnly(scene, other));
  if (heading === undefined || scene.textOf(heading.end) !== ":" || !namesOnlyCounted(scene, heading)) return undefined;
  const noun = scene.cues.find((span) => COUNTED.has(span.cue) && scene.pieceOf(span) === heading);
  return noun === undefined ? undefined : COUNTED.get(noun.cue);
}

function isTimeOnly(scene: Scene, { start, end }: Piece): boolean {
  return scene.periods.some((period) => period.start === start && period.end === end);
}

/** `since then`: from a year that another sentence names, which is not looked up. */
function findSinceThen(scene: Scene): string | null {
  for (let at = scene.sentence.start; at < scene.sentence.end; at += 1) {
    const two = `${scene.textOf(at)} ${scene.textOf(at + 1)}`;
    if (/^(?:since then|ever since|depuis lors)$/.test(two)) return two;
    if (/^(?:sindsdien|seitdem|seither)$/.test(scene.textOf(at))) return scene.textOf(at);
  }
  return null;
}

/** Why the certificates cannot tell: the piece, or one before it without a number, speaks of something else or of what is to come. */
export function foreignOrForecast(
  scene: Scene,
  at: { readonly start: number; readonly end: number },
  context: Context,
): Doubt | null {
  const piece = scene.pieceOf(at);
  const leads = (other: Piece): boolean =>
    other === piece ||
    other === piece.parent ||
    (other.index < piece.index && !scene.quantities.some((quantity) => scene.pieceOf(quantity) === other));
  const found = scene.cues.find(
    (span) => (span.cue === "foreign" || span.cue === "forecast") && leads(scene.pieceOf(span)),
  );
  if (found?.cue === "foreign" || found?.cue === "forecast") {
    return { kind: found.cue, word: wordsOf(scene, found) };
  }
  if (context.foreign === null) return null;
  const hasSubject = scene.cues.some(
    ({ cue }) =>
      cue === "certificates" ||
      cue === "value" ||
      cue === "export" ||
      cue === "euro" ||
      cue === "exporters" ||
      cue === "destinations" ||
      cue === "byValue" ||
      cue === "byCertificates",
  );
  return hasSubject ? null : { kind: "foreign", word: context.foreign };
}

function wordsOf(scene: Scene, { start, end }: CueSpan): string {
  return Array.from({ length: end - start }, (_, index) => scene.textOf(start + index)).join(" ");
}
