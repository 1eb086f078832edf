import type { Metric } from "../../domain/metric.ts";
import type { YearWindow } from "../../domain/period.ts";
import type { Figure } from "../../domain/figure.ts";
import type { ItemFigures, ItemRow } from "../../report/item-table.ts";
import type { DocumentContext } from "./context.ts";
import { destinationFigure, figureOf, periodIn } from "./figures.ts";
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

/** Every destination, those that were lost since the year before included, by value and by certificates. */
export function buildDestinations(context: DocumentContext): DocumentTable {
  return destinationsTable(context, ["goods_value", "certificates"], context.report.destinations);
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
      kind: "text",
      cell: (row) => textCell(nameOf(row.item)),
      total: textCell(documentWords.total),
    },
    ...metrics.flatMap((metric) => metricColumns(context, metric)),
  ];
  return withoutEmptyColumns({
    caption: documentWords.destinationsCaption(report.year),
    note: contributionNote(context),
    columns,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    total: columns.map(({ total }) => total),
  });
}

/** What a contribution is; `null` where there is none. */
export function contributionNote({ report, documentWords }: DocumentContext): string | null {
  return report.current.certificatesGrowth === null ? null : documentWords.contributionNote;
}

function metricColumns({ report, words, documentWords, format }: DocumentContext, metric: Metric): FigureColumn[] {
  const { current, year } = report;
  const period = periodIn(year, report);
  // Of an incomplete year, only the months that it has compare with the year before.
  const compared = current.window;
  const isCount = metric === "certificates";
  const growth = isCount ? current.certificatesGrowth : current.goodsValueGrowth;
  const total = isCount ? BigInt(current.certificates) : current.goodsCents;
  const quantity = (amount: bigint | null, figure: Figure | null): DocumentCell =>
    isCount ? countCell(amount ?? 0n, format, figure) : moneyCell(amount, format, figure);
  const column = (
    header: string,
    suffix: "" | "_share" | "_growth" | "_contribution" | "_rank" | "_rank_previous",
    months: YearWindow,
    cell: (figures: ItemFigures, figure: Figure | null) => DocumentCell,
    totalCell: DocumentCell | null,
  ): FigureColumn => ({
    header,
    group: words.metric[metric],
    kind: totalCell === null ? "ordinal" : "quantity",
    cell: (row) => cell(figuresOf(row, metric), destinationFigure(`${metric}${suffix}`, months, row.item)),
    total: totalCell ?? textCell(""),
  });
  const whole = total === null || total === 0n ? null : { numerator: 1n, denominator: 1n };
  return [
    column(documentWords.rank, "_rank", period, ({ rank }, figure) => ordinalCell(rank, figure), null),
    column(
      `${documentWords.rank} ${year - 1}`,
      "_rank_previous",
      compared,
      ({ previousRank }, figure) => ordinalCell(previousRank, figure),
      null,
    ),
    column(
      isCount ? documentWords.number : report.provenance.currency,
      "",
      period,
      (figures, figure) => quantity(figures.total, figure),
      quantity(total, figureOf(metric, period)),
    ),
    column(
      documentWords.share,
      "_share",
      period,
      ({ share }, figure) => shareCell(share, format, figure),
      shareCell(whole, format),
    ),
    column(
      documentWords.growth,
      "_growth",
      compared,
      (figures, figure) => changeCell(figures.growth, format, figure),
      changeCell(growth, format, figureOf(`${metric}_growth`, compared)),
    ),
    column(
      documentWords.contribution,
      "_contribution",
      compared,
      ({ contribution }, figure) => changeCell(contribution, format, figure),
      changeCell(growth, format),
    ),
  ];
}

export function figuresOf(row: ItemRow, metric: Metric): ItemFigures {
  return metric === "certificates" ? row.certificates : row.goodsValue;
}
