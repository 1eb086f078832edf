import type { ComparisonTable } from "../domain/comparison-table.ts";
import { METRICS, type Metric } from "../domain/metric.ts";
import { isEmptyWindow, type YearWindow } from "../domain/period.ts";
import { wholeRow } from "./chamber-parts.ts";
import type { ComparedCell } from "./compared-items.ts";
import type { ChamberGroup, ComparedChamber, Comparison, LevelRow, TradeRow } from "./comparison.ts";
import type { ItemFigures } from "./item-table.ts";
import { TOTAL } from "./query-table.ts";
import { plainNumber, tableOf, type ColumnOf, type Table } from "./table.ts";
import type { NameOf } from "./tables.ts";
import type { ReportGroup } from "./yearly-report.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** What the tables are made of. */
type ComparedFacts = Omit<Comparison, "provenance">;

/** The names of the items that are compared, and of destinations. */
export interface ComparisonNames {
  readonly nameOf: NameOf;
  readonly countryOf: NameOf;
}

export function comparisonTable(comparison: ComparedFacts, table: ComparisonTable, names: ComparisonNames): Table {
  switch (table) {
    case "levels":
      return levelsTable(comparison);
    case "items":
      return itemsTable(comparison, names.nameOf);
    case "overlap":
      return overlapTable(comparison);
    case "trade":
      return tradeTable(comparison);
    case "periods":
      return periodsTable(comparison);
    case "cross-border":
      return crossBorderTable(comparison, names);
  }
}

/** Columns that name a chamber by its id and its name; the group is `total`. */
function chamberColumns<Row extends { readonly chamber: string | null }>({
  chambers,
  name,
}: ChamberGroup): readonly ColumnOf<Row>[] {
  const idOf = new Map(chambers.map((chamber) => [chamber.name, chamber.id]));
  return [
    ["chamber", ({ chamber }) => (chamber === null ? TOTAL : (idOf.get(chamber) ?? chamber))],
    ["chamber_name", ({ chamber }) => chamber ?? name ?? TOTAL],
  ];
}

/** One line per year and chamber, over the months that all chambers cover. */
function levelsTable(comparison: ComparedFacts): Table {
  return tableOf<LevelRow>(
    [
      ["year", (row) => row.year],
      ...chamberColumns<LevelRow>(comparison),
      ["certificates", (row) => Number(row.figures.certificates.total ?? 0n)],
      ...partColumns("certificates", (row: LevelRow) => row.figures.certificates),
      ["goods_value", (row) => row.figures.goodsValue.total],
      ...partColumns("goods_value", (row: LevelRow) => row.figures.goodsValue),
      ["value_per_certificate", (row) => row.valuePerCertificate],
      ["exporters", (row) => row.exporters],
      ["destinations", (row) => row.destinations],
      ["complete", (row) => row.complete],
      ["first_month", (row) => (isEmptyWindow(row.window) ? null : row.window.firstMonth)],
      ["last_month", (row) => (isEmptyWindow(row.window) ? null : row.window.lastMonth)],
    ],
    comparison.levels,
  );
}

/** One line per chamber of a joint report, the group last. */
export function partsTable(group: ReportGroup, current: SeriesRow): Table {
  const lines = [
    ...group.parts.map(({ item, ...figures }) => ({ chamber: item, ...figures })),
    { chamber: null, ...wholeRow(current) },
  ];
  type Line = (typeof lines)[number];
  return tableOf<Line>(
    [
      ["year", () => current.year],
      ...chamberColumns<Line>(group),
      ["certificates", (row) => Number(row.certificates.total ?? 0n)],
      ...partColumns("certificates", (row: Line) => row.certificates),
      ["goods_value", (row) => row.goodsValue.total],
      ...partColumns("goods_value", (row: Line) => row.goodsValue),
    ],
    lines,
  );
}

/** What a chamber is of its group. */
function partColumns<Row>(metric: Metric, of: (row: Row) => ItemFigures): readonly ColumnOf<Row>[] {
  return [
    [`${metric}_growth`, (row) => of(row).growth],
    [`${metric}_share`, (row) => of(row).share],
    [`${metric}_share_change`, (row) => of(row).shareChange],
    [`${metric}_contribution`, (row) => of(row).contribution],
  ];
}

interface ItemLine extends ComparedCell {
  readonly year: number;
  readonly item: string;
  readonly chamber: string | null;
  readonly chambers: number;
}

