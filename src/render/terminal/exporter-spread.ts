import { divideHalfUp, numberToFraction, type Fraction } from "../../domain/fraction.ts";
import {
  EXPORTER_STATUSES,
  TOP_RANKS,
  type ExporterGroup,
  type ExporterStatus,
  type ExporterYear,
} from "../../report/exporter-dynamics.ts";
import { quantitiesWithin } from "../../report/exporter-tables.ts";
import { exporterWordsOf } from "../exporter-words.ts";
import { createFormatter, UNDEFINED } from "../format.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { itemName } from "../table-terminal.ts";
import { wordsOf } from "../words.ts";
import type { ExportersView } from "./exporters.ts";

type Quantity = "destinations" | "products";
type Spread = ExporterGroup["goodsValue"];

interface GroupOfYear {
  readonly row: ExporterYear;
  readonly status: ExporterStatus;
  readonly group: ExporterGroup;
}

/** How value, destinations and products spread over the exporters of each status: a block for each, so that it fits a terminal. */
export function renderDistributionTerminal(years: readonly ExporterYear[], view: ExportersView): string {
  const groups = years.flatMap((row) =>
    EXPORTER_STATUSES.flatMap((status): GroupOfYear[] => {
      const group = row.groups[status];
      return group === null ? [] : [{ row, status, group }];
    }),
  );
  const [words, own, format] = [wordsOf(view.language), exporterWordsOf(view.language), createFormatter(view.language)];
  const largest = groups
    .flatMap(({ group: { goodsValue } }) => [goodsValue?.mean, goodsValue?.upperQuartile])
    .reduce((most, value) => (value != null && cents(value) > most ? cents(value) : most), 0n);
  const scale = format.scale(largest);
  const block = (heading: string, of: (group: ExporterGroup) => Spread, print: (value: Fraction) => string) => [
    view.style.heading(heading),
    ...renderTextTable(
      [
        ...keyColumns(view),
        { header: "", align: "left" },
        ...["n", own.spread.mean, own.spread.deviation, "25 %", own.spread.median, "75 %"].map(rightColumn),
      ],
      groups.map(({ row, status, group }) => [
        ...keyCells(row, view),
        own.status[status],
        format.count(group.exporters),
        ...spreadCells(of(group), print),
      ]),
      view.width,
      view.style.faint,
    ),
  ];
  const blocks = [
    block(
      own.spread.goodsValue(`${words.unit[scale.unit]}${view.currency}`),
      ({ goodsValue }) => goodsValue,
      (value) => scale.format(cents(value)),
    ),
    ...quantitiesWithin(view.by).map((what) =>
      block(
        own.spread[what],
        (group) => group[what],
        (value) => format.plain(value),
      ),
    ),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** How concentrated the value is on exporters, destinations and products, and how many exporters these have: a block for each. */
export function renderConcentrationTerminal(years: readonly ExporterYear[], view: ExportersView): string {
  const [words, own, format] = [wordsOf(view.language), exporterWordsOf(view.language), createFormatter(view.language)];
  const cell = (value: Fraction | null | undefined, print: (value: Fraction) => string): string =>
    value == null ? UNDEFINED : print(value);
  const block = (what: "exporters" | Quantity): readonly string[] => [
    view.style.heading(own.concentration[what]),
    ...renderTextTable(
      [
        ...keyColumns(view),
        ...["n", "HHI", "1/HHI", ...TOP_RANKS.map((k) => words.topShare(String(k)))].map(rightColumn),
        ...(what === "exporters" ? [] : [own.spread.mean, own.spread.median].map(rightColumn)),
      ],
      years.map((row) => {
        const { items, hhi, effectiveNumber, topShares } = row.concentration[what];
        const per = what === "exporters" ? [] : [row.exportersPer[what]?.mean, row.exportersPer[what]?.median];
        return [
          ...keyCells(row, view),
          format.count(items),
          cell(hhi, (value) => format.plain(value, 4)),
          cell(effectiveNumber, (value) => format.plain(value)),
          ...topShares.map((share) => cell(share, (value) => format.percent(value, { digits: 1 }))),
          ...per.map((value) => cell(value, (average) => format.plain(average))),
        ];
      }),
      view.width,
      view.style.faint,
    ),
  ];
  const blocks = (["exporters", ...quantitiesWithin(view.by)] as const).map(block);
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function spreadCells(spread: Spread, print: (value: Fraction) => string): readonly string[] {
  if (spread === null) return Array.from({ length: 5 }, () => UNDEFINED);
  const { mean, standardDeviation, lowerQuartile, median, upperQuartile } = spread;
  const deviation = standardDeviation === null ? UNDEFINED : print(numberToFraction(standardDeviation));
  return [print(mean), deviation, print(lowerQuartile), print(median), print(upperQuartile)];
}

function keyColumns({ language, labelOf }: ExportersView): readonly TextColumn[] {
  return [
    { header: wordsOf(language).term.year, align: "left" },
    ...(labelOf === null ? [] : [{ header: "", align: "left", shrinkTo: 12 } as const]),
  ];
}

function keyCells(row: ExporterYear, { labelOf, language }: ExportersView): readonly string[] {
  return [
    row.complete ? String(row.year) : `${row.year}*`,
    ...(labelOf === null ? [] : [itemName(labelOf(row.item), wordsOf(language))]),
  ];
}

function rightColumn(header: string): TextColumn {
  return { header, align: "right" };
}

function cents({ numerator, denominator }: Fraction): bigint {
  return divideHalfUp(numerator, denominator);
}
