import { spanOf } from "../domain/common-period.ts";
import { periodId } from "../domain/period-id.ts";
import { isSameRange, WHOLE_YEAR, type MonthRange, type YearWindow } from "../domain/period.ts";
import { NO_TOTALS, addTotals, type Totals } from "../domain/totals.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { buildChamberParts } from "../report/chamber-parts.ts";
import type { ChamberGroup } from "../report/comparison.ts";
import type { PeriodSums } from "../report/compute-figure.ts";
import {
  buildYearlyReport,
  type OtherConvention,
  type ReportGroup,
  type YearlyReport,
} from "../report/yearly-report.ts";
import type { Provenance } from "../report/provenance.ts";
import type { SeriesRow } from "../report/yearly-series.ts";
import { soleExporterDestinations, totalsByItem, totalsByMonth } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { inMonths, selectCertificates } from "../store/selection.ts";
import { demandEngine, type Source } from "../store/source.ts";
import { readChamberGroup, readChamberYears } from "./chambers.ts";
import type { ReadOptions } from "./open-certificates.ts";
import { readPeriodSums } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { withSource } from "./with-source.ts";

export interface ReportOptions extends ReadOptions {
  /** The last complete year on file when absent; the last one when none is complete. */
  readonly year?: number;
  /** The months of each year that the report is about, such as the first half: the whole year when absent. */
  readonly months?: MonthRange;
}

/** The growth report of one year, or of the same months of each year. */
export async function yearlyReport(options: ReportOptions): Promise<YearlyReport> {
  const { months = WHOLE_YEAR, failOnIncomplete = false, together } = options;
  return withSource(options, { sumsSuffice: isSameRange(months, WHOLE_YEAR) }, async (source, currency) => {
    const group = together === undefined ? null : await readChamberGroup(demandEngine(source), together);
    const selection = group === null ? options.selection : { ...options.selection, common: group.common };
    const { provenance, windows } = await readProvenance(source, currency, selection);
    const sums = await readPeriodSums(source, selection, windows, months);
    const { series } = sums;
    const year = options.year ?? (series.findLast((row) => row.complete) ?? series.at(-1))?.year;
    const current = series.find((row) => row.year === year && row.certificates > 0);
    if (year === undefined || current === undefined) throw noSuchYear(year, months, series, provenance, group);
    if (failOnIncomplete && group !== null && !current.complete) throw notCovered(group, periodOf(year, months));
    await refuseIncomplete(source, { selection, failOnIncomplete }, { through: { year, month: months.lastMonth } });
    const report = await readReport(source, provenance, sums, current, months);
    return group === null
      ? report
      : { ...report, group: await readGroup(demandEngine(source), group, report, selection) };
  });
}

/** What each chamber is of the whole, in the period of the report. */
async function readGroup(
  engine: Engine,
  group: ChamberGroup,
  { current, period }: YearlyReport,
  selection: Selection,
): Promise<ReportGroup> {
  const where = inMonths(selectCertificates(withYearBefore(selection)), period);
  const names = group.chambers.map(({ name }) => name);
  const years = await readChamberYears(engine, where, [current]);
  const { from, to } = spanOf(period);
  return {
    ...group,
    crossBorder: group.crossBorder.filter(({ issueDate }) => issueDate >= from && issueDate <= to),
    parts: years.flatMap((sums) => buildChamberParts(names, sums)),
  };
}

/** The report of a year of the series. */
export async function readReport(
  source: Source,
  provenance: Provenance,
  sums: PeriodSums,
  current: SeriesRow,
  months: MonthRange,
): Promise<YearlyReport> {
  const { selection } = provenance;
  const { year } = current;
  const where = inMonths(selectCertificates(withYearBefore(selection)), months);
  const comparable = current.complete
    ? sums.byDestination
    : await totalsByItem(source, "destination", inMonths(where, current.window));
  return buildYearlyReport(
    periodOf(year, months),
    {
      ...sums,
      comparableDestinations: comparable,
      soleExporter: await soleExporterDestinations(source, year, where),
      otherConvention: await readOtherConvention(source, selection, periodOf(year, months)),
    },
    provenance,
  );
}

function periodOf(year: number, { firstMonth, lastMonth }: MonthRange): YearWindow {
  return { year, firstMonth, lastMonth };
}

function notCovered({ common }: ChamberGroup, period: YearWindow): UserError {
  return new UserError(
    1,
    `not every chamber covers the whole of ${periodId(period)}`,
    `the months that all of them cover are ${common.from.slice(0, 7)} to ${common.to.slice(0, 7)}; origo compare has each by its own data`,
  );
}

function noSuchYear(
  year: number | undefined,
  months: MonthRange,
  series: readonly SeriesRow[],
  { balance }: Provenance,
  group: ChamberGroup | null,
): UserError {
  const [from, to] = [series[0]?.year, series.at(-1)?.year];
  const wanted = year === undefined ? "" : periodId(periodOf(year, months));
  if (from !== undefined && group !== null && year !== undefined) return notCovered(group, periodOf(year, months));
  if (from !== undefined) {
    return new UserError(
      1,
      `there are no certificates of ${wanted}`,
      `the certificates asked for are of ${from} to ${to}`,
    );
  }
  const what = year === undefined ? "there are no certificates" : `there are no certificates of ${wanted}`;
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
  source: Source,
  selection: Selection,
  { year, firstMonth, lastMonth }: YearWindow,
): Promise<OtherConvention | null> {
  if (selection.scope === "all") return null;
  const eu = { kind: selection.eu.kind === "issue-date" ? "current" : "issue-date" } as const;
  const totalsOf = async (chosen: Selection): Promise<Totals> => {
    const months = await totalsByMonth(source, selectCertificates(chosen));
    return months
      .filter((row) => row.year === year && row.month >= firstMonth && row.month <= lastMonth)
      .reduce(addTotals, NO_TOTALS);
  };
  const [here, other] = [await totalsOf(selection), await totalsOf({ ...selection, eu })];
  const same = here.certificates === other.certificates && here.goodsCents === other.goodsCents;
  return same ? null : { eu, totals: other };
}
