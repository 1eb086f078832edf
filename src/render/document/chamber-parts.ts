import type { Metric } from "../../domain/metric.ts";
import { printable } from "../../domain/printable.ts";
import { wholeRow } from "../../report/chamber-parts.ts";
import type { ItemRow } from "../../report/item-table.ts";
import { comparisonWordsOf } from "../comparison-words.ts";
import { groupHeading } from "../group-notes.ts";
import type { DocumentContext } from "./context.ts";
import { contributionNote, figuresOf } from "./destinations.ts";
import {
  changeCell,
  countCell,
  moneyCell,
  shareCell,
  textCell,
  withoutEmptyColumns,
  type DocumentCell,
  type DocumentColumn,
  type DocumentTable,
} from "./table.ts";

/** Each chamber's part of a joint report; `null` when it is of no group. */
export function buildChamberParts(context: DocumentContext): DocumentTable | null {
  const { report, language } = context;
  if (report.group === undefined) return null;
  const columns = (["certificates", "goods_value"] as const).flatMap((metric) => metricColumns(context, metric));
  const cells = (row: ItemRow): readonly DocumentCell[] => [
    textCell(printable(row.item)),
    ...columns.map(({ cell }) => cell(row)),
  ];
  const words = comparisonWordsOf(language);
  return withoutEmptyColumns({
    caption: groupHeading(report.group, language),
    note: contributionNote(context),
    columns: [{ header: context.words.term.chamber, group: null, kind: "text" }, ...columns],
    rows: report.group.parts.map(cells),
    total: cells({ item: words.together, ...wholeRow(report.current) }),
  });
}

function metricColumns(
  { report, words, documentWords, format }: DocumentContext,
  metric: Metric,
): readonly (DocumentColumn & { readonly cell: (row: ItemRow) => DocumentCell })[] {
  const isCount = metric === "certificates";
  const column = (
    header: string,
    cell: (figures: ReturnType<typeof figuresOf>) => DocumentCell,
  ): DocumentColumn & { readonly cell: (row: ItemRow) => DocumentCell } => ({
    header,
    group: words.metric[metric],
    kind: "quantity",
    cell: (row) => cell(figuresOf(row, metric)),
  });
  return [
    column(isCount ? documentWords.number : report.provenance.currency, ({ total }) =>
      isCount ? countCell(total ?? 0n, format) : moneyCell(total, format),
    ),
    column(documentWords.growth, ({ growth }) => changeCell(growth, format)),
    column(documentWords.share, ({ share }) => shareCell(share, format)),
    column(documentWords.contribution, ({ contribution }) => changeCell(contribution, format)),
  ];
}
