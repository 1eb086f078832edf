import type { YearWindow } from "../../domain/period.ts";
import type { DestinationColumn, Figure, WholeColumn } from "../../domain/figure.ts";
import type { YearFacts } from "../../report/yearly-report.ts";

/** The months that a report is about, in one of its years. */
export function periodIn(year: number, { period }: Pick<YearFacts, "period">): YearWindow {
  return { ...period, year };
}

/** A figure about all certificates. */
export function figureOf(column: WholeColumn, period: YearWindow): Figure {
  return { column, period, destination: null };
}

/** A figure about a destination; `null` for records that do not name one. */
export function destinationFigure(column: DestinationColumn, period: YearWindow, destination: string): Figure | null {
  return destination === "" ? null : { column, period, destination };
}
