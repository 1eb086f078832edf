import { scaleLinear, type ScaleLinear } from "d3-scale";

import type { Formatter } from "../../format.ts";
import { element, type Markup } from "../markup.ts";
import { px, textWidth } from "./chart.ts";
import type { AxisUnit } from "./quantity.ts";

/** The plane of a chart that stands on a line: where values go, and its grid. Its scale begins at zero. */
export interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly y: ScaleLinear<number, number>;
  readonly grid: readonly Markup[];
}

const HEIGHT = 230;
const TOP = 20;
const BELOW = 24;
const STEPS = 4;

/** `largest` is in units of the axis. Positions are doubles: they are drawn, never printed. */
export function createPlane(width: number, largest: number, unit: AxisUnit, format: Formatter, below = BELOW): Plane {
  const bottom = HEIGHT - below;
  const y = scaleLinear()
    .domain([0, largest > 0 ? largest : 1])
    .range([bottom, TOP])
    .nice(STEPS);
  const ticks = y.ticks(STEPS).filter((tick) => !unit.wholeNumbers || Number.isInteger(tick));
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const labels = ticks.map((tick) => format.tick(tick, step));
  const left = Math.max(...labels.map(textWidth)) + 6;
  const right = width - 2;
  const grid = ticks.map((tick, index) => [
    element("line", {
      class: tick === 0 ? "axis" : "grid",
      x1: px(left),
      x2: right,
      y1: px(y(tick)),
      y2: px(y(tick)),
    }),
    element("text", { class: "tick", x: px(left - 6), y: px(y(tick) + 4), "text-anchor": "end" }, labels[index] ?? ""),
  ]);
  return { left, right, top: TOP, bottom, height: HEIGHT, y, grid: grid.flat() };
}

/** Labels below the plane: all of them, or every so many that they have room, the last one always. */
export function labelsBelow(
  labels: readonly string[],
  position: (index: number) => number,
  step: number,
  y: number,
): readonly Markup[] {
  const every = Math.max(1, Math.ceil((Math.max(...labels.map(textWidth)) + 2) / step));
  return labels.flatMap((label, index) =>
    (labels.length - 1 - index) % every === 0
      ? [element("text", { class: "tick", x: px(position(index)), y: px(y), "text-anchor": "middle" }, label)]
      : [],
  );
}
