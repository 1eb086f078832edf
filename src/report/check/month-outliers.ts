import type { Amount } from "../../domain/amount.ts";
import { compareFractions, subtractFractions, type Fraction } from "../../domain/fraction.ts";
import { monthId, monthNumber } from "../../domain/month.ts";
import type { YearWindow } from "../../domain/period.ts";
import type { MonthOutliersRule } from "../../domain/rule.ts";
import { amountOf, type MonthTotals } from "../../domain/totals.ts";
import { inOrder, quartile } from "../../measures/quartile.ts";
import { amountIn } from "./amounts.ts";
import { exceptionsOutcome, nothingToJudge, type Finding, type Outcome } from "./outcome.ts";

/** Fewer earlier years say nothing about what is usual. */
const FEWEST_YEARS = 2;
const ONE: Fraction = { numerator: 1n, denominator: 1n };

/**
 * Judges each month that the data cover whole against the median of the same months of the years before: a median, because one
 * odd year must not make the next one look odd. Months with fewer than two such years, or before `from`, are not judged.
 */
export function judgeMonthOutliers(
  rule: MonthOutliersRule,
  windows: readonly YearWindow[],
  totals: readonly MonthTotals[],
  from: number | null,
): Outcome {
  const totalOf = new Map(totals.map((row) => [monthNumber(row.year, row.month), amountOf(row, rule.measure) ?? 0n]));
  const at = (year: number, month: number): bigint => totalOf.get(monthNumber(year, month)) ?? 0n;
  const findings: Finding[] = [];
  let judged = 0;
  for (const { year, firstMonth, lastMonth } of windows) {
    for (let month = firstMonth; month <= lastMonth; month += 1) {
      const earlier = windows
        .filter((window) => window.year < year && window.year >= year - rule.years)
        .filter((window) => window.firstMonth <= month && window.lastMonth >= month)
        .map((window) => at(window.year, month));
      if (earlier.length < FEWEST_YEARS || monthNumber(year, month) < (from ?? 0)) continue;
      judged += 1;
      const usual = quartile(inOrder(earlier), 2);
      const actual = { numerator: at(year, month), denominator: 1n };
      if (!isUnusual(rule, actual, usual)) continue;
      const amount = (value: Fraction): Amount => amountIn(rule.measure, value);
      findings.push({
        place: null,
        subject: monthId(monthNumber(year, month)),
        note: { kind: "unusual", actual: amount(actual), usual: amount(usual) },
      });
    }
  }
  if (judged === 0) return nothingToJudge(rule, { kind: "no-earlier-years" });
  return exceptionsOutcome(rule, judged, findings);
}

function isUnusual({ drop, rise }: MonthOutliersRule, actual: Fraction, usual: Fraction): boolean {
  const times = (factor: Fraction): Fraction => ({
    numerator: usual.numerator * factor.numerator,
    denominator: usual.denominator * factor.denominator,
  });
  const isBelow = drop !== null && compareFractions(actual, times(subtractFractions(ONE, drop))) < 0;
  const isAbove =
    rise !== null &&
    compareFractions(actual, times(subtractFractions(ONE, { ...rise, numerator: -rise.numerator }))) > 0;
  return isBelow || isAbove;
}
