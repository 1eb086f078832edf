import { fraction, type Fraction } from "../../domain/fraction.ts";

/**
 * A permutation test: a statistic held against those of placebos. When nothing sets what the event is about apart, each of the
 * n + 1 is as likely as any other to be the largest in size.
 */
export interface Permutation {
  readonly placebos: number;
  /** Placebos whose statistic is at least as large, up or down. */
  readonly asLarge: number;
  /**
   * (1 + `asLarge`) / (1 + `placebos`), two-sided (Phipson and Smyth 2010, Statistical Applications in Genetics and Molecular
   * Biology 9(1), article 39; for comparative case studies Abadie, Diamond and Hainmueller 2010, Journal of the American Statistical
   * Association 105(490)).
   */
  readonly p: Fraction;
  /** The smallest p-value that so many placebos can give. */
  readonly smallestP: Fraction;
}

/** `null` without placebos. */
export function permutationTest(statistic: number, placebos: readonly number[]): Permutation | null {
  const asLarge = placebos.filter((placebo) => Math.abs(placebo) >= Math.abs(statistic)).length;
  const all = BigInt(placebos.length + 1);
  const p = fraction(BigInt(asLarge + 1), all);
  const smallestP = fraction(1n, all);
  return placebos.length === 0 || p === null || smallestP === null
    ? null
    : { placebos: placebos.length, asLarge, p, smallestP };
}

/** Whether a p-value is beyond ordinary variation at a level of confidence in per cent: p ≤ 1 - level. */
export function isBeyond({ numerator, denominator }: Fraction, level: number): boolean {
  return numerator * 100n <= BigInt(100 - level) * denominator;
}

/**
 * The values that the test does not reject, at a level in per cent: what is left after them looks like a placebo. Inversion of
 * the test (Rosenbaum 2002, Observational Studies, second edition; Firpo and Possebom 2018, Journal of Causal Inference 6(2)). It leaves
 * out 0 exactly when p ≤ 1 - level. `null` when there are too few placebos for the level, or too many without an end.
 */
export function invertedInterval(
  statistic: number,
  placebos: readonly number[],
  level: number,
): { readonly low: number; readonly high: number } | null {
  const rank = Math.floor(((100 - level) * (placebos.length + 1)) / 100);
  const largest = placebos.map(Math.abs).toSorted((a, b) => b - a)[rank - 1];
  if (largest === undefined || !Number.isFinite(largest) || !Number.isFinite(statistic)) return null;
  return { low: statistic - largest, high: statistic + largest };
}
