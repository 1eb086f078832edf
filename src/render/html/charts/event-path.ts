import { area, line } from "d3-shape";
import { scalePoint } from "d3-scale";

import { fractionToNumber, numberToFraction, type Fraction } from "../../../domain/fraction.ts";
import type { MetricStudy, PathPoint, StudiedEvent } from "../../../report/event-study.ts";
import { countCell, moneyCell, textCell, type DocumentCell, type DocumentTable } from "../../document/table.ts";
import { aboutText, monthText, signed, type EventContext } from "../../event-text.ts";
import { UNDEFINED } from "../../format.ts";
import { element, type Markup } from "../markup.ts";
import { px, type Chart, type Drawing } from "./chart.ts";
import { createPlane, labelsBelow } from "./plane.ts";
import type { AxisUnit } from "./quantity.ts";

/** Index numbers: 100 is the monthly average before the event. */
const INDEX: Omit<AxisUnit, "format"> = { name: null, size: 1, wholeNumbers: true };
/** Room for the labels of the periods and for what they count. */
const BELOW = 42;

/**
 * The path of a metric in event time: what the event is about, the comparison group, and where placebos of comparable size lie around
 * it. `id` is unique on the page.
 */
export function eventPathChart(id: string, study: StudiedEvent, of: MetricStudy, context: EventContext): Chart {
  const { own, words } = context;
  const { metric } = of;
  const points = study.paths[metric] ?? [];
  return {
    id,
    title: own.path(words.metric[metric], study.by),
    description: own.pathDescription(
      aboutText(study.event, context),
      of.treatedGrowth === null ? UNDEFINED : signed(of.treatedGrowth, context.format),
      of.comparisonGrowth === null ? UNDEFINED : signed(of.comparisonGrowth, context.format),
    ),
    legend: [
      { mark: "current stroke", text: aboutText(study.event, context) },
      { mark: "past stroke", text: own.comparison },
      ...(points.some(({ band }) => band !== null) ? [{ mark: "band", text: own.ordinaryBand(study.level) }] : []),
    ],
    draw: (width) => drawPath(width, study, points, context),
    table: pathTable(study, of, points, context),
  };
}

const ofHundred = (index: Fraction): number => 100 * fractionToNumber(index);

function drawPath(
  width: number,
  study: StudiedEvent,
  points: readonly PathPoint[],
  { own, format }: EventContext,
): Drawing {
  const largest = Math.max(
    ...points.flatMap(({ treatedIndex, comparisonIndex, band }) => [
      ...[treatedIndex, comparisonIndex].map((index) => (index === null ? 0 : ofHundred(index))),
      band === null ? 0 : 100 * band.high,
    ]),
  );
  const unit: AxisUnit = { ...INDEX, format: (amount) => format.count(amount) };
  const plane = createPlane(width, largest, unit, format, BELOW);
  const numbers = points.map(({ period }) => period.number);
  const x = scalePoint<number>().domain(numbers).range([plane.left, plane.right]).padding(0.5);
  const at = ({ period }: PathPoint): number => px(x(period.number) ?? 0);
  const y = (value: number): number => px(plane.y(value));
  const banded = points.flatMap((point) => (point.band === null ? [] : [{ x: at(point), ...point.band }]));
  const band = area<(typeof banded)[number]>(
    (point) => point.x,
    (point) => y(100 * point.low),
    (point) => y(100 * point.high),
  )(banded);
  const lineOf = (mark: "past" | "current", indexOf: (point: PathPoint) => Fraction | null): readonly Markup[] => {
    const known = points.flatMap((point) => {
      const index = indexOf(point);
      return index === null ? [] : [{ number: point.period.number, x: at(point), value: ofHundred(index) }];
    });
    const path = line<(typeof known)[number]>(
      (point) => point.x,
      (point) => y(point.value),
    )(known);
    const dots = known.map((point) =>
      element(
        "circle",
        { class: mark, cx: point.x, cy: y(point.value), r: known.length > 24 ? 1.5 : 3 },
        element("title", {}, `${point.number}: ${format.plain(numberToFraction(point.value), 1)}`),
      ),
    );
    return [element("path", { class: `${mark} line`, d: path }), ...dots];
  };
  const event = px((x(0) ?? plane.left) - x.step() / 2);
  return {
    height: plane.height,
    content: [
      plane.grid,
      element("path", { class: "band", d: band }),
      element("line", { class: "event", x1: event, x2: event, y1: plane.top, y2: plane.bottom }),
      lineOf("past", ({ comparisonIndex }) => comparisonIndex),
      lineOf("current", ({ treatedIndex }) => treatedIndex),
      labelsBelow(numbers.map(String), (index) => x(numbers[index] ?? 0) ?? 0, x.step(), plane.bottom + 16),
      element(
        "text",
        { class: "tick", x: px((plane.left + plane.right) / 2), y: px(plane.bottom + 34), "text-anchor": "middle" },
        own.periods[study.by],
      ),
    ],
  };
}

function pathTable(
  study: StudiedEvent,
  { metric }: MetricStudy,
  points: readonly PathPoint[],
  context: EventContext,
): DocumentTable {
  const { own, words, format } = context;
  const amount = (value: bigint): DocumentCell =>
    metric === "certificates" ? countCell(value, format) : moneyCell(value, format);
  const index = (value: Fraction | null): DocumentCell =>
    textCell(value === null ? UNDEFINED : format.plain(numberToFraction(ofHundred(value)), 1));
  const quantity = (header: string, group: string): DocumentTable["columns"][number] => ({
    header,
    group,
    kind: "quantity",
  });
  const name =
    metric === "certificates" ? words.metric.certificates : `${words.metric.goods_value} (${context.currency})`;
  return {
    caption: own.path(words.metric[metric], study.by),
    note: null,
    columns: [
      { header: own.periods[study.by], group: null, kind: "text" },
      quantity(own.treated, name),
      quantity(own.comparison, name),
      quantity(own.treated, words.index),
      quantity(own.comparison, words.index),
      quantity(own.bandLow, words.index),
      quantity(own.bandHigh, words.index),
    ],
    rows: points.map(({ period, treated, comparison, treatedIndex, comparisonIndex, band }) => [
      textCell(`${period.number} (${monthText(period.first, context, "short")})`),
      amount(treated),
      amount(comparison),
      index(treatedIndex),
      index(comparisonIndex),
      index(band && numberToFraction(band.low)),
      index(band && numberToFraction(band.high)),
    ]),
    total: null,
  };
}
