import { fraction, type Fraction } from "../../domain/fraction.ts";
import type { YearWindow } from "../../domain/period.ts";
import type { Direction, Doubt, Relation, Statement, Subject } from "./claim.ts";
import { wholeYear, type Clock, type Context } from "./context.ts";
import { findBaseYear, findDestination, findPeriod, findSubject, windowOf, type Meanings } from "./find-topic.ts";
import type { CueSpan } from "./phrases.ts";
import type { PrintedNumber } from "./printed-number.ts";
import type { Quantity } from "./scan-text.ts";
import type { Piece, Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

/** The ways of reading a claim, or why there are none. */
export interface Reading {
  readonly readings: readonly Statement[];
  readonly otherReadings: readonly Statement[];
  readonly doubt: Doubt | null;
}

/** What kind of thing a number is, by the word or sign after it (or the currency before). */
type Unit = "percent" | "points" | "money" | "count" | "other";

/** What a number counts, by the noun after it; shipments are counted by their certificates. */
const COUNTED: ReadonlyMap<Cue, Subject> = new Map<Cue, Subject>([
  ["certificates", "certificates"],
  ["exporters", "exporters"],
  ["destinations", "destinations"],
  ["products", "products"],
  ["export", "certificates"],
]);
const OTHER_UNITS: ReadonlySet<Cue> = new Set(["otherCurrency", "foreign", "year", "month", "quarter"]);
/** What ends the search for a noun. */
const UNIT_WORDS: ReadonlySet<Cue> = new Set([
  ...COUNTED.keys(),
  ...OTHER_UNITS,
  "percent",
  "points",
  "euro",
  "newOnes",
  "lostOnes",
]);

/** Reads a number that is no rank, year or length of time. */
export function readNumber(scene: Scene, number: Quantity, clock: Clock, context: Context): Reading {
  const { unit, noun } = unitOf(scene, number);
  const doubt = foreignOrForecast(scene, number, context);
  if (doubt !== null) return { readings: [], otherReadings: [], doubt };
  if (unit === "other") return { readings: [], otherReadings: [], doubt: { kind: "no-subject" } };
  const isRatio = unit === "percent" || unit === "points";
  const relations = isRatio ? ratioRelations(scene, number, unit, context) : [countRelation(scene, number)];
  const isCompared = relations[0] === "base";
  const printed = printedNumber(number, unit);
  const subjects = subjectsOf(scene, number, unit, noun, context);
  const readings: Statement[] = [];
  const otherReadings: Statement[] = [];
  for (const relation of relations) {
    const said = relation === "base" ? "total" : relation;
    const destinations = destinationsOf(scene, number, subjects.first, said, context);
    if (destinations.first.length === 0) {
      const kind = scene.countries.length > 1 ? "several-destinations" : "no-subject";
      return { readings: [], otherReadings: [], doubt: { kind } };
    }
    const periods = isCompared ? baseWindow(scene, number, clock, context) : findPeriod(scene, number, clock, context);
    const directions = isRatio || said === "change" ? findDirection(scene, number, said) : [null];
    const make = (
      subject: Subject,
      period: YearWindow,
      destination: string | null,
      direction: Direction | null,
    ): Statement => ({
      kind: "number",
      relation: said,
      subject,
      period,
      destination,
      printed,
      direction,
      baseYear: said === "growth" || said === "change" ? findBaseYear(scene, number, period, clock) : null,
    });
    for (const direction of directions) {
      for (const [isFirst, subject] of meaningsOf(subjects)) {
        for (const [isFirstPeriod, period] of meaningsOf(periods)) {
          for (const [isFirstPlace, destination] of meaningsOf(destinations)) {
            const list = isFirst && isFirstPeriod && isFirstPlace ? readings : otherReadings;
            list.push(make(subject, period, destination, direction));
          }
        }
      }
    }
  }
  return { readings, otherReadings, doubt: null };
}

function meaningsOf<Of>({ first, others }: Meanings<Of>): readonly (readonly [boolean, Of])[] {
  return [...first.map((one) => [true, one] as const), ...others.map((one) => [false, one] as const)];
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
  return counted ? { first: [null], others: [] } : findDestination(scene, number, context, relation);
}

/** The first cue after a number that says what it counts: up to four words on, in the same piece. */
function unitOf(scene: Scene, number: Quantity): { readonly unit: Unit; readonly noun: CueSpan | null } {
  const piece = scene.pieceOf(number);
  const after = scene.cues.filter(({ start }) => start >= number.end && start < Math.min(piece.end, number.end + 5));
  const direct = after.find(({ start }) => start === number.end)?.cue;
  if (scene.textOf(number.end) === "%" || direct === "percent") {
    const next = scene.cues.find(({ start }) => start === number.end + 1);
    return { unit: next?.cue === "points" ? "points" : "percent", noun: null };
  }
  if (direct === "points") return { unit: "points", noun: null };
  if (number.denominator !== null) return { unit: "percent", noun: null };
  const currency = [
    scene.textOf(number.end),
    scene.textOf(number.end + 1),
    scene.textOf(number.start - 1),
    scene.textOf(number.start - 2),
  ];
  if (/^[$£¥]$/u.test(currency[0] ?? "") || /^[$£¥]$/u.test(currency[2] ?? "")) return { unit: "other", noun: null };
  const euro = scene.cues.find(
    ({ cue, start, end }) =>
      cue === "euro" &&
      ((start >= number.end && start <= number.end + 1) || (end <= number.start && end >= number.start - 1)),
  );
  if (euro !== undefined || currency[0] === "€" || currency[2] === "€") return { unit: "money", noun: null };
  const stop = after.find(({ cue }) => UNIT_WORDS.has(cue) || cue === "and");
  const noun = stop === undefined || stop.cue === "and" ? null : stop;
  if (noun === null) return { unit: "count", noun };
  if (OTHER_UNITS.has(noun.cue)) return { unit: "other", noun };
  if (noun.cue === "percent" || noun.cue === "points" || noun.cue === "euro") {
    // `5 to 7 per cent`: a number shares the unit of the next one.
    const shared = hasNumberBetween(scene, number, noun);
    return shared ? { unit: noun.cue === "euro" ? "money" : noun.cue, noun } : { unit: "count", noun: null };
  }
  return { unit: "count", noun };
}

function hasNumberBetween(scene: Scene, number: Quantity, cue: CueSpan): boolean {
  return scene.quantities.some(({ start }) => start >= number.end && start < cue.start);
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
    const each = scene.cues.some((span) => span.cue === "perCertificate" && scene.pieceOf(span) === piece);
    const meaning = each
      ? { first: ["value_per_certificate"] as const, others: [] }
      : findSubject(scene, number, context);
    const [subject] = meaning.first;
    return { first: [subject === "value_per_certificate" ? subject : "goods_value"], others: [] };
  }
  const counted = noun === null ? undefined : COUNTED.get(noun.cue);
  if (counted !== undefined) return { first: [counted], others: [] };
  if (unit === "count") {
    // `350 exporters, six fewer than in 2017`: a bare number counts what the one before it counts.
    const before = scene.quantities.findLast(({ end }) => end <= number.start);
    const counted = before === undefined ? undefined : unitOf(scene, before).noun?.cue;
    if (counted === "exporters" || counted === "destinations" || counted === "products")
      return { first: [counted], others: [] };
  }
  const found = findSubject(scene, number, context);
  if (unit !== "count") return found;
  // A bare number in a text about euros is an amount only where it shares the unit of another.
  const counts = (subjects: readonly Subject[]): readonly Subject[] =>
    subjects.filter((subject) => subject !== "goods_value" && subject !== "value_per_certificate");
  const first = counts(found.first);
  return {
    first: first.length > 0 ? first : number.scale >= 1_000_000n ? ["goods_value"] : ["certificates"],
    others: counts(found.others),
  };
}

