import type { Fraction } from "./fraction.ts";

/** What the number of an amount is: how it is written, and what it can be compared with. A yes is 1, a no 0. */
export type AmountUnit = "count" | "money" | "fraction" | "percentage points" | "number" | "yes or no";

/** An exact number with its unit; money is in whole units of the report currency, with cents as decimals. */
export interface Amount {
  readonly unit: AmountUnit;
  readonly value: Fraction;
}

export function moneyAmount(cents: bigint): Amount {
  return { unit: "money", value: { numerator: cents, denominator: 100n } };
}
