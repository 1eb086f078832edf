import type { FirmMeasure } from "../domain/firm-sums.ts";
import type { FirmGap, FirmRow } from "./firms.ts";
import { plainNumber, tableOf, type ColumnOf, type Table } from "./table.ts";
import type { NameOf } from "./tables.ts";

/** One line per year and class of exporters. */
export function firmsTable(rows: readonly FirmRow[], nameOf: NameOf): Table {
  const figures = (measure: FirmMeasure): readonly ColumnOf<FirmRow>[] => [
    [`${measure}_share`, (row) => row.figures[measure].share],
    [`${measure}_growth`, (row) => row.figures[measure].growth],
  ];
  return tableOf<FirmRow>(
    [
      ...keyColumns<FirmRow>(nameOf),
      ["certificates", (row) => row.certificates],
      ...figures("certificates"),
      ["goods_value", (row) => row.goodsCents],
      ...figures("goods_value"),
      ["exporters", (row) => row.exporters],
      ...figures("exporters"),
      ["first_time_exporters", (row) => row.firstTime],
      ["destinations_mean", (row) => plainNumber(row.destinations?.mean ?? null)],
      ["destinations_median", (row) => plainNumber(row.destinations?.median ?? null)],
      ["complete", (row) => row.complete],
    ],
    rows,
  );
}

/** One line per measure, year and class that the benchmark has. */
export function firmGapsTable(gaps: readonly FirmGap[], nameOf: NameOf): Table {
  return tableOf<FirmGap>(
    [
      ...keyColumns<FirmGap>(nameOf),
      ["measure", (row) => row.measure],
      ["share", (row) => row.own.share],
      ["benchmark_share", (row) => row.benchmark.share],
      ["share_gap", (row) => row.gap.share],
      ["growth", (row) => row.own.growth],
      ["benchmark_growth", (row) => row.benchmark.growth],
      ["growth_gap", (row) => row.gap.growth],
    ],
    gaps,
  );
}

function keyColumns<Row extends FirmRow | FirmGap>(nameOf: NameOf): readonly ColumnOf<Row>[] {
  return [
    ["year", (row) => row.year],
    ["exporter_size", (row) => row.firmClass],
    ["exporter_size_name", (row) => nameOf(row.firmClass)],
  ];
}
