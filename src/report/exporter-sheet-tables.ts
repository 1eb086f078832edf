import type { ItemDimension } from "../domain/dimension.ts";
import type { SheetTable } from "../domain/exporter.ts";
import type { ExporterSheet, Market, SheetItem } from "./exporter-sheet.ts";
import { tableOf, type Table } from "./table.ts";
import { itemColumns, seriesTable, type NameOf } from "./tables.ts";

/** The names of what the tables are about. */
export interface SheetNames {
  readonly destination: NameOf;
  readonly hs4: NameOf;
}

/** What the tables have of a sheet. */
type Tabled = Pick<ExporterSheet, "year" | "series" | "destinations" | "products" | "peers">;

export function sheetTable(name: SheetTable, sheet: Tabled, names: SheetNames): Table {
  switch (name) {
    case "destinations":
      return itemsTable("destination", sheet.year, sheet.destinations, names.destination);
    case "products":
      return itemsTable("hs4", sheet.year, sheet.products, names.hs4);
    case "years":
      return seriesTable("year", sheet.series);
    case "markets":
      return marketsTable(sheet, names.destination);
  }
}

function itemsTable(by: ItemDimension, year: number, rows: readonly SheetItem[], nameOf: NameOf): Table {
  return tableOf<SheetItem>([...itemColumns(by, year, nameOf), ["first_year", (row) => row.firstYear]], rows);
}

/** One line per destination that similar exporters serve and the exporter does not. */
function marketsTable({ year, peers }: Pick<Tabled, "year" | "peers">, nameOf: NameOf): Table {
  return tableOf<Market>(
    [
      ["year", () => year],
      ["destination", ({ destination }) => destination],
      ["destination_name", ({ destination }) => nameOf(destination)],
      ["similar_exporters", ({ exporters }) => exporters],
      ["similar_exporters_share", (market) => market.share],
      ["similar_goods_value_rounded", ({ goodsCents }) => goodsCents],
      ["market_growth", (market) => market.growth],
    ],
    peers?.markets ?? [],
  );
}
