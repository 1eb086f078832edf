import type { Quantity } from "./scan-text.ts";
import type { Scene } from "./scene.ts";
import type { Cue } from "./words.ts";

const TIMES: readonly Cue[] = ["year", "quarter", "half", "month", "inARow"];
/** What an ordinal stands before when it is a place. */
const RANKED: readonly Cue[] = ["place", "destinations", "leader", "export", "highest"];

/** What a number in words may count. */
const NOUNS: readonly Cue[] = [
  ...TIMES,
  "certificates",
  "exporters",
  "destinations",
  "products",
  "export",
  "percent",
  "points",
  "euro",
  "top",
];
/** Longer ones that end in a full stop are numbered sentences, not lines of a ranking. */
const LONGEST_LINE = 8;
/** Words that may follow a place without a noun. */
const AFTER_PLACE =
  /^(?:[.!?]|by|to|in|en|et|und|and|behind|ahead|qua|naar|volgens|wat|nach|auf|a|au|par|selon|measured|gemessen|gerekend|with|mit|met|avec|von|uit|worden|geworden|geeindigd|werd|wurde|zurueck|zuruck|ab|vor|devant|derriere|achter|hinter|bij|beim|based)$/;
/** A list of those that came or went is in no order. */
const TURNOVER: readonly Cue[] = ["newOnes", "lostOnes"];

/** `by value Russia climbs from three to two` */
function isFromTo(scene: Scene, quantity: Quantity): boolean {
  const isSmall = ({ ordinal, mantissa, sign }: Quantity): boolean => !ordinal && sign === 0 && mantissa <= LAST_PLACE;
  const piece = scene.pieceOf(quantity);
  const [from, to, ...others] = scene.quantities.filter((other) => scene.pieceOf(other) === piece);
  return (
    from !== undefined &&
    to?.preposition === "to" &&
    others.length === 0 &&
    (from.preposition === "from" || from.preposition === "of") &&
    isSmall(from) &&
    isSmall(to) &&
    scene.textOf(to.end) !== "%" &&
    scene.countries.some((country) => scene.pieceOf(country) === piece) &&
    scene.cues.some(({ cue }) => cue === "byValue" || cue === "byCertificates")
  );
}

const LAST_PLACE = 50n;

/** Whether a number is a place in a ranking: `second place`, `Platz 3`, `the third market`, `China second`, `1. China`. */
export function isPlace(scene: Scene, quantity: Quantity): boolean {
  const { start, end, mantissa } = quantity;
  const cueAt = (from: number, to: number, wanted: readonly Cue[]): boolean =>
    scene.cues.some((span) => wanted.includes(span.cue) && span.start >= from && span.start <= to);
  if (quantity.decimals > 0 || quantity.scale > 1n || quantity.denominator !== null) return false;
  if (mantissa < 1n || mantissa > 300n) return false;
  // `place 3`, `no. 3`
  const noun = scene.textOf(start - 1) === "." ? start - 1 : start;
  if (scene.cues.some((span) => span.cue === "place" && span.end === noun)) return true;
  if (isFromTo(scene, quantity) && !cueAt(end, end + 1, NOUNS)) return true;
  if (quantity.ordinal) {
    if (cueAt(end, end + 1, TIMES)) return false;
    const isBeside = scene.countries.some((country) => country.end === start || country.start === end);
    const moves = quantity.preposition !== null && scene.cues.some(({ cue }) => cue === "place");
    if (moves) return true;
    // `climbed from fifth to fourth by value`, `India finished third.`
    const standsAlone =
      scene.countries.length > 0 && (end >= scene.pieceOf(quantity).end || AFTER_PLACE.test(scene.textOf(end)));
    if (standsAlone) return true;
    const isLed = scene.cues.some((span) => span.cue === "leader" && span.end === start);
    return isBeside || isLed || cueAt(end, end + 2, RANKED);
  }
  // Dutch and German `op drie`, `auf zwei`, in words and without a noun.
  const isOnPlace = !quantity.inDigits && mantissa <= 20n && /^(?:op|auf)$/.test(scene.textOf(start - 1));
  if (isOnPlace && scene.countries.length > 0 && !cueAt(end, end + 1, NOUNS)) return true;
  // The line of a list: `1. China`, `1 China`.
  const { bodyStart } = scene;
  const isFirst = start === bodyStart || (start === bodyStart + 1 && !/\p{L}/u.test(scene.textOf(bodyStart)));
  const country = scene.countries.find((each) => each.start >= end);
  const { end: last } = scene.sentence;
  const isSentence = /^[.!?]$/.test(scene.textOf(last - 1)) && last - start > LONGEST_LINE;
  return (
    !isSentence &&
    isFirst &&
    country !== undefined &&
    country.start - end <= 1 &&
    mantissa <= 50n &&
    scene.textOf(end) !== "%" &&
    !cueAt(scene.sentence.start, scene.sentence.end, TURNOVER)
  );
}
