import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { Selection } from "../domain/scope.ts";
import type { ItemTotals, Totals } from "../domain/totals.ts";
import type { YearWindow } from "../domain/period.ts";
import type { PeriodSums } from "./compute-figure.ts";
import { buildFindings } from "./findings/build-findings.ts";
import type { Finding } from "./findings/finding.ts";
import type { ChamberGroup } from "./comparison.ts";
import { buildItemTable, type ItemRow } from "./item-table.ts";
import type { Provenance } from "./provenance.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** The year's totals under the other composition of the Union, when that makes a difference. */
export interface OtherConvention {
  readonly eu: Selection["eu"];
  readonly totals: Totals;
}

/**
 * The growth report of a year, or of the same months of each year: facts only, nothing rounded and nothing formatted. The sums
 * that it extends are those of its period in the years up to the report year.
 */
export interface YearlyReport extends PeriodSums {
  readonly year: number;
  /** The months of the year that the report is about: all of them, or those asked for. */
  readonly period: YearWindow;
  readonly current: SeriesRow;
  readonly previous: SeriesRow | null;
  readonly findings: readonly Finding[];
  readonly destinations: readonly ItemRow[];
  readonly quality: {
    readonly withoutValue: number;
    /** Certificates to what is no country (ship stores, continental shelf). */
    readonly notACountry: number;
    /** Destinations of the period whose certificates are all of one exporter: their figures are that firm's. */
    readonly soleExporter: readonly string[];
  };
  readonly otherConvention: OtherConvention | null;
  /** Of chambers that are put together, what each is of the whole. */
  readonly group?: ReportGroup;
  readonly provenance: Provenance;
}

/** The chambers of a joint report. */
export interface ReportGroup extends ChamberGroup {
  readonly parts: readonly ItemRow[];
}

/** What the title, the key figures and the years are told from: of all certificates, or of those of one exporter. */
export type YearFacts = Pick<YearlyReport, "year" | "period" | "current" | "previous" | "series" | "provenance">;

/** What the store sums for a report. */
export interface ReportSums extends PeriodSums {
  /** The report year and the one before up to the last month that is compared. */
  readonly comparableDestinations: readonly ItemTotals[];
  readonly soleExporter: readonly string[];
  readonly otherConvention: OtherConvention | null;
}

/** Builds the report of a period whose year is on file. */
export function buildYearlyReport(period: YearWindow, all: ReportSums, provenance: Provenance): YearlyReport {
  const { year } = period;
  const sums = sumsUpTo(year, all);
  const current = sums.series.at(-1);
  if (current === undefined || current.year !== year) throw new Error(`no sums for ${year}`);
  const previous = sums.series.at(-2)?.year === year - 1 ? (sums.series.at(-2) ?? null) : null;
  const ofYear = (totals: readonly ItemTotals[], wanted: number): readonly ItemTotals[] =>
    totals.filter((row) => row.year === wanted);
  const present = ofYear(sums.byDestination, year);
  const destinations = buildItemTable({
    current: present,
    comparable: ofYear(all.comparableDestinations, year),
    previous: current.certificatesGrowth === null ? null : ofYear(all.comparableDestinations, year - 1),
  });
  const { soleExporter } = all;
  return {
    ...sums,
    year,
    period,
    current,
    previous,
    findings: buildFindings({ ...sums, period, destinations, soleExporter }),
    destinations,
    quality: {
      withoutValue: current.certificates - current.valued,
      notACountry: present.find((row) => row.item === NOT_A_COUNTRY)?.certificates ?? 0,
      soleExporter,
    },
    otherConvention: all.otherConvention,
    provenance,
  };
}

/** A report knows nothing of later years: a record of its year stays one in it. */
function sumsUpTo(last: number, { series, byDestination, byMonth, exporterFlows, yearBefore }: PeriodSums): PeriodSums {
  const upTo = <Row extends { readonly year: number }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.year <= last);
  return {
    ...(yearBefore === undefined ? {} : { yearBefore }),
    series: upTo(series),
    byDestination: upTo(byDestination),
    byMonth: upTo(byMonth),
    exporterFlows: upTo(exporterFlows),
  };
}
