import { isSameRange, WHOLE_YEAR } from "../../domain/period.ts";
import type { Cents } from "../../domain/money.ts";
import { printable } from "../../domain/printable.ts";
import type { ComparedTotals, SeriesRow } from "../../report/yearly-series.ts";
import { UNDEFINED } from "../format.ts";
import { inPeriod } from "../period-words.ts";
import { compositionName } from "../scope-text.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { wrap } from "../wrap.ts";
import { filterLine } from "../words.ts";
import { growthCell, type ReportContext } from "./context.ts";

export function renderTitle({ report, words, format, style, language }: ReportContext): readonly string[] {
  const { chambers, selection, currency } = report.provenance;
  const months = isSameRange(report.period, WHOLE_YEAR) ? [] : [words.sameMonths];
  const composition = selection.scope === "all" ? [] : [compositionName(selection.eu, words)];
  return [
    style.strong(
      [words.title(inPeriod(report.period, language, (month) => format.month(month))), ...chambers.map(printable)].join(
        " · ",
      ),
    ),
    style.faint([words.scope[selection.scope], ...composition, currency, ...months].join(" · ")),
    ...filterLine(selection.where, words).map(style.faint),
  ];
}

/** The sums of the year, their growth, and the year before; of a year that is not whole, the months that are compared. */
export function renderHeadline(context: ReportContext): readonly string[] {
  const { report, words, format, style, width } = context;
  const { current, previous } = report;
  const partial = current.complete ? null : current.compared;
  const sums = partial?.current ?? current;
  const before = partial?.previous ?? previous;
  const money = (cents: Cents | null): string =>
    cents === null ? UNDEFINED : format.amount(cents, report.provenance.currency);
  const was = (text: string | null): string => (text === null ? "" : style.faint(`${report.year - 1}: ${text}`));
  const row = (label: string, of: (totals: ComparedTotals) => string, growth: string): readonly string[] => [
    label,
    of(sums),
    growth,
    was(before && of(before)),
  ];
  // Distinct counts of a whole year and of part of one do not compare.
  const countsBefore = partial === null ? previous : null;
  const counts: readonly (readonly [string, (row: SeriesRow) => number | null])[] = [
    [words.destinations, (year) => year.destinations],
    [words.exporters, (year) => year.exporters],
    [words.products, (year) => year.products],
  ];
  const rows = [
    row(
      words.metric.certificates,
      (totals) => format.count(totals.certificates),
      growthCell(current.certificatesGrowth, context),
    ),
    row(words.metric.goods_value, (totals) => money(totals.goodsCents), growthCell(current.goodsValueGrowth, context)),
    row(words.perCertificate, (totals) => money(totals.valuePerCertificate), ""),
    ...counts
      .filter(([, of]) => of(current) !== null)
      .map(([label, of]) => [
        label,
        countCell(of(current), context),
        "",
        was(countsBefore && countCell(of(countsBefore), context)),
      ]),
  ];
  const columns: readonly TextColumn[] = [
    { header: "", align: "left" },
    { header: "", align: "right" },
    { header: "", align: "right" },
    { header: "", align: "left" },
  ];
  const [, ...table] = renderTextTable(columns, rows, width, (text) => text);
  return [...table, ...comparedMonths(context)];
}

function countCell(count: number | null, { format }: ReportContext): string {
  return count === null ? UNDEFINED : format.count(count);
}

/** Which months the growth compares, when that is not the whole year. */
function comparedMonths({ report, words, format, width }: ReportContext): readonly string[] {
  const { window, complete, certificatesGrowth } = report.current;
  if (complete || certificatesGrowth === null) return [];
  return wrap(
    words.comparedMonths(words.months(format.month(window.firstMonth), format.month(window.lastMonth), report.year)),
    width,
  );
}
