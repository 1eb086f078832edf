import type { Direction, Statement, Subject } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findDestination } from "./find-destination.ts";
import { findBaseYear, findPeriod, windowOf } from "./find-period.ts";
import { isPlace } from "./find-places.ts";
import { findSubject, metricsOnly, namesOnlyCounted } from "./find-subject.ts";
import { meaningsOf, type Meanings } from "./meanings.ts";
import type { CueSpan } from "./phrases.ts";
import { printNumber } from "./print-number.ts";
import { foreignOrForecast, type Reading } from "./read-number.ts";
import type { Quantity } from "./scan-text.ts";
import type { Scene, Span } from "./scene.ts";

/** A claim that a phrase makes, with the numbers that belong to it. */
export interface PhraseReading {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
  readonly used: readonly Quantity[];
}

/** Reads the superlatives and comparisons of a sentence: records, the strongest in n years, streaks, doublings, newcomers. */
export function readPhrases(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  context.sameMonths ||= scene.periods.some(({ isKind }) => isKind);
  const streaks = readStreaks(scene, clock, context);
  const superlatives = readSuperlatives(scene, clock, context);
  return [
    ...streaks,
    ...superlatives,
    ...readRecords(scene, clock, context),
    ...readFirstMoves(scene, clock, context),
    ...readMultiples(scene, clock, context),
    ...withoutRepeats(readNewcomers(scene, clock, context)),
    ...readComparisons(scene, clock, context),
  ];
}

/** All ways of reading a statement about a topic at a place: `make` states it of one. */
function readTopic(
  scene: Scene,
  at: Span,
  clock: Clock,
  context: Context,
  make: (topic: { subject: Subject; period: Statement["period"]; destination: string | null }) => Statement,
  subjects: Meanings<Subject> = metricsOnly(findSubject(scene, at, context, true)),
): Reading {
  const doubt = foreignOrForecast(scene, at, context);
  if (doubt !== null) return { readings: [], otherReadings: [], doubt };
  // `the strongest rise in exporters`: of what is counted there are no superlatives.
  if (subjects.first.length === 0 || namesOnlyCounted(scene, scene.pieceOf(at))) {
    return { readings: [], otherReadings: [], doubt: { kind: "no-subject" } };
  }
  const periods = findPeriod(scene, at, clock, context, "superlative");
  const destinations = findDestination(scene, at, context, "superlative");
  if (destinations.first.length === 0)
    return { readings: [], otherReadings: [], doubt: { kind: "several-destinations" } };
  const readings: Statement[] = [];
  const otherReadings: Statement[] = [];
  for (const [isSaid, subject] of meaningsOf(subjects)) {
    for (const [isSaidTime, period] of meaningsOf(periods)) {
      for (const [isSaidPlace, destination] of meaningsOf(destinations)) {
        (isSaid && isSaidTime && isSaidPlace ? readings : otherReadings).push(make({ subject, period, destination }));
      }
    }
  }
  return { readings, otherReadings, doubt: null };
}

/** `the previous record`, `until then the record stood at`. */
const EARLIER = new Set(
  "previous until bisherige bisherigen zuvor vorige vorig tot dan toe dahin precedent jusque ancien old oude alte alten".split(
    " ",
  ),
);

function readRecords(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const seen = new Set<number>();
  return scene.cues.flatMap((span) => {
    if (span.cue !== "record" && span.cue !== "recordLow") return [];
    const piece = scene.pieceOf(span);
    if (seen.has(piece.index)) return [];
    seen.add(piece.index);
    const low = span.cue === "recordLow";
    const isEarlier = Array.from({ length: scene.sentence.end - scene.sentence.start }, (_, at) =>
      scene.textOf(scene.sentence.start + at),
    ).some((word) => EARLIER.has(word));
    const denied = scene.cues.some(
      ({ cue, start, end }) =>
        cue === "not" &&
        scene.pieceOf({ start, end }) === piece &&
        start !== span.start &&
        Math.max(start - span.end, span.start - end) <= 6,
    );
    const reading = readTopic(scene, span, clock, context, (topic) => ({
      kind: "record",
      sameMonths: context.sameMonths,
      low,
      denied,
      before: isEarlier ? clock.period.year : null,
      ...topic,
    }));
    return [{ start: span.start, end: span.end, reading, used: [] }];
  });
}

/** `the strongest rise in seven years`, `the highest value since 2013`, `the lowest ever`. */
function readSuperlatives(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
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
    const move = adjacent ?? (isStrong ? moves.findLast(({ end }) => end <= span.start) : undefined);
    if (window === null && (move === undefined || scene.countries.length > 0)) return [];
    const end = Math.max(span.end, move?.end ?? 0);
    const direction: Direction =
      move === undefined ? (span.cue === "highest" ? "rise" : "fall") : move.cue === "fall" ? "fall" : "rise";
    if (window === null) {
      const doubt = foreignOrForecast(scene, span, context) ?? { kind: "no-window" as const };
      return [{ start: span.start, end, reading: { readings: [], otherReadings: [], doubt }, used: [] }];
    }
    const kind = move === undefined ? "highest" : "strongest";
    const reading = readTopic(scene, { start: span.start, end }, clock, context, (topic) => ({
      kind,
      direction,
      sameMonths: context.sameMonths,
      ...topic,
      years: window.years === "ever" ? "ever" : (window.years ?? topic.period.year - (window.since ?? 0)),
    }));
    return [{ start: span.start, end: Math.max(end, window.end), reading, used: window.used }];
  });
}

