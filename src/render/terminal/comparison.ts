import { isOfLines, isOverlapping } from "../../domain/dimension.ts";
import { isEmptyWindow } from "../../domain/period.ts";
import type { Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { printable } from "../../domain/printable.ts";
import type { ComparedFigures, ComparedItem } from "../../report/compared-items.ts";
import type { ComparedChamber, Comparison, TradeRow } from "../../report/comparison.ts";
import type { ComparisonNames } from "../../report/comparison-tables.ts";
import { commonPeriodNote, crossBorderNotes } from "../group-notes.ts";
import { comparisonWordsOf, type ComparisonWords } from "../comparison-words.ts";
import { createFormatter, scaleOf, UNDEFINED, type Formatter } from "../format.ts";
import type { Style } from "../style.ts";
import { itemName } from "../table-terminal.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { filterLine, wordsOf, type Words } from "../words.ts";
import { wrap } from "../wrap.ts";
import { renderParts } from "./chamber-parts.ts";
import { WIDE } from "./context.ts";

export interface ComparisonOptions extends ComparisonNames {
  readonly language: Language;
  readonly width: number;
  readonly style: Style;
  /** How many items to show. */
  readonly top: number;
}

interface View extends ComparisonOptions {
  readonly comparison: Comparison;
  readonly words: Words;
  readonly own: ComparisonWords;
  readonly format: Formatter;
}

/** Lines longer than this are hard to follow, however wide the terminal. */
const MAX_WIDTH = 120;

/** Chambers side by side and together: the last year that all cover, the years, items, trade inside the region, the data. */
export function renderComparisonTerminal(comparison: Comparison, options: ComparisonOptions): string {
  const { language, style } = options;
  const view: View = {
    ...options,
    comparison,
    width: Math.min(MAX_WIDTH, options.width),
    words: wordsOf(language),
    own: comparisonWordsOf(language),
    format: createFormatter(language),
  };
  const { words, own } = view;
  const last = comparison.levels.at(-1);
  const year = last === undefined ? "" : last.complete ? String(last.year) : `${last.year}*`;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [`${own.chambers} · ${year}`, renderLast(view)],
    [own.levels, renderLevels(view)],
    [`${words.term[comparison.by]} · ${year}`, renderItems(view)],
    [own.trade, renderTrade(view)],
    [own.data, renderData(view)],
  ];
  const lines = [
    ...renderTitle(view),
    ...sections.flatMap(([title, body]) => (body.length === 0 ? [] : ["", style.heading(title), ...body])),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function renderTitle({ comparison, own, words, style, width, format }: View): readonly string[] {
  const { name, chambers, provenance } = comparison;
  const described = chambers.filter(({ id, name: full }) => id !== full);
  const { currency, selection } = provenance;
  return [
    style.strong(name === null ? own.title : printable(name)),
    ...described.flatMap((chamber) => wrap(describeChamber(chamber), width)),
    style.faint([words.scope[selection.scope], currency].join(" · ")),
    ...filterLine(selection.where, words).map((line) => style.faint(line)),
    ...wrap(commonPeriodNote(comparison, own, format), width),
  ];
}

function describeChamber({ id, name, country, home }: ComparedChamber): string {
  const place = [country, home.map(printable).join(", ")].filter((part) => part !== null && part !== "").join(": ");
  return `${id}: ${printable(name)}${place === "" ? "" : ` (${place})`}`;
}

function renderLast(view: View): readonly string[] {
  const { comparison, own, style, words, width, format } = view;
  const last = comparison.levels.at(-1);
  if (last === undefined) return [];
  const lines = comparison.levels
    .filter(({ year }) => year === last.year)
    .map(({ chamber, figures, ...level }) => ({
      ...level,
      ...figures,
      item: chamber === null ? own.together : printable(chamber),
    }));
  const { firstMonth, lastMonth, year } = last.window;
  const partial =
    last.complete || isEmptyWindow(last.window)
      ? []
      : wrap(`* ${own.sameMonths(format.month(firstMonth), `${format.month(lastMonth)} ${year}`)}`, width);
  return [
    ...renderParts(lines, { words, format, style, width, currency: comparison.provenance.currency }),
    ...[...partial, ...wrap(own.partsNote, width)].map((line) => style.faint(line)),
  ];
}

/** Certificates and value of each chamber by year. */
function renderLevels({ comparison, words, own, format, style, width }: View): readonly string[] {
  const { levels, chambers, provenance } = comparison;
  const years = [...new Set(levels.map(({ year }) => year))];
  if (years.length < 2) return [];
  const money = scaleOf(
    levels.map(({ figures }) => figures.goodsValue.total),
    format,
  );
  const columns: readonly (readonly [header: string, chamber: string | null])[] = [
    ...chambers.map(({ id, name }) => [printable(id), name] as const),
    [own.together, null],
  ];
  const table = (heading: string, cell: (level: Comparison["levels"][number]) => string): readonly string[] =>
    renderTextTable(
      [{ header: heading, align: "left" }, ...columns.map(([header]) => ({ header, align: "right" }) as const)],
      years.map((year) => {
        const ofYear = levels.filter((level) => level.year === year);
        const complete = ofYear.every((level) => level.complete);
        return [
          complete ? String(year) : `${year}*`,
          ...columns.map(([, chamber]) => {
            const level = ofYear.find((each) => each.chamber === chamber);
            return level === undefined ? UNDEFINED : cell(level);
          }),
        ];
      }),
      width,
      style.faint,
    );
  const hasValue = levels.some(({ figures }) => figures.goodsValue.total !== null);
  return [
    ...table(words.column(words.metric.certificates), ({ figures }) => format.count(figures.certificates.total ?? 0n)),
    ...(hasValue
      ? [
          "",
          ...table(
            `${words.column(words.metric.goods_value)} (${`${provenance.currency} ${money.unit}`.trim()})`,
            ({ figures }) => (figures.goodsValue.total === null ? UNDEFINED : money.format(figures.goodsValue.total)),
          ),
        ]
      : []),
  ];
}

/** The largest items of the last year: share, location quotient and, where there is room, rank at each chamber. */
function renderItems(view: View): readonly string[] {
  const { comparison, words, own, format, style, width, top, nameOf } = view;
  const last = comparison.items.at(-1)?.year;
  const items = comparison.items.filter(({ year }) => year === last);
  if (items.length === 0) return [];
  const hasValue = items.some(({ group }) => group.goods_value.total !== null);
  const metric = hasValue ? "goods_value" : "certificates";
  const wide = width >= WIDE || comparison.chambers.length < 3;
  const right = (header: string): TextColumn => ({ header, align: "right" });
  const share = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percentNumber(value));
  const cells = (figures: ComparedFigures | undefined): readonly string[] => [
    share(figures?.share ?? null),
    ...(wide ? [figures?.rank == null ? UNDEFINED : String(figures.rank)] : []),
    figures?.locationQuotient == null ? UNDEFINED : format.plain(figures.locationQuotient),
  ];
  const row = ({ item, cells: of, group }: ComparedItem): readonly string[] => [
    itemName(nameOf(item), words),
    share(group[metric].share),
    ...comparison.chambers.flatMap(({ name }) => cells(of.get(name)?.[metric])),
  ];
  const rest = items.length - Math.min(top, items.length);
  return [
    ...renderTextTable(
      [
        { header: words.column(words.metric[metric]), align: "left", shrinkTo: 12 },
        right(own.together),
        ...comparison.chambers.flatMap(({ id }) => [
          right(printable(id)),
          ...(wide ? [right("#")] : []),
          right(own.quotient),
        ]),
      ],
      items.slice(0, top).map(row),
      width,
      style.faint,
    ),
    ...(rest > 0 ? [style.faint(`    ${words.more(format.count(rest))}`)] : []),
    ...overlapLines(view, last),
    ...[
      own.quotientNote,
      ...(isOverlapping(comparison.by) ? [words.overlapping(words.term[comparison.by])] : []),
      ...(isOfLines(comparison.by) ? [words.ofLines(words.term[comparison.by])] : []),
    ]
      .flatMap((note) => wrap(note, width))
      .map((line) => style.faint(line)),
  ];
}

function overlapLines({ comparison, own, format, width }: View, year: number | undefined): readonly string[] {
  const rows = comparison.overlap.filter((row) => row.year === year);
  const group = rows.find(({ chamber }) => chamber === null);
  if (group === undefined) return [];
  const idOf = (name: string | null): string => comparison.chambers.find((each) => each.name === name)?.id ?? "";
  const alone = rows
    .filter(({ chamber }) => chamber !== null)
    .map(({ chamber, distinct }) => `${printable(idOf(chamber))}: ${format.count(distinct)}`);
  return wrap(own.overlap(format.count(group.common), format.count(group.items), alone.join(", ")), width);
}

function renderTrade({ comparison, words, own, format, style, width, countryOf }: View): readonly string[] {
  const { trade, chambers, provenance } = comparison;
  const last = trade?.at(-1)?.year;
  if (trade === null || last === undefined) return [];
  const rows = trade.filter(({ year }) => year === last);
  const money = scaleOf(
    rows.map(({ goodsCents }) => goodsCents),
    format,
  );
  const percent = (value: Fraction | null): string => (value === null ? UNDEFINED : format.percentNumber(value));
  const points = (value: Fraction | null): string => (value === null ? UNDEFINED : format.points(value));
  const right = (header: string): TextColumn => ({ header, align: "right" });
  const cells = (row: TradeRow): readonly string[] => [
    `${row.chamber === null ? own.together : printable(chambers.find(({ name }) => name === row.chamber)?.id ?? row.chamber)}, ${own[row.side]}`,
    format.count(row.certificates),
    points(row.certificatesGrowth),
    percent(row.certificatesShare),
    row.goodsCents === null ? UNDEFINED : money.format(row.goodsCents),
    points(row.goodsValueGrowth),
    percent(row.goodsValueShare),
  ];
  const countries = [...new Set(chambers.flatMap(({ country }) => country ?? []))].map(countryOf).join(", ");
  return [
    ...renderTextTable(
      [
        { header: String(last), align: "left", shrinkTo: 20 },
        right(words.certificatesShort),
        right(words.growth),
        right(words.share),
        right(`${provenance.currency} ${money.unit}`.trim()),
        right(words.growth),
        right(words.share),
      ],
      rows.map(cells),
      width,
      style.faint,
    ),
    ...wrap(own.tradeNote(countries), width).map((line) => style.faint(line)),
  ];
}

function renderData(view: View): readonly string[] {
  const { comparison, words, own, format, style, width } = view;
  const { chambers, lastYears } = comparison;
  const month = (year: number, number: number): string => `${year}-${String(number).padStart(2, "0")}`;
  const points = (value: Fraction | null | undefined): string => (value == null ? UNDEFINED : format.points(value));
  const rows = chambers.map(({ id, name, windows }) => {
    const [first, end, last] = [windows[0], windows.at(-1), lastYears.get(name)];
    return [
      printable(id),
      first === undefined ? UNDEFINED : month(first.year, first.firstMonth),
      end === undefined ? UNDEFINED : month(end.year, end.lastMonth),
      last === undefined ? UNDEFINED : `${last.year}${last.complete ? "" : "*"}`,
      last === undefined ? UNDEFINED : format.count(last.certificates),
      points(last?.certificatesGrowth),
      points(last?.goodsValueGrowth),
    ];
  });
  const right = (header: string): TextColumn => ({ header, align: "right" });
  return [
    ...renderTextTable(
      [
        { header: words.term.chamber, align: "left", shrinkTo: 12 },
        { header: own.from, align: "left" },
        { header: own.to, align: "left" },
        right(own.lastYear),
        right(words.certificatesShort),
        right(words.growth),
        right(`${words.growth} ${words.valueShort}`),
      ],
      rows,
      width,
      style.faint,
    ),
    ...([...lastYears.values()].some(({ complete }) => !complete) ? [style.faint(`* ${words.incompleteYear}`)] : []),
    ...crossBorderNotes(comparison, own, format).flatMap((text) => wrap(`• ${text}`, width)),
  ];
}
