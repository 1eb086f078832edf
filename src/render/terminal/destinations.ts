import type { Fraction } from "../../domain/fraction.ts";
import type { ItemRow } from "../../report/item-table.ts";
import { UNDEFINED } from "../format.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { wrap } from "../wrap.ts";
import { growthCell, moneyColumn, WIDE, type ReportContext } from "./context.ts";

/** The largest destinations by value: share, growth and contribution, and the same by certificates with their rank. */
export function renderDestinations(context: ReportContext): readonly string[] {
  const { report, words, format, width, style, nameOf, top } = context;
  const present = report.destinations.filter((row) => row.certificates.total !== null);
  const wide = width >= WIDE;
  const money = moneyColumn(
    present.map((row) => row.goodsValue.total),
    context,
  );
  const columns: readonly TextColumn[] = [
    { header: "#", align: "right" },
    { header: words.term.destination, align: "left", shrinkTo: 12 },
    { header: money.heading, align: "right" },
    { header: words.share, align: "right" },
    { header: words.growth, align: "right" },
    { header: words.contribution, align: "right" },
    { header: wide ? words.column(words.metric.certificates) : words.certificatesShort, align: "right" },
    { header: words.share, align: "right" },
    ...(wide
      ? ([
          { header: words.growth, align: "right" },
          { header: words.contribution, align: "right" },
        ] as const)
      : []),
    { header: "#", align: "right" },
  ];
  const share = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percentNumber(value));
  const points = (value: Fraction | null): string => (value === null ? UNDEFINED : format.points(value));
  const cells = ({ item, goodsValue, certificates }: ItemRow): readonly string[] => [
    rankCell(goodsValue.rank),
    item === "" ? words.notStated : nameOf(item),
    goodsValue.total === null ? UNDEFINED : money.format(goodsValue.total),
    share(goodsValue.share),
    growthCell(goodsValue.growth, context, ""),
    points(goodsValue.contribution),
    format.count(certificates.total ?? 0n),
    share(certificates.share),
    ...(wide ? [growthCell(certificates.growth, context, ""), points(certificates.contribution)] : []),
    rankCell(certificates.rank),
  ];
  const shown = present.slice(0, top);
  const rest = present.length - shown.length;
  return [
    ...wrap(words.tableNote(words.unit[money.unit], report.provenance.currency), width, "").map((line) =>
      style.faint(line),
    ),
    ...renderTextTable(columns, shown.map(cells), width, style.faint),
    ...(rest > 0 ? [style.faint(`    ${words.more(format.count(rest))}`)] : []),
  ];
}

function rankCell(rank: number | null): string {
  return rank === null ? UNDEFINED : String(rank);
}
