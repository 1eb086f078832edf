import { moneyAmount } from "../../domain/amount.ts";
import type {
  CertificateValue,
  CertificateOfYear,
  CentsRange,
  Exceptions,
  LogSpread,
} from "../../domain/check-sums.ts";
import { fraction } from "../../domain/fraction.ts";
import type { LargeCertificatesRule, ValueOutliersRule, ValueRangeRule } from "../../domain/rule.ts";
import { exceptionsOutcome, NO_BOUND, nothingToJudge, type Bound, type Outcome } from "./outcome.ts";

/** The bounds of a rule in cents; a bound between two cents leaves out the one beyond it. */
export function rangeOf({ min, max }: ValueRangeRule): CentsRange {
  return {
    low: min && -floorOf(-min.numerator * 100n, min.denominator),
    high: max && floorOf(max.numerator * 100n, max.denominator),
  };
}

function floorOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

/** What makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = 0.6745;

/**
 * The values whose logarithm has a modified z-score M = 0.6745 (ln x - median) / MAD within the threshold: Iglewicz and Hoaglin
 * (1993), How to Detect and Handle Outliers. In binary floating point, as logarithms are. `null` when there is no spread.
 */
export function usualRange(threshold: number, spread: LogSpread): CentsRange | null {
  if (!(spread.mad > 0)) return null;
  const reach = (threshold * spread.mad) / NORMAL;
  return {
    low: BigInt(Math.ceil(Math.exp(spread.median - reach))),
    high: BigInt(Math.floor(Math.exp(spread.median + reach))),
  };
}

/** Judges values by how many are outside a range. */
export function judgeValues(
  rule: ValueRangeRule | ValueOutliersRule,
  { low, high }: CentsRange,
  found: Exceptions<CertificateValue>,
): Outcome {
  if (found.valued === 0) return nothingToJudge(rule, { kind: "no-data", period: null });
  const findings = found.certificates.map(({ certificate, place, cents }) => ({
    place,
    subject: certificate,
    note: { kind: "value", value: moneyAmount(cents) } as const,
  }));
  const bound = {
    ...NO_BOUND,
    min: low === null ? null : moneyAmount(low),
    max: high === null ? null : moneyAmount(high),
  };
  return exceptionsOutcome(rule, found.valued, findings, { count: found.count, bound });
}

/** Judges the certificates that are more than the rule's share of the value of their year. */
export function judgeLargeCertificates(rule: LargeCertificatesRule, found: Exceptions<CertificateOfYear>): Outcome {
  if (found.valued === 0) return nothingToJudge(rule, { kind: "no-data", period: null });
  const findings = found.certificates.flatMap(({ certificate, place, cents, year, yearCents }) => {
    const share = fraction(cents, yearCents);
    if (share === null) return [];
    return [
      { place, subject: certificate, note: { kind: "part-of-year", value: moneyAmount(cents), share, year } as const },
    ];
  });
  const bound: Bound = { ...NO_BOUND, max: { unit: "fraction", value: rule.max } };
  return exceptionsOutcome(rule, found.valued, findings, { count: found.count, bound });
}
