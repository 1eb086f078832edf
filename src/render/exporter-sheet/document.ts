import type { CountryPhraseOf } from "../../domain/country-phrase.ts";
import { DOMINANCE_PERCENT } from "../../domain/disclosure.ts";
import { exporterName, exporterNumber } from "../../domain/exporter.ts";
import type { Fraction } from "../../domain/fraction.ts";
import type { Language } from "../../domain/language.ts";
import { printable } from "../../domain/printable.ts";
import {
  SIMILAR_FROM,
  type ExporterSheet,
  type Market,
  type Place,
  type SheetItem,
} from "../../report/exporter-sheet.ts";
import type { SheetNames } from "../../report/exporter-sheet-tables.ts";
import type { NameOf } from "../../report/tables.ts";
import { documentContext, type DocumentContext } from "../document/context.ts";
import { buildHeadlines, buildTitle, type Headline } from "../document/headline.ts";
import {
  changeCell,
  countCell,
  moneyCell,
  ordinalCell,
  shareCell,
  textCell,
  withoutEmptyColumns,
  withoutFigures,
  type DocumentCell,
  type DocumentColumn,
  type DocumentTable,
} from "../document/table.ts";
import { buildYears } from "../document/years.ts";
import { sheetWordsOf, type SheetWords } from "./words.ts";

/** What it takes to say the sheet in words. */
export interface SheetContext extends DocumentContext<ExporterSheet> {
  readonly sheetWords: SheetWords;
  readonly productName: NameOf;
  /** The name of the theme, chapter or heading that the exporter is ranked within. */
  readonly withinName: NameOf;
  readonly country: CountryPhraseOf;
  /** How many destinations, products and markets to list. */
  readonly top: number;
}

export interface SheetOptions {
  readonly language: Language;
  readonly top: number;
}

/** How items are called in the language of the sheet. */
export interface SheetNaming extends SheetNames {
  readonly within: NameOf;
  readonly country: CountryPhraseOf;
}

export function sheetContext(sheet: ExporterSheet, names: SheetNaming, { language, top }: SheetOptions): SheetContext {
  return {
    ...documentContext(sheet, names.destination, language),
    sheetWords: sheetWordsOf(language),
    productName: names.hs4,
    withinName: (item) => printable(names.within(item)),
    country: names.country,
    top,
  };
}

/** Who the sheet is about and for whom it stands. */
export interface SheetHead {
  readonly name: string;
  readonly title: string;
  readonly chambers: string;
  /** Its number and size, its first and last certificate, and which certificates are told of. */
  readonly lines: readonly string[];
}

export function buildHead(context: SheetContext): SheetHead {
  const { report, sheetWords, format } = context;
  const { exporter, facts, year } = report;
  const { chambers, scope, filter } = buildTitle(context);
  const number = exporterNumber(exporter);
  const who = [
    ...(number === null ? [] : [sheetWords.number(number)]),
    ...(facts.size === null ? [] : [sheetWords.size[facts.size]]),
  ];
  return {
    name: printable(exporterName(exporter) ?? exporter.exporter),
    title: sheetWords.title(year),
    chambers,
    lines: [
      ...(who.length === 0 ? [] : [who.join(" · ")]),
      sheetWords.onFile(format.day(facts.firstDay), format.day(facts.lastDay)),
      scope,
      ...filter,
    ],
  };
}

/** The key figures of the year, without ids: `origo explain` has those of all exporters together. */
export function buildKeyFigures(context: SheetContext): readonly Headline[] {
  const without = (cell: DocumentCell | null): DocumentCell | null => cell && { ...cell, figure: null };
  return buildHeadlines(context).map(({ label, value, growth, before }) => ({
    label,
    value: { ...value, figure: null },
    growth: without(growth),
    before: without(before),
  }));
}

/** A part of the sheet: sentences, then a table with what has to be said of it. */
export interface SheetSection {
  readonly id: "years" | "destinations" | "products" | "standing" | "markets" | "method";
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table: DocumentTable | null;
  readonly notes: readonly string[];
}
type SectionBody = Pick<SheetSection, "sentences" | "table" | "notes">;

export function buildSections(context: SheetContext): readonly SheetSection[] {
  const { words, sheetWords } = context;
  return [
    {
      id: "years",
      title: words.heading.years,
      sentences: [],
      table: withoutFigures(buildYears(context)),
      notes: [],
    },
    { id: "destinations", title: words.heading.destinations, ...buildDestinations(context) },
    { id: "products", title: sheetWords.products.heading, ...buildProducts(context) },
    { id: "standing", title: sheetWords.standing.heading, ...sentencesOnly(standingSentences(context)) },
    { id: "markets", title: sheetWords.markets.heading, ...buildMarkets(context) },
    { id: "method", title: sheetWords.method.heading, ...sentencesOnly(methodSentences(context)) },
  ];
}

function sentencesOnly(sentences: readonly string[]): SectionBody {
  return { sentences, table: null, notes: [] };
}

/** A column of a table of items, markets ... and how a row fills it. */
type ColumnOf<Row> = DocumentColumn & { readonly cell: (row: Row) => DocumentCell };

function tableOf<Row>(
  { words, format, top }: SheetContext,
  caption: string,
  columns: readonly ColumnOf<Row>[],
  rows: readonly Row[],
): DocumentTable {
  const rest = rows.length - top;
  return withoutEmptyColumns({
    caption,
    note: rest > 0 ? `… ${words.more(format.count(rest))}` : null,
    columns,
    rows: rows.slice(0, top).map((row) => columns.map(({ cell }) => cell(row))),
    total: null,
  });
}

