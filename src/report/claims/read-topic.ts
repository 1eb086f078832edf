import type { Statement, Subject, Topic } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findDestination } from "./find-destination.ts";
import { findPeriod } from "./find-period.ts";
import { findRankedSubject } from "./find-subject.ts";
import { meaningsOf, type Meanings } from "./meanings.ts";
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

/** All ways of reading a statement about a topic at a place: `make` states it of one. */
export function readTopic(
  scene: Scene,
  at: Span,
  clock: Clock,
  context: Context,
  make: (topic: Topic) => Statement,
  subjects: Meanings<Subject> = findRankedSubject(scene, at, context, true),
): Reading {
  const doubt = foreignOrForecast(scene, at, context);
  if (doubt !== null) return { readings: [], otherReadings: [], doubt };
  if (subjects.first.length === 0) return { readings: [], otherReadings: [], doubt: { kind: "no-subject" } };
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

/** The words of a span, as they are compared. */
export function wordsIn(scene: Scene, { start, end }: Span): string {
  return Array.from({ length: end - start }, (_, index) => scene.textOf(start + index)).join(" ");
}
