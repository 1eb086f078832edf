import { fraction, type Fraction } from "../../domain/fraction.ts";
import { monthsIn } from "../../domain/month.ts";
import { sumOver, type MonthlyAmounts } from "./amounts.ts";
import { MONTHS_PER_YEAR, type EventWindows } from "./windows.ts";

/** The sums of a window before and of one after. */
export interface BeforeAfter {
  readonly before: bigint;
  readonly after: bigint;
}

export function beforeAfter(amounts: MonthlyAmounts, windows: Omit<EventWindows, "event">): BeforeAfter {
  return { before: sumOver(amounts, windows.before), after: sumOver(amounts, windows.after) };
}

export function withoutPart(whole: BeforeAfter, part: BeforeAfter): BeforeAfter {
  return { before: whole.before - part.before, after: whole.after - part.after };
}

/** Growth of the monthly average from the window before to the one after; `null` when there was nothing before. */
export function windowGrowth({ before, after }: BeforeAfter, windows: EventWindows): Fraction | null {
  const base = before * BigInt(monthsIn(windows.after));
  return fraction(after * BigInt(monthsIn(windows.before)) - base, base);
}

/**
 * Difference-in-differences, as a ratio: (T1 / T0) / (C1 / C0) - 1, for sums T of what the event is about and C of the comparison
 * group, in the windows before (0) and after (1). How much more there was after the event than at the growth of the comparison
 * group. `null` when a sum that divides is 0.
 */
export function relativeDifference(treated: BeforeAfter, comparison: BeforeAfter): Fraction | null {
  const expected = treated.before * comparison.after;
  return fraction(treated.after * comparison.before - expected, expected);
}

/** The same in amounts per year: (T1 - T0 C1 / C0) / years after. `null` when the comparison group had nothing before. */
export function yearlyDifference(
  treated: BeforeAfter,
  comparison: BeforeAfter,
  windows: EventWindows,
): Fraction | null {
  const numerator = treated.after * comparison.before - treated.before * comparison.after;
  return fraction(numerator * BigInt(MONTHS_PER_YEAR), comparison.before * BigInt(monthsIn(windows.after)));
}

/**
 * The same in logarithms, which is what is tested: ln(T1 / T0) - ln(C1 / C0), the difference-in-differences of the log of window
 * sums (Angrist and Pischke 2009, Mostly Harmless Econometrics, section 5.2). Sums of windows, because a month without a certificate
 * has no logarithm. A double. Minus infinity when nothing came after; `null` when there was nothing before, or nothing to compare with.
 */
export function logDifference(treated: BeforeAfter, comparison: BeforeAfter): number | null {
  if (treated.before <= 0n || comparison.before <= 0n || comparison.after <= 0n) return null;
  return logRatio(treated.after, treated.before) - logRatio(comparison.after, comparison.before);
}

function logRatio(a: bigint, b: bigint): number {
  return Math.log(Number(a) / Number(b));
}
