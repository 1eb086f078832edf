import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

import { fractionToNumber, type Fraction } from "../../../domain/fraction.ts";
import type { DocumentContext } from "../../document/context.ts";
import { figuresOf } from "../../document/destinations.ts";
import { shareCell, textCell, type DocumentTable } from "../../document/table.ts";
import { element } from "../markup.ts";
import type { PageWords } from "../words.ts";
import { px, textWidth, type Chart, type Drawing } from "./chart.ts";
import { createPlane, labelsBelow } from "./plane.ts";
import type { Quantity } from "./quantity.ts";

/** The numbers of destinations whose share together is told. */
const TOLD = [1, 3, 5, 10, 20, 50];

/** Below this number of destinations a curve says nothing that a list does not. */
const FEWEST = 5;

interface Curve {
  readonly quantity: Quantity;
  /** The share of the k largest together, for k from one to all. */
  readonly cumulated: readonly Fraction[];
}

/** What the largest destinations have of the total together, by each quantity; `null` for a handful of destinations. */
export function concentrationChart(
  context: DocumentContext,
  page: PageWords,
  quantities: readonly Quantity[],
): Chart | null {
  const curves = quantities
    .map((quantity) => ({ quantity, cumulated: cumulate(context, quantity) }))
    .filter(({ cumulated }) => cumulated.length >= FEWEST);
  if (curves.length === 0) return null;
  const { format } = context;
  const told = TOLD.filter((count) => curves.some(({ cumulated }) => count < cumulated.length));
  return {
    id: "concentration",
    title: page.concentrationTitle,
    description: curves
      .map(({ quantity, cumulated }) =>
        page.concentrationDescription(
          quantity.name,
          told
            .flatMap((count) => {
              const share = cumulated[count - 1];
              return share === undefined
                ? []
                : [`${page.largest(format.count(count), count === 1)} ${format.percent(share)}`];
            })
            .join(", "),
        ),
      )
      .join(" "),
    legend: curves.map(({ quantity }) => ({ mark: `${quantity.metric} stroke`, text: quantity.name })),
    draw: (width) => drawCurves(width, context, page, curves),
    table: concentrationTable(context, page, curves, told),
  };
}

function cumulate({ report }: DocumentContext, { metric }: Quantity): readonly Fraction[] {
  const amounts = report.destinations
    .flatMap((row) => {
      const { total } = figuresOf(row, metric);
      return total === null || total === 0n ? [] : [total];
    })
    .toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0));
  const denominator = amounts.reduce((sum, amount) => sum + amount, 0n);
  let numerator = 0n;
  return amounts.map((amount) => {
    numerator += amount;
    return { numerator, denominator };
  });
}

function drawCurves(width: number, { format }: DocumentContext, page: PageWords, curves: readonly Curve[]): Drawing {
  const percent = { name: null, size: 1, format: (value: bigint) => format.count(value), wholeNumbers: true };
  const plane = createPlane(width, 100, percent, format, 42);
  const count = Math.max(...curves.map(({ cumulated }) => cumulated.length));
  const x = scaleLinear()
    .domain([0, count])
    .range([plane.left, plane.right - textWidth(String(count)) / 2]);
  const ticks = x.ticks(5).filter(Number.isInteger);
  const drawn = curves.map(({ quantity, cumulated }) => {
    const points = [0, ...cumulated.map((share) => 100 * fractionToNumber(share))];
    const path = line<number>(
      (_, index) => px(x(index)),
      (share) => px(plane.y(share)),
    )(points);
    return [
      element("path", { class: `${quantity.metric} line`, d: path }),
      TOLD.flatMap((told) => {
        const share = cumulated[told - 1];
        if (share === undefined) return [];
        return element(
          "circle",
          { class: quantity.metric, cx: px(x(told)), cy: px(plane.y(100 * fractionToNumber(share))), r: 3 },
          element(
            "title",
            {},
            `${quantity.name}, ${page.largest(format.count(told), told === 1)}: ${format.percent(share)}`,
          ),
        );
      }),
    ];
  });
  return {
    height: plane.height,
    content: [
      plane.grid,
      drawn,
      labelsBelow(
        ticks.map((tick) => format.count(tick)),
        (index) => x(ticks[index] ?? 0),
        x(ticks[1] ?? 1) - x(0),
        plane.bottom + 16,
      ),
      element(
        "text",
        { class: "tick", x: px((plane.left + plane.right) / 2), y: px(plane.bottom + 34), "text-anchor": "middle" },
        page.concentrationAxis,
      ),
    ],
  };
}

function concentrationTable(
  { documentWords, format }: DocumentContext,
  page: PageWords,
  curves: readonly Curve[],
  told: readonly number[],
): DocumentTable {
  return {
    caption: page.concentrationTitle,
    note: null,
    columns: [
      { header: page.largestHeader, group: null, kind: "ordinal" },
      ...curves.map(({ quantity }) => ({
        header: documentWords.share,
        group: quantity.name,
        kind: "quantity" as const,
      })),
    ],
    rows: told.map((count) => [
      textCell(format.count(count)),
      ...curves.map(({ cumulated }) => shareCell(cumulated[count - 1] ?? null, format)),
    ]),
    total: null,
  };
}
