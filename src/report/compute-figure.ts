import type { Fraction } from "../domain/fraction.ts";
import type { Metric } from "../domain/metric.ts";
import { amountOf, type ExporterFlow, type ItemTotals, type MonthTotals, type Totals } from "../domain/totals.ts";
import { bestMonth } from "../measures/best-month.ts";
import { change } from "../measures/change.ts";
import { contribution } from "../measures/contribution.ts";
import { effectiveNumber } from "../measures/effective-number.ts";
import { growth } from "../measures/growth.ts";
import { hhi } from "../measures/hhi.ts";
import { rankChange } from "../measures/rank-change.ts";
import { rank } from "../measures/rank.ts";
import { record } from "../measures/record.ts";
import { shareChange } from "../measures/share-change.ts";
import { share } from "../measures/share.ts";
import { streak } from "../measures/streak.ts";
import { strongestGrowth, type PeriodGrowth } from "../measures/strongest-growth.ts";
import { topKShare } from "../measures/top-k-share.ts";
import { valuePerCertificate } from "../measures/value-per-certificate.ts";
import {
  prefixed,
  wholeOf,
  yearBefore,
  type COUNTS,
  type CountSuffix,
  type Figure,
  type FigureColumn,
  type MetricSuffix,
} from "../domain/figure.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** The sums of the same months of every year on file: what every figure about those months is computed from. */
export interface PeriodSums {
  /** One row per year, without gaps. A year whose months are not all covered by the data is not `complete`. */
  readonly series: readonly SeriesRow[];
  /** The year before the series, where it begins with the first year asked for: growth compares with it. */
  readonly yearBefore?: SeriesRow;
  readonly byDestination: readonly ItemTotals[];
  readonly byMonth: readonly MonthTotals[];
  readonly exporterFlows: readonly ExporterFlow[];
}

/**
 * A computed figure. `value` is a count, rank, number of years or month as number, money in cents as bigint, a ratio as
 * fraction, a yes or no as boolean; `null` is undefined, never 0.
 */
export interface ComputedFigure {
  readonly figure: Figure;
  readonly value: number | bigint | Fraction | boolean | null;
  /** The id of the measure whose formula this is. */
  readonly measure: string;
  /** The figures in the formula, in its order. */
  readonly inputs: readonly Figure[];
}

/** Computes a figure. Growth, and what is made of it, is undefined where one of the two years is not covered whole. */
export function computeFigure(figure: Figure, sums: PeriodSums): ComputedFigure {
  const { measure, value, inputs = [] } = RULES[figure.column](figure, sums);
  return { figure, measure, value, inputs };
}

/** How many destinations `top_5_share` adds up. */
const TOP = 5;

interface Computed {
  readonly measure: string;
  readonly value: ComputedFigure["value"];
  readonly inputs?: readonly Figure[];
}
type Rule = (figure: Figure, sums: PeriodSums) => Computed;

const RULES: Readonly<Record<FigureColumn, Rule>> = {
  ...prefixed("certificates", metricRules("certificates")),
  ...prefixed("goods_value", metricRules("goods_value")),
  ...prefixed("destinations", countRules("destinations")),
  ...prefixed("exporters", countRules("exporters")),
  ...prefixed("products", countRules("products")),
  entrants: (figure, sums) => ({ measure: "entrants", value: flowOf(figure, sums)?.entrants ?? null }),
  exiters: (figure, sums) => ({ measure: "exiters", value: flowOf(figure, sums)?.exiters ?? null }),
  certificates_with_value: (figure, sums) => ({
    measure: "certificates",
    value: totalsAt(figure, sums)?.valued ?? null,
  }),
  value_per_certificate: (figure, sums) => {
    const totals = totalsAt(figure, sums);
    return {
      measure: "value_per_certificate",
      value: totals && valuePerCertificate.compute(totals.goodsCents, totals.valued),
      inputs: [as(figure, "goods_value"), as(figure, "certificates_with_value")],
    };
  },
  value_per_certificate_growth: (figure, sums) => {
    const before = yearBefore(figure);
    const [now, then] = [totalsAt(figure, sums), totalsAt(before, sums)];
    const known = areCovered(figure, sums) && now?.goodsCents != null && then?.goodsCents != null;
    return {
      measure: "growth",
      // Of the unrounded averages: (V_t / C_t) / (V_{t-1} / C_{t-1}) - 1.
      value: known ? growth.compute(now.goodsCents * BigInt(then.valued), then.goodsCents * BigInt(now.valued)) : null,
      inputs: [as(figure, "value_per_certificate"), as(before, "value_per_certificate")],
    };
  },
};

