import type { Cents } from "../domain/money.ts";
import { fraction, ratioToNumber } from "../domain/fraction.ts";
import type { Measure } from "./measure.ts";

/** A period's goods value in cents and the number of certificates that have one. */
export interface ValuedTotals {
  readonly goodsCents: Cents | null;
  readonly valued: number;
}

/** A growth of value in log points (0.01 is about 1 %), split so that the two parts add up to it. */
export interface CountValueSplit {
  readonly value: number;
  /** Through more certificates. */
  readonly count: number;
  /** Through a higher value per certificate. */
  readonly valuePerCertificate: number;
}

/**
 * Whether the goods value grew through more certificates or through larger ones. The certificates are those that have a value, so that
 * their number times the average is the value. Doubles, because a logarithm is not rational; the parts add up but for the last digit.
 */
export const countValueSplit: Measure<[current: ValuedTotals, previous: ValuedTotals], CountValueSplit | null> = {
  id: "count_value_split",
  title: "Growth through number and through value per certificate",
  unit: "log points",
  formula: "ln(V_t/V_{t-1}) = ln(C_t/C_{t-1}) + ln(v_t/v_{t-1}), C the certificates that have a value, v = V/C",
  undefinedWhen: "a value or a number is 0 or missing",
  source: "logarithmic decomposition of a product into its factors; binary floating point",
  compute(current, previous) {
    const value = logRatio(current.goodsCents ?? 0n, previous.goodsCents ?? 0n);
    const count = logRatio(BigInt(current.valued), BigInt(previous.valued));
    if (value === null || count === null) return null;
    return { value, count, valuePerCertificate: value - count };
  },
};

function logRatio(current: bigint, previous: bigint): number | null {
  const ratio = fraction(current, previous);
  return ratio === null || ratio.numerator === 0n ? null : Math.log(ratioToNumber(ratio));
}
