import { scaleLinear } from "d3-scale";

import { compareFractions, fractionToNumber, subtractFractions, type Fraction } from "../../../domain/fraction.ts";
import type { DocumentContext } from "../../document/context.ts";
import { destinationFigure, figureOf } from "../../document/figures.ts";
import { changeCell, directionOf, textCell, type DocumentTable } from "../../document/table.ts";
import { element } from "../markup.ts";
import type { PageWords } from "../words.ts";
import { px, textWidth, type Chart, type Drawing } from "./chart.ts";
import { figuresOf } from "../../document/destinations.ts";
import type { Quantity } from "./quantity.ts";
import { BAR_HEIGHT, createRows } from "./rows.ts";

const NAMED = 8;

interface Step {
  readonly name: string;
  /** The destination's code; `null` for the others together. */
  readonly item: string | null;
  readonly contribution: Fraction;
}

/**
 * The growth as a staircase of the largest contributions, up or down, and of all the others together: the others are
 * what is left of the growth, so the steps end exactly at it. `null` where there is no growth to explain.
 */
export function contributionsChart(context: DocumentContext, page: PageWords, quantity: Quantity): Chart | null {
  const { report, format, words } = context;
  const growth =
    quantity.metric === "certificates" ? report.current.certificatesGrowth : report.current.goodsValueGrowth;
  if (growth === null) return null;
  const steps = stepsOf(context, page, quantity, growth);
  const named = steps.filter((step) => step.item !== null);
  if (named.length < 2) return null;
  const points = (value: Fraction): string => format.points(value);
  const title = page.growthTitle(quantity.name);
  const rest = steps.find((step) => step.item === null);
  const texts = named.map((step) => `${step.name} ${points(step.contribution)}`);
  return {
    id: `contributions-${quantity.metric}`,
    title,
    description: page.growthDescription(
      format.percent(growth, { signed: true }),
      (rest === undefined ? texts.slice(0, -1) : texts).join(", "),
      rest === undefined ? (texts.at(-1) ?? "") : `${rest.name} ${points(rest.contribution)}`,
    ),
    legend: [],
    draw: (width) => drawSteps(width, context, page, steps, growth),
    table: contributionsTable(title, words.term.destination, context, page, quantity, steps, growth),
  };
}

function stepsOf(context: DocumentContext, page: PageWords, quantity: Quantity, growth: Fraction): readonly Step[] {
  const contributions = context.report.destinations
    .flatMap((row) => {
      const { contribution } = figuresOf(row, quantity.metric);
      return contribution === null || contribution.numerator === 0n ? [] : [{ item: row.item, contribution }];
    })
    .toSorted((a, b) => compareFractions(sizeOf(b.contribution), sizeOf(a.contribution)) || (a.item < b.item ? -1 : 1));
  const named = contributions
    .slice(0, contributions.length > NAMED + 1 ? NAMED : NAMED + 1)
    .toSorted((a, b) => compareFractions(b.contribution, a.contribution) || (a.item < b.item ? -1 : 1))
    .map(({ item, contribution }) => ({ item, contribution, name: context.nameOf(item) }));
  const others = contributions.length - named.length;
  const rest = named.reduce((left, { contribution }) => subtractFractions(left, contribution), growth);
  return others === 0
    ? named
    : [...named, { name: page.others(context.format.count(others)), item: null, contribution: rest }];
}

function sizeOf(value: Fraction): Fraction {
  return value.numerator < 0n ? { ...value, numerator: -value.numerator } : value;
}

function drawSteps(
  width: number,
  { format }: DocumentContext,
  page: PageWords,
  steps: readonly Step[],
  growth: Fraction,
): Drawing {
  // Where each step begins and ends, in percentage points.
  const ends: number[] = [];
  for (const { contribution } of steps) ends.push((ends.at(-1) ?? 0) + fractionToNumber(contribution));
  const texts = [...steps.map(({ contribution }) => contribution), growth].map((value) => format.points(value));
  const rows = createRows(
    width,
    [...steps.map(({ name }) => name), page.growthTotal],
    Math.max(...texts.map(textWidth)) + 16,
  );
  const total = fractionToNumber(growth);
  const x = scaleLinear()
    .domain([Math.min(0, total, ...ends), Math.max(0, total, ...ends)])
    .range([rows.left, rows.right]);
  const bar = (index: number, from: number, to: number, className: string, hint: string) =>
    element(
      "rect",
      {
        class: className,
        x: px(Math.min(x(from), x(to))),
        // A step that is too small to see is still a step.
        width: px(Math.max(1, Math.abs(x(to) - x(from)))),
        y: rows.barTop(index),
        height: BAR_HEIGHT,
      },
      element("title", {}, hint),
    );
  const drawn = steps.map((step, index) => {
    const end = ends[index] ?? 0;
    const direction = directionOf(step.contribution) ?? "rise";
    const text = texts[index] ?? "";
    return [
      rows.name(index),
      bar(index, ends[index - 1] ?? 0, end, direction, `${step.name}: ${text}`),
      element("line", {
        class: "grid",
        x1: px(x(end)),
        x2: px(x(end)),
        y1: rows.barTop(index) + BAR_HEIGHT,
        y2: rows.barTop(index + 1),
      }),
      rows.number(index, text, "number"),
    ];
  });
  const last = steps.length;
  return {
    height: rows.height,
    content: [
      element("line", { class: "axis", x1: px(x(0)), x2: px(x(0)), y1: 0, y2: rows.height }),
      drawn,
      rows.name(last),
      bar(last, 0, total, "current", `${page.growthTotal}: ${texts[last] ?? ""}`),
      rows.number(last, texts[last] ?? "", "number value"),
    ],
  };
}

function contributionsTable(
  caption: string,
  header: string,
  { report, documentWords, format }: DocumentContext,
  page: PageWords,
  { metric }: Quantity,
  steps: readonly Step[],
  growth: Fraction,
): DocumentTable {
  const { window } = report.current;
  return {
    caption,
    note: null,
    columns: [
      { header, group: null, kind: "text" },
      { header: documentWords.contribution, group: null, kind: "quantity" },
    ],
    rows: steps.map(({ name, item, contribution }) => [
      textCell(name),
      changeCell(
        contribution,
        format,
        item === null ? null : destinationFigure(`${metric}_contribution`, window, item),
      ),
    ]),
    total: [textCell(page.growthTotal), changeCell(growth, format, figureOf(`${metric}_growth`, window))],
  };
}
