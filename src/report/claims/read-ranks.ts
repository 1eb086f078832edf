import type { Direction, Doubt, Statement, Subject } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import type { CountrySpan } from "./find-countries.ts";
import { findPeriod } from "./find-period.ts";
import { isPlace } from "./find-places.ts";
import { findSubject } from "./find-subject.ts";
import { foreignOrForecast, type Reading } from "./read-number.ts";
import type { PhraseReading } from "./read-topic.ts";
import type { Quantity } from "./scan-text.ts";
import { pointsBack, winnerOf, type Scene, type Span } from "./scene.ts";
import type { Cue } from "./words.ts";

/** A place in the ranking that is told of a destination. */
interface Placed extends Span {
  readonly rank: number;
  readonly country: CountrySpan;
  readonly direction: Direction | null;
  readonly isPrevious: boolean;
  /** It gave the place up to another. */
  readonly isLost?: boolean;
  readonly used: readonly Quantity[];
}

/** Reads what a sentence says about the order of destinations: places, leaders, lists in order, tops. */
export function readRanks(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const { countries } = scene;
  const places = placesOf(scene, context);
  // Below `the top five` a line has a place of its own.
  const top = places.length > 0 ? null : readTop(scene, clock, context);
  if (top !== null) return [top];
  const placed = [...places, ...leaderOf(scene)];
  const chained = chainOf(scene, placed, context);
  const readings = [...placed, ...chained].map((place) => stated(scene, place, clock, context));
  const last = [...placed, ...chained].findLast(({ isPrevious }) => !isPrevious);
  if (last !== undefined) {
    const { first } = findSubject(scene, last, context, true);
    const goesOn = first.length > 1 && isNext(scene, context);
    const subjects = goesOn ? (context.rank?.subjects ?? first) : first;
    context.rank = { rank: last.rank, subjects, paragraph: scene.sentence.paragraph, end: scene.sentence.end };
  }
  const isList = placed.length === 0 && countries.length > 1;
  return isList ? [...readings, ...readLeaders(scene, clock, context)] : readings;
}

function stated(scene: Scene, place: Placed, clock: Clock, context: Context): PhraseReading {
  const doubt = foreignOrForecast(scene, place, context);
  const make = (subject: Subject, period: Statement["period"]): Statement => ({
    kind: "rank",
    subject,
    rank: place.rank,
    destination: place.country.code,
    direction: place.isPrevious ? null : place.direction,
    state: place.isPrevious ? "held" : place.isLost === true ? "lost" : stateOf(scene, place.country),
    period: place.isPrevious && !isDated(scene, place) ? { ...period, year: period.year - 1 } : period,
  });
  return {
    start: Math.min(place.start, place.country.start),
    end: Math.max(place.end, place.country.end),
    reading:
      doubt === null
        ? readTopics(scene, place.used[0] ?? place, clock, context, make)
        : { readings: [], otherReadings: [], doubt },
    used: place.used,
  };
}

/** `remains`, `no longer`, `is not`: said in the piece of a destination. */
function stateOf(scene: Scene, country: CountrySpan): Extract<Statement, { kind: "rank" }>["state"] {
  const has = (cue: Cue): boolean =>
    scene.cues.some((span) => span.cue === cue && scene.pieceOf(span) === scene.pieceOf(country));
  if (has("noLonger")) return "lost";
  if (has("not")) return "denied";
  return has("remains") ? "kept" : "held";
}

/** Whether the sentence before told a rank. */
function isNext({ sentence }: Scene, { rank }: Context): boolean {
  return rank?.end === sentence.start && rank.paragraph === sentence.paragraph;
}

/** `from 28th place in 2016`: the time is said. */
function isDated(scene: Scene, { used }: Placed): boolean {
  return scene.periods.some(({ owner }) => owner !== null && used.some(({ start }) => start === owner.start));
}

function readTopics(
  scene: Scene,
  at: Span,
  clock: Clock,
  context: Context,
  make: (subject: Subject, period: Statement["period"]) => Statement,
): Reading {
  const named = findSubject(scene, at, context, true);
  // A sentence that names no subject, or `then follow ...`, goes on in the ranking that the text was telling.
  const { rank } = context;
  const goesOn =
    rank?.paragraph === scene.sentence.paragraph &&
    (isNext(scene, context) || scene.cues.some(({ cue }) => cue === "followedBy"));
  const subjects = named.first.length > 1 && goesOn ? { first: rank.subjects, others: [] } : named;
  const periods = findPeriod(scene, at, clock, context, "superlative");
  const of = (chosen: readonly Subject[]): readonly Subject[] => {
    const ranked = chosen.filter((subject) => subject === "certificates" || subject === "goods_value");
    return ranked.length > 0 ? ranked : chosen === subjects.first ? ["certificates", "goods_value"] : [];
  };
  const readings = of(subjects.first).flatMap((subject) => periods.first.map((period) => make(subject, period)));
  const otherReadings = [
    ...of(subjects.others).flatMap((subject) =>
      [...periods.first, ...periods.others].map((period) => make(subject, period)),
    ),
    ...of(subjects.first).flatMap((subject) => periods.others.map((period) => make(subject, period))),
  ];
  return { readings, otherReadings, doubt: null };
}