function metricRules(metric: Metric): Readonly<Record<MetricSuffix, Rule>> {
  const amount = (figure: Figure, sums: PeriodSums): bigint | null => amountAt(figure, sums, metric);
  const shareOf = (figure: Figure, sums: PeriodSums): Fraction | null =>
    share.compute(amount(figure, sums), amount(wholeOf(figure), sums));
  const comparable = (figure: Figure, sums: PeriodSums): boolean => areCovered(figure, sums);
  const growthOf = (figure: Figure, sums: PeriodSums): Fraction | null =>
    comparable(figure, sums) ? growth.compute(amount(figure, sums), amount(yearBefore(figure), sums)) : null;
  const growths = (figure: Figure, sums: PeriodSums): readonly PeriodGrowth[] =>
    yearsUpTo(figure, sums).map((year) => ({ year: year.period.year, growth: growthOf(year, sums) }));
  const rankOf = (figure: Figure, sums: PeriodSums): number | null => {
    const items = sums.byDestination.filter((row) => row.year === figure.period.year);
    const index = items.findIndex((row) => row.item === figure.destination);
    return rank.compute(items.map((row) => amountOf(row, metric)))[index] ?? null;
  };
  const amounts = (figure: Figure, sums: PeriodSums): readonly bigint[] =>
    sums.byDestination.filter((row) => row.year === figure.period.year).flatMap((row) => amountOf(row, metric) ?? []);
  /** The totals of the year's destinations, the largest first. */
  const largest = (figure: Figure, sums: PeriodSums): readonly Figure[] =>
    sums.byDestination
      .filter((row) => row.year === figure.period.year)
      .map(({ item, ...totals }) => ({ item, amount: amountOf(totals, metric) ?? -1n }))
      .toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : a.item < b.item ? -1 : 1))
      .map(({ item }) => ({ ...as(figure, metric), destination: item }));
  /** A destination between the one above it and the one below. */
  const neighbours = (figure: Figure, sums: PeriodSums): readonly Figure[] => {
    const all = largest(figure, sums);
    const index = all.findIndex(({ destination }) => destination === figure.destination);
    return index === -1 ? [as(figure, metric)] : all.slice(Math.max(0, index - 1), index + 2);
  };
  const both = (figure: Figure): readonly Figure[] => [as(figure, metric), as(yearBefore(figure), metric)];
  return {
    "": (figure, sums) => ({ measure: metric, value: asValue(amount(figure, sums), metric) }),
    _change: (figure, sums) => ({
      measure: "change",
      value: asValue(
        comparable(figure, sums) ? change.compute(amount(figure, sums), amount(yearBefore(figure), sums)) : null,
        metric,
      ),
      inputs: both(figure),
    }),
    _growth: (figure, sums) => ({ measure: "growth", value: growthOf(figure, sums), inputs: both(figure) }),
    _share: (figure, sums) => ({
      measure: "share",
      value: shareOf(figure, sums),
      inputs: [as(figure, metric), as(wholeOf(figure), metric)],
    }),
    _share_change: (figure, sums) => ({
      measure: "share_change",
      value: comparable(figure, sums)
        ? shareChange.compute(shareOf(figure, sums), shareOf(yearBefore(figure), sums))
        : null,
      inputs: [as(figure, `${metric}_share`), as(yearBefore(figure), `${metric}_share`)],
    }),
    _contribution: (figure, sums) => ({
      measure: "contribution",
      value: comparable(figure, sums)
        ? contribution.compute(
            // What is not known adds nothing to the totals, so it contributes nothing to their growth.
            amount(figure, sums) ?? 0n,
            amount(yearBefore(figure), sums) ?? 0n,
            amount(wholeOf(yearBefore(figure)), sums),
          )
        : null,
      inputs: [...both(figure), as(wholeOf(yearBefore(figure)), metric)],
    }),
    _rank: (figure, sums) => ({ measure: "rank", value: rankOf(figure, sums), inputs: neighbours(figure, sums) }),
    _rank_previous: (figure, sums) => ({
      measure: "rank",
      value: comparable(figure, sums) ? rankOf(yearBefore(figure), sums) : null,
      inputs: neighbours(yearBefore(figure), sums),
    }),
    _rank_change: (figure, sums) => {
      const previous = yearBefore(figure);
      return {
        measure: "rank_change",
        value: comparable(figure, sums) ? rankChange.compute(rankOf(figure, sums), rankOf(previous, sums)) : null,
        inputs: [as(figure, `${metric}_rank`), as(previous, `${metric}_rank`)],
      };
    },
    _record: (figure, sums) => {
      const years = yearsUpTo(figure, sums).filter((year) => isCovered(year, sums));
      const totals = years.flatMap((year) => {
        const total = amount(year, sums);
        return total === null ? [] : [{ year: year.period.year, total }];
      });
      const ofThisYear = totals.at(-1)?.year === figure.period.year;
      return {
        measure: "record",
        value: ofThisYear ? (record.compute(totals)?.isRecord ?? null) : null,
        inputs: years.map((year) => as(year, metric)),
      };
    },
    _strongest_growth_in: (figure, sums) => ({
      measure: "strongest_growth_in",
      value: strongestGrowth.compute(growths(figure, sums))?.years ?? null,
      inputs: yearsUpTo(figure, sums).map((year) => as(year, `${metric}_growth`)),
    }),
    _streak: (figure, sums) => ({
      measure: "streak",
      value: streak.compute(growths(figure, sums))?.years ?? null,
      inputs: yearsUpTo(figure, sums).map((year) => as(year, `${metric}_growth`)),
    }),
    _hhi: (figure, sums) => ({ measure: "hhi", value: hhi.compute(amounts(figure, sums)) }),
    _effective_number: (figure, sums) => ({
      measure: "effective_number",
      value: effectiveNumber.compute(amounts(figure, sums)),
      inputs: [as(figure, `${metric}_hhi`)],
    }),
    _top_5_share: (figure, sums) => ({
      measure: "top_k_share",
      value: topKShare.compute(amounts(figure, sums), TOP),
      inputs: [...largest(figure, sums).slice(0, TOP), as(figure, metric)],
    }),
    _best_month: (figure, sums) => {
      const { year, firstMonth, lastMonth } = figure.period;
      const months = sums.byMonth
        .filter((row) => row.year === year && row.month >= firstMonth && row.month <= lastMonth)
        .map((row) => ({ month: row.month, total: amountOf(row, metric) }));
      return {
        measure: "best_month",
        value: isCovered(figure, sums) ? (bestMonth.compute(months)?.month ?? null) : null,
        inputs: monthsOf(figure).map((month) => as(month, metric)),
      };
    },
  };
}

