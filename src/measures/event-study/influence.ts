import { fraction, type Fraction } from "../../domain/fraction.ts";
import type { BeforeAfter } from "./difference.ts";

/**
 * The part of the difference that one exporter (or one consignment) makes up: the same difference over its own sums, divided by the
 * whole. The parts of all exporters sum to one. `null` when there is no difference.
 */
export function partOfDifference(part: BeforeAfter, treated: BeforeAfter, comparison: BeforeAfter): Fraction | null {
  const difference = ({ before, after }: BeforeAfter): bigint => after * comparison.before - before * comparison.after;
  return fraction(difference(part), difference(treated));
}

/** From a quarter on, it is said that one exporter, or one consignment, makes the difference. */
export function isInfluential({ numerator, denominator }: Fraction): boolean {
  return 4n * numerator >= denominator;
}

/** A difference of logarithms that is so small hangs on everything: what it hangs on is not asked. */
const SMALL = 0.05;

export function isWorthAsking(logDifference: number): boolean {
  return Math.abs(logDifference) >= SMALL;
}

/** Whether a difference of logarithms without a member of the comparison group is another: by a quarter of it, or more. */
export function isOther(without: number, logDifference: number): boolean {
  return 4 * Math.abs(without - logDifference) >= Math.abs(logDifference);
}
