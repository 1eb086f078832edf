import type { Clock } from "./context.ts";
import { windowOf } from "./find-period.ts";
import type { CueSpan } from "./phrases.ts";
import type { Quantity } from "./scan-text.ts";
import type { Scene, Span } from "./scene.ts";

export interface Window {
  readonly years: number | "ever" | null;
  readonly since: number | null;
  readonly end: number;
  readonly used: readonly Quantity[];
}

/** Over how long a superlative is said to hold: `in seven years`, `since 2010`, `ever`; the nearest after it, else before. */
export function windowIn(scene: Scene, span: Span, clock: Clock): Window | null {
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
