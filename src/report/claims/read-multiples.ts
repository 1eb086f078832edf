import type { Direction } from "./claim.ts";
import type { Clock, Context } from "./context.ts";
import { findBaseYear } from "./find-period.ts";
import { findSubject } from "./find-subject.ts";
import { printNumber } from "./print-number.ts";
import { readTopic, type PhraseReading } from "./read-topic.ts";
import type { Quantity } from "./scan-text.ts";
import type { Scene, Span } from "./scene.ts";

/** `doubled`: a growth of 100 %, to within 5. */
export function readMultiples(scene: Scene, clock: Clock, context: Context): readonly PhraseReading[] {
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
    // `doubled` is said of a factor that rounds to 2.0, `almost doubled` from 1.875 on, `more than doubled` up to 3.
    const step = number.hedge === null ? { numerator: 1n, denominator: 10n } : { numerator: 1n, denominator: 4n };
    const printed = { ...printNumber(number, "percent"), unit: step, place: { numerator: 1n, denominator: 1n } };
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
        group: null,
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
