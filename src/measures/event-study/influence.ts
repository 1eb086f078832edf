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

/** From this part on, it is said that one exporter, or one consignment, makes the difference. */
export function isInfluential({ numerator, denominator }: Fraction): boolean {
  return 4n * numerator >= denominator;
}
