import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { Fraction } from "../domain/fraction.ts";
import type { ItemTotals } from "../domain/totals.ts";
import { record } from "../measures/record.ts";
import { streak } from "../measures/streak.ts";
import { strongestGrowth, type PeriodGrowth } from "../measures/strongest-growth.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** The quantities that a finding can be about. A superlative always names its own. */
export const METRICS = ["certificates", "goods_value"] as const;
export type Metric = (typeof METRICS)[number];

/** What is worth saying about a year, as facts: the words come later. Totals are counts, or cents for goods value. */
export type Finding =
  | {
      readonly kind: "record";
      readonly metric: Metric;
      readonly total: bigint;
      readonly since: number;
      readonly best: { readonly year: number; readonly total: bigint };
    }
  | {
      readonly kind: "no-record";
      readonly metric: Metric;
      readonly best: { readonly year: number; readonly total: bigint };
    }
  | {
      readonly kind: "strongest-growth";
      readonly metric: Metric;
      readonly growth: Fraction;
      readonly years: number;
      readonly beatenBy: { readonly year: number; readonly growth: Fraction } | null;
    }
  | {
      readonly kind: "streak";
      readonly metric: Metric;
      readonly direction: "rise" | "fall";
      readonly years: number;
    }
  | {
      readonly kind: "new-destinations";
      /** Destinations with certificates this year and in no earlier year on file. */
      readonly firstTime: readonly string[];
      /** Back this year, absent the year before. */
      readonly returned: readonly string[];
    }
  | { readonly kind: "lost-destinations"; readonly destinations: readonly string[] };

/** A run of growth shorter than this is no news. */
const SHORTEST_RUN = 2;

/**
 * The findings about the last year of a series. Superlatives compare complete years only; what does not hold is not
 * said, and where one quantity is a record and the other is not, the second is said too.
 */
export function buildFindings(series: readonly SeriesRow[], destinations: readonly ItemTotals[]): readonly Finding[] {
  const records = METRICS.flatMap((metric) => recordFinding(series, metric));
  const anyRecord = records.some((finding) => finding.kind === "record");
  return [
    ...records.filter((finding) => finding.kind === "record" || anyRecord),
    ...METRICS.flatMap((metric) => strongestGrowthFinding(series, metric)),
    ...METRICS.flatMap((metric) => streakFinding(series, metric)),
    ...destinationFindings(series, destinations),
  ];
}

function totalOf(row: SeriesRow, metric: Metric): bigint | null {
  return metric === "certificates" ? BigInt(row.certificates) : row.goodsCents;
}

function growthsOf(series: readonly SeriesRow[], metric: Metric): readonly PeriodGrowth[] {
  return series.map((row) => ({
    year: row.year,
    growth: metric === "certificates" ? row.certificatesGrowth : row.goodsValueGrowth,
  }));
}

function recordFinding(series: readonly SeriesRow[], metric: Metric): readonly Finding[] {
  if (series.at(-1)?.complete !== true) return [];
  const totals = series
    .filter((row) => row.complete)
    .flatMap((row) => {
      const total = totalOf(row, metric);
      return total === null ? [] : [{ year: row.year, total }];
    });
  const last = totals.at(-1);
  const result = record.compute(totals);
  if (result === null || last === undefined || last.year !== series.at(-1)?.year) return [];
  const { isRecord, since, best } = result;
  return [isRecord ? { kind: "record", metric, total: last.total, since, best } : { kind: "no-record", metric, best }];
}

function strongestGrowthFinding(series: readonly SeriesRow[], metric: Metric): readonly Finding[] {
  if (series.at(-1)?.complete !== true) return [];
  const growths = growthsOf(series, metric);
  const last = growths.at(-1)?.growth ?? null;
  const result = strongestGrowth.compute(growths);
  if (result === null || last === null || result.years < SHORTEST_RUN) return [];
  const { years, beatenBy } = result;
  const stronger = beatenBy?.growth ? { year: beatenBy.year, growth: beatenBy.growth } : null;
  return [{ kind: "strongest-growth", metric, growth: last, years, beatenBy: stronger }];
}

function streakFinding(series: readonly SeriesRow[], metric: Metric): readonly Finding[] {
  if (series.at(-1)?.complete !== true) return [];
  const result = streak.compute(growthsOf(series, metric));
  if (result === null || result.years < SHORTEST_RUN) return [];
  return [{ kind: "streak", metric, ...result }];
}

/** Destinations that came and went; nothing for the first year on file or after a gap. */
function destinationFindings(series: readonly SeriesRow[], destinations: readonly ItemTotals[]): readonly Finding[] {
  const [before, last] = [series.at(-2), series.at(-1)];
  if (before === undefined || last === undefined || before.year !== last.year - 1 || !before.complete) return [];
  const countries = destinations.filter((row) => row.item !== NOT_A_COUNTRY);
  const itemsOf = (matches: (year: number) => boolean): ReadonlySet<string> =>
    new Set(countries.filter((row) => matches(row.year)).map((row) => row.item));
  const now = itemsOf((year) => year === last.year);
  const previous = itemsOf((year) => year === before.year);
  const ever = itemsOf((year) => year < last.year);
  const gained = [...now].filter((item) => !previous.has(item));
  const firstTime = gained.filter((item) => !ever.has(item));
  const returned = gained.filter((item) => ever.has(item));
  const lost = last.complete ? [...previous].filter((item) => !now.has(item)) : [];
  return [
    ...(gained.length === 0 ? [] : [{ kind: "new-destinations", firstTime, returned } as const]),
    ...(lost.length === 0 ? [] : [{ kind: "lost-destinations", destinations: lost } as const]),
  ];
}
