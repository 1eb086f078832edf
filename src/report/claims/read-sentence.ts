import type { Clock, Context } from "./context.ts";
import { readNumber, type Reading } from "./read-number.ts";
import { readPhrases } from "./read-phrases.ts";
import { readRanks } from "./read-ranks.ts";
import type { Quantity } from "./scan-text.ts";
import type { Scene, Span } from "./scene.ts";
import type { Cue } from "./words.ts";

/** A claim by the positions of its tokens. */
export interface FoundClaim {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

/** The claims of a sentence, in its order. */
export function readSentence(scene: Scene, clock: Clock, context: Context): readonly FoundClaim[] {
  const phrases = readPhrases(scene, clock, context);
  const ranks = readRanks(scene, clock, context);
  const used = new Set<Quantity>([...phrases, ...ranks].flatMap((phrase) => phrase.used));
  const numbers = scene.quantities
    .filter((quantity) => !used.has(quantity) && !isIdle(scene, quantity) && !countsNamed(scene, quantity, context))
    .map((quantity) => {
      const reading = readNumber(scene, quantity, clock, context);
      return { ...spanOf(scene, quantity, reading), reading };
    });
  return [...phrases, ...ranks, ...numbers].toSorted((a, b) => a.start - b.start);
}

/** `these four countries together`: as many as are named. */
function countsNamed(scene: Scene, quantity: Quantity, { group }: Context): boolean {
  const codes = new Set(scene.countries.map(({ code }) => code));
  const isNoun = scene.cues.some(({ cue, start }) => cue === "destinations" && start === quantity.end);
  return (
    isNoun && !quantity.inDigits && Number(quantity.mantissa) === (codes.size > 1 ? codes.size : (group?.length ?? 0))
  );
}

/** Numbers that say nothing of their own: `top 10` above a list, a number at the beginning of a list's line. */
function isIdle(scene: Scene, quantity: Quantity): boolean {
  const countsLeaders = scene.cues.some(
    ({ cue, start }) => cue === "leaders" && start >= quantity.end && start - quantity.end <= 3,
  );
  const afterTop = scene.cues.some(
    ({ cue, end }) => cue === "top" && end <= quantity.start && quantity.start - end <= 1,
  );
  // `Jan Peeters (45)`
  const isAge =
    scene.textOf(quantity.start - 1) === "(" &&
    scene.textOf(quantity.end) === ")" &&
    quantity.inDigits &&
    quantity.mantissa < 100n &&
    ![...scene.countries, ...scene.periods, ...scene.cues].some(({ end }) => end === quantity.start - 1);
  // `1/ 24,456 certificates`, `Item 3: ...`
  const isListed =
    quantity.inDigits &&
    quantity.mantissa < 100n &&
    /^[/:)]$/.test(scene.textOf(quantity.end)) &&
    quantity.start - scene.sentence.start <= 1;
  const alone = scene.sentence.end - scene.sentence.start <= quantity.end - quantity.start + 1;
  const one =
    quantity.mantissa === 1n &&
    !quantity.inDigits &&
    quantity.denominator === null &&
    quantity.decimals === 0 &&
    quantity.scale === 1n;
  return (
    afterTop ||
    isAge ||
    isListed ||
    countsLeaders ||
    scene.cues.some(({ cue, start }) => cue === "record" && start === quantity.end) ||
    alone ||
    (one &&
      scene.textOf(quantity.end) !== "%" &&
      !scene.cues.some(({ cue, start }) => cue === "percent" && start === quantity.end))
  );
}

/** The number with its unit; a growth or a change with the verb just before it too. */
function spanOf(scene: Scene, quantity: Quantity, { readings: [first] }: Reading): Span {
  const end = endOf(scene, quantity);
  const isMove = first?.kind === "number" && (first.relation === "growth" || first.relation === "change");
  if (!isMove) return { start: quantity.from, end };
  const moves = scene.cues.filter(({ cue }) => cue === "rise" || cue === "fall");
  const before = moves.findLast((move) => move.end <= quantity.from && quantity.from - move.end <= LONGEST_REACH);
  const isParted = scene.quantities.some(
    ({ start }) => before !== undefined && start >= before.end && start < quantity.from,
  );
  if (before !== undefined && !isParted) return { start: before.start, end };
  const after = moves.find((move) => move.start >= end && move.start - end <= 1);
  return { start: quantity.from, end: after?.end ?? end };
}

/** So many words may stand between a verb and its number. */
const LONGEST_REACH = 6;

/** The number with its unit. */
function endOf(scene: Scene, quantity: Quantity): number {
  if (/^[%€]$/u.test(scene.textOf(quantity.end))) return quantity.end + 1;
  const unit = scene.cues.find(
    ({ start, cue }) =>
      start >= quantity.end &&
      start <= quantity.end + 1 &&
      (cue === "percent" ||
        cue === "points" ||
        cue === "euro" ||
        cue === "certificates" ||
        cue === "exporters" ||
        cue === "destinations" ||
        cue === "products"),
  );
  return unit?.end ?? quantity.end;
}

/** What makes a sentence say something that can be true or false, also without a number. */
const SAYS: ReadonlySet<Cue> = new Set([
  "record",
  "recordLow",
  "highest",
  "lowest",
  "most",
  "least",
  "inARow",
  "leader",
  "unread",
]);
/** What says something about a time, or of one country beside another. */
const COMPARES: ReadonlySet<Cue> = new Set([
  "rise",
  "fall",
  "more",
  "less",
  "doubled",
  "tripled",
  "halved",
  "overtakes",
]);
const ABOUT: ReadonlySet<Cue> = new Set([
  "certificates",
  "value",
  "export",
  "perCertificate",
  "exporters",
  "destinations",
]);

/** A sentence that claims something in which no claim was read: it is left open, not passed over in silence. */
export function passedOver({ cues, countries, periods, sentence, sourceOf }: Scene): readonly FoundClaim[] {
  const isAbout = countries.length > 0 || cues.some(({ cue }) => ABOUT.has(cue));
  const isCompared = countries.length > 1 || periods.some(({ role }) => role === "when");
  const word = cues.find(({ cue }) => SAYS.has(cue) || (isCompared && COMPARES.has(cue)));
  if (!isAbout || word === undefined) return [];
  const doubt = { kind: "unread", word: sourceOf(word) } as const;
  return [{ start: sentence.start, end: sentence.end, reading: { readings: [], otherReadings: [], doubt } }];
}
