import { WHOLE_YEAR, type MonthRange, type YearWindow } from "../../domain/period.ts";
import type { Extreme, Statement } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findPeriod } from "./find-period.ts";
import { findSubject, metricsOnly } from "./find-subject.ts";
import type { CueSpan } from "./phrases.ts";
import { only } from "./meanings.ts";
import { readTopic, wordsIn, type PhraseReading } from "./read-topic.ts";
import type { Scene, ScenePeriod } from "./scene.ts";

/** `busy` is said of certificates, and `the most certificates` names them. */
const COUNTING =
  /certif|zeugnis|busiest|quietest|active|actif|actief|druk|rustig|kalm|ruhig|aktiv|sollicit|charge|calme/;

/** `the busiest month was March`, `fewest certificates in a month of the first half: May`. */
export function readMonths(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
  const spans = scene.cues.filter(({ cue }) => cue === "most" || cue === "least");
  const months = scene.periods.filter(isMonth);
  // `the best month ever` is that of all years.
  if (scene.cues.some(({ cue }) => cue === "ever" || cue === "record")) return [];
  // Of several months each belongs to a superlative of its own.
  if (months.length !== spans.length) return [];
  return spans.flatMap((span, index) => {
    const month = months[index];
    return month === undefined ? [] : [readMonth(scene, span, month, clock, context)];
  });
}

function readMonth(scene: Scene, span: CueSpan, month: ScenePeriod, clock: Clock, context: Context): PhraseReading {
  const kind = span.cue === "least" ? "least" : "most";
  const within = withinOf(scene, month, clock.period);
  const year = findPeriod(scene, month, clock, context).first[0]?.year ?? clock.period.year;
  const period: YearWindow = { year, firstMonth: month.firstMonth, lastMonth: month.lastMonth };
  const extreme: Extreme = { kind, within };
  const at = { start: Math.min(span.start, month.start), end: Math.max(span.end, month.end) };
  const reading = readTopic(
    scene,
    span,
    clock,
    context,
    (topic): Statement => ({
      kind: "extreme-month",
      extreme,
      ...topic,
      period,
      destination: scene.countries.length === 0 ? null : topic.destination,
    }),
    COUNTING.test(wordsIn(scene, span)) ? only("certificates") : metricsOnly(findSubject(scene, span, context)),
  );
  return { ...at, reading, used: [] };
}

function isMonth({ firstMonth, lastMonth, role, isBase }: ScenePeriod): boolean {
  return firstMonth > 0 && firstMonth === lastMonth && role === "when" && !isBase;
}

/** Of which months: the part of a year that is named, or that the text is about. */
function withinOf({ periods }: Scene, month: MonthRange, about: MonthRange): MonthRange {
  const { firstMonth, lastMonth } =
    [...periods, about].find(
      (part) =>
        part.firstMonth < part.lastMonth && part.firstMonth <= month.firstMonth && month.firstMonth <= part.lastMonth,
    ) ?? WHOLE_YEAR;
  return { firstMonth, lastMonth };
}
