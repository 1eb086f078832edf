import type { DocumentTable } from "../../document/table.ts";
import { element, type Content, type Markup } from "../markup.ts";
import { renderTable } from "../table.ts";
import type { PageWords } from "../words.ts";

/** What stands in the frame of a chart, in units of its width. */
export interface Drawing {
  readonly height: number;
  readonly content: Content;
}

/** A chart: a picture for those who see it, a sentence for those who do not, and its figures for both. */
export interface Chart {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the marks mean, when there is more than one kind. */
  readonly legend: readonly { readonly mark: string; readonly text: string }[];
  readonly draw: (width: number) => Drawing;
  /** The figures; `null` when a table beside the chart has them. */
  readonly table: DocumentTable | null;
}

/** A picture drawn for one width is too small on a phone or too coarse on a desk: each chart is drawn for both. */
const WIDTHS = { narrow: 330, wide: 480 } as const;

/** The charts that have something to show, side by side where there is room. */
export function renderCharts(
  drawn: readonly (Chart | null)[],
  { figures }: Pick<PageWords, "figures">,
): readonly Markup[] {
  const present = drawn.filter((chart) => chart !== null);
  if (present.length === 0) return [];
  return [
    element(
      "div",
      { class: "charts" },
      present.map((chart) => renderChart(chart, figures)),
    ),
  ];
}

function renderChart(chart: Chart, figuresLabel: string): Markup {
  return element(
    "figure",
    { id: chart.id },
    element("figcaption", {}, chart.title),
    chart.legend.length === 0
      ? null
      : element(
          "ul",
          { class: "legend" },
          chart.legend.map(({ mark, text }) => element("li", { class: mark }, text)),
        ),
    renderPicture(chart, "narrow"),
    renderPicture(chart, "wide"),
    chart.table === null
      ? null
      : element(
          "details",
          {},
          element("summary", {}, figuresLabel),
          renderTable(chart.table, { id: `${chart.id}-table` }),
        ),
  );
}

function renderPicture({ id, title, description, draw }: Chart, size: keyof typeof WIDTHS): Markup {
  const width = WIDTHS[size];
  const { height, content } = draw(width);
  const [titleId, descriptionId] = [`${id}-${size}-title`, `${id}-${size}-description`];
  return element(
    "svg",
    {
      class: size,
      viewBox: `0 0 ${width} ${px(height)}`,
      role: "img",
      "aria-labelledby": titleId,
      "aria-describedby": descriptionId,
    },
    element("title", { id: titleId }, title),
    element("desc", { id: descriptionId }, description),
    content,
  );
}

/** A position, to a tenth: more would be noise in the file. */
export function px(position: number): number {
  return Math.round(position * 10) / 10;
}

/** About how wide a character is in the small type of the charts, in a wide typeface. */
const CHARACTER_WIDTH = 6.6;

/** About how wide a text is. */
export function textWidth(text: string): number {
  return text.length * CHARACTER_WIDTH;
}

/** A text, at most so wide; what is longer ends in an ellipsis. */
export function fitText(text: string, width: number): string {
  return textWidth(text) <= width ? text : `${text.slice(0, Math.floor(width / CHARACTER_WIDTH) - 1).trimEnd()}…`;
}