/** `second place`, `Platz 3`, `the third market`, `1. China`: the numbers of places, each with its destination. */
function placesOf(scene: Scene, context: Context): readonly Placed[] {
  const places = scene.quantities.filter((quantity) => isPlace(scene, quantity));
  if (places.length === 0 || scene.countries.length === 0) return [];
  const placedTogether =
    places.length > 1 &&
    scene.countries.filter(({ start }) => start > (places.at(-1)?.end ?? 0)).length >= places.length &&
    scene.countries.every(({ start }) => start > (places.at(-1)?.end ?? 0));
  return places.flatMap((place, index) => {
    const after = scene.countries.filter(({ start }) => start >= place.end);
    const country = placedTogether ? after[index] : nearestCountry(scene, place, context);
    if (country === undefined) return [];
    const moves = scene.cues.filter(
      (span) => (span.cue === "rise" || span.cue === "fall") && scene.pieceOf(span) === scene.pieceOf(place),
    );
    const move = moves.findLast(({ end }) => end <= place.start) ?? moves[0];
    const isPrevious =
      place.preposition === "from" ||
      ((place.preposition === "of" || place.preposition === "after") &&
        places.some((other) => other.start > place.end && other.preposition === "to"));
    return [
      {
        ...spanWithNoun(scene, place),
        rank: Number(place.mantissa),
        country,
        isPrevious,
        used: [place],
        direction:
          move !== undefined && (isTarget(scene, place) || isOfPlaces(scene, move))
            ? move.cue === "fall"
              ? "fall"
              : "rise"
            : null,
      },
    ];
  });
}

/** `gained a place`, `lost four places`. */
function isOfPlaces({ cues }: Scene, { end }: Span): boolean {
  return cues.some(({ cue, start }) => cue === "place" && start >= end && start - end <= 2);
}

/** `to second place`, `auf den zweiten Platz`. */
function isTarget(scene: Scene, place: Quantity): boolean {
  return (
    place.preposition === "to" ||
    scene.cues.some(({ cue, end }) => cue === "to" && end <= place.start && place.start - end <= 1)
  );
}

/** A place with its noun: `Platz 3`, `third place`. */
function spanWithNoun(scene: Scene, place: Quantity): Span {
  const nouns = scene.cues.filter(({ cue }) => cue === "place" || cue === "destinations");
  const before = nouns.find(({ end }) => end === place.start);
  const after = nouns.find(({ start }) => start >= place.end && start - place.end <= 1);
  return { start: Math.min(place.from, before?.start ?? place.from), end: after?.end ?? place.end };
}

/** The destination of a place: beside it, else the one before it in its piece, else after it, else the nearest before. */
function nearestCountry(scene: Scene, place: Quantity, { destination }: Context): CountrySpan | undefined {
  const piece = scene.pieceOf(place);
  const winner = winnerOf(scene);
  const isOfWinner =
    winner !== undefined &&
    (place.mantissa === 1n ||
      (scene.pieceOf(winner) === piece && scene.countries.filter(({ end }) => end <= place.start).length === 2));
  if (isOfWinner) return winner;
  const own = scene.countries.filter((country) => scene.pieceOf(country) === piece);
  const before = own.findLast(({ end }) => end <= place.start);
  const after = own.find(({ start }) => start >= place.end);
  const blocked =
    before !== undefined &&
    scene.quantities.some(
      (other) =>
        other !== place &&
        other.start >= before.end &&
        other.end <= place.start &&
        isPlace(scene, other) &&
        other.preposition !== "of" &&
        other.preposition !== "from",
    );
  if (before !== undefined && !blocked) return before;
  if (after !== undefined) return after;
  // `It dropped to fourth place, behind India`
  const isOfBefore = pointsBack(scene) && !scene.countries.some(({ end }) => end <= place.start);
  if (isOfBefore && destination !== null) return { code: destination, start: place.start, end: place.end };
  return (
    scene.countries.findLast(({ end }) => end <= place.start) ?? scene.countries.find(({ start }) => start >= place.end)
  );
}

