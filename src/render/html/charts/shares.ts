import { scaleLinear } from "d3-scale";

import { fractionToNumber, subtractFractions, type Fraction } from "../../../domain/fraction.ts";
import type { ItemFigures } from "../../../report/item-table.ts";
import type { DocumentContext } from "../../document/context.ts";
import { figuresOf } from "../../document/destinations.ts";
import { destinationFigure, periodIn } from "../../document/figures.ts";
import { changeCell, directionOf, shareCell, textCell, withoutEmptyColumns } from "../../document/table.ts";
import { UNDEFINED } from "../../format.ts";
import { element, type Markup } from "../markup.ts";
import type { PageWords } from "../words.ts";
import { px, textWidth, type Chart, type Drawing } from "./chart.ts";
import type { Quantity } from "./quantity.ts";
import { BAR_HEIGHT, createRows } from "./rows.ts";

const SHOWN = 10;

interface ShareLine {
  readonly item: string;
  readonly name: string;
  readonly share: Fraction;
  /** The share of the year before, where the whole years compare. */
  readonly before: Fraction | null;
  readonly change: Fraction | null;
}

/** The largest destinations as bars of their share, with a mark for the share of the year before. */
export function sharesChart(context: DocumentContext, page: PageWords, quantity: Quantity): Chart | null {
  const { report, documentWords, words, format } = context;
  const lines = report.destinations
    .map((row) => ({ item: row.item, figures: figuresOf(row, quantity.metric) }))
    .filter(({ figures }) => figures.rank !== null)
    .toSorted((a, b) => (a.figures.rank ?? 0) - (b.figures.rank ?? 0))
    .slice(0, SHOWN)
    .flatMap(({ item, figures }) => shareLine(item, figures, context));
  if (lines.length === 0) return null;
  const title = page.sharesTitle(quantity.name);
  const period = periodIn(report.year, report);
  const before = lines.some((each) => each.before !== null);
  return {
    id: `shares-${quantity.metric}`,
    title,
    description: page.sharesDescription(lines.map(({ name, share }) => `${name} ${format.percent(share)}`).join(", ")),
    legend: before
      ? [
          { mark: "current", text: String(report.year) },
          { mark: "before stroke", text: String(report.year - 1) },
        ]
      : [],
    draw: (width) => drawShares(width, context, lines),
    table: withoutEmptyColumns({
      caption: title,
      note: null,
      columns: [
        { header: words.term.destination, group: null, kind: "text" },
        { header: documentWords.share, group: null, kind: "quantity" },
        { header: page.change, group: null, kind: "quantity" },
      ],
      rows: lines.map(({ item, name, share, change }) => [
        textCell(name),
        shareCell(share, format, destinationFigure(`${quantity.metric}_share`, period, item)),
        changeCell(change, format, destinationFigure(`${quantity.metric}_share_change`, report.current.window, item)),
      ]),
      total: null,
    }),
  };
}

function shareLine(item: string, figures: ItemFigures, { report, nameOf }: DocumentContext): readonly ShareLine[] {
  const { share, shareChange: change } = figures;
  if (share === null) return [];
  const before = report.current.complete && change !== null ? subtractFractions(share, change) : null;
  return [{ item, name: nameOf(item), share, change, before }];
}

function drawShares(width: number, { format }: DocumentContext, lines: readonly ShareLine[]): Drawing {
  const shares = lines.map(({ share }) => format.percent(share));
  const changes = lines.map(({ change }) => (change === null ? UNDEFINED : format.points(change)));
  const changed = lines.some(({ change }) => change !== null);
  const changesWidth = changed ? Math.max(...changes.map(textWidth)) + 10 : 0;
  const rows = createRows(
    width,
    lines.map(({ name }) => name),
    changesWidth + Math.max(...shares.map(textWidth)) + 10,
  );
  const largest = Math.max(
    ...lines.flatMap(({ share, before }) =>
      [share, before].map((value) => value && fractionToNumber(value)).filter((value) => value !== null),
    ),
  );
  const x = scaleLinear().domain([0, largest]).range([rows.left, rows.right]);
  const drawn = lines.map(({ name, share, before, change }, index) => {
    const top = rows.barTop(index);
    return [
      rows.name(index),
      element(
        "rect",
        {
          class: "current",
          x: px(x(0)),
          width: px(x(fractionToNumber(share)) - x(0)),
          y: top,
          height: BAR_HEIGHT,
        },
        element("title", {}, `${name}: ${shares[index] ?? ""}`),
      ),
      before === null ? [] : ["halo", "before"].map((mark) => markAt(mark, x(fractionToNumber(before)), top)),
      rows.number(index, shares[index] ?? "", "number", changesWidth),
      changed
        ? rows.number(index, changes[index] ?? "", `number ${(change && directionOf(change)) ?? ""}`.trim())
        : null,
    ];
  });
  return {
    height: rows.height,
    content: [element("line", { class: "axis", x1: px(x(0)), x2: px(x(0)), y1: 0, y2: rows.height }), drawn],
  };
}

/** A mark on a bar, first as a halo that tells it from the bar. */
function markAt(mark: string, x: number, top: number): Markup {
  return element("line", { class: mark, x1: px(x), x2: px(x), y1: top - 2, y2: top + BAR_HEIGHT + 2 });
}