/** One line per year, item and chamber, the group last. */
function itemsTable(comparison: ComparedFacts, nameOf: NameOf): Table {
  const { by, chambers, items } = comparison;
  const lines = items.flatMap(({ cells, group, ...item }): readonly ItemLine[] => [
    ...chambers.flatMap(({ name }) => {
      const cell = cells.get(name);
      return cell === undefined ? [] : [{ ...item, ...cell, chamber: name }];
    }),
    { ...item, ...group, chamber: null },
  ]);
  return tableOf<ItemLine>(
    [
      ["year", (row) => row.year],
      [by, (row) => row.item],
      [`${by}_name`, (row) => nameOf(row.item)],
      ...chamberColumns<ItemLine>(comparison),
      ...METRICS.flatMap((metric): readonly ColumnOf<ItemLine>[] => [
        [metric, (row) => (metric === "certificates" ? Number(row[metric].total ?? 0n) : row[metric].total)],
        [`${metric}_share`, (row) => row[metric].share],
        [`${metric}_location_quotient`, (row) => plainNumber(row[metric].locationQuotient)],
        [`${metric}_rank`, (row) => row[metric].rank],
        [`${metric}_rank_difference`, (row) => row[metric].rankDifference],
      ]),
      ["chambers", (row) => row.chambers],
    ],
    lines,
  );
}

/** How many items the chambers have in common, and how many each has alone. */
function overlapTable(comparison: ComparedFacts): Table {
  return tableOf<Comparison["overlap"][number]>(
    [
      ["year", (row) => row.year],
      ...chamberColumns<Comparison["overlap"][number]>(comparison),
      [`${comparison.by}_items`, (row) => row.items],
      ["common_items", (row) => row.common],
      ["distinct_items", (row) => row.distinct],
    ],
    comparison.overlap,
  );
}

/** What goes to the countries of the region, and what goes elsewhere. */
function tradeTable(comparison: ComparedFacts): Table {
  return tableOf<TradeRow>(
    [
      ["year", (row) => row.year],
      ...chamberColumns<TradeRow>(comparison),
      ["trade", (row) => row.side],
      ["certificates", (row) => row.certificates],
      ["certificates_share", (row) => row.certificatesShare],
      ["certificates_growth", (row) => row.certificatesGrowth],
      ["goods_value", (row) => row.goodsCents],
      ["goods_value_share", (row) => row.goodsValueShare],
      ["goods_value_growth", (row) => row.goodsValueGrowth],
    ],
    comparison.trade ?? [],
  );
}

/** What the data of each chamber cover, the last year of it, and what could be held against other chambers. */
function periodsTable(comparison: ComparedFacts): Table {
  const { lastYears, crossBorder } = comparison;
  const month = (window: YearWindow | undefined, end: "firstMonth" | "lastMonth"): string | null =>
    window === undefined ? null : `${window.year}-${String(window[end]).padStart(2, "0")}`;
  const own = (name: string): SeriesRow | undefined => lastYears.get(name);
  return tableOf<ComparedChamber & { readonly chamber: string }>(
    [
      ...chamberColumns<ComparedChamber & { readonly chamber: string }>(comparison),
      ["country", (row) => row.country],
      ["home", (row) => (row.home.length === 0 ? null : row.home.join(", "))],
      ["from", (row) => month(row.windows[0], "firstMonth")],
      ["to", (row) => month(row.windows.at(-1), "lastMonth")],
      ["year", (row) => own(row.name)?.year ?? null],
      ["complete", (row) => own(row.name)?.complete ?? null],
      ["certificates", (row) => own(row.name)?.certificates ?? null],
      ["certificates_growth", (row) => own(row.name)?.certificatesGrowth ?? null],
      ["goods_value", (row) => own(row.name)?.goodsCents ?? null],
      ["goods_value_growth", (row) => own(row.name)?.goodsValueGrowth ?? null],
      ["without_exporter_id", (row) => row.account.withoutExporterId],
      ["without_value", (row) => row.account.withoutValue],
      ["cross_border", (row) => crossBorder.filter(({ other }) => other.chamber === row.name).length],
    ],
    comparison.chambers.map((chamber) => ({ ...chamber, chamber: chamber.name })),
  );
}

/** The certificates that two chambers have: where each counts, and where it is too. */
export function crossBorderTable(
  { chambers, crossBorder }: ChamberGroup,
  { countryOf }: Pick<ComparisonNames, "countryOf">,
): Table {
  const idOf = (name: string): string => chambers.find((chamber) => chamber.name === name)?.id ?? name;
  return tableOf<ChamberGroup["crossBorder"][number]>(
    [
      ["issue_date", (row) => row.issueDate],
      ["exporter", (row) => row.exporterId],
      ["destination", (row) => row.destination],
      ["destination_name", (row) => countryOf(row.destination)],
      ["goods_value", (row) => row.goodsCents],
      ["chamber", (row) => idOf(row.kept.chamber)],
      ["certificate_number", (row) => row.kept.certificate],
      ["other_chamber", (row) => idOf(row.other.chamber)],
      ["other_certificate_number", (row) => row.other.certificate],
    ],
    crossBorder,
  );
}
