import { NO_ITEM, type Dimension } from "../domain/dimension.ts";
import type { Language } from "../domain/language.ts";
import type { Overlap } from "../domain/overlap.ts";
import type { Where } from "../domain/where.ts";
import { printable } from "../domain/printable.ts";
import type { Cell, Table } from "../report/table.ts";
import type { BaseYear } from "../report/base-year.ts";
import { TOTAL } from "../report/query-table.ts";
import { OTHER } from "../report/shares.ts";
import { createFormatter, UNDEFINED, type Formatter } from "./format.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";
import { renderTextTable } from "./text-table.ts";
import { filterLine, wordsOf, type Words } from "./words.ts";

/** The columns whose numbers are the names of years, not quantities. */
const NAMES_OF_YEARS: ReadonlySet<string> = new Set(["year", "cohort"]);

/** What has to be said of a table beside its columns. */
export interface TableNotes {
  readonly where: Where | null;
  readonly overlapping?: readonly Dimension[];
  readonly ofLines?: readonly Dimension[];
  readonly shareOf?: readonly Dimension[];
  readonly base?: BaseYear;
  /** By name. */
  readonly overlaps?: readonly Overlap[];
}

/** Any table for a terminal, under the names of its measures; a code gives way to its name. */
export function renderTableTerminal(
  table: Table,
  notes: TableNotes,
  language: Language,
  width: number,
  style: Style,
): string {
  const format = createFormatter(language);
  const words = wordsOf(language);
  const named = new Set(
    table.columns.filter((column) => column.endsWith("_name")).map((column) => column.slice(0, -"_name".length)),
  );
  const hidden = new Set(["complete", ...(table.forScripts ?? [])]);
  const shown = table.columns.flatMap((column, index) =>
    hidden.has(column) || named.has(column) ? [] : [{ column, index }],
  );
  const isText = (index: number): boolean => index === 0 || table.rows.some((row) => typeof row[index] === "string");
  const columns = shown.map(({ column, index }) => ({
    header: headingOf(column, words),
    align: isText(index) ? ("left" as const) : ("right" as const),
    ...(index > 0 && isText(index) ? { shrinkTo: 12 } : {}),
  }));
  const rows = table.rows.map((row) =>
    shown.map(({ column, index }) => displayCell(column, row[index] ?? null, words, format)),
  );
  const lines = [
    ...filterLine(notes.where, words).map((line) => style.faint(line)),
    ...renderTextTable(columns, rows, width, style.faint),
    ...noteLines(notes, words, format)
      .flatMap((line) => wrap(line, width))
      .map((line) => style.faint(line)),
  ];
  return `${lines.join("\n")}\n`;
}

/** How many overlaps are told one by one: JSON has all. */
const SHOWN_OVERLAPS = 3;

function noteLines(
  { overlapping = [], ofLines = [], shareOf, base, overlaps = [] }: TableNotes,
  words: Words,
  format: Formatter,
): readonly string[] {
  const terms = (dimensions: readonly Dimension[]): string => dimensions.map((each) => words.term[each]).join(", ");
  return [
    ...(shareOf === undefined ? [] : [words.shareOf(shareOf.length === 0 ? words.total : terms(shareOf))]),
    ...(base === undefined ? [] : [words.base(String(base.year), base.complete)]),
    ...(overlapping.length === 0 ? [] : [words.overlapping(terms(overlapping))]),
    ...overlaps
      .slice(0, SHOWN_OVERLAPS)
      .map(({ items: [first, second], certificates, goodsCents }) =>
        words.overlap(
          printable(first),
          printable(second),
          format.count(certificates),
          goodsCents === null ? UNDEFINED : format.units(goodsCents),
        ),
      ),
    ...(overlaps.length > SHOWN_OVERLAPS ? [words.more(format.count(overlaps.length - SHOWN_OVERLAPS))] : []),
    ...(ofLines.length === 0 ? [] : [words.ofLines(terms(ofLines))]),
  ];
}

/** The heading of a measure or dimension, short enough for its numbers. */
function headingOf(column: string, words: Words): string {
  const term = Object.entries(words.term).find(([id]) => id === column.replace(/_name$/, ""));
  if (term !== undefined) return term[1];
  const names: Readonly<Record<string, string>> = {
    certificates: words.column(words.metric.certificates),
    goods_value: words.column(words.metric.goods_value),
    value_per_certificate: words.perCertificateShort,
    exporters: words.exportersShort,
    destinations: words.destinationsShort,
    rank: words.rank,
    hhi: "HHI",
    hhi_normalized: words.hhiNormalized,
    effective_number: words.effectiveNumber,
    theil: "Theil",
    gini: "Gini",
    constant_rate_growth: words.constantRates,
    goods_value_change: `± ${words.valueShort}`,
    benchmark_effect: words.shiftShare.benchmark,
    mix_effect: words.shiftShare.mix,
    competitive_effect: words.shiftShare.competitive,
    without_benchmark: words.shiftShare.without,
  };
  // The number of items, in the notation of the formulas.
  if (column.endsWith("_items")) return "n";
  const top = /^top_(\d+)_share$/.exec(column)?.[1];
  if (top !== undefined) return words.topShare(top);
  const whole = names[column];
  if (whole !== undefined) return whole;
  const figures: Readonly<Record<string, string>> = {
    share: words.share,
    share_change: `± ${words.share}`,
    growth: words.growth,
    contribution: words.contribution,
    rank: words.rank,
    rank_change: `± ${words.rank}`,
    index: words.index,
    cagr: words.averageGrowth,
  };
  const [, quantity = "", figure = ""] =
    /^(.+?)_(share_change|rank_change|share|growth|contribution|rank|index|cagr)$/.exec(column) ?? [];
  const short = { certificates: words.certificatesShort, goods_value: words.valueShort }[quantity] ?? names[quantity];
  return short === undefined ? column : `${short} ${figures[figure]}`;
}

/** Indices between 0 and 1 need more decimals. */
const FINE = /(?:hhi|hhi_normalized|theil|gini)$/;

/** Columns in percentage points. */
const POINTS = /_(?:contribution|share_change)$/;

function displayCell(column: string, cell: Cell, words: Words, format: Formatter): string {
  if (cell === null) return UNDEFINED;
  if (typeof cell === "string") return itemName(cell, words);
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "number") return NAMES_OF_YEARS.has(column) ? String(cell) : format.count(cell);
  if (typeof cell === "bigint") return format.units(cell);
  if ("plain" in cell) return format.plain(cell.plain, FINE.test(column) ? 4 : 2);
  if (POINTS.test(column)) return format.points(cell);
  return format.percent(cell, { signed: /_(?:growth|cagr)$/.test(column) });
}

/** The name of an item as people read it. */
export function itemName(name: string, words: Words): string {
  if (name === "") return words.notStated;
  if (name === NO_ITEM) return words.noItem;
  if (name === OTHER) return words.other;
  return name === TOTAL ? words.total : printable(name);
}
