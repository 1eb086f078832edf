import type { Finding } from "../findings/finding.ts";

/** The findings about one year. */
export interface YearFindings {
  readonly year: number;
  readonly findings: readonly Finding[];
}

/** A finding that one vintage has and the other has not (`null`), or that says something else in each. */
export interface FindingChange {
  readonly year: number;
  readonly old: Finding | null;
  readonly new: Finding | null;
}

/** The findings of these years that differ, the latest year first, in the order of the report. */
export function changedFindings(
  older: readonly YearFindings[],
  newer: readonly YearFindings[],
  years: readonly number[],
): readonly FindingChange[] {
  return years.toReversed().flatMap((year) => {
    const before = byKey(older, year);
    const after = byKey(newer, year);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const change = { year, old: before.get(key) ?? null, new: after.get(key) ?? null };
      return factsOf(change.old) === factsOf(change.new) ? [] : [change];
    });
  });
}

function byKey(all: readonly YearFindings[], year: number): ReadonlyMap<string, Finding> {
  const findings = all.find((each) => each.year === year)?.findings ?? [];
  return new Map(findings.map((finding) => [keyOf(finding), finding]));
}

/** What a finding is about: a record and that there is none are two answers to one question. */
function keyOf(finding: Finding): string {
  const kind = finding.kind === "no-record" ? "record" : finding.kind;
  return "metric" in finding ? `${kind}:${finding.metric}` : kind;
}

/** The facts as a text that can be compared; what they rest on, and how newsworthy they are, is no part of them. */
function factsOf(finding: Finding | null): string | null {
  if (finding === null) return null;
  const { period: _period, formula: _formula, figures: _figures, weight: _weight, ...facts } = finding;
  return JSON.stringify(facts, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}
