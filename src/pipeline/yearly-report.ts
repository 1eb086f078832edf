import { NO_TOTALS, addTotals, type Totals } from "../domain/totals.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { buildYearlyReport, type OtherConvention, type YearlyReport } from "../report/yearly-report.ts";
import type { Provenance } from "../report/provenance.ts";
import type { SeriesRow } from "../report/yearly-series.ts";
import { totalsByItem, totalsByMonth } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { selectionCondition } from "../store/selection.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import { readYearlySeries } from "./summary.ts";

export interface ReportOptions extends ReadOptions {
  /** The last complete year on file when absent; the last one when none is complete. */
  readonly year?: number;
}

/** The yearly growth report of one year. */
export async function yearlyReport(options: ReportOptions): Promise<YearlyReport> {
  return withCertificates(options, async (engine, currency) => {
    const { series, provenance } = await readYearlySeries(engine, currency, options.selection);
    const year = options.year ?? (series.findLast((row) => row.complete) ?? series.at(-1))?.year;
    const current = series.find((row) => row.year === year && row.certificates > 0);
    if (year === undefined || current === undefined) throw noSuchYear(year, series, provenance);
    const where = selectionCondition(withYearBefore(options.selection));
    const destinations = await totalsByItem(engine, "destination", where);
    const wholeYear = current.window.lastMonth === 12;
    const comparable = wholeYear
      ? destinations
      : await totalsByItem(engine, "destination", where, current.window.lastMonth);
    return buildYearlyReport(
      year,
      {
        series,
        destinations,
        comparableDestinations: comparable,
        otherConvention: await readOtherConvention(engine, options.selection, year),
      },
      provenance,
    );
  });
}

function noSuchYear(year: number | undefined, series: readonly SeriesRow[], { balance }: Provenance): UserError {
  const [from, to] = [series[0]?.year, series.at(-1)?.year];
  if (from !== undefined) {
    return new UserError(
      1,
      `there are no certificates of ${year}`,
      `the certificates asked for are of ${from} to ${to}`,
    );
  }
  const what = year === undefined ? "there are no certificates" : `there are no certificates of ${year}`;
  return balance.counted === 0
    ? new UserError(
        1,
        what,
        `not one of ${balance.rowsRead} rows counts: ${balance.notIssued} are not issued, ${balance.rejected} rejected`,
      )
    : new UserError(1, `${what} in the period and scope asked for`, "give another --from, --to or --scope");
}

/** The year's totals under the other convention, as the policy demands: today's Union, or that of each issue date. */
async function readOtherConvention(
  engine: Engine,
  selection: Selection,
  year: number,
): Promise<OtherConvention | null> {
  if (selection.scope === "all") return null;
  const eu = { kind: selection.eu.kind === "issue-date" ? "current" : "issue-date" } as const;
  const totalsOf = async (chosen: Selection): Promise<Totals> => {
    const months = await totalsByMonth(engine, selectionCondition(chosen));
    return months.filter((month) => month.year === year).reduce(addTotals, NO_TOTALS);
  };
  const [here, other] = [await totalsOf(selection), await totalsOf({ ...selection, eu })];
  const same = here.certificates === other.certificates && here.goodsCents === other.goodsCents;
  return same ? null : { eu, totals: other };
}
