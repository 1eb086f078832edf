import { line } from "d3-shape";
import { scalePoint } from "d3-scale";

import { NO_TOTALS } from "../../../domain/totals.ts";
import type { DocumentContext } from "../../document/context.ts";
import { figureOf } from "../../document/figures.ts";
import { textCell, type DocumentTable } from "../../document/table.ts";
import { element, type Markup } from "../markup.ts";
import type { PageWords } from "../words.ts";
import { px, type Chart, type Drawing } from "./chart.ts";
import { createPlane, labelsBelow } from "./plane.ts";
import { largestOf, type AxisUnit, type Quantity } from "./quantity.ts";

/** A year by month. */
interface MonthLine {
  readonly year: number;
  readonly mark: "current" | "past";
  /** The amounts of the months that the data cover. */
  readonly amounts: ReadonlyMap<number, bigint | null>;
}

/** The months of the year as a line from zero, with the year before; `null` when there is nothing to see. */
export function monthsChart(context: DocumentContext, page: PageWords, quantity: Quantity): Chart | null {
  const { report, format } = context;
  const lines = (["past", "current"] as const)
    .map((mark) => monthLine(mark, context, quantity))
    .filter(({ amounts }) => [...amounts.values()].filter((amount) => amount !== null && amount > 0n).length > 1);
  const current = lines.at(-1);
  if (current?.mark !== "current") return null;
  const [best] = [...current.amounts].toSorted(([, a], [, b]) => ((b ?? -1n) > (a ?? -1n) ? 1 : -1));
  if (best === undefined) return null;
  const unit = quantity.axis(largestAmount(lines));
  const title = page.monthsTitle(quantity.name);
  return {
    id: `months-${quantity.metric}`,
    title: unit.name === null ? title : `${title} (${unit.name})`,
    description: page.monthsDescription(format.month(best[0]), report.year, quantity.text(best[1] ?? 0n)),
    legend: lines.map(({ year, mark }) => ({ mark: `${mark} stroke`, text: String(year) })),
    draw: (width) => drawLines(width, context, quantity, unit, lines),
    table: monthsTable(title, context, quantity, lines),
  };
}

function monthLine(mark: MonthLine["mark"], { report }: DocumentContext, quantity: Quantity): MonthLine {
  const year = mark === "current" ? report.year : report.year - 1;
  const window = report.series.find((row) => row.year === year)?.window;
  const months = monthsOf(report).filter(
    (month) => window !== undefined && month >= window.firstMonth && month <= window.lastMonth,
  );
  const amounts = months.map((month): [number, bigint | null] => {
    const totals = report.byMonth.find((row) => row.year === year && row.month === month);
    return [month, quantity.of(totals ?? NO_TOTALS)];
  });
  return { year, mark, amounts: new Map(amounts) };
}

/** The months that the report is about. */
function monthsOf({ period }: DocumentContext["report"]): readonly number[] {
  return Array.from({ length: period.lastMonth - period.firstMonth + 1 }, (_, index) => period.firstMonth + index);
}

function largestAmount(lines: readonly MonthLine[]): bigint {
  return largestOf(lines.flatMap(({ amounts }) => [...amounts.values()]));
}

function drawLines(
  width: number,
  { report, format }: DocumentContext,
  quantity: Quantity,
  unit: AxisUnit,
  lines: readonly MonthLine[],
): Drawing {
  const months = monthsOf(report);
  const plane = createPlane(width, Number(largestAmount(lines)) / unit.size, unit, format);
  const x = scalePoint<number>().domain(months).range([plane.left, plane.right]).padding(0.5);
  const names = months.map((month) => format.month(month, width < 400 ? "narrow" : "short"));
  const drawn = lines.map(({ year, mark, amounts }): readonly Markup[] => {
    const points = [...amounts].flatMap(([month, amount]) =>
      amount === null ? [] : [{ amount, month, x: x(month) ?? 0, y: plane.y(Number(amount) / unit.size) }],
    );
    const path = line<(typeof points)[number]>(
      (point) => px(point.x),
      (point) => px(point.y),
    )(points);
    return [
      element("path", { class: `${mark} line`, d: path }),
      ...points.map((point) =>
        element(
          "circle",
          { class: mark, cx: px(point.x), cy: px(point.y), r: 3 },
          element("title", {}, `${format.month(point.month)} ${year}: ${quantity.text(point.amount)}`),
        ),
      ),
    ];
  });
  const labels = labelsBelow(names, (index) => x(months[index] ?? 0) ?? 0, x.step(), plane.bottom + 16);
  return { height: plane.height, content: [plane.grid, drawn, labels] };
}

function monthsTable(
  caption: string,
  { report, words, format }: DocumentContext,
  quantity: Quantity,
  lines: readonly MonthLine[],
): DocumentTable {
  return {
    caption,
    note: null,
    columns: [
      { header: words.term.month, group: null, kind: "text" },
      ...lines.map(({ year }) => ({ header: String(year), group: null, kind: "quantity" as const })),
    ],
    rows: monthsOf(report).map((month) => [
      textCell(format.month(month)),
      ...lines.map(({ year, amounts }) =>
        quantity.cell(
          amounts.get(month) ?? null,
          figureOf(quantity.metric, { year, firstMonth: month, lastMonth: month }),
        ),
      ),
    ]),
    total: null,
  };
}
