import { figureId } from "../../domain/figure.ts";
import type { FieldChange } from "../../domain/vintage.ts";
import { tableOf, type Table } from "../table.ts";
import type { NameOf } from "../tables.ts";
import type { FigureChange } from "./figure-changes.ts";
import type { YearChange } from "./vintage-diff.ts";

/** One line per certificate and field that changed. A certificate of one vintage only has no number, and no texts, in the other. */
export function changesTable(rows: readonly FieldChange[]): Table {
  return tableOf<FieldChange>(
    [
      ["kind", (row) => row.kind],
      ["chamber", (row) => row.chamber],
      ["certificate_number_old", (row) => row.oldNumber],
      ["certificate_number_new", (row) => row.newNumber],
      ["issue_date", (row) => row.issueDate],
      ["destination", (row) => row.destination],
      ["field", (row) => row.field],
      ["old", (row) => row.old],
      ["new", (row) => row.new],
    ],
    rows,
  );
}

/** One line per yearly figure that changed, by its id; `revision` is new minus old, `relative_revision` new / old - 1. */
export function figureChangesTable(rows: readonly FigureChange[], nameOf: NameOf): Table {
  return tableOf<FigureChange>(
    [
      ["figure", ({ figure }) => figureId(figure)],
      ["year", ({ figure }) => figure.period.year],
      ["destination", ({ figure }) => figure.destination],
      ["destination_name", ({ figure }) => figure.destination && nameOf(figure.destination)],
      ["old", (row) => row.old],
      ["new", (row) => row.new],
      ["revision", (row) => row.revision],
      ["relative_revision", (row) => row.ratio],
    ],
    rows,
  );
}

interface CauseRow {
  readonly year: number;
  readonly cause: string;
  readonly affected: number;
  readonly certificates: number;
  readonly goodsCents: bigint;
}

/** One line per year and cause; the lines of a year sum to the change of its certificates and goods value. */
export function causesTable(years: readonly YearChange[]): Table {
  return tableOf<CauseRow>(
    [
      ["year", (row) => row.year],
      ["cause", (row) => row.cause],
      ["affected", (row) => row.affected],
      ["certificates_revision", (row) => row.certificates],
      ["goods_value_revision", (row) => row.goodsCents],
    ],
    years.flatMap(({ causes }) => causes),
  );
}
