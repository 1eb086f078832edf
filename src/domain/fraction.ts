/**
 * An exact ratio of two integers: growth, shares and contributions are kept as fractions until they are
 * printed, so that they sum exactly and are rounded once.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

/** `numerator / denominator`; `null` (undefined, never 0 or infinity) when the denominator is 0. */
export function fraction(numerator: bigint, denominator: bigint): Fraction | null {
  if (denominator === 0n) return null;
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** The ratio as the double nearest to it, or next to that: for logarithms and roots, which are not rational. */
export function ratioToNumber({ numerator, denominator }: Fraction): number {
  // Scaled so that neither side overflows and no digit that a double has is lost.
  const shift = BigInt(Math.max(0, 64 + bitLength(denominator) - bitLength(numerator)));
  return Number((numerator << shift) / denominator) / 2 ** Number(shift);
}

/** How many decimals of a double outlive rounding: more than any output has, fewer than doubles get wrong. */
const DOUBLE_DIGITS = 12;

/** A double as a fraction, rounded to 12 decimals: what is not rational is written like everything else. */
export function numberToFraction(value: number): Fraction {
  const [whole = "", decimals = ""] = value.toFixed(DOUBLE_DIGITS).split(".");
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(DOUBLE_DIGITS) };
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** `a / b`; `null` when `b` is 0. */
export function divideFractions(a: Fraction, b: Fraction): Fraction | null {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The exact average; `null` of none. Fractions of one denominator are added first, so that the common one stays small. */
export function meanOfFractions(values: readonly Fraction[]): Fraction | null {
  const byDenominator = new Map<bigint, bigint>();
  for (const { numerator, denominator } of values) {
    byDenominator.set(denominator, (byDenominator.get(denominator) ?? 0n) + numerator);
  }
  let [numerator, denominator] = [0n, 1n];
  for (const [each, sum] of byDenominator) {
    const common = (denominator / greatestCommonDivisor(denominator, each)) * each;
    numerator = numerator * (common / denominator) + sum * (common / each);
    denominator = common;
  }
  return fraction(numerator, denominator * BigInt(values.length));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** Negative when `a < b`, 0 when equal, positive when `a > b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Integer division rounded half away from zero (the commercial "half-up"). The divisor must be positive. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** How many steps of a size a number is, half-up. The step must be positive. */
export function roundToSteps(value: Fraction, step: Fraction): bigint {
  return divideHalfUp(value.numerator * step.denominator, value.denominator * step.numerator);
}

/** The fraction times `10^shift`, as a decimal string with exactly `digits` decimals, half-up: (1/3, 2) gives "0.33". */
export function fractionToDecimal(value: Fraction, digits: number, shift = 0): string {
  const scaled = divideHalfUp(value.numerator * 10n ** BigInt(digits + shift), value.denominator);
  return scaledToDecimal(scaled, digits);
}

/** An integer count of `10^-digits` as a decimal string: (12345, 2) gives "123.45". */
export function scaledToDecimal(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? "-" : "";
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The fraction rounded to 15 decimals, as a double: for JSON and for charts, never for arithmetic. */
export function fractionToNumber(value: Fraction): number {
  return Number(fractionToDecimal(value, 15));
}
