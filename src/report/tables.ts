import type { Fraction } from "../domain/fraction.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import { METRICS, type Metric } from "../domain/metric.ts";
import { isEmptyWindow, type PeriodLength } from "../domain/period.ts";
import type { Totals } from "../domain/totals.ts";
import { cagr } from "../measures/cagr.ts";
import { indexNumber } from "../measures/index-number.ts";
import type { ItemFigures, ItemRow } from "./item-table.ts";
import type { ShareRow } from "./shares.ts";
import { plainNumber, ratioCell, tableOf, type ColumnOf, type Table } from "./table.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** The name of an item's code, such as a country's. */
export type NameOf = (item: string) => string;

/** What a series of years can have beside its own columns. */
export interface SeriesExtras {
  /** The growth of each year at the exchange rates of the year before. */
  readonly constantRateGrowth?: ReadonlyMap<number, Fraction | null>;
  /** A year that whole years are compared with; without sums when the data do not cover the whole of it. */
  readonly base?: { readonly year: number; readonly totals: Totals | null };
}

/** One line per period. `first_month` to `last_month` are the months that the data cover and the growth compares. */
export function seriesTable(
  by: PeriodLength,
  series: readonly SeriesRow[],
  { constantRateGrowth, base }: SeriesExtras = {},
): Table {
  const table = tableOf<SeriesRow>(
    [
      [by, (row) => (by === "year" ? row.year : row.period)],
      ["certificates", (row) => row.certificates],
      ["certificates_growth", (row) => row.certificatesGrowth],
      ["goods_value", (row) => row.goodsCents],
      ["goods_value_growth", (row) => row.goodsValueGrowth],
      ["value_per_certificate", (row) => row.valuePerCertificate],
      ["exporters", (row) => row.exporters],
      ["destinations", (row) => row.destinations],
      ["products", (row) => row.products],
      ["certificates_with_value", (row) => row.valued],
      ["complete", (row) => row.complete],
      ["first_month", (row) => (isEmptyWindow(row.window) ? null : row.window.firstMonth)],
      ["last_month", (row) => (isEmptyWindow(row.window) ? null : row.window.lastMonth)],
      ...(constantRateGrowth === undefined
        ? []
        : [
            [
              "constant_rate_growth",
              (row) => constantRateGrowth.get(row.year) ?? null,
            ] as const satisfies ColumnOf<SeriesRow>,
          ]),
      ...(base === undefined ? [] : baseColumns(base)),
    ],
    series,
  );
  const forScripts = ["products", "certificates_with_value", "first_month", "last_month"];
  const lessAsked = ["certificates_growth", "goods_value_growth", "value_per_certificate", "exporters", "destinations"];
  return { ...table, forScripts: base === undefined ? forScripts : [...forScripts, ...lessAsked] };
}

/** Index numbers of whole years, and their average growth per year since the base. */
function baseColumns({ year, totals }: NonNullable<SeriesExtras["base"]>): readonly ColumnOf<SeriesRow>[] {
  const amountOf = (metric: Metric, of: Totals | null): bigint | null =>
    of && (metric === "certificates" ? BigInt(of.certificates) : of.goodsCents);
  const currentOf = (metric: Metric, row: SeriesRow): bigint | null => amountOf(metric, row.complete ? row : null);
  return [
    ...METRICS.map((metric): ColumnOf<SeriesRow> => [
      `${metric}_index`,
      (row) => plainNumber(indexNumber.compute(currentOf(metric, row), amountOf(metric, totals))),
    ]),
    ...METRICS.map((metric): ColumnOf<SeriesRow> => [
      `${metric}_cagr`,
      (row) => ratioCell(cagr.compute(currentOf(metric, row), amountOf(metric, totals), row.year - year)),
    ]),
  ];
}

/** One line per year and item. */
export function sharesTable(by: ItemDimension, rows: readonly ShareRow[], nameOf: NameOf): Table {
  return tableOf<ShareRow>(
    [
      ["year", (row) => row.year],
      [by, (row) => row.item],
      [`${by}_name`, (row) => nameOf(row.item)],
      ["certificates", (row) => row.certificates],
      ["certificates_share", (row) => row.certificatesShare],
      ["goods_value", (row) => row.goodsCents],
      ["goods_value_share", (row) => row.goodsValueShare],
      ["rank", (row) => row.rank],
    ],
    rows,
  );
}

/** One line per destination of a report's year, those that were lost since the year before included. */
export function destinationsTable(year: number, rows: readonly ItemRow[], nameOf: NameOf): Table {
  return tableOf(itemColumns("destination", year, nameOf), rows);
}

/** What an item of a year is of the total, and of its growth, by certificates and by value. */
export function itemColumns(by: ItemDimension, year: number, nameOf: NameOf): readonly ColumnOf<ItemRow>[] {
  return [
    ["year", () => year],
    [by, (row) => row.item],
    [`${by}_name`, (row) => nameOf(row.item)],
    ["certificates", (row) => Number(row.certificates.total ?? 0n)],
    ...figureColumns("certificates", (row) => row.certificates),
    ["goods_value", (row) => row.goodsValue.total],
    ...figureColumns("goods_value", (row) => row.goodsValue),
  ];
}

function figureColumns(metric: string, of: (row: ItemRow) => ItemFigures): readonly ColumnOf<ItemRow>[] {
  return [
    [`${metric}_share`, (row) => of(row).share],
    [`${metric}_share_change`, (row) => of(row).shareChange],
    [`${metric}_growth`, (row) => of(row).growth],
    [`${metric}_contribution`, (row) => of(row).contribution],
    [`${metric}_rank`, (row) => of(row).rank],
    [`${metric}_rank_previous`, (row) => of(row).previousRank],
  ];
}
