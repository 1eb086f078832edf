import { NO_TOTALS, addTotals, type Totals } from "../domain/totals.ts";
import type { Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { buildYearlyReport, type OtherConvention, type YearlyReport } from "../report/yearly-report.ts";
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
    const last = series.findLast((row) => row.complete) ?? series.at(-1);
    const year = options.year ?? last?.year;
    const current = series.find((row) => row.year === year);
    if (year === undefined || current === undefined) {
      const [from, to] = [series[0]?.year, series.at(-1)?.year];
      throw new UserError(
        1,
        year === undefined
          ? "no certificate counts, so there is no year to report on"
          : `there are no certificates of ${year}`,
        from === undefined
          ? "look at the balance: which rows were rejected or not issued?"
          : `the certificates on file are of ${from} to ${to}`,
      );
    }
    const where = selectionCondition(options.selection);
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
  return here.certificates === other.certificates ? null : { eu, totals: other };
}
