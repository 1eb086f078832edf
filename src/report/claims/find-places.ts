import type { Quantity } from "./scan-text.ts";
import type { Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

const TIMES: readonly Cue[] = ["year", "quarter", "half", "month", "inARow"];
/** What an ordinal stands before when it is a place. */
const RANKED: readonly Cue[] = ["place", "destinations", "leader", "export", "highest"];

/** Longer ones that end in a full stop are numbered sentences, not lines of a ranking. */
const LONGEST_LINE = 8;
/** A list of those that came or went is in no order. */
const TURNOVER: readonly Cue[] = ["newOnes", "lostOnes"];

/** Whether a number is a place in a ranking: `second place`, `Platz 3`, `the third market`, `China second`, `1. China`. */
export function isPlace(scene: Scene, quantity: Quantity): boolean {
  const { start, end, mantissa } = quantity;
  const cueAt = (from: number, to: number, wanted: readonly Cue[]): boolean =>
    scene.cues.some((span) => wanted.includes(span.cue) && span.start >= from && span.start <= to);
  if (quantity.decimals > 0 || quantity.scale > 1n || quantity.denominator !== null) return false;
  if (mantissa < 1n || mantissa > 300n) return false;
  if (scene.cues.some((span) => span.cue === "place" && span.end === start)) return true;
  if (quantity.ordinal) {
    if (cueAt(end, end + 1, TIMES)) return false;
    const isBeside = scene.countries.some((country) => country.end === start || country.start === end);
    const moves = quantity.preposition !== null && scene.cues.some(({ cue }) => cue === "place");
    if (moves) return true;
    const isLed = scene.cues.some((span) => span.cue === "leader" && span.end === start);
    return isBeside || isLed || cueAt(end, end + 2, RANKED);
  }
  // The line of a list: `1. China`, `1 China`.
  const { bodyStart } = scene;
  const isFirst = start === bodyStart || (start === bodyStart + 1 && !/\p{L}/u.test(scene.textOf(bodyStart)));
  const country = scene.countries.find((each) => each.start >= end);
  return (
    isFirst &&
    country !== undefined &&
    country.start - end <= 1 &&
    mantissa <= 50n &&
    scene.textOf(end) !== "%" &&
    !cueAt(scene.sentence.start, scene.sentence.end, TURNOVER)
  );
}
