import type { ExporterGrouping } from "../../domain/exporter-grouping.ts";
import { numberToFraction, type Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { marginRowsOf } from "../../report/exporter-tables.ts";
import type { ExporterYear } from "../../report/exporter-dynamics.ts";
import { exporterWordsOf, type ExporterColumn } from "../exporter-words.ts";
import { createFormatter, UNDEFINED } from "../format.ts";
import type { NameOf } from "../../report/tables.ts";
import type { Style } from "../style.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { itemName } from "../table-terminal.ts";
import { wordsOf } from "../words.ts";
import { wrap } from "../wrap.ts";

/** What the exporters are shown with. */
export interface ExportersView {
  readonly language: Language;
  readonly width: number;
  readonly style: Style;
  readonly currency: string;
  /** What the years are split by; `null` when they are not. */
  readonly by: ExporterGrouping | null;
  /** The labels of the items that the years are split by; `null` when they are not. */
  readonly labelOf: NameOf | null;
}

/** The years, and where the growth of the last one that can be compared comes from. */
export function renderExportersTerminal(years: readonly ExporterYear[], view: ExportersView): string {
  const last = view.labelOf === null ? years.findLast(({ margins }) => margins !== null) : undefined;
  const lines = [
    ...renderYears(years, view),
    ...(last === undefined ? [] : ["", ...renderMargins(last, view), ...renderSplit(last, view)]),
  ];
  return `${lines.join("\n")}\n`;
}

const COUNTS = ["entrants", "exiters", "incumbents"] as const satisfies readonly ExporterColumn[];
const RATES = [
  ["entry_rate", (row: ExporterYear) => row.entryRate],
  ["exit_rate", (row: ExporterYear) => row.exitRate],
  ["survival_1", (row: ExporterYear) => row.survival[0] ?? null],
  ["survival_2", (row: ExporterYear) => row.survival[1] ?? null],
  ["survival_3", (row: ExporterYear) => row.survival[2] ?? null],
] as const satisfies readonly (readonly [ExporterColumn, (row: ExporterYear) => Fraction | null])[];

function renderYears(
  years: readonly ExporterYear[],
  { language, width, style, labelOf }: ExportersView,
): readonly string[] {
  const [words, own, format] = [wordsOf(language), exporterWordsOf(language), createFormatter(language)];
  const columns: readonly TextColumn[] = [
    { header: words.term.year, align: "left" },
    ...(labelOf === null ? [] : [{ header: "", align: "left", shrinkTo: 12 } as const]),
    { header: words.column(words.exporters), align: "right" },
    ...[...COUNTS, ...RATES.map(([id]) => id)].map((id) => ({ header: own.column[id], align: "right" }) as const),
  ];
  const count = (value: number | null | undefined): string => (value == null ? UNDEFINED : format.count(value));
  const rate = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percent(value, { digits: 1 }));
  const rows = years.map((row) => [
    row.complete ? String(row.year) : `${row.year}*`,
    ...(labelOf === null ? [] : [itemName(labelOf(row.item), words)]),
    count(row.groups.all?.exporters),
    ...COUNTS.map((status) => count(row.groups[status]?.exporters)),
    ...RATES.map(([, of]) => rate(of(row))),
  ]);
  return [
    ...renderTextTable(columns, rows, width, style.faint),
    ...(years.every(({ complete }) => complete) ? [] : [style.faint(`* ${own.incomplete}`)]),
  ];
}

function renderMargins(year: ExporterYear, { language, width, style, currency }: ExportersView): readonly string[] {
  const [own, format] = [exporterWordsOf(language), createFormatter(language)];
  const margins = year.margins === null ? [] : marginRowsOf(year.margins);
  const [total] = margins;
  if (total === undefined) return [];
  const largest = margins.map(({ margin }) => (margin.change < 0n ? -margin.change : margin.change));
  const scale = format.scale(largest.reduce((a, b) => (a > b ? a : b)));
  const points = (contribution: Fraction | null): string =>
    contribution === null ? UNDEFINED : format.points(contribution);
  const rows = margins
    .filter(({ id, margin }) => id !== "without_exporter" || margin.change !== 0n)
    .map(({ id, depth, margin }) => [
      `${"  ".repeat(depth)}${own.margin[id]}`,
      scale.format(margin.change),
      points(margin.contribution),
    ]);
  const growth = year.goodsValueGrowth;
  const heading = own.origin(
    year.year,
    growth === null ? UNDEFINED : format.percent(growth, { signed: true }),
    format.amount(total.margin.change, currency),
  );
  return [
    style.heading(heading),
    ...renderTextTable(
      [
        { header: "", align: "left" },
        { header: `${own.change} (${`${currency} ${scale.unit}`.trim()})`, align: "right" },
        { header: own.contribution, align: "right" },
      ],
      rows,
      width,
      style.faint,
    ),
  ];
}

function renderSplit({ split }: ExporterYear, { language, width }: ExportersView): readonly string[] {
  if (split === null) return [];
  const format = createFormatter(language);
  const points = (value: number): string => format.points(numberToFraction(value));
  const text = exporterWordsOf(language).split(
    points(split.value),
    points(split.count),
    points(split.valuePerCertificate),
  );
  return wrap(text, width);
}
