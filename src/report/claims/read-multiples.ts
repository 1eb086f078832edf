import type { Fraction } from "../../domain/fraction.ts";
import type { Direction } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findBaseYear } from "./find-period.ts";
import { findSubject } from "./find-subject.ts";
import type { Hedge } from "./printed-number.ts";
import type { Reading } from "./read-number.ts";
import { readTopic, type PhraseReading } from "./read-topic.ts";
import { TIMES, type Scene, type Span } from "./scene.ts";
import type { Cue } from "./words.ts";

/** By how many per cent more, or less, that is. */
const PERCENT: ReadonlyMap<Cue, bigint> = new Map([
  ["doubled", 100n],
  ["tripled", 200n],
  ["quadrupled", 300n],
  ["halved", 50n],
]);

/** `doubled`, `1.9 times the number of 2009`: a growth of 100 %, of 90 %. */
export function readMultiples(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const phrases = scene.cues.flatMap((span): readonly PhraseReading[] => {
    const percent = PERCENT.get(span.cue);
    if (percent === undefined) return [];
    const growth = { numerator: percent, denominator: 100n };
    const direction: Direction = span.cue === "halved" ? "fall" : "rise";
    const reading = readFactor(scene, span, growth, hedgeBefore(scene, span), direction, clock, context);
    return [{ start: span.start, end: span.end, reading, used: [] }];
  });
  const factors = scene.quantities.flatMap((number): readonly PhraseReading[] => {
    const unit = 10n ** BigInt(number.decimals);
    // `vier maal`, `maal vier`
    const isBehind = /^(?:maal|mal)$/.test(scene.textOf(number.start - 1));
    const isFactor =
      (isBehind || TIMES.test(scene.textOf(number.end))) && !number.ordinal && number.denominator === null;
    if (!isFactor || number.mantissa <= unit) return [];
    const growth = { numerator: number.mantissa - unit, denominator: unit };
    const reading = readFactor(scene, number, growth, number.hedge, "rise", clock, context);
    const span = isBehind ? { start: number.start - 1, end: number.end } : { start: number.from, end: number.end + 1 };
    return [{ ...span, reading, used: [number] }];
  });
  return [...phrases, ...factors];
}

function readFactor(
  scene: Scene,
  at: Span,
  value: Fraction,
  hedge: Hedge | null,
  direction: Direction,
  clock: Clock,
  context: Context,
): Reading {
  // `doubled` is said of a factor that rounds to 2.0, `almost doubled` from 1.875 on, `more than doubled` up to 3.
  const unit = hedge === null ? { numerator: 1n, denominator: 10n } : { numerator: 1n, denominator: 4n };
  const printed = { value, unit, place: { numerator: 1n, denominator: 1n }, rounded: false, hedge };
  const named = scene.periods.find(({ start, year }) => start >= at.end && typeof year === "number");
  return readTopic(
    scene,
    at,
    clock,
    context,
    (topic) => ({
      kind: "number",
      relation: "growth",
      printed,
      direction,
      group: null,
      ...topic,
      baseYear:
        findBaseYear(scene, at, topic.period, clock) ??
        (typeof named?.year === "number" && named.year < topic.period.year ? named.year : null),
    }),
    findSubject(scene, at, context),
  );
}

function hedgeBefore(scene: Scene, { start }: Span): Hedge | null {
  const words = [scene.textOf(start - 2), scene.textOf(start - 1)];
  const joined = words.join(" ");
  if (/^(?:meer dan|more than|plus que|mehr als|plus de)$/.test(joined)) return "moreThan";
  const last = words[1] ?? "";
  if (/^(?:bijna|almost|nearly|presque|fast|beinahe|nahezu|quasiment|haast|knapp)$/.test(last)) return "almost";
  return /^(?:ruim)$/.test(last) ? "justOver" : null;
}
