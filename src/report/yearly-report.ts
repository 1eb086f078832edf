import { NOT_A_COUNTRY } from "../domain/certificate.ts";
import type { Selection } from "../domain/scope.ts";
import type { ItemTotals, Totals } from "../domain/totals.ts";
import { buildFindings, type Finding } from "./findings.ts";
import { buildItemTable, type ItemRow } from "./item-table.ts";
import type { Provenance } from "./provenance.ts";
import type { SeriesRow } from "./yearly-series.ts";

/** The year's totals under the other composition of the Union, when that makes a difference. */
export interface OtherConvention {
  readonly eu: Selection["eu"];
  readonly totals: Totals;
}

/** The yearly growth report: facts only, nothing rounded and nothing formatted. */
export interface YearlyReport {
  readonly year: number;
  readonly current: SeriesRow;
  readonly previous: SeriesRow | null;
  /** The years on file up to the report year. */
  readonly series: readonly SeriesRow[];
  readonly findings: readonly Finding[];
  readonly destinations: readonly ItemRow[];
  readonly quality: {
    readonly withoutValue: number;
    /** Certificates to what is no country (ship stores, continental shelf). */
    readonly notACountry: number;
  };
  readonly otherConvention: OtherConvention | null;
  readonly provenance: Provenance;
}

/** What the store sums for a report. */
export interface ReportSums {
  /** All years on file. */
  readonly series: readonly SeriesRow[];
  /** All years by destination, and the report year and the one before up to the last month that is compared. */
  readonly destinations: readonly ItemTotals[];
  readonly comparableDestinations: readonly ItemTotals[];
  readonly otherConvention: OtherConvention | null;
}

/** Builds the report of a year that is on file. */
export function buildYearlyReport(year: number, sums: ReportSums, provenance: Provenance): YearlyReport {
  const series = sums.series.filter((row) => row.year <= year);
  const current = series.at(-1);
  if (current === undefined || current.year !== year) throw new Error(`no sums for ${year}`);
  const previous = series.at(-2)?.year === year - 1 ? (series.at(-2) ?? null) : null;
  const ofYear = (totals: readonly ItemTotals[], wanted: number): readonly ItemTotals[] =>
    totals.filter((row) => row.year === wanted);
  const destinations = ofYear(sums.destinations, year);
  return {
    year,
    current,
    previous,
    series,
    findings: buildFindings(
      series,
      sums.destinations.filter((row) => row.year <= year),
    ),
    destinations: buildItemTable({
      current: destinations,
      comparable: ofYear(sums.comparableDestinations, year),
      previous: current.certificatesGrowth === null ? null : ofYear(sums.comparableDestinations, year - 1),
    }),
    quality: {
      withoutValue: current.certificates - current.valued,
      notACountry: destinations.find((row) => row.item === NOT_A_COUNTRY)?.certificates ?? 0,
    },
    otherConvention: sums.otherConvention,
    provenance,
  };
}
