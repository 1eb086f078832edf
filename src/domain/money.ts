import { scaledToDecimal } from "./fraction.ts";

/** Money is an integer count of cents; `null` is "no value known", which is not zero. */
export type Cents = bigint;

/** Cents as a decimal string with two decimals: 86512345n gives "865123.45". */
export function centsToDecimal(cents: Cents): string {
  return scaledToDecimal(cents, 2);
}
