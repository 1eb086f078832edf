import type { Metric } from "../../domain/metric.ts";
import type { ItemFigures, ItemRow } from "../../report/item-table.ts";
import type { DocumentContext } from "./context.ts";
import { figureId, type FigureId } from "./figure-id.ts";
import {
  changeCell,
  countCell,
  moneyCell,
  ordinalCell,
  shareCell,
  textCell,
  withoutEmptyColumns,
  type DocumentCell,
  type DocumentColumn,
  type DocumentTable,
} from "./table.ts";

/** What a destination, or all of them together, has in a column. */
interface FigureColumn extends DocumentColumn {
  readonly cell: (row: ItemRow) => DocumentCell;
  readonly total: DocumentCell;
}

/** The largest destinations by one quantity. */
export function buildLargest(context: DocumentContext, metric: Metric, top: number): DocumentTable {
  const ranked = context.report.destinations
    .filter((row) => figuresOf(row, metric).rank !== null)
    .toSorted((a, b) => (figuresOf(a, metric).rank ?? 0) - (figuresOf(b, metric).rank ?? 0));
  const { words, documentWords, format } = context;
  const rest = ranked.length - top;
  const table = destinationsTable(context, [metric], ranked.slice(0, top));
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, group: null })),
    caption: documentWords.destinationsBy[metric],
    note: rest > 0 ? `… ${words.more(format.count(rest))}` : null,
  };
}

function destinationsTable(
  context: DocumentContext,
  metrics: readonly Metric[],
  rows: readonly ItemRow[],
): DocumentTable {
  const { report, nameOf, words, documentWords } = context;
  const columns: readonly FigureColumn[] = [
    {
      header: words.term.destination,
      group: null,
      align: "left",
      cell: (row) => textCell(nameOf(row.item)),
      total: textCell(documentWords.total),
    },
    ...metrics.flatMap((metric) => metricColumns(context, metric)),
  ];
  return withoutEmptyColumns({
    caption: documentWords.destinationsCaption(report.year),
    note: documentWords.destinationsNote,
    columns,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    total: columns.map(({ total }) => total),
  });
}

function metricColumns({ report, words, documentWords, format }: DocumentContext, metric: Metric): FigureColumn[] {
  const { current, year } = report;
  const isCount = metric === "certificates";
  const growth = isCount ? current.certificatesGrowth : current.goodsValueGrowth;
  const total = isCount ? BigInt(current.certificates) : current.goodsCents;
  const quantity = (amount: bigint | null, figure: FigureId): DocumentCell =>
    isCount ? countCell(amount ?? 0n, format, figure) : moneyCell(amount, format, figure);
  const column = (
    header: string,
    suffix: string,
    cell: (figures: ItemFigures, figure: FigureId) => DocumentCell,
    totalCell: DocumentCell,
  ): FigureColumn => ({
    header,
    group: words.metric[metric],
    align: "right",
    cell: (row) => cell(figuresOf(row, metric), figureId(`${metric}${suffix}`, current.period, row.item)),
    total: totalCell,
  });
  const whole = total === null || total === 0n ? null : { numerator: 1n, denominator: 1n };
  return [
    column(documentWords.rank, "_rank", ({ rank }, figure) => ordinalCell(rank, figure), textCell("")),
    column(
      `${documentWords.rank} ${year - 1}`,
      "_rank_previous",
      ({ previousRank }, figure) => ordinalCell(previousRank, figure),
      textCell(""),
    ),
    column(
      isCount ? documentWords.number : report.provenance.currency,
      "",
      (figures, figure) => quantity(figures.total, figure),
      quantity(total, figureId(metric, current.period)),
    ),
    column(
      documentWords.share,
      "_share",
      ({ share }, figure) => shareCell(share, format, figure),
      shareCell(whole, format),
    ),
    column(
      documentWords.growth,
      "_growth",
      (figures, figure) => changeCell(figures.growth, format, figure),
      changeCell(growth, format, figureId(`${metric}_growth`, current.period)),
    ),
    column(
      documentWords.contribution,
      "_contribution",
      ({ contribution }, figure) => changeCell(contribution, format, figure),
      changeCell(growth, format),
    ),
  ];
}

function figuresOf(row: ItemRow, metric: Metric): ItemFigures {
  return metric === "certificates" ? row.certificates : row.goodsValue;
}
