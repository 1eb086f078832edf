import { element, type Markup } from "../markup.ts";
import { fitText, px, textWidth } from "./chart.ts";

/** The layout of a chart with one line per destination: its name, a bar, its numbers. */
export interface RowLayout {
  /** Where bars may stand. */
  readonly left: number;
  readonly right: number;
  /** The top of a row's bar. */
  readonly barTop: (index: number) => number;
  readonly name: (index: number) => Markup;
  /** A number at the end of a row, so far from its end. */
  readonly number: (index: number, text: string, className: string, fromRight?: number) => Markup;
  readonly height: number;
}

const WIDEST_NAME = 190;
const TOP = 4;
export const BAR_HEIGHT = 16;

/** Names stand left of their bars, or above them where there is no room. */
export function createRows(width: number, names: readonly string[], numbersWidth: number): RowLayout {
  const narrow = width < 400;
  const step = narrow ? 38 : 25;
  const nameWidth = Math.min(WIDEST_NAME, Math.max(...names.map(textWidth)));
  const barTop = (index: number): number => TOP + index * step + (narrow ? 18 : 4);
  const left = narrow ? 1 : nameWidth + 10;
  return {
    left,
    right: width - numbersWidth,
    barTop,
    name: (index) =>
      narrow
        ? element("text", { x: 6, y: barTop(index) - 5 }, fitText(names[index] ?? "", width))
        : element(
            "text",
            { x: px(nameWidth), y: barTop(index) + 12, "text-anchor": "end" },
            fitText(names[index] ?? "", nameWidth),
          ),
    number: (index, text, className, fromRight = 0) =>
      element(
        "text",
        { class: className, x: px(width - fromRight), y: barTop(index) + 12, "text-anchor": "end" },
        text,
      ),
    height: TOP + names.length * step + 4,
  };
}
