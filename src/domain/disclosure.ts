import { divideHalfUp } from "./fraction.ts";
import type { Cents } from "./money.ts";

/**
 * What a paper that is handed to one firm may say of others. The rules, of which `docs/exporter-sheet.md` gives the reasons:
 *
 * 1. A count of firms, or a place among them, is told of `FEWEST_FIRMS` others or more (a user can ask for more).
 * 2. A sum is told when so many firms have a value in it, and the largest of them is at most `DOMINANCE_PERCENT` of what is left
 *    without the second largest, so that not even that one can come near to it. What names no firm is taken to be of the largest.
 * 3. A part of a total that may be known from elsewhere is told when the rest of that total is nothing, or keeps rule 2 itself:
 *    the rest can be had by subtraction.
 * 4. A growth is told when both its sums keep rule 2.
 * 5. A sum is told to `SIGNIFICANT_DIGITS` digits, which blunts the difference between the papers of two firms.
 *
 * Rule 2 is the (1, k)-dominance rule against an intruder who is the second largest contributor, which is the p % rule with
 * p = 100 (100 - k) / k: Hundepool, Domingo-Ferrer, Franconi, Giessing, Lenz, Naylor, Schulte Nordholt, Seri and De Wolf,
 * Handbook on Statistical Disclosure Control (ESSNet SDC, 2010), section 4.2.
 */
export const FEWEST_FIRMS = 3;
export const DOMINANCE_PERCENT = 85;
const SIGNIFICANT_DIGITS = 2;

/** What firms make up together, and the two largest of them; only those that have a value above zero. */
export interface Contributions {
  readonly firms: number;
  readonly cents: Cents;
  readonly largest: Cents;
  readonly second: Cents;
  /** The part of `cents` that names no firm: it can be anybody's. */
  readonly unnamed: Cents;
}

export const NO_CONTRIBUTIONS: Contributions = { firms: 0, cents: 0n, largest: 0n, second: 0n, unnamed: 0n };

/** The contributions of two sets of firms that have none in common. */
export function addContributions(a: Contributions, b: Contributions): Contributions {
  const [larger, smaller] = a.largest >= b.largest ? [a, b] : [b, a];
  return {
    firms: a.firms + b.firms,
    cents: a.cents + b.cents,
    largest: larger.largest,
    second: larger.second > smaller.largest ? larger.second : smaller.largest,
    unnamed: a.unnamed + b.unnamed,
  };
}

/** Rule 1: the number of other firms, or `null`. */
export function tellCount(firms: number, fewest: number): number | null {
  return firms >= fewest ? firms : null;
}

/** Rule 2: whether the sum of the contributions tells nobody what one of the firms has. */
export function isSafe({ firms, cents, largest, second, unnamed }: Contributions, fewest: number): boolean {
  return firms >= fewest && 100n * (largest + unnamed) <= BigInt(DOMINANCE_PERCENT) * (cents - second);
}

/** Rules 2, 3 and 5: a part of a total, rounded, or `null`. */
export function tellPart(part: Contributions, rest: Contributions, fewest: number): Cents | null {
  const isRestSafe = rest.cents === 0n || isSafe(rest, fewest);
  return isSafe(part, fewest) && isRestSafe ? toSignificant(part.cents) : null;
}

/** Rule 4: whether the growth between two sums may be told. */
export function isGrowthSafe(now: Contributions, before: Contributions, fewest: number): boolean {
  return isSafe(now, fewest) && isSafe(before, fewest);
}

function toSignificant(cents: Cents): Cents {
  const step = 10n ** BigInt(Math.max(0, cents.toString().length - SIGNIFICANT_DIGITS));
  return divideHalfUp(cents, step) * step;
}
