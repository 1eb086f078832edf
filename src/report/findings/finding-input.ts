import type { YearWindow } from "../../domain/period.ts";
import type { PeriodSums } from "../compute-figure.ts";
import type { DestinationColumn, Figure, WholeColumn } from "../../domain/figure.ts";
import type { ItemRow } from "../item-table.ts";
import type { SeriesRow } from "../yearly-series.ts";

/** What the findings about a period are found in. */
export interface FindingInput extends PeriodSums {
  readonly period: YearWindow;
  readonly destinations: readonly ItemRow[];
  /** Destinations whose certificates are all of one exporter: their figures are that firm's, and are not singled out. */
  readonly soleExporter: readonly string[];
}

/** The rows of the period and of the year before; `null` where the year before is not there. */
export function lastTwo({ series }: PeriodSums): { readonly now: SeriesRow; readonly before: SeriesRow | null } | null {
  const [before, now] = [series.at(-2), series.at(-1)];
  return now === undefined ? null : { now, before: before ?? null };
}

export function wholeFigure(period: YearWindow, column: WholeColumn): Figure {
  return { column, period, destination: null };
}

export function destinationFigure(period: YearWindow, column: DestinationColumn, destination: string): Figure {
  return { column, period, destination };
}