interface Window {
  readonly years: number | "ever" | null;
  readonly since: number | null;
  readonly end: number;
  readonly used: readonly Quantity[];
}

/** Over how long a superlative is said to hold: `in seven years`, `since 2010`, `ever`; the nearest after it, else before. */
function windowIn(scene: Scene, span: Span, clock: Clock): Window | null {
  const lengths = scene.quantities.flatMap((quantity) => {
    const year = scene.cues.find(
      ({ cue, start }) => cue === "year" && start >= quantity.end && start <= quantity.end + 1,
    );
    return year === undefined ||
      quantity.hedge !== null ||
      quantity.ordinal ||
      quantity.denominator !== null ||
      isBeforeRow(scene, year)
      ? []
      : [
          {
            start: quantity.start,
            end: year.end,
            window: { years: Number(quantity.mantissa), since: null, end: year.end, used: [quantity] },
          },
        ];
  });
  const sinces = scene.periods
    .filter(({ role }) => role === "since")
    .map((period) => ({
      start: period.start,
      end: period.end,
      window: { years: null, since: windowOf(period, clock, clock.period).year, end: period.end, used: [] },
    }));
  const evers = scene.cues
    .filter(({ cue }) => cue === "ever")
    .map(({ start, end }) => ({ start, end, window: { years: "ever" as const, since: null, end, used: [] } }));
  const all: readonly { start: number; end: number; window: Window }[] = [...lengths, ...sinces, ...evers];
  const sorted = all.toSorted((a, b) => a.start - b.start);
  return (
    (sorted.find(({ start }) => start >= span.end) ?? sorted.findLast(({ end }) => end <= span.start))?.window ?? null
  );
}

function isBeforeRow(scene: Scene, year: CueSpan): boolean {
  return scene.cues.some(({ cue, start }) => cue === "inARow" && start >= year.end && start <= year.end + 1);
}

/** `for the third year in a row`, `drie jaar op rij`. */
function readStreaks(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.cues.flatMap((span) => {
    if (span.cue !== "inARow") return [];
    const number =
      scene.quantities.findLast(
        ({ end, denominator }) => denominator === null && end <= span.start && span.start - end <= 4,
      ) ?? scene.quantities.find(({ start }) => start >= span.end && start <= span.end + 2);
    const piece = scene.pieceOf(span);
    if (number === undefined || scene.pieceOf(number) !== piece) return [];
    const isYears = !scene.cues.some(
      ({ cue, start }) => (cue === "month" || cue === "quarter") && Math.abs(start - span.start) <= 4,
    );
    const moves = scene.cues.filter(({ cue }) => cue === "rise" || cue === "fall");
    const [own] = [...moves.filter((move) => scene.pieceOf(move) === piece), ...moves];
    const at = { start: Math.min(number.from, span.start), end: Math.max(span.end, number.end) };
    const used = [number];
    const leads =
      scene.countries.length > 0 &&
      (scene.cues.some(({ cue }) => cue === "leader" || cue === "place") ||
        scene.quantities.some((other) => other.mantissa === 1n && isPlace(scene, other)));
    if (leads && isYears && !moves.some((move) => scene.pieceOf(move) === piece)) {
      return [{ ...at, used, reading: readFirstPlaces(scene, span, Number(number.mantissa), clock, context) }];
    }
    if (own === undefined || !isYears)
      return [{ ...at, used, reading: { readings: [], otherReadings: [], doubt: { kind: "no-subject" as const } } }];
    const direction: Direction = own.cue === "fall" ? "fall" : "rise";
    const years = Number(number.mantissa);
    return [
      {
        ...at,
        used,
        reading: readTopic(
          scene,
          own,
          clock,
          context,
          (topic) => ({ kind: "streak", direction, years, ...topic }),
          metricsOnly(findSubject(scene, own, context)),
        ),
      },
    ];
  });
}

/** `China led for the ninth year in a row`. */
function readFirstPlaces(scene: Scene, at: Span, years: number, clock: Clock, context: Context): Reading {
  const [first, second] = scene.countries;
  if (first === undefined || second !== undefined) {
    return { readings: [], otherReadings: [], doubt: { kind: "several-destinations" } };
  }
  return readTopic(
    scene,
    at,
    clock,
    context,
    (topic) => ({ kind: "first-place-streak", years, ...topic, destination: first.code }),
    metricsOnly(findSubject(scene, at, context)),
  );
}

