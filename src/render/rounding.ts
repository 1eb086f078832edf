import { divideHalfUp, type Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";

/** Where the true figure lies, seen from the one that is printed. */
export type Side = "above" | "below" | "equal";

export function sideOf(exact: bigint, printed: bigint): Side {
  return exact > printed ? "above" : exact < printed ? "below" : "equal";
}

const CENTS_PER_UNIT = 100n;
/** Amounts below this many units are printed as they are. */
const SMALLEST_ROUNDED = 10_000n * CENTS_PER_UNIT;
const SIGNIFICANT_DIGITS = 3;

/** An amount to its first three digits, half-up: 865,112,480.36 is 865,000,000. Small amounts stay what they are. */
export function roundToSignificant(cents: Cents): Cents {
  if (cents < SMALLEST_ROUNDED) return cents;
  const digits = (cents / CENTS_PER_UNIT).toString().length;
  const step = 10n ** BigInt(digits - SIGNIFICANT_DIGITS) * CENTS_PER_UNIT;
  return divideHalfUp(cents, step) * step;
}

/** A percentage counts as near to a whole one within this many hundredths of a point. */
const NEAR = 15n;

/** The whole percentage that a fraction is near to, above zero; `null` when there is none. */
export function roundToWholePercent({ numerator, denominator }: Fraction): { percent: number; side: Side } | null {
  const percent = divideHalfUp(100n * numerator, denominator);
  const distance = 10_000n * numerator - 100n * percent * denominator;
  if (percent <= 0n || (distance < 0n ? -distance : distance) > NEAR * denominator) return null;
  return { percent: Number(percent), side: sideOf(100n * numerator, percent * denominator) };
}
