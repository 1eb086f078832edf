import type { Group } from "./claim.ts";
import type { Context } from "./context.ts";
import type { CueSpan } from "./phrases.ts";
import type { Quantity } from "./scan-text.ts";
import type { Scene } from "./scene.ts";

/** Several destinations of which a number is told together; `null` where it is of one, or of all. */
export function findGroup(scene: Scene, number: Quantity, context: Context): Group | null {
  const either = eitherOf(scene);
  if (either !== null) return either;
  const together = scene.cues.find(({ cue }) => cue === "together");
  if (together === undefined) return largestOf(scene, number);
  const before = scene.countries.filter(({ end }) => end <= number.start);
  const named = new Set((before.length > 1 ? before : scene.countries).map(({ code }) => code));
  if (named.size > 1) return [...named];
  if (named.size === 0) return largestOf(scene, number) ?? context.group;
  return null;
}

/** `one in four went to Turkey or China`. */
function eitherOf(scene: Scene): Group | null {
  const [first, second] = scene.countries;
  if (first === undefined || second === undefined || scene.countries.length > 2) return null;
  const isOr = second.start - first.end === 1 && /^(?:of|or|ou|oder)$/.test(scene.textOf(first.end));
  return isOr ? [first.code, second.code] : null;
}

/** `the five largest destinations take 42 %`, `the top three`. */
function largestOf(scene: Scene, number: Quantity): Group | null {
  const cue = scene.cues.find((span) => span.cue === "leaders" || span.cue === "top" || isLargest(scene, span));
  if (cue === undefined || scene.countries.length > 0) return null;
  const count = scene.quantities.find(
    (other) =>
      other !== number &&
      other.decimals === 0 &&
      other.denominator === null &&
      ((other.end <= cue.start && cue.start - other.end <= 3) ||
        (other.start >= cue.end && other.start - cue.end <= 1)),
  );
  return count === undefined ? null : { largest: Number(count.mantissa) };
}

/** `the five largest customer countries`. */
function isLargest(scene: Scene, { cue, end }: CueSpan): boolean {
  return (
    cue === "highest" &&
    scene.cues.some((noun) => noun.cue === "destinations" && noun.start >= end && noun.start - end <= 2)
  );
}
