import type { CohortLength, CohortTotals } from "../domain/exporter-sums.ts";
import { fraction, type Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import { wholeYears, type YearWindow } from "../domain/period.ts";
import { growth } from "../measures/growth.ts";
import { survival } from "../measures/survival.ts";

/** What is left of the exporters that first appeared in one year, in one year of their life as exporters. */
export interface CohortYear {
  /** The calendar year of their first certificate on file. */
  readonly cohort: number;
  /** From 1. */
  readonly yearOfLife: number;
  readonly exporters: number;
  /** Of the cohort, those active in this year of its life; unlike `survivors`, a year's pause in between does not count. */
  readonly survival: Fraction | null;
  readonly goodsCents: Cents | null;
  /** Over the year of life before. */
  readonly growth: Fraction | null;
  /** Goods value per exporter that is active, in cents. */
  readonly mean: Fraction | null;
}

const YEARS_OF_LIFE = [1, 2, 3, 4] as const;

/**
 * The cohorts that the data show from their first day to their last: not that of the first year on file, whose exporters may be older;
 * and a year of life only when it has ended for every member. Calendar years of life: the first lasts, on average, half a year.
 * Years of 12 months from the first certificate: the last member's year ends a calendar year later.
 */
export function buildCohorts(
  totals: readonly CohortTotals[],
  windows: readonly YearWindow[],
  length: CohortLength,
): readonly CohortYear[] {
  const whole = new Set(wholeYears(windows));
  const first = Math.min(...windows.map(({ year }) => year));
  const at = (cohort: number, yearOfLife: number): CohortTotals | undefined =>
    totals.find((row) => row.cohort === cohort && row.yearOfLife === yearOfLife);
  return windows.flatMap(({ year: cohort }) => {
    const entry = at(cohort, 1);
    if (cohort === first || entry === undefined) return [];
    const covered = YEARS_OF_LIFE.filter((yearOfLife) => {
      const last = cohort + yearOfLife - (length === "calendar" ? 1 : 0);
      return Array.from({ length: last - cohort + 2 }, (_, k) => cohort - 1 + k).every((year) => whole.has(year));
    });
    return covered.map((yearOfLife): CohortYear => {
      const { exporters, goodsCents } = at(cohort, yearOfLife) ?? { exporters: 0, goodsCents: 0n };
      const before = at(cohort, yearOfLife - 1)?.goodsCents ?? null;
      return {
        cohort,
        yearOfLife,
        exporters,
        survival: survival.compute(exporters, entry.exporters),
        goodsCents,
        growth: growth.compute(goodsCents, before),
        mean: goodsCents === null ? null : fraction(goodsCents, BigInt(exporters)),
      };
    });
  });
}