/** What a count or an amount is: a level, the level that it is compared to, or the change. */
function countRelation(scene: Scene, number: Quantity): Relation | "base" {
  const piece = scene.pieceOf(number);
  const cueJustBefore = (cue: Cue, reach: number): boolean =>
    scene.cues.some(
      (span) =>
        span.cue === cue && span.end <= number.from && number.from - span.end <= reach && span.start >= piece.start - 3,
    );
  const following = scene.quantities.find(({ start }) => start >= number.end);
  if (number.preposition === "from" || number.preposition === "after") return "base";
  // `from 20.114 to 22.816`, in the languages whose word for `from` says `of` too.
  if (number.preposition === "of" && following?.preposition === "to" && following.start - number.end <= 8)
    return "base";
  if (cueJustBefore("base", 2)) return "base";
  if (number.preposition === "to") return "total";
  const direction = scene.cues.findLast(
    (span) => isDirection(span.cue) && span.end <= number.from && scene.pieceOf(span) === piece,
  );
  const gap = direction === undefined ? Infinity : number.from - direction.end;
  if (number.preposition === "by" && (direction !== undefined || scene.textOf(number.from - 1) === "um"))
    return "change";
  if (number.preposition === "of" && gap <= 3) return "change";
  if (number.preposition === null && gap <= 1) return "change";
  // `495 more than`, `2.702 certificates more`.
  const more = scene.cues.find(
    (span) =>
      (span.cue === "more" || span.cue === "less") &&
      span.start >= number.end &&
      span.start - number.end <= 4 &&
      scene.pieceOf(span) === piece,
  );
  return more === undefined || hasNumberBetween(scene, number, more) ? "total" : "change";
}

