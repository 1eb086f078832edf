import type { Subject } from "./claim.ts";
import type { CueSpan } from "./phrases.ts";
import type { Quantity } from "./scan-text.ts";
import type { Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

/** What kind of thing a number is, by the word or sign after it (or the currency before). */
export type Unit = "percent" | "points" | "money" | "count" | "other";

/** What a number counts, by the noun after it; shipments are counted by their certificates. */
export const COUNTED: ReadonlyMap<Cue, Subject> = new Map<Cue, Subject>([
  ["certificates", "certificates"],
  ["exporters", "exporters"],
  ["destinations", "destinations"],
  ["products", "products"],
  ["export", "certificates"],
]);
const OTHER_UNITS: ReadonlySet<Cue> = new Set([
  "otherCurrency",
  "foreign",
  "year",
  "month",
  "quarter",
  // `gained four places`
  "place",
]);
const MILLION = 1_000_000n;
const TIMES: ReadonlySet<Cue> = new Set(["year", "month", "quarter"]);
/** What ends the search for a noun. */
const UNIT_WORDS: ReadonlySet<Cue> = new Set([
  ...COUNTED.keys(),
  ...OTHER_UNITS,
  "percent",
  "points",
  "euro",
  "newOnes",
  "lostOnes",
]);

/** The first cue after a number that says what it counts: up to four words on, in the same piece. */
export function unitOf(scene: Scene, number: Quantity): { readonly unit: Unit; readonly noun: CueSpan | null } {
  const piece = scene.pieceOf(number);
  const after = scene.cues.filter(({ start }) => start >= number.end && start < Math.min(piece.end, number.end + 5));
  const direct = after.find(({ start }) => start === number.end)?.cue;
  if (scene.textOf(number.end) === "%" || direct === "percent") {
    const next = scene.cues.find(({ start }) => start === number.end + 1);
    return { unit: next?.cue === "points" ? "points" : "percent", noun: null };
  }
  if (direct === "points") return { unit: "points", noun: null };
  if (number.denominator !== null) return { unit: "percent", noun: null };
  const currency = [
    scene.textOf(number.end),
    scene.textOf(number.end + 1),
    scene.textOf(number.start - 1),
    scene.textOf(number.start - 2),
  ];
  if (/^[$£¥]$/u.test(currency[0] ?? "") || /^[$£¥]$/u.test(currency[2] ?? "")) return { unit: "other", noun: null };
  const euro = scene.cues.find(
    ({ cue, start, end }) =>
      cue === "euro" &&
      ((start >= number.end && start <= number.end + 1) || (end <= number.start && end >= number.start - 1)),
  );
  if (euro !== undefined || currency[0] === "€" || currency[2] === "€") return { unit: "money", noun: null };
  // `350 im Jahr 2016` counts no years.
  const stop = after.find(
    ({ cue, start }) => (UNIT_WORDS.has(cue) || cue === "and") && !(TIMES.has(cue) && start > number.end),
  );
  const noun = stop === undefined || stop.cue === "and" ? null : stop;
  // Of millions without a unit only the goods value has any.
  if (noun === null) return { unit: number.scale >= MILLION ? "money" : "count", noun };
  if (OTHER_UNITS.has(noun.cue)) return { unit: "other", noun };
  if (noun.cue === "percent" || noun.cue === "points" || noun.cue === "euro") {
    // `5 to 7 per cent`: a number shares the unit of the next one.
    const shared = hasNumberBetween(scene, number, noun);
    return shared ? { unit: noun.cue === "euro" ? "money" : noun.cue, noun } : { unit: "count", noun: null };
  }
  return { unit: "count", noun };
}

export function hasNumberBetween(scene: Scene, number: Quantity, cue: CueSpan): boolean {
  return scene.quantities.some(({ start }) => start >= number.end && start < cue.start);
}
