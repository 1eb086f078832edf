import type { SeriesRow } from "../../report/yearly-series.ts";
import type { YearFacts } from "../../report/yearly-report.ts";
import { renderChart } from "../chart.ts";
import { UNDEFINED } from "../format.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { growthCell, moneyColumn, WIDE, type ReportContext } from "./context.ts";

/** The table of the years; a year that the data do not cover as a whole has a star. */
export function renderYears(context: ReportContext<YearFacts>): readonly string[] {
  const { report, words, format, width, style } = context;
  const wide = width >= WIDE;
  const hasExporters = report.series.some((row) => row.exporters !== null);
  const money = moneyColumn(
    report.series.map((row) => row.goodsCents),
    context,
  );
  const columns: readonly TextColumn[] = [
    { header: words.term.year, align: "left" },
    { header: words.column(words.metric.certificates), align: "right" },
    { header: words.growth, align: "right" },
    { header: money.heading, align: "right" },
    { header: words.growth, align: "right" },
    {
      header: wide ? words.column(words.perCertificate) : `${report.provenance.currency}/${words.certificatesShort}`,
      align: "right",
    },
    { header: words.column(words.destinations), align: "right" },
    ...(wide && hasExporters ? ([{ header: words.column(words.exporters), align: "right" }] as const) : []),
  ];
  const rows = report.series.map((row) => [
    row.complete ? String(row.year) : `${row.year}*`,
    format.count(row.certificates),
    growthCell(row.certificatesGrowth, context),
    row.goodsCents === null ? UNDEFINED : money.format(row.goodsCents),
    growthCell(row.goodsValueGrowth, context),
    row.valuePerCertificate === null ? UNDEFINED : format.units(row.valuePerCertificate),
    format.count(row.destinations),
    row.exporters === null ? UNDEFINED : format.count(row.exporters),
  ]);
  const incomplete = report.series.some((row) => !row.complete);
  return [
    ...renderTextTable(columns, rows, width, style.faint),
    ...(incomplete ? [style.faint(`* ${words.incompleteYear}`)] : []),
  ];
}

/** The years as line charts, one for each quantity. Years that are not covered as a whole would mislead the eye. */
export function renderYearCharts(context: ReportContext<YearFacts>): readonly string[] {
  const { report, words, format, width, style } = context;
  const years = report.series.filter((row) => row.complete);
  const points = (of: (row: SeriesRow) => number | null): readonly { label: string; value: number | null }[] =>
    years.map((row) => ({ label: String(row.year), value: of(row) }));
  const money = moneyColumn(
    years.map((row) => row.goodsCents),
    context,
  );
  const charts = [
    {
      title: words.metric.certificates,
      lines: renderChart(
        points((row) => row.certificates),
        width,
        (value) => format.count(Math.round(value)),
      ),
    },
    {
      title: `${words.metric.goods_value} (${money.heading})`,
      lines: renderChart(
        points((row) => (row.goodsCents === null ? null : Number(row.goodsCents))),
        width,
        (cents) => money.format(BigInt(Math.round(cents))),
      ),
    },
  ];
  return charts.flatMap(({ title, lines }) => (lines.length === 0 ? [] : ["", style.faint(title), ...lines]));
}
