import { ALL_FIRMS, SME } from "../../domain/firm-class.ts";
import { FIRM_MEASURES, type FirmMeasure } from "../../domain/firm-sums.ts";
import type { Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { printable } from "../../domain/printable.ts";
import type { FirmFigures, FirmGap, FirmRow } from "../../report/firms.ts";
import type { Provenance } from "../../report/provenance.ts";
import type { NameOf } from "../../report/tables.ts";
import { exporterWordsOf } from "../exporter-words.ts";
import { firmWordsOf } from "../firm-words.ts";
import { createFormatter, UNDEFINED } from "../format.ts";
import type { Style } from "../style.ts";
import { itemName } from "../table-terminal.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { filterLine, wordsOf } from "../words.ts";
import { wrap } from "../wrap.ts";
import { WIDE } from "./context.ts";

/** What firms are shown with. */
export interface FirmsView {
  readonly language: Language;
  readonly width: number;
  readonly style: Style;
  readonly provenance: Provenance;
  readonly nameOf: NameOf;
}

/** The sizes in the last year, the share of small and medium ones over the years, and both beside a benchmark. */
export function renderFirmsTerminal(
  rows: readonly FirmRow[],
  benchmark: { readonly file: string; readonly gaps: readonly FirmGap[] } | null,
  view: FirmsView,
): string {
  const { language, width, style, provenance } = view;
  const [words, own] = [wordsOf(language), firmWordsOf(language)];
  const note = (text: string): readonly string[] => wrap(text, width).map((line) => style.faint(line));
  const filter = filterLine(provenance.selection.where, words).map((line) => style.faint(line));
  if (rows.length === 0) return filter.map((line) => `${line}\n`).join("");
  const lines = [
    ...filter,
    ...renderSizes(rows, view),
    ...note(own.aboutFirstTime),
    "",
    ...renderSmeShare(rows, view),
    ...(rows.some(({ firmClass }) => firmClass === "") ? note(own.aboutUnknown) : []),
    ...(rows.every(({ complete }) => complete) ? [] : note(`* ${exporterWordsOf(language).incomplete}`)),
    ...(benchmark === null ? [] : ["", ...renderGaps(benchmark, view), ...note(own.aboutBenchmark)]),
  ];
  return `${lines.join("\n")}\n`;
}

function renderSizes(all: readonly FirmRow[], view: FirmsView): readonly string[] {
  const { language, width, style, provenance } = view;
  const [words, own, format] = [wordsOf(language), firmWordsOf(language), createFormatter(language)];
  const last = all.at(-1);
  if (last === undefined) return [];
  const rows = all.filter(({ year }) => year === last.year);
  const scale = format.scale(last.goodsCents ?? 0n);
  const wide = width >= WIDE;
  const columns: readonly TextColumn[] = [
    { header: words.term.exporter_size, align: "left", shrinkTo: 8 },
    ...[
      words.column(words.exporters),
      words.share,
      own.firstTime,
      wide ? words.column(words.metric.certificates) : words.certificatesShort,
      ...(wide ? [words.share] : []),
      `${provenance.currency} ${scale.unit}`.trim(),
      words.share,
      own.destinations,
      own.median,
    ].map((header) => ({ header, align: "right" }) as const),
  ];
  const share = (row: FirmRow, measure: FirmMeasure): string => percentCell(row.figures[measure].share, view);
  const plain = (value: Fraction | undefined): string => (value === undefined ? UNDEFINED : format.plain(value, 1));
  const cells = rows.map((row) => [
    className(row.firmClass, view),
    format.count(row.exporters),
    share(row, "exporters"),
    row.firstTime === null ? UNDEFINED : format.count(row.firstTime),
    format.count(row.certificates),
    ...(wide ? [share(row, "certificates")] : []),
    row.goodsCents === null ? UNDEFINED : scale.format(row.goodsCents),
    share(row, "goods_value"),
    plain(row.destinations?.mean),
    plain(row.destinations?.median),
  ]);
  return [style.heading(own.sizes(yearCell(last))), ...renderTextTable(columns, cells, width, style.faint)];
}

/** With as much of each as is of exporters of unknown size. */
function renderSmeShare(rows: readonly FirmRow[], view: FirmsView): readonly string[] {
  const { language, width, style } = view;
  const [words, own] = [wordsOf(language), firmWordsOf(language)];
  const unknown = new Map(rows.filter(({ firmClass }) => firmClass === "").map((row) => [row.year, row]));
  const hasUnknown = unknown.size > 0;
  const columns: readonly TextColumn[] = [
    { header: words.term.year, align: "left" },
    ...FIRM_MEASURES.flatMap((measure) => [
      { header: measure === "goods_value" ? words.valueShort : own.measure[measure], align: "right" } as const,
      ...(hasUnknown && measure !== "certificates" ? [{ header: own.unknown, align: "right" } as const] : []),
    ]),
  ];
  const cells = rows
    .filter(({ firmClass }) => firmClass === SME)
    .map((row) => [
      yearCell(row),
      ...FIRM_MEASURES.flatMap((measure) => [
        percentCell(row.figures[measure].share, view),
        ...(hasUnknown && measure !== "certificates"
          ? [percentCell(unknown.get(row.year)?.figures[measure].share ?? null, view)]
          : []),
      ]),
    ]);
  return [style.heading(own.smeShare), ...renderTextTable(columns, cells, width, style.faint)];
}

function renderGaps(
  { file, gaps }: { readonly file: string; readonly gaps: readonly FirmGap[] },
  view: FirmsView,
): readonly string[] {
  const { language, style } = view;
  const own = firmWordsOf(language);
  const last = Math.max(...gaps.map(({ year }) => year));
  const ofLast = gaps.filter(({ year }) => year === last);
  const ofSmes = gaps.filter(({ firmClass }) => firmClass === SME);
  const label = (gap: FirmGap): string => className(gap.firmClass, view);
  return [
    style.heading(own.benchmark(printable(file), String(last))),
    ...gapTable(wordsOf(language).term.exporter_size, ofLast, label, view),
    ...(new Set(ofSmes.map(({ year }) => year)).size < 2
      ? []
      : [
          "",
          style.heading(own.smeBenchmark(printable(file))),
          ...gapTable(wordsOf(language).term.year, ofSmes, ({ year }) => String(year), view),
        ]),
  ];
}

function gapTable(
  heading: string,
  gaps: readonly FirmGap[],
  label: (gap: FirmGap) => string,
  view: FirmsView,
): readonly string[] {
  const { language, width, style } = view;
  const [words, own, format] = [wordsOf(language), firmWordsOf(language), createFormatter(language)];
  const right = (header: string): TextColumn => ({ header, align: "right" });
  const columns: readonly TextColumn[] = [
    { header: "", align: "left", shrinkTo: 10 },
    { header: heading, align: "left" },
    ...[words.share, own.reference, own.gap, words.growth, own.reference, own.gap].map(right),
  ];
  const number = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percentNumber(value));
  const points = (value: Fraction | null): string => (value === null ? UNDEFINED : format.points(value));
  const cells = gaps.map((row, index) => {
    // All of all is no share.
    const shares: readonly (Fraction | null)[] =
      row.firmClass === ALL_FIRMS ? [null, null, null] : sharesOf([row.own, row.benchmark, row.gap]);
    return [
      gaps[index - 1]?.measure === row.measure ? "" : own.measure[row.measure],
      label(row),
      number(shares[0] ?? null),
      number(shares[1] ?? null),
      points(shares[2] ?? null),
      points(row.own.growth),
      points(row.benchmark.growth),
      points(row.gap.growth),
    ];
  });
  return renderTextTable(columns, cells, width, style.faint);
}

function sharesOf(figures: readonly FirmFigures[]): readonly (Fraction | null)[] {
  return figures.map(({ share }) => share);
}

function className(firmClass: string, { language, nameOf }: FirmsView): string {
  return itemName(nameOf(firmClass), wordsOf(language));
}

function yearCell({ year, complete }: FirmRow): string {
  return complete ? String(year) : `${year}*`;
}

function percentCell(share: Fraction | null, { language }: FirmsView): string {
  return share === null ? UNDEFINED : createFormatter(language).percent(share, { digits: 1 });
}
