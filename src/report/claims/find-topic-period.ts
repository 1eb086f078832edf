import type { YearWindow } from "../../domain/period.ts";
import type { Clock } from "./context.ts";
import type { ScannedText } from "./scan-text.ts";
import { isCompared, type Scene } from "./scene.ts";

/** What is known of the time of a text from outside it. */
export interface TopicOptions {
  /** The year that the text is about; the one it speaks of most when absent, and `lastYear` when it names none. */
  readonly year?: number;
  readonly lastYear: number;
}

/**
 * What a text is about: the year, or part of one, that is named most in it, twice over in its first sentences and once more in its title; not counting what
 * is compared to. Else the year after the latest that something is compared to, else the last on file.
 */
export function findTopicPeriod(scan: ScannedText, scenes: readonly Scene[], { year, lastYear }: TopicOptions): Clock {
  const saysThisYear = scan.periods.some((period) => period.year === "this");
  const votes = new Map<string, { readonly window: YearWindow; votes: number }>();
  let latestBase: number | null = null;
  scenes.forEach((scene, index) => {
    for (const period of scene.periods) {
      const isNumber = typeof period.year === "number";
      // `350 (2016: 356)`: a year that labels what another number is compared to.
      const isLabel =
        scene.textOf(period.end) === ":" && scene.quantities.some((quantity) => quantity.end <= period.start);
      if (isLabel || period.isOfRecord) continue;
      if (period.isBase || isCompared(scene, period.owner)) {
        if (isNumber && period.role === "when") latestBase = Math.max(latestBase ?? 0, period.year);
      } else if (period.role === "when" && isNumber) {
        const window = { year: period.year, firstMonth: period.firstMonth, lastMonth: period.lastMonth };
        const key = Object.values(window).join();
        const weight = index === 0 ? TITLE_WEIGHT : index < HEAD_SENTENCES ? 2 : 1;
        votes.set(key, { window, votes: (votes.get(key)?.votes ?? 0) + weight });
      }
    }
  });
  const named = year ?? mostVoted(votes, ({ window }) => window.year) ?? (latestBase === null ? null : latestBase + 1);
  const ofYear = [...votes.values()].filter(({ window }) => window.year === named);
  const best = ofYear.toSorted((a, b) => b.votes - a.votes || length(b.window) - length(a.window))[0]?.window;
  const part = scan.periods.find((period) => period.year === "this" && period.firstMonth > 0 && period.lastMonth < 12);
  const fallback = { year: named ?? lastYear, firstMonth: part?.firstMonth ?? 1, lastMonth: part?.lastMonth ?? 12 };
  return { period: best ?? fallback, saysThisYear };
}

/** How much the time that a title names counts for. */
const TITLE_WEIGHT = 4;
/** Sentences at the beginning of a text that say what it is about. */
const HEAD_SENTENCES = 3;

function mostVoted(
  votes: ReadonlyMap<string, { readonly window: YearWindow; readonly votes: number }>,
  keyOf: (vote: { readonly window: YearWindow }) => number,
): number | null {
  const sums = new Map<number, number>();
  for (const vote of votes.values()) sums.set(keyOf(vote), (sums.get(keyOf(vote)) ?? 0) + vote.votes);
  return [...sums].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function length({ firstMonth, lastMonth }: YearWindow): number {
  return lastMonth - firstMonth;
}
