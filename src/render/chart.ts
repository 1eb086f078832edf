import asciichart from "asciichart";

export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
}

const HEIGHT = 8;

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
  const axis = Math.max(...axisValues(values).map((value) => formatValue(value).length));
  const step = Math.max(1, Math.min(9, Math.floor((width - axis - 3) / drawn.length)));
  const stretched = drawn.flatMap((point) => Array.from({ length: step }, () => point.value));
  const chart = asciichart.plot(stretched, {
    height: HEIGHT,
    format: (value: number) => formatValue(value).padStart(axis),
  });
  // One line all the way: asciichart draws equal neighbours as a plateau, so each label stands under its own.
  const every = Math.ceil((Math.max(...drawn.map((point) => point.label.length)) + 1) / step);
  const labels = drawn.map((point, index) => (index % every === 0 ? point.label : "").padEnd(step)).join("");
  return [...chart.split("\n"), " ".repeat(axis + 3) + labels.trimEnd()];
}

/** The values at which asciichart puts its axis labels, near enough to reserve their width. */
function axisValues(values: readonly number[]): readonly number[] {
  return [Math.min(...values), Math.max(...values)];
}