function isDirection(cue: Cue): boolean {
  return cue === "rise" || cue === "fall";
}

/** What a percentage or percentage points are: a share, a growth, a change of a share, a contribution; several when it is open. */
function ratioRelations(
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
    if (anywhere("contribution")) return ["contribution"];
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
  if (number.denominator !== null)
    return after?.cue === "more" || after?.cue === "less" || (number.preposition === "by" && after?.cue !== "share")
      ? ["growth"]
      : ["share"];
  const before = scene.cues.findLast(
    (span) =>
      span.end <= number.from && scene.pieceOf(span) === piece && (isDirection(span.cue) || span.cue === "share"),
  );
  if (before !== undefined && isDirection(before.cue) && number.preposition !== "to") {
    // `the share rose by 1.3 %`: of the share, or points of it.
    const share = inPiece("share").find(({ end }) => end <= before.start);
    return share === undefined ? ["growth"] : ["growth", "share_change"];
  }
  if (before?.cue === "share" && !(after !== undefined && (after.cue === "more" || after.cue === "less")))
    return ["share"];
  if (before !== undefined && number.preposition === "to" && inPiece("share").length > 0) return ["share"];
  if (after !== undefined) return after.cue === "share" ? ["share"] : after.cue === "contribution" ? [] : ["growth"];
  if (number.preposition === "by" && inPiece("rise").length + inPiece("fall").length > 0) return ["growth"];
  return inherited(scene, piece, number, context);
}

/** A percentage without a verb is what the one before it was: `China (12 %), Turkey (10 %)`. */
function inherited(scene: Scene, piece: Piece, number: Quantity, context: Context): readonly Relation[] {
  const cues = scene.cues.filter((span) => isDirection(span.cue) || span.cue === "share");
  const before = cues.findLast((span) => span.end <= number.from) ?? cues.find((span) => scene.pieceOf(span) === piece);
  if (before !== undefined) return before.cue === "share" ? ["share"] : ["growth"];
  const later = cues.find((span) => span.start >= number.end);
  if (later !== undefined) return later.cue === "share" ? ["share"] : ["growth"];
  if (context.relation === "share" || context.relation === "growth") return [context.relation];
  return ["growth", "share"];
}

