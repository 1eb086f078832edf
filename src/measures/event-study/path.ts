import { fraction, ratioToNumber, type Fraction } from "../../domain/fraction.ts";
import { monthsIn, type MonthSpan } from "../../domain/month.ts";
import { sumOver, type MonthlyAmounts } from "./amounts.ts";
import type { Pair } from "./panel.ts";

/** The monthly average of a period over that of the window before; `null` when there was nothing in it. */
export function eventIndex(amounts: MonthlyAmounts, period: MonthSpan, before: MonthSpan): Fraction | null {
  return fraction(
    sumOver(amounts, period) * BigInt(monthsIn(before)),
    sumOver(amounts, before) * BigInt(monthsIn(period)),
  );
}

/** How far the index of a unit is from that of its comparison, in a period: a double, which is held against placebos. */
export function indexGap({ unit, comparison }: Pair, period: MonthSpan, before: MonthSpan): number | null {
  const [own, other] = [eventIndex(unit, period, before), eventIndex(comparison, period, before)];
  return own === null || other === null ? null : ratioToNumber(own) - ratioToNumber(other);
}

/**
 * Between which gaps placebos lie, at a level in per cent: as many are left out above as below. `null` when there are too few.
 */
export function placeboBand(
  gaps: readonly number[],
  level: number,
): { readonly low: number; readonly high: number } | null {
  const sorted = gaps.toSorted((a, b) => a - b);
  const rank = Math.floor(((100 - level) * (gaps.length + 1)) / 200);
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]];
  return low === undefined || high === undefined ? null : { low, high };
}
