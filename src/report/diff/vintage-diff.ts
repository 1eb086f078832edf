import type { MatchBy, VintageBasis, CauseEffect, FieldChange, FieldCount, KindCount } from "../../domain/vintage.ts";
import { isSameRange } from "../../domain/period.ts";
import type { PeriodSums } from "../compute-figure.ts";
import type { Provenance } from "../provenance.ts";
import type { SeriesRow } from "../yearly-series.ts";
import { changedFigures, type FigureChange } from "./figure-changes.ts";
import { changedFindings, type FindingChange, type YearFindings } from "./finding-changes.ts";

/** One vintage: its name, where its figures come from, and what they are. */
export interface Vintage {
  /** As the user wrote it. */
  readonly name: string;
  readonly provenance: Provenance;
  readonly sums: PeriodSums;
  readonly findings: readonly YearFindings[];
}

/** A year in both vintages, and why its totals differ. */
export interface YearChange {
  readonly year: number;
  /** `null` where a vintage does not have the year. */
  readonly old: SeriesRow | null;
  readonly new: SeriesRow | null;
  /** Whether both vintages cover the same months of it: only then are its figures compared. */
  readonly comparable: boolean;
  /** They sum exactly to the change of certificates and goods value. */
  readonly causes: readonly CauseEffect[];
}

/** What differs between two vintages: facts only, nothing rounded and nothing formatted. */
export interface VintageDiff {
  readonly old: Pick<Vintage, "name" | "provenance">;
  readonly new: Pick<Vintage, "name" | "provenance">;
  readonly basis: VintageBasis;
  /** How the user wanted the certificates to be matched; `null`: as the numbers suggest. */
  readonly asked: MatchBy | null;
  readonly kinds: readonly KindCount[];
  readonly fields: readonly FieldCount[];
  readonly years: readonly YearChange[];
  readonly figures: readonly FigureChange[];
  readonly findings: readonly FindingChange[];
  /** The certificates whose change is the largest, one row per field. */
  readonly largest: readonly FieldChange[];
}

/** What the comparison of the certificates found. */
export type CertificateChanges = Pick<VintageDiff, "basis" | "asked" | "kinds" | "fields" | "largest"> & {
  readonly causes: readonly CauseEffect[];
};

export function buildVintageDiff(
  older: Vintage,
  newer: Vintage,
  { causes, ...changes }: CertificateChanges,
): VintageDiff {
  const years = yearChanges(older.sums.series, newer.sums.series, causes);
  const comparable = years.filter((each) => each.comparable).map(({ year }) => year);
  return {
    old: { name: older.name, provenance: older.provenance },
    new: { name: newer.name, provenance: newer.provenance },
    ...changes,
    years,
    figures: changedFigures(older.sums, newer.sums, comparable),
    findings: changedFindings(older.findings, newer.findings, comparable),
  };
}

function yearChanges(
  older: readonly SeriesRow[],
  newer: readonly SeriesRow[],
  causes: readonly CauseEffect[],
): readonly YearChange[] {
  const years = [...new Set([...older, ...newer].map(({ year }) => year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const [before, after] = [older, newer].map((series) => series.find((row) => row.year === year) ?? null);
    const change: YearChange = {
      year,
      old: before ?? null,
      new: after ?? null,
      comparable: before != null && after != null && isSameRange(before.window, after.window),
      causes: causes.filter((each) => each.year === year),
    };
    assertExplained(change);
    return change;
  });
}

/** Proves that the causes explain the change: the totals come from the report, the causes from the comparison. */
function assertExplained({ year, old, new: after, causes }: YearChange): void {
  const certificates = causes.reduce((sum, cause) => sum + cause.certificates, 0);
  const goodsCents = causes.reduce((sum, cause) => sum + cause.goodsCents, 0n);
  const explains =
    certificates === (after?.certificates ?? 0) - (old?.certificates ?? 0) &&
    goodsCents === (after?.goodsCents ?? 0n) - (old?.goodsCents ?? 0n);
  if (!explains) throw new Error(`the causes of ${year} do not sum to its change`);
}

/** Whether the one has no certificate, and nothing about one, that the other has not; nor another number of rows of any class. */
export function isIdentical({ kinds, basis, old, new: newer }: VintageDiff): boolean {
  return (
    kinds.every(({ kind, certificates }) => kind === "unchanged" || certificates === 0) &&
    basis.notCompared.length === 0 &&
    basis.byMonth === null &&
    JSON.stringify(old.provenance.balance) === JSON.stringify(newer.provenance.balance)
  );
}

/** Whether both were read from the same bytes. */
export function areSameBytes({ old, new: newer }: VintageDiff): boolean {
  const hashes = ({ inputs }: Provenance): string =>
    inputs
      .map(({ sha256 }) => sha256)
      .toSorted()
      .join(" ");
  return hashes(old.provenance) === hashes(newer.provenance);
}
