import asciichart from "asciichart";

export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
}

const HEIGHT = 8;
/** asciichart writes the axis over labels that are shorter. */
const NARROWEST_AXIS = 3;

/**
 * A line chart of a series with its labels below, `width` columns wide at most. A point without a value breaks no line:
 * the chart starts after the last gap, because asciichart draws a gap as zero.
 */
export function renderChart(
  points: readonly ChartPoint[],
  width: number,
  formatValue: (value: number) => string,
): readonly string[] {
  const gap = points.findLastIndex((point) => point.value === null);
  const drawn = points.slice(gap + 1).flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  if (drawn.length < 2) return [];

  const values = drawn.map((point) => point.value);
  const { height, labels: ticks } = chooseTicks(values, formatValue);
  const axis = Math.max(NARROWEST_AXIS, ...ticks.map((tick) => tick.length));
  const step = Math.max(1, Math.min(9, Math.floor((width - axis - 3) / drawn.length)));
  const stretched = drawn.flatMap((point) => Array.from({ length: step }, () => point.value));
  const chart = asciichart.plot(stretched, {
    height,
    format: (value: number) => formatValue(value).padStart(axis),
  });
  // One line all the way: asciichart draws equal neighbours as a plateau, so each label stands under its own.
  const every = Math.ceil((Math.max(...drawn.map((point) => point.label.length)) + 1) / step);
  const labels = drawn.map((point, index) => (index % every === 0 ? point.label : "").padEnd(step)).join("");
  return [...chart.split("\n"), " ".repeat(axis + 3) + labels.trimEnd()];
}

/** The most rows, up to `HEIGHT`, whose axis labels all differ: a few certificates make no eight steps. */
function chooseTicks(
  values: readonly number[],
  formatValue: (value: number) => string,
): { readonly height: number; readonly labels: readonly string[] } {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  for (let height = HEIGHT; height > 1; height -= 1) {
    const labels = Array.from({ length: height + 1 }, (_, row) => formatValue(min + (row * (max - min)) / height));
    if (new Set(labels).size === labels.length) return { height, labels };
  }
  return { height: 1, labels: [formatValue(min), formatValue(max)] };
}