/** `the first decline since 2009`, `for the first time since 2012 ... rose`, `the first fall in seven years`. */
function readFirstMoves(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.quantities.flatMap((number) => {
    if (!number.ordinal || number.mantissa !== 1n) return [];
    const piece = scene.pieceOf(number);
    const moves = scene.cues.filter((span) => span.cue === "rise" || span.cue === "fall");
    const move =
      moves.find(({ start }) => start >= number.end && start - number.end <= 2) ??
      (/^(?:time|keer|maal|fois|mal)$/.test(scene.textOf(number.end))
        ? moves.find((span) => scene.pieceOf(span) === piece)
        : undefined);
    const window = windowIn(scene, number, clock);
    if (move === undefined || window === null || window.years === "ever") return [];
    const direction: Direction = move.cue === "fall" ? "fall" : "rise";
    const at = { start: number.start, end: Math.max(window.end, move.end) };
    const reading = readTopic(
      scene,
      { start: number.start, end: move.end },
      clock,
      context,
      (topic) => ({
        kind: "first-move",
        direction,
        ...topic,
        since: window.since ?? topic.period.year - Number(window.years),
      }),
      metricsOnly(findSubject(scene, number, context)),
    );
    return [{ ...at, reading, used: [number, ...window.used] }];
  });
}

/** `doubled`: a growth of 100 %, to within 5. */
function readMultiples(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.cues.flatMap((span) => {
    const percent = span.cue === "doubled" ? 100n : span.cue === "tripled" ? 200n : span.cue === "halved" ? 50n : null;
    if (percent === null) return [];
    const number: Quantity = {
      start: span.start,
      end: span.end,
      from: span.start,
      mantissa: percent,
      decimals: 0,
      scale: 1n,
      ordinal: false,
      denominator: null,
      sign: 0,
      inDigits: false,
      isAmbiguous: false,
      hedge: hedgeBefore(scene, span),
      preposition: null,
    };
    // `doubled` is said of a factor that rounds to 2.0, `almost doubled` from 1.875 on.
    const step = number.hedge === null ? { numerator: 1n, denominator: 10n } : { numerator: 1n, denominator: 4n };
    const printed = { ...printNumber(number, "percent"), unit: step, place: { numerator: 1n, denominator: 2n } };
    const direction: Direction = span.cue === "halved" ? "fall" : "rise";
    const reading = readTopic(
      scene,
      span,
      clock,
      context,
      (topic) => ({
        kind: "number",
        relation: "growth",
        printed,
        direction,
        extreme: null,
        ...topic,
        baseYear: findBaseYear(scene, span, topic.period, clock),
      }),
      findSubject(scene, span, context),
    );
    return [{ start: span.start, end: span.end, reading, used: [] }];
  });
}

function hedgeBefore(scene: Scene, { start }: Span): Quantity["hedge"] {
  const words = [scene.textOf(start - 2), scene.textOf(start - 1)];
  const joined = words.join(" ");
  if (/^(?:meer dan|more than|plus que|mehr als|plus de)$/.test(joined)) return "moreThan";
  const last = words[1] ?? "";
  if (/^(?:bijna|almost|nearly|presque|fast|beinahe|nahezu|quasiment|haast|knapp)$/.test(last)) return "almost";
  return /^(?:ruim)$/.test(last) ? "justOver" : null;
}

/** `five new destinations`, `new are Malawi and Somalia`, and those that are gone. */
function readNewcomers(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.cues.flatMap((span) => {
    if (span.cue !== "newOnes" && span.cue !== "lostOnes") return [];
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
          noun !== null && !quantity.ordinal && quantity.end <= noun.start && noun.start - quantity.end <= 1,
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
  });
}

/** `five new countries make their debut`: two phrases, one claim, that with the number. */
function withoutRepeats(readings: readonly PhraseReading[]): readonly PhraseReading[] {
  const best = readings.find(({ used }) => used.length > 0) ?? readings[0];
  return best === undefined ? [] : [best];
}

function wordsIn(scene: Scene, { start, end }: Span): string {
  return Array.from({ length: end - start }, (_, index) => scene.textOf(start + index)).join(" ");
}

/** `more certificates than in 2016`, where no number says how many. */
function readComparisons(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  return scene.periods.flatMap((period) => {
    if (!period.isBase || period.role !== "when") return [];
    const piece = scene.pieceOf(period);
    if (scene.quantities.some((quantity) => scene.pieceOf(quantity) === piece) || piece.parent !== null) return [];
    if (
      scene.quantities.some(
        (quantity) =>
          scene.pieceOf(quantity).index === piece.index + 1 || scene.pieceOf(quantity).index === piece.index - 1,
      )
    )
      return [];
    const move = scene.cues.find(
      (span) =>
        (span.cue === "rise" || span.cue === "fall" || span.cue === "more" || span.cue === "less") &&
        scene.pieceOf(span) === piece,
    );
    if (move === undefined) return [];
    const direction: Direction = move.cue === "rise" || move.cue === "more" ? "rise" : "fall";
    const at = { start: Math.min(move.start, period.start), end: Math.max(move.end, period.end) };
    const reading = readTopic(
      scene,
      at,
      clock,
      context,
      (topic) => ({
        kind: "comparison",
        direction,
        ...topic,
        baseYear: findBaseYear(scene, move, topic.period, clock),
      }),
      findSubject(scene, move, context),
    );
    return [{ ...at, reading, used: [] }];
  });
}