function buildDestinations(context: SheetContext): SectionBody {
  const { report, words, documentWords, nameOf } = context;
  const columns = itemColumns(context, words.term.destination, nameOf);
  const table = tableOf(context, documentWords.destinationsCaption(report.year), columns, report.destinations);
  return { sentences: [], table, notes: [] };
}

function buildProducts(context: SheetContext): SectionBody {
  const { report, sheetWords, productName } = context;
  const own = sheetWords.products;
  if (report.products.length === 0) return sentencesOnly([own.none]);
  const columns = itemColumns(context, sheetWords.column.product, (code) => `${code} ${productName(code)}`);
  return {
    sentences: [],
    table: tableOf(context, own.caption(report.year), columns, report.products),
    notes: [own.note],
  };
}

function itemColumns(
  { report, words, documentWords, sheetWords, format }: SheetContext,
  header: string,
  labelOf: NameOf,
): readonly ColumnOf<SheetItem>[] {
  const column = (
    heading: string,
    kind: DocumentColumn["kind"],
    cell: (row: SheetItem) => DocumentCell,
  ): ColumnOf<SheetItem> => ({ header: heading, group: null, kind, cell });
  return [
    column(header, "text", ({ item }) => textCell(labelOf(item))),
    column(report.provenance.currency, "quantity", ({ goodsValue }) => moneyCell(goodsValue.total, format)),
    column(documentWords.share, "quantity", ({ goodsValue }) => shareCell(goodsValue.share, format)),
    column(documentWords.growth, "quantity", ({ goodsValue }) => changeCell(goodsValue.growth, format)),
    column(words.column(words.metric.certificates), "quantity", ({ certificates }) =>
      countCell(certificates.total ?? 0n, format),
    ),
    column(sheetWords.column.since, "ordinal", ({ firstYear }) => ordinalCell(firstYear)),
  ];
}

function standingSentences({ report, documentWords, sheetWords, withinName, format }: SheetContext): readonly string[] {
  const { standing, fewestFirms, year } = report;
  const own = sheetWords.standing;
  if (standing === null) return [own.none];
  const { within, item, places } = standing;
  const name = within === "theme" ? withinName(item) : `${item} (${withinName(item)})`;
  const numbers = ({ rank, of }: Place): readonly [string, string] => [format.count(rank), format.count(of)];
  const told = (["goods_value", "certificates"] as const).flatMap((metric) => {
    const { now, before } = places[metric];
    if (now === null) return [];
    const past = before === null ? "" : own.placeBefore(year - 1, ...numbers(before));
    return [own.place[metric](...numbers(now), past)];
  });
  const where = own.within[within](name);
  return [told.length === 0 ? own.tooFew(where, fewestFirms) : `${where}${documentWords.colon}${told.join(" · ")}.`];
}

/** So many markets are told in a sentence each. */
const SENTENCES = 3;

function buildMarkets(context: SheetContext): SectionBody {
  const { report, words, documentWords, sheetWords, format, country, nameOf, top } = context;
  const { peers, year, fewestFirms } = report;
  const own = sheetWords.markets;
  if (peers === null) return sentencesOnly([own.noProducts]);
  if (peers.similar === null) return sentencesOnly([own.tooFew(fewestFirms)]);
  const similar = format.count(peers.similar);
  if (peers.markets.length === 0) return sentencesOnly([own.noMarket(similar, fewestFirms)]);
  const column = (
    header: string,
    kind: DocumentColumn["kind"],
    cell: (row: Market) => DocumentCell,
  ): ColumnOf<Market> => ({ header, group: null, kind, cell });
  return {
    sentences: peers.markets
      .slice(0, Math.min(SENTENCES, top))
      .map(({ destination, exporters }) =>
        own.sentence(year, format.count(exporters), similar, country(destination).to),
      ),
    table: tableOf(
      context,
      own.caption(year),
      [
        column(words.term.destination, "text", ({ destination }) => textCell(nameOf(destination))),
        column(words.column(words.exporters), "quantity", ({ exporters }) => countCell(exporters, format)),
        column(documentWords.share, "quantity", ({ share }) => shareCell(share, format)),
        column(sheetWords.column.similarValue(report.provenance.currency), "quantity", ({ goodsCents }) =>
          moneyCell(goodsCents, format),
        ),
        column(documentWords.growth, "quantity", ({ growth }) => changeCell(growth, format)),
      ],
      peers.markets,
    ),
    notes: [own.note(sheetWords.years(peers.firstYear, year))],
  };
}

function methodSentences({ report, sheetWords, format }: SheetContext): readonly string[] {
  const { year, peers, standing, fewestFirms } = report;
  const { similar, certificates, disclosure } = sheetWords.method;
  const percent = (share: Fraction): string => format.percent(share, { digits: 0 });
  const dominance = percent({ numerator: BigInt(DOMINANCE_PERCENT), denominator: 100n });
  return [
    ...(peers === null ? [] : [similar(sheetWords.years(peers.firstYear, year), year, percent(SIMILAR_FROM))]),
    certificates,
    ...(peers === null && standing === null ? [] : [disclosure(fewestFirms, dominance)]),
  ];
}
