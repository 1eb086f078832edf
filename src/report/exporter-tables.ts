import type { ExporterGrouping } from "../domain/exporter-grouping.ts";
import { divideHalfUp, type Fraction } from "../domain/fraction.ts";
import type { Cents } from "../domain/money.ts";
import type { Margin, Margins } from "../measures/margins.ts";
import type { Distribution } from "../measures/per-exporter.ts";
import type { CohortYear } from "./cohorts.ts";
import {
  EXPORTER_STATUSES,
  SURVIVAL_YEARS,
  TOP_RANKS,
  type ExporterGroup,
  type ExporterStatus,
  type ExporterYear,
} from "./exporter-dynamics.ts";
import { plainNumber, tableOf, type ColumnOf, type Table } from "./table.ts";
import type { NameOf } from "./tables.ts";

/** By what the tables are split, and the names of its items. */
export interface Split {
  readonly by: ExporterGrouping;
  readonly nameOf: NameOf;
}

/** The margins in the order in which one is inside the other, and how deep. */
export const MARGIN_ROWS = [
  { id: "total", depth: 0, of: (margins: Margins): Margin => margins.total },
  { id: "entrants", depth: 1, of: (margins: Margins): Margin => margins.entrants },
  { id: "exiters", depth: 1, of: (margins: Margins): Margin => margins.exiters },
  { id: "incumbents", depth: 1, of: (margins: Margins): Margin => margins.incumbents },
  { id: "added_destinations", depth: 2, of: (margins: Margins): Margin => margins.addedDestinations },
  { id: "dropped_destinations", depth: 2, of: (margins: Margins): Margin => margins.droppedDestinations },
  { id: "continuing_destinations", depth: 2, of: (margins: Margins): Margin => margins.continuingDestinations },
  { id: "added_products", depth: 3, of: (margins: Margins): Margin => margins.addedProducts },
  { id: "dropped_products", depth: 3, of: (margins: Margins): Margin => margins.droppedProducts },
  { id: "continuing_products", depth: 3, of: (margins: Margins): Margin => margins.continuingProducts },
  { id: "without_exporter", depth: 1, of: (margins: Margins): Margin => margins.withoutExporter },
] as const;
export type MarginId = (typeof MARGIN_ROWS)[number]["id"];

/** One line per year: how many exporters, how many came, went and stayed, and what the value's growth is made of. */
export function exporterYearsTable(rows: readonly ExporterYear[], split: Split | null): Table {
  const count = (status: ExporterStatus): ColumnOf<ExporterYear> => [
    status === "all" ? "exporters" : status,
    (row) => row.groups[status]?.exporters ?? null,
  ];
  return tableOf<ExporterYear>(
    [
      ...keyColumns(split, (row: ExporterYear) => row),
      ...EXPORTER_STATUSES.map(count),
      ["entry_rate", (row) => row.entryRate],
      ["exit_rate", (row) => row.exitRate],
      ...SURVIVAL_YEARS.map((k, index): ColumnOf<ExporterYear> => [
        `survival_${k}`,
        (row) => row.survival[index] ?? null,
      ]),
      ["certificates", (row) => row.totals.certificates],
      ["goods_value", (row) => row.totals.goodsCents],
      ["goods_value_growth", (row) => row.goodsValueGrowth],
      ["entrants_share", (row) => row.entrantsShare],
      ["value_log_growth", (row) => plainNumber(row.split?.value ?? null)],
      ["count_log_growth", (row) => plainNumber(row.split?.count ?? null)],
      ["value_per_certificate_log_growth", (row) => plainNumber(row.split?.valuePerCertificate ?? null)],
      ...quantitiesWithin(split?.by ?? null).flatMap((what): readonly ColumnOf<ExporterYear>[] => [
        [`${what}_entry_rate`, (row) => row.turnover[what].entry],
        [`${what}_exit_rate`, (row) => row.turnover[what].exit],
      ]),
      ["complete", (row) => row.complete],
    ],
    rows,
  );
}

/** What an exporter can have several of: within one destination, or one product, it has that one. */
export function quantitiesWithin(by: ExporterGrouping | null): readonly ("destinations" | "products")[] {
  return (["destinations", "products"] as const).filter((what) =>
    what === "destinations" ? by !== "destination" : by !== "hs6",
  );
}

interface GroupRow {
  readonly row: ExporterYear;
  readonly status: ExporterStatus;
  readonly group: ExporterGroup;
}

/** One line per year and status of exporters: how value, destinations and products spread over them. */
export function distributionTable(rows: readonly ExporterYear[], split: Split | null): Table {
  const groups = rows.flatMap((row) =>
    EXPORTER_STATUSES.flatMap((status): GroupRow[] => {
      const group = row.groups[status];
      return group === null ? [] : [{ row, status, group }];
    }),
  );
  return tableOf<GroupRow>(
    [
      ...keyColumns(split, ({ row }: GroupRow) => row),
      ["exporter_status", ({ status }) => status],
      ["exporters", ({ group }) => group.exporters],
      ...distributionColumns<GroupRow>(
        "goods_value",
        ({ group }) => group.goodsValue,
        roundCents,
        (sd) => BigInt(Math.round(sd)),
      ),
      ...quantitiesWithin(split?.by ?? null).flatMap((what) =>
        distributionColumns<GroupRow>(what, ({ group }) => group[what], plainNumber, plainNumber),
      ),
    ],
    groups,
  );
}