function countRules(count: (typeof COUNTS)[number]): Readonly<Record<CountSuffix, Rule>> {
  const counted = (figure: Figure, sums: PeriodSums): bigint | null => {
    const value = rowOf(figure, sums)?.[count] ?? null;
    return value === null ? null : BigInt(value);
  };
  const pair = (figure: Figure, sums: PeriodSums): readonly [bigint | null, bigint | null] =>
    areCovered(figure, sums) ? [counted(figure, sums), counted(yearBefore(figure), sums)] : [null, null];
  const inputs = (figure: Figure): readonly Figure[] => [as(figure, count), as(yearBefore(figure), count)];
  return {
    "": (figure, sums) => ({ measure: count, value: rowOf(figure, sums)?.[count] ?? null }),
    _change: (figure, sums) => {
      const changed = change.compute(...pair(figure, sums));
      return { measure: "change", value: changed === null ? null : Number(changed), inputs: inputs(figure) };
    },
    _growth: (figure, sums) => ({
      measure: "growth",
      value: growth.compute(...pair(figure, sums)),
      inputs: inputs(figure),
    }),
  };
}

function monthsOf(figure: Figure): readonly Figure[] {
  const { year, firstMonth, lastMonth } = figure.period;
  return Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => ({
    ...figure,
    period: { year, firstMonth: firstMonth + index, lastMonth: firstMonth + index },
  }));
}

function as(figure: Figure, column: FigureColumn): Figure {
  return { ...figure, column };
}

/** The same figure of every year on file up to its own; none when its own is not on file. */
function yearsUpTo(figure: Figure, sums: PeriodSums): readonly Figure[] {
  if (rowOf(figure, sums) === undefined) return [];
  return sums.series
    .filter((row) => row.year <= figure.period.year)
    .map((row) => ({ ...figure, period: { ...figure.period, year: row.year } }));
}

function rowOf({ period }: Figure, sums: PeriodSums): SeriesRow | undefined {
  if (sums.yearBefore?.year === period.year) return sums.yearBefore;
  return sums.series.find((row) => row.year === period.year);
}

function isCovered(figure: Figure, sums: PeriodSums): boolean {
  return rowOf(figure, sums)?.complete === true;
}

/** Whether the data cover the figure's months in its year and in the year before. */
function areCovered(figure: Figure, sums: PeriodSums): boolean {
  return isCovered(figure, sums) && isCovered(yearBefore(figure), sums);
}

/** The exporters that came and went; undefined where the year before is not covered whole. */
function flowOf(figure: Figure, sums: PeriodSums): ExporterFlow | null {
  const flow = sums.exporterFlows.find(({ year }) => year === figure.period.year) ?? null;
  return areCovered(figure, sums) && rowOf(figure, sums)?.exporters !== null ? flow : null;
}

/** The sums that a figure is about: of a destination without certificates they are 0; `null` where the year is not on file. */
function totalsAt(figure: Figure, sums: PeriodSums): Totals | null {
  const row = rowOf(figure, sums) ?? null;
  if (figure.destination === null || row === null) return row;
  const item = sums.byDestination.find(
    (totals) => totals.year === figure.period.year && totals.item === figure.destination,
  );
  return item ?? { certificates: 0, valued: 0, goodsCents: 0n };
}

function asValue(amount: bigint | null, metric: Metric): number | bigint | null {
  return metric === "certificates" && amount !== null ? Number(amount) : amount;
}

function amountAt(figure: Figure, sums: PeriodSums, metric: Metric): bigint | null {
  const totals = totalsAt(figure, sums);
  return totals && amountOf(totals, metric);
}
