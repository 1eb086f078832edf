import { compareFractions, fraction, subtractFractions } from "../../domain/fraction.ts";
import type { Metric } from "../../domain/metric.ts";
import { amountOf } from "../../domain/totals.ts";
import { bestMonth } from "../../measures/best-month.ts";
import { effectiveNumber } from "../../measures/effective-number.ts";
import { growth } from "../../measures/growth.ts";
import { topKShare } from "../../measures/top-k-share.ts";
import { computeFigure } from "../compute-figure.ts";
import { lastTwo, wholeFigure, type FindingInput } from "./finding-input.ts";
import type { Finding } from "./finding.ts";

/** A month is the biggest of a run of at least this many. */
const SHORTEST_PERIOD = 3;

/** The biggest month of a covered period, when there is one. */
export function bestMonthFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { period, byMonth } = input;
  const column = `${metric}_best_month` as const;
  const month = computeFigure(wholeFigure(period, column), input).value;
  const whole = lastTwo(input)?.now;
  if (typeof month !== "number" || whole === undefined || period.lastMonth - period.firstMonth + 1 < SHORTEST_PERIOD)
    return [];
  const row = byMonth.find((each) => each.year === period.year && each.month === month);
  const total = row === undefined ? null : amountOf(row, metric);
  const part = total === null ? null : fraction(total, amountOf(whole, metric) ?? 0n);
  if (total === null || part === null) return [];
  const ofMonth = { year: period.year, firstMonth: month, lastMonth: month };
  return [
    {
      kind: "best-month",
      metric,
      month,
      total,
      share: part,
      period,
      formula: bestMonth.formula,
      figures: [wholeFigure(period, column), wholeFigure(ofMonth, metric), wholeFigure(period, metric)],
      weight: metric === "goods_value" ? 20 : 19,
    },
  ];
}

/**
 * Whether value grew through more certificates or larger ones. Both factors leave certificates without a value out, as the value
 * does: with the growth of all certificates the two would not multiply to that of the value.
 */
export function splitFinding(input: FindingInput): readonly Finding[] {
  const { period } = input;
  const { now, before } = lastTwo(input) ?? {};
  if (now?.complete !== true || before == null || now.goodsCents === 0n) return [];
  const { goodsValueGrowth } = now;
  const valued = growth.compute(BigInt(now.valued), BigInt(before.valued));
  const average = computeFigure(wholeFigure(period, "value_per_certificate_growth"), input).value;
  if (goodsValueGrowth === null || valued === null || average === null || typeof average !== "object") return [];
  const yearBefore = { ...period, year: period.year - 1 };
  return [
    {
      kind: "count-value-split",
      goodsValueGrowth,
      certificatesWithValueGrowth: valued,
      valuePerCertificateGrowth: average,
      period,
      formula: "V_t/V_{t-1} = C_t/C_{t-1} * v_t/v_{t-1}, C the certificates that have a value, v = V/C",
      figures: [
        wholeFigure(period, "goods_value_growth"),
        wholeFigure(period, "certificates_with_value"),
        wholeFigure(yearBefore, "certificates_with_value"),
        wholeFigure(period, "value_per_certificate_growth"),
      ],
      weight: valued.numerator * average.numerator < 0n ? 65 : 35,
    },
  ];
}

/** How many destinations the share of the largest adds up. */
const TOP = 5;
/** A change of that share by a percentage point or more is news. */
const NOTABLE_CHANGE = { numerator: 1n, denominator: 100n };

/** How much of the whole goes to the largest destinations, and how many of equal size would be as concentrated. */
export function concentrationFinding(input: FindingInput, metric: Metric): readonly Finding[] {
  const { period } = input;
  const { now, before } = lastTwo(input) ?? {};
  if (now?.complete !== true || now.destinations <= TOP) return [];
  const value = (column: "_top_5_share" | "_effective_number", year: number): ReturnType<typeof topKShare.compute> => {
    const computed = computeFigure(wholeFigure({ ...period, year }, `${metric}${column}`), input).value;
    return typeof computed === "object" ? computed : null;
  };
  const topShare = value("_top_5_share", period.year);
  const effective = value("_effective_number", period.year);
  if (topShare === null || effective === null) return [];
  const previousTopShare = before?.complete === true ? value("_top_5_share", period.year - 1) : null;
  const moved = previousTopShare === null ? null : subtractFractions(topShare, previousTopShare);
  const notable =
    moved !== null &&
    compareFractions(moved.numerator < 0n ? { ...moved, numerator: -moved.numerator } : moved, NOTABLE_CHANGE) >= 0;
  return [
    {
      kind: "concentration",
      metric,
      topShare,
      previousTopShare,
      effectiveNumber: effective,
      period,
      formula: `${topKShare.formula}, k = ${TOP}; ${effectiveNumber.formula}`,
      figures: [
        wholeFigure(period, `${metric}_top_5_share`),
        ...(previousTopShare === null
          ? []
          : [wholeFigure({ ...period, year: period.year - 1 }, `${metric}_top_5_share`)]),
        wholeFigure(period, `${metric}_effective_number`),
      ],
      weight: notable ? 38 : 22,
    },
  ];
}

/** Exporters entering and leaving; nothing where one of the two years is not covered or names no exporters. */
export function exportersFinding(input: FindingInput): readonly Finding[] {
  const { period, exporterFlows } = input;
  const { now, before } = lastTwo(input) ?? {};
  const flow = exporterFlows.find(({ year }) => year === period.year);
  if (flow === undefined || now?.complete !== true || before?.complete !== true) return [];
  if (now.exporters === null || before.exporters === null) return [];
  return [
    {
      kind: "exporters",
      exporters: now.exporters,
      previous: before.exporters,
      entrants: flow.entrants,
      exiters: flow.exiters,
      period,
      formula: "exporters_t = exporters_{t-1} + entrants_t - exiters_t",
      figures: [
        wholeFigure(period, "exporters"),
        wholeFigure({ ...period, year: period.year - 1 }, "exporters"),
        wholeFigure(period, "entrants"),
        wholeFigure(period, "exiters"),
      ],
      weight: 28,
    },
  ];
}
