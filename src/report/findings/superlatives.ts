import type { Metric } from "../../domain/metric.ts";
import { amountOf } from "../../domain/totals.ts";
import { growth } from "../../measures/growth.ts";
import { record } from "../../measures/record.ts";
import { streak } from "../../measures/streak.ts";
import { strongestGrowth, type PeriodGrowth } from "../../measures/strongest-growth.ts";
import type { Figure, WholeColumn } from "../../domain/figure.ts";
import type { SeriesRow } from "../yearly-series.ts";
import { wholeFigure, type FindingInput } from "./finding-input.ts";
import type { Finding } from "./finding.ts";

/** A run of growth shorter than this is no news. */
const SHORTEST_RUN = 2;

/** A record, or that it is none. */
export function recordFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { series, period } = input;
  const complete = series.filter((row) => row.complete);
  const totals = complete.flatMap((row) => {
    const total = amountOf(row, metric);
    return total === null ? [] : [{ year: row.year, total }];
  });
  const last = totals.at(-1);
  const result = record.compute(totals);
  if (result === null || last === undefined || last.year !== period.year) return [];
  const { isRecord, since, best } = result;
  const basis = {
    period,
    formula: record.formula,
    figures: [`${metric}_record` as const, metric].map((column) => wholeFigure(period, column)),
  };
  const previous = wholeFigure({ ...period, year: best.year }, metric);
  return [
    isRecord
      ? { kind: "record", metric, total: last.total, since, best, weight: 100, ...withFigure(basis, previous) }
      : { kind: "no-record", metric, best, weight: 98, ...withFigure(basis, previous) },
  ];
}

function withFigure<Basis extends { readonly figures: readonly Figure[] }>(basis: Basis, figure: Figure): Basis {
  return { ...basis, figures: [...basis.figures, figure] };
}

export function strongestGrowthFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { series, period } = input;
  const growths = growthsOf(series, metric);
  const last = growths.at(-1)?.growth ?? null;
  const result = strongestGrowth.compute(growths);
  if (result === null || last === null || result.years < SHORTEST_RUN) return [];
  const { years, beatenBy } = result;
  const stronger = beatenBy?.growth ? { year: beatenBy.year, growth: beatenBy.growth } : null;
  const columns: readonly WholeColumn[] = [`${metric}_strongest_growth_in`, `${metric}_growth`];
  return [
    {
      kind: "strongest-growth",
      metric,
      growth: last,
      years,
      beatenBy: stronger,
      period,
      formula: strongestGrowth.formula,
      figures: [
        ...columns.map((column) => wholeFigure(period, column)),
        ...(stronger === null ? [] : [wholeFigure({ ...period, year: stronger.year }, `${metric}_growth`)]),
      ],
      weight: years >= 5 ? 80 + Math.min(years, 9) : 40 + years,
    },
  ];
}

export function streakFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { series, period } = input;
  const result = streak.compute(growthsOf(series, metric));
  if (result === null || result.years < SHORTEST_RUN) return [];
  const years = Array.from({ length: result.years }, (_, index) => period.year - index);
  return [
    {
      kind: "streak",
      metric,
      ...result,
      period,
      formula: `${streak.formula}, g: ${growth.formula}`,
      figures: [
        wholeFigure(period, `${metric}_streak`),
        ...years.map((year) => wholeFigure({ ...period, year }, `${metric}_growth`)),
      ],
      weight: result.years >= 3 ? 40 + 3 * Math.min(result.years, 12) : 30,
    },
  ];
}

/** The growths of covered years: a superlative compares nothing else. */
function growthsOf(series: readonly SeriesRow[], metric: Metric): readonly PeriodGrowth[] {
  return series.map((row) => ({
    year: row.year,
    growth: !row.complete ? null : metric === "certificates" ? row.certificatesGrowth : row.goodsValueGrowth,
  }));
}
