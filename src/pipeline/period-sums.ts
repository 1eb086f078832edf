import type { MonthRange, YearWindow } from "../domain/period.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import type { PeriodSums } from "../report/compute-figure.ts";
import { buildYearlySeries } from "../report/yearly-series.ts";
import { exporterFlows, totalsByItem, totalsByMonth, totalsByPeriod } from "../store/aggregate.ts";
import { inMonths, selectCertificates } from "../store/selection.ts";
import type { Source } from "../store/source.ts";
import { refuseTime } from "./refuse-time.ts";

/** The sums of the same months of every year on file; `windows` are the months that the data cover. */
export async function readPeriodSums(
  source: Source,
  selection: Selection,
  windows: readonly YearWindow[],
  months: MonthRange,
): Promise<PeriodSums> {
  refuseTime(selection.where);
  const where = inMonths(selectCertificates(withYearBefore(selection)), months);
  const byMonth = await totalsByMonth(source, where);
  const all = buildYearlySeries(await totalsByPeriod(source, "year", where), byMonth, windows, months);
  const series = all.filter(isAskedFor(selection));
  const yearBefore = all.findLast((row) => !isAskedFor(selection)(row));
  return {
    series,
    ...(yearBefore === undefined ? {} : { yearBefore }),
    byDestination: await totalsByItem(source, "destination", where),
    byMonth,
    exporterFlows: await exporterFlows(source, where),
  };
}

/** The year before the first one asked for is read for the growth, and not shown. */
export function isAskedFor({ from }: Selection): (row: { readonly year: number }) => boolean {
  return (row) => from === null || row.year >= Number(from.slice(0, 4));
}
