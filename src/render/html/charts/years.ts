import { scaleBand } from "d3-scale";

import type { YearFacts } from "../../../report/yearly-report.ts";
import type { SeriesRow } from "../../../report/yearly-series.ts";
import type { DocumentContext } from "../../document/context.ts";
import { UNDEFINED } from "../../format.ts";
import { element, type Markup } from "../markup.ts";
import type { PageWords } from "../words.ts";
import { px, textWidth, type Chart, type Drawing } from "./chart.ts";
import { createPlane, labelsBelow } from "./plane.ts";
import { largestOf, type AxisUnit, type Quantity } from "./quantity.ts";

/** Two years make no two blocks. */
const WIDEST_COLUMN = 48;

/** The years as columns from zero, the report year in the strong colour; `null` when no whole year has any of it. */
export function yearsChart(context: DocumentContext<YearFacts>, page: PageWords, quantity: Quantity): Chart | null {
  const { series } = context.report;
  // An incomplete year is drawn as what it is, and never compared with a full one.
  const known = series.flatMap((row) => {
    const amount = quantity.of(row);
    return amount === null || !row.complete ? [] : [{ row, amount }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || series.length < 2) return null;
  const best = known.reduce((a, b) => (b.amount > a.amount ? b : a));
  if (best.amount === 0n) return null;
  const unit = quantity.axis(largestOf(series.map(quantity.of)));
  const [from, to] = [series[0]?.year ?? 0, series.at(-1)?.year ?? 0];
  const range = page.range(quantity.name, from, to);
  return {
    id: `years-${quantity.metric}`,
    title: unit.name === null ? range : `${range} (${unit.name})`,
    description: page.rangeDescription(
      String(first.row.year),
      quantity.text(first.amount),
      String(last.row.year),
      quantity.text(last.amount),
      String(best.row.year),
      quantity.text(best.amount),
    ),
    legend: series.every((row) => row.complete) ? [] : [{ mark: "incomplete", text: page.incompleteColumn }],
    draw: (width) => drawColumns(width, context, quantity, unit),
    table: null,
  };
}

function drawColumns(width: number, context: DocumentContext<YearFacts>, quantity: Quantity, unit: AxisUnit): Drawing {
  const { series, year } = context.report;
  const largest = largestOf(series.map(quantity.of));
  const plane = createPlane(width, Number(largest) / unit.size, unit, context.format);
  const x = scaleBand<number>()
    .domain(series.map((row) => row.year))
    .range([plane.left, plane.right])
    .padding(0.25);
  const thickness = Math.min(x.bandwidth(), WIDEST_COLUMN);
  const middle = (row: SeriesRow): number => (x(row.year) ?? 0) + x.bandwidth() / 2;
  const columns = series.map((row) => {
    const amount = quantity.of(row);
    if (amount === null) {
      return element(
        "text",
        { class: "tick", x: px(middle(row)), y: px(plane.bottom - 4), "text-anchor": "middle" },
        UNDEFINED,
      );
    }
    const top = plane.y(Number(amount) / unit.size);
    return element(
      "rect",
      {
        class: [row.year === year ? "current" : "past", row.complete ? "" : "incomplete"].join(" ").trim(),
        x: px(middle(row) - thickness / 2),
        width: px(thickness),
        y: px(top),
        height: px(plane.bottom - top),
      },
      element("title", {}, `${row.year}${row.complete ? "" : "*"}: ${quantity.text(amount)}`),
    );
  });
  const highest = series.find((row) => quantity.of(row) === largest);
  const labelled = series.filter(
    (row) => row.year === year || (row === highest && quantity.of(context.report.current) !== largest),
  );
  const values = labelled.flatMap((row): readonly Markup[] => {
    const amount = quantity.of(row);
    if (amount === null) return [];
    const text = unit.format(amount);
    const right = Math.min(middle(row) + textWidth(text) / 2, plane.right);
    const y = plane.y(Number(amount) / unit.size) - 6;
    return [element("text", { class: "value", x: px(right), y: px(y), "text-anchor": "end" }, text)];
  });
  return {
    height: plane.height,
    content: [
      plane.grid,
      columns,
      values,
      labelsBelow(
        series.map((row) => (row.complete ? String(row.year) : `${row.year}*`)),
        (index) => {
          const row = series[index];
          return row === undefined ? 0 : middle(row);
        },
        x.step(),
        plane.bottom + 16,
      ),
    ],
  };
}