/** `the most important destination is China`. */
function leaderOf(scene: Scene): readonly Placed[] {
  const leader = scene.cues.find(({ cue }) => cue === "leader");
  if (leader === undefined) return [];
  // `second largest market` is a place.
  if (
    scene.quantities.some(
      (quantity) => quantity.ordinal && quantity.end <= leader.start && leader.start - quantity.end <= 1,
    )
  )
    return [];
  const piece = scene.pieceOf(leader);
  const own = scene.countries.filter((country) => scene.pieceOf(country) === piece);
  const inReach = own.length > 0 ? own : scene.countries;
  const near = inReach.filter(({ end }) => end <= leader.start);
  const winner = winnerOf(scene);
  const country =
    winner ??
    (own.length > 0 && near.length > 0
      ? near.at(-1)
      : (inReach.find(({ start }) => start >= leader.end) ?? near.at(-1)));
  if (country === undefined) return [];
  const first: Placed = {
    start: leader.start,
    end: leader.end,
    rank: 1,
    country,
    direction: null,
    isPrevious: false,
    used: [],
  };
  const loser = winner === undefined ? undefined : scene.countries.find(({ start }) => start > winner.start);
  // `Turkey overtook China as the top destination`: that was the first before.
  return loser === undefined
    ? [first]
    : [first, { ...first, start: loser.start, end: loser.end, country: loser, isLost: true }];
}

/** `China, followed by Turkey and Russia`, `then come ...`: each the next place. */
function chainOf(scene: Scene, placed: readonly Placed[], context: Context): readonly Placed[] {
  const link = scene.cues.find(({ cue, start, end }) => cue === "followedBy" && isLink(scene, { start, end }, placed));
  if (link === undefined) return [];
  const head = placed.findLast(({ country }) => country.end <= link.start);
  const leads = scene.countries.some(({ end }) => end <= link.start);
  const first =
    head?.rank ?? (leads ? 1 : context.rank?.paragraph === scene.sentence.paragraph ? context.rank.rank : null);
  if (first === null || (head === undefined && leads && placed.length > 0)) return [];
  const after = scene.countries.filter(({ start }) => start >= link.end);
  const stop =
    scene.quantities.find((quantity) => quantity.start > link.end && isPlace(scene, quantity))?.start ?? Infinity;
  return after
    .filter(({ start }) => start < stop)
    .map((country, index) => ({
      start: country.start,
      end: country.end,
      rank: first + 1 + index,
      country,
      direction: null,
      isPrevious: false,
      used: [],
    }));
}

/** Short words such as `before`, `voor`, `vor` link only a leader to the country right after them. */
function isLink(scene: Scene, link: Span, placed: readonly Placed[]): boolean {
  const isShort =
    link.end - link.start === 1 &&
    /^(?:voor|vor|before|devant|follow|follows|volgen|volgt|folgt|folgen|suit|suivent)$/.test(scene.textOf(link.start));
  const next = scene.countries.find(({ start }) => start >= link.end);
  if (!isShort) return next !== undefined;
  const direct = next !== undefined && next.start - link.end <= 2;
  const isVerb = /^(?:follow|follows|volgen|volgt|folgt|folgen|suit|suivent)$/.test(scene.textOf(link.start));
  return direct && (placed.length > 0 || isVerb);
}

/** `the most important destinations are China, Turkey and Russia`: the first n, in any order. */
function readLeaders(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const cue = scene.cues.find(
    (span) => span.cue === "leaders" || (span.cue === "top" && !scene.cues.some((other) => other.cue === "followedBy")),
  );
  if (cue === undefined || scene.countries.length < 2) return [];
  const destinations = [...new Set(scene.countries.map(({ code }) => code))];
  const number = scene.quantities.find(({ start }) => start >= cue.end && start <= cue.end + 1);
  const doubt = foreignOrForecast(scene, cue, context);
  const make = (subject: Subject, period: Statement["period"]): Statement => ({
    kind: "leaders",
    within: number === undefined ? destinations.length : Number(number.mantissa),
    subject,
    period,
    destination: null,
    destinations,
    inOrder: scene.cues.some((span) => span.cue === "inOrder"),
  });
  const reading =
    doubt === null ? readTopics(scene, cue, clock, context, make) : { readings: [], otherReadings: [], doubt };
  return [
    {
      start: cue.start,
      end: scene.countries.at(-1)?.end ?? cue.end,
      reading,
      used: number === undefined ? [] : [number],
    },
  ];
}

/** `Russia is in the top three`. */
function readTop(scene: Scene, clock: Clock, context: Context): PhraseReading | null {
  const cue = scene.cues.find((span) => span.cue === "top");
  const number = cue && scene.quantities.find(({ start }) => start >= cue.end && start <= cue.end + 1);
  if (cue === undefined || number === undefined || scene.countries.length !== 1) return null;
  const [country] = scene.countries;
  const within = Number(number.mantissa);
  const left = scene.cues.find(({ cue: other }) => other === "lostOnes" || other === "not" || other === "noLonger");
  const doubt: Doubt | null =
    foreignOrForecast(scene, cue, context) ??
    (left === undefined ? null : { kind: "unread", word: scene.sourceOf(left) });
  const make = (subject: Subject, period: Statement["period"]): Statement => ({
    kind: "top",
    subject,
    period,
    destination: country?.code ?? null,
    within,
  });
  return {
    start: cue.start,
    end: number.end,
    used: [number],
    reading: doubt === null ? readTopics(scene, cue, clock, context, make) : { readings: [], otherReadings: [], doubt },
  };
}
