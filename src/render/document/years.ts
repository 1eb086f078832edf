import type { YearFacts } from "../../report/yearly-report.ts";
import type { SeriesRow } from "../../report/yearly-series.ts";
import type { DocumentContext } from "./context.ts";
import { figureOf, periodIn } from "./figures.ts";
import type { COUNTS } from "../../domain/figure.ts";
import {
  changeCell,
  countCell,
  moneyCell,
  ordinalCell,
  withoutEmptyColumns,
  type DocumentCell,
  type DocumentColumn,
  type DocumentTable,
} from "./table.ts";

/** The years on file, one line each; a year that the data do not cover as a whole has a star. */
export function buildYears(context: DocumentContext<YearFacts>): DocumentTable {
  const { report, words, documentWords, format } = context;
  const { certificates, goods_value: goodsValue } = words.metric;
  const columns: readonly (DocumentColumn & { readonly cell: (row: SeriesRow) => DocumentCell })[] = [
    { header: words.term.year, group: null, kind: "ordinal", cell: yearCell },
    {
      header: documentWords.number,
      group: certificates,
      kind: "quantity",
      cell: (row) => countCell(row.certificates, format, figureOf("certificates", periodIn(row.year, report))),
    },
    {
      header: documentWords.growth,
      group: certificates,
      kind: "quantity",
      cell: (row) => changeCell(row.certificatesGrowth, format, figureOf("certificates_growth", row.window)),
    },
    {
      header: report.provenance.currency,
      group: goodsValue,
      kind: "quantity",
      cell: (row) => moneyCell(row.goodsCents, format, figureOf("goods_value", periodIn(row.year, report))),
    },
    {
      header: documentWords.growth,
      group: goodsValue,
      kind: "quantity",
      cell: (row) => changeCell(row.goodsValueGrowth, format, figureOf("goods_value_growth", row.window)),
    },
    {
      header: documentWords.perCertificate,
      group: goodsValue,
      kind: "quantity",
      cell: (row) =>
        moneyCell(row.valuePerCertificate, format, figureOf("value_per_certificate", periodIn(row.year, report))),
    },
    ...distinctColumns(context),
  ];
  return withoutEmptyColumns({
    caption: documentWords.yearsCaption,
    note: report.series.some((row) => !row.complete) ? `* ${words.incompleteYear}` : null,
    columns,
    rows: report.series.map((row) => columns.map(({ cell }) => cell(row))),
    total: null,
  });
}

function yearCell(row: SeriesRow): DocumentCell {
  const cell = ordinalCell(row.year);
  return row.complete ? cell : { ...cell, text: `${cell.text}*` };
}

/** How many destinations, exporters and products there were; nothing about what the records do not name. */
function distinctColumns({
  report,
  words,
  format,
}: DocumentContext<YearFacts>): readonly (DocumentColumn & { readonly cell: (row: SeriesRow) => DocumentCell })[] {
  const counts: readonly (readonly [string, (typeof COUNTS)[number], (row: SeriesRow) => number | null])[] = [
    [words.destinations, "destinations", (row) => row.destinations],
    [words.exporters, "exporters", (row) => row.exporters],
    [words.products, "products", (row) => row.products],
  ];
  return counts
    .filter(([, , of]) => report.series.some((row) => of(row) !== null))
    .map(([header, column, of]) => ({
      header,
      group: null,
      kind: "quantity",
      cell: (row) => countCell(of(row), format, figureOf(column, periodIn(row.year, report))),
    }));
}
