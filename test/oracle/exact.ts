/**
 * Exact arithmetic for the second computation: money is an integer count of cents, a ratio is two integers, and a
 * printed number is compared with a ratio without ever making a float of the ratio. Shares nothing with `src/domain`.
 */

/** An exact ratio; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function isRatio(value: unknown): value is Ratio {
  return typeof value === "object" && value !== null && "numerator" in value && typeof value.numerator === "bigint";
}

/** `part / whole`; `null` when either is unknown, or the whole is nothing. */
export function ratio(part: bigint | null, whole: bigint | null): Ratio | null {
  return part === null || whole === null || whole <= 0n ? null : { numerator: part, denominator: whole };
}

export function minus(a: Ratio | null, b: Ratio | null): Ratio | null {
  if (a === null || b === null) return null;
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function plus(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** The sign of a ratio. */
export function signOf(value: Ratio): -1 | 0 | 1 {
  return value.numerator < 0n ? -1 : value.numerator > 0n ? 1 : 0;
}

/** Integer division of amounts that are not negative, a half going up. */
export function halfUp(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n || divisor <= 0n) throw new Error(`half-up of ${dividend} / ${divisor} is not defined here`);
  const rest = dividend % divisor;
  return dividend / divisor + (2n * rest >= divisor ? 1n : 0n);
}

/** An amount as text, such as 1.153.692,00, in cents. Anything but digits, groups and two decimals is refused. */
export function parseAmount(text: string, groups: string, mark: string): bigint {
  const [whole = "", decimals = "", ...more] = text.replaceAll(groups, "").split(mark);
  if (!/^\d+$/.test(whole) || !/^\d{0,2}$/.test(decimals) || more.length > 0) throw new Error(`not an amount: ${text}`);
  return BigInt(whole + decimals.padEnd(2, "0"));
}

/** Cents as the documents write money: 1234n is "12.34". */
export function moneyText(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}

/** A plain decimal, such as 0.7111, as the ratio that it says. */
export function parseDecimal(text: string): Ratio {
  const [, whole = "", decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "") throw new Error(`not a decimal: ${text}`);
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

const DECIMALS = 10n ** 15n;
const DOUBLE = 2n ** 53n;

/**
 * Whether a number of a JSON document is an exact ratio, rounded as the documents are: once to 15 decimals (at most
 * 0.5e-15 off) and once to the nearest double (at most the 2^53th part of it off). A double is itself a ratio, so the
 * bound |printed - exact| <= 1 / (2 * 10^15) + |printed| / 2^53 is tested in integers.
 */
export function isPrinted(printed: number, exact: Ratio): boolean {
  const double = ratioOfDouble(printed);
  const whole = double.denominator * exact.denominator;
  const distance = magnitude(double.numerator * exact.denominator - exact.numerator * double.denominator);
  const ofDouble = magnitude(double.numerator) * exact.denominator * 2n * DECIMALS;
  return distance * 2n * DECIMALS * DOUBLE <= whole * DOUBLE + ofDouble;
}

/** The exact value of a double. */
function ratioOfDouble(value: number): Ratio {
  let [numerator, denominator] = [value, 1n];
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(numerator), denominator };
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
