import type { Fraction } from "../../domain/fraction.ts";
import type { Cents } from "../../domain/money.ts";
import { isSameRange, WHOLE_YEAR } from "../../domain/period.ts";
import { printable } from "../../domain/printable.ts";
import type { Metric } from "../../domain/metric.ts";
import type { COUNTS, Figure, WholeColumn } from "../../domain/figure.ts";
import type { YearFacts } from "../../report/yearly-report.ts";
import type { ComparedTotals, SeriesRow } from "../../report/yearly-series.ts";
import { UNDEFINED } from "../format.ts";
import { inPeriod } from "../period-words.ts";
import { compositionName } from "../scope-text.ts";
import { filterLine } from "../words.ts";
import type { FactContext } from "./context.ts";
import { figureOf, periodIn } from "./figures.ts";
import { directionOf, textCell, type DocumentCell } from "./table.ts";

/** A figure of the year with its growth and the year before; `null` where there is nothing to say, a dash for what is undefined. */
export interface Headline {
  readonly label: string;
  readonly value: DocumentCell;
  readonly growth: DocumentCell | null;
  readonly before: DocumentCell | null;
}

/** What the report is about: the chambers, its title, and which certificates it has. */
export function buildTitle({ report, words, format, language }: FactContext<YearFacts>): {
  readonly chambers: string;
  readonly title: string;
  readonly scope: string;
  /** The condition that certificates had to meet, when there was one. */
  readonly filter: readonly string[];
} {
  const { chambers, selection, currency } = report.provenance;
  const months = isSameRange(report.period, WHOLE_YEAR) ? [] : [words.sameMonths];
  const composition = selection.scope === "all" ? [] : [compositionName(selection.eu, words)];
  return {
    chambers: chambers.map(printable).join(" · "),
    title: words.title(inPeriod(report.period, language, (month) => format.month(month))),
    scope: [words.scope[selection.scope], ...composition, currency, ...months].join(" · "),
    filter: filterLine(selection.where, words),
  };
}

/** The sums of the year, their growth, and the year before; of a year that is not whole, the months that are compared. */
export function buildHeadlines(context: FactContext<YearFacts>): readonly Headline[] {
  const { report, words, format } = context;
  const { current, previous } = report;
  const partial = current.complete ? null : current.compared;
  const now = partial?.current ?? current;
  const before = partial?.previous ?? previous;
  const months = partial === null ? report.period : current.window;
  const figure = (column: WholeColumn, year: number): Figure => figureOf(column, { ...months, year });
  const sum = (
    label: string,
    column: Metric | "value_per_certificate",
    of: (totals: ComparedTotals) => string,
    growth?: Fraction | null,
  ): Headline => ({
    label,
    value: { ...textCell(of(now)), figure: figure(column, report.year) },
    growth:
      growth === undefined
        ? null
        : {
            ...textCell(growth === null ? UNDEFINED : format.percent(growth, { signed: true })),
            figure: figure(`${column}_growth`, report.year),
            direction: growth && directionOf(growth),
          },
    before: before && { ...textCell(of(before)), figure: figure(column, report.year - 1) },
  });
  const money = (cents: Cents | null): string =>
    cents === null ? UNDEFINED : format.amount(cents, report.provenance.currency);
  const count = (
    label: string,
    column: (typeof COUNTS)[number],
    of: (row: SeriesRow) => number | null,
  ): readonly Headline[] => {
    const value = of(current);
    if (value === null) return [];
    const past = previous && of(previous);
    return [
      {
        label,
        value: { ...textCell(format.count(value)), figure: figureOf(column, periodIn(report.year, report)) },
        growth: null,
        // Distinct counts of a whole year and of part of one do not compare.
        before:
          partial !== null || past === null
            ? null
            : { ...textCell(format.count(past)), figure: figure(column, report.year - 1) },
      },
    ];
  };
  return [
    sum(words.metric.certificates, "certificates", (row) => format.count(row.certificates), current.certificatesGrowth),
    sum(words.metric.goods_value, "goods_value", (row) => money(row.goodsCents), current.goodsValueGrowth),
    sum(words.perCertificate, "value_per_certificate", (row) => money(row.valuePerCertificate)),
    ...count(words.destinations, "destinations", (row) => row.destinations),
    ...count(words.exporters, "exporters", (row) => row.exporters),
    ...count(words.products, "products", (row) => row.products),
  ];
}

/** Which months the growth compares, when that is not the whole year. */
export function comparedMonths({ report, words, format }: FactContext<YearFacts>): string | null {
  const { window, complete, certificatesGrowth } = report.current;
  if (complete || certificatesGrowth === null) return null;
  return words.comparedMonths(
    words.months(format.month(window.firstMonth), format.month(window.lastMonth), report.year),
  );
}
