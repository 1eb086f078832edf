import type { Fraction } from "../domain/fraction.ts";

/** Integers, the smallest first. */
export function inOrder(values: readonly bigint[]): readonly bigint[] {
  return values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * A quartile (2 is the median) of values in order, by linear interpolation between the two next to it: type 7 of Hyndman and
 * Fan (1996), The American Statistician 50(4).
 */
export function quartile(ascending: readonly bigint[], quarter: 1 | 2 | 3): Fraction {
  const quarters = (ascending.length - 1) * quarter;
  const below = ascending[Math.floor(quarters / 4)] ?? 0n;
  const above = ascending[Math.ceil(quarters / 4)] ?? 0n;
  return { numerator: 4n * below + BigInt(quarters % 4) * (above - below), denominator: 4n };
}