function distributionColumns<Row>(
  quantity: string,
  of: (row: Row) => Distribution | null,
  exact: (value: Fraction) => ReturnType<ColumnOf<Row>[1]>,
  rounded: (value: number) => ReturnType<ColumnOf<Row>[1]>,
): readonly ColumnOf<Row>[] {
  const column = (name: string, value: (distribution: Distribution) => Fraction): ColumnOf<Row> => [
    `${quantity}_${name}`,
    (row) => {
      const distribution = of(row);
      return distribution && exact(value(distribution));
    },
  ];
  return [
    column("mean", ({ mean }) => mean),
    [
      `${quantity}_sd`,
      (row) => {
        const deviation = of(row)?.standardDeviation ?? null;
        return deviation === null ? null : rounded(deviation);
      },
    ],
    column("q1", ({ lowerQuartile }) => lowerQuartile),
    column("median", ({ median }) => median),
    column("q3", ({ upperQuartile }) => upperQuartile),
  ];
}

function roundCents({ numerator, denominator }: Fraction): Cents {
  return divideHalfUp(numerator, denominator);
}

/** One line per year: how concentrated the value is on exporters, destinations and products, and how many exporters these have. */
export function concentrationTable(rows: readonly ExporterYear[], split: Split | null): Table {
  const columns = (["exporters", ...quantitiesWithin(split?.by ?? null)] as const).flatMap(
    (what): readonly ColumnOf<ExporterYear>[] => [
      [what, (row) => row.concentration[what].items],
      [`${what}_hhi`, (row) => plainNumber(row.concentration[what].hhi)],
      [`${what}_effective_number`, (row) => plainNumber(row.concentration[what].effectiveNumber)],
      ...TOP_RANKS.map((k, index): ColumnOf<ExporterYear> => [
        `${what}_top_${k}_share`,
        (row) => row.concentration[what].topShares[index] ?? null,
      ]),
    ],
  );
  return tableOf<ExporterYear>(
    [
      ...keyColumns(split, (row: ExporterYear) => row),
      ...columns,
      ...quantitiesWithin(split?.by ?? null).flatMap((what): readonly ColumnOf<ExporterYear>[] => [
        [`exporters_per_${what.slice(0, -1)}_mean`, (row) => plainNumber(row.exportersPer[what]?.mean ?? null)],
        [`exporters_per_${what.slice(0, -1)}_median`, (row) => plainNumber(row.exportersPer[what]?.median ?? null)],
      ]),
      ["complete", (row) => row.complete],
    ],
    rows,
  );
}

interface MarginRow {
  readonly row: ExporterYear;
  readonly id: MarginId;
  readonly margin: Margin;
}

/** One line per year and margin: its change in money and its contribution to the growth. `depth` says what is inside what. */
export function marginsTable(rows: readonly ExporterYear[], split: Split | null): Table {
  const margins = rows.flatMap((row) =>
    row.margins === null ? [] : marginRowsOf(row.margins).map((margin) => ({ row, ...margin })),
  );
  return tableOf<MarginRow & { readonly depth: number }>(
    [
      ...keyColumns(split, ({ row }: MarginRow) => row),
      ["margin", ({ id }) => id],
      ["depth", ({ depth }) => depth],
      ["goods_value_change", ({ margin }) => margin.change],
      ["goods_value_contribution", ({ margin }) => margin.contribution],
    ],
    margins,
  );
}

/** The margins of one year in order. */
export function marginRowsOf(
  margins: Margins,
): readonly { readonly id: MarginId; readonly depth: number; readonly margin: Margin }[] {
  return MARGIN_ROWS.map(({ id, depth, of }) => ({ id, depth, margin: of(margins) }));
}

/** One line per cohort and year of its life. */
export function cohortsTable(rows: readonly CohortYear[]): Table {
  return tableOf<CohortYear>(
    [
      ["cohort", (row) => row.cohort],
      ["year_of_life", (row) => row.yearOfLife],
      ["exporters", (row) => row.exporters],
      ["survival", (row) => row.survival],
      ["goods_value", (row) => row.goodsCents],
      ["goods_value_growth", (row) => row.growth],
      ["goods_value_mean", (row) => row.mean && roundCents(row.mean)],
    ],
    rows,
  );
}

function keyColumns<Row>(split: Split | null, of: (row: Row) => ExporterYear): readonly ColumnOf<Row>[] {
  const year: ColumnOf<Row> = ["year", (row) => of(row).year];
  if (split === null) return [year];
  return [year, [split.by, (row) => of(row).item], [`${split.by}_name`, (row) => split.nameOf(of(row).item)]];
}