/** Which way it is said to have gone: by a comparative after the number, else by the nearest verb or noun, else by the sign. */
export function findDirection(scene: Scene, number: Quantity, relation: Relation): readonly (Direction | null)[] {
  if (relation === "share" || relation === "total") return [null];
  const piece = scene.pieceOf(number);
  const toward = (span: CueSpan | undefined): Direction | null =>
    span === undefined ? null : span.cue === "rise" || span.cue === "more" ? "rise" : "fall";
  const speaks = scene.cues.filter((span) => isDirection(span.cue));
  const comparatives = scene.cues.filter((span) => span.cue === "more" || span.cue === "less");
  const own = speaks.filter((span) => scene.pieceOf(span) === piece);
  if (number.sign !== 0) return [number.sign > 0 ? "rise" : "fall"];
  const beside = [...comparatives, ...own]
    .toSorted((a, b) => a.start - b.start)
    .find(
      ({ start, end }) =>
        start >= number.end && end <= piece.end && start <= number.end + (comparatives.length > 0 ? 4 : 2),
    );
  if (beside !== undefined && !hasNumberBetween(scene, number, beside)) return [toward(beside)];
  const before = own.findLast(({ end }) => end <= number.from);
  const after = own.find(({ start }) => start >= number.end);
  if (before !== undefined) return [toward(before)];
  if (after !== undefined) return [toward(after)];
  const outside = [
    ...(piece.parent === null ? [] : [piece.parent]),
    ...scene.pieces.slice(0, piece.index).toReversed(),
    ...scene.pieces.slice(piece.index + 1),
  ];
  for (const other of outside) {
    const found = speaks.findLast((span) => scene.pieceOf(span) === other);
    if (found !== undefined) return [toward(found)];
  }
  return [null];
}

/** The period of a number that another is compared to: `against 20.114 in 2016`, else the year before. */
function baseWindow(scene: Scene, number: Quantity, clock: Clock, context: Context): Meanings<YearWindow> {
  const own =
    scene.periods.find(({ owner }) => owner !== null && owner.start === number.start) ??
    scene.periods.find(({ isBase, start }) => isBase && start >= number.end);
  const others = scene.quantities.filter((quantity) => quantity !== number);
  const topic = others.length === 0 ? null : findPeriod(scene, others[0] ?? number, clock, context).first[0];
  const known = topic ?? context.period ?? wholeYear(clock.year);
  if (own === undefined) return { first: [{ ...known, year: known.year - 1 }], others: [] };
  const window = windowOf(own, clock, { ...context, period: known });
  const isLast = own.year === "last" || own.year === "before";
  const months = own.firstMonth === 1 && own.lastMonth === 12 && isLast ? known : window;
  return { first: [{ ...months, year: isLast ? known.year - 1 : window.year }], others: [] };
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
      cue === "destinations",
  );
  return hasSubject ? null : { kind: "foreign", word: context.foreign };
}

function wordsOf(scene: Scene, { start, end }: CueSpan): string {
  return Array.from({ length: end - start }, (_, index) => scene.textOf(start + index)).join(" ");
}

const HUNDRED = 100n;

/** The number with its precision, in the unit of the figure: a ratio, cents or a count. */
export function printedNumber(number: Quantity, unit: Unit): PrintedNumber {
  const isRatio = unit === "percent" || unit === "points";
  if (number.denominator !== null) {
    // A part in words is meant to a whole per cent.
    const value = ratio(number.mantissa, BigInt(number.denominator));
    return { value, unit: ratio(1n, HUNDRED), place: ratio(1n, 10n), rounded: false, hedge: number.hedge };
  }
  const { mantissa } = number;
  // A mark before three digits parts decimals in a percentage and thousands in a count or an amount.
  const decimals = !number.isAmbiguous || number.scale > 1n ? number.decimals : isRatio ? 3 : 0;
  const scale = isRatio ? 1n : unit === "money" ? number.scale * HUNDRED : number.scale;
  const divisor = 10n ** BigInt(decimals) * (isRatio ? HUNDRED : 1n);
  const zeros = mantissa === 0n ? 0 : trailingZeros(mantissa);
  const tail = decimals > 0 ? 0 : zeros;
  // A count that ends in three zeros or more is printed in thousands; one that ends in fewer is exact until a hedge says otherwise.
  const inThousands = !isRatio && number.scale === 1n && tail >= 3;
  const step = inThousands ? 10n ** BigInt(tail >= 6 ? 6 : 3) : 1n;
  return {
    value: ratio(mantissa * scale, divisor),
    unit: ratio(step * scale, divisor),
    place: ratio(10n ** BigInt(tail) * scale, divisor),
    rounded: !isRatio && (number.scale >= 1000n || inThousands || (number.hedge !== null && tail > 0)),
    hedge: number.hedge,
  };
}

function trailingZeros(value: bigint): number {
  const digits = value.toString();
  return digits.length - digits.replace(/0+$/, "").length;
}

function ratio(numerator: bigint, denominator: bigint): Fraction {
  return fraction(numerator, denominator) ?? { numerator, denominator: 1n };
}
