import type { Baseline, Layout } from "../../domain/baseline.ts";
import { compareFractions } from "../../domain/fraction.ts";
import { LAYOUT_ASPECTS, VOCABULARIES, type DriftRule } from "../../domain/rule.ts";
import { judged, notJudged, type DriftChange, type Facts, type Finding, type Outcome } from "./outcome.ts";

/** Judges whether files and values are what they were; `before` is `null` when there is no baseline in `file` yet. */
export function judgeDrift(rule: DriftRule, before: Baseline | null, now: Baseline, file: string): Outcome {
  const changes = before === null ? [] : changesBetween(before, now, rule);
  const facts: Facts = { form: "exceptions", count: changes.length, among: null, allowed: 0, bound: null };
  if (before === null) return notJudged(rule, facts, { kind: "no-baseline", file });
  const findings = changes.map((change): Finding => ({
    place: null,
    subject: change.aspect,
    note: { kind: "drift", change },
  }));
  return judged(rule, facts, changes.length === 0, { findings });
}

function changesBetween(before: Baseline, now: Baseline, { watch, maxDrop }: DriftRule): readonly DriftChange[] {
  const [last, current] = [before.layouts, now.layouts];
  const ofLayouts =
    last === null || current === null
      ? []
      : current
          .filter((layout) => !last.some((each) => isSameLayout(each, layout)))
          .flatMap((layout) => layoutChanges(mostAlike(layout, last), layout));
  const changes = [
    ...ofLayouts,
    ...VOCABULARIES.flatMap((each) => setChanges(each, before.vocabularies[each], now.vocabularies[each])),
    ...countChanges(before, now, maxDrop),
  ];
  return changes.filter(({ aspect }) => watch.includes(aspect));
}

function isSameLayout(a: Layout, b: Layout): boolean {
  return layoutChanges(a, b).length === 0;
}

/** The layout that has the most headers in common: the files of this run were laid out so before. */
function mostAlike({ columns }: Layout, layouts: readonly Layout[]): Layout {
  const shared = (layout: Layout): number => layout.columns.filter((column) => columns.includes(column)).length;
  const [best = { columns: [], fields: {}, formats: {} }] = layouts.toSorted((a, b) => shared(b) - shared(a));
  return best;
}

function layoutChanges(before: Layout, now: Layout): readonly DriftChange[] {
  const [columns, fields, formats] = LAYOUT_ASPECTS;
  return [
    ...setChanges(columns, before.columns, now.columns),
    ...recordChanges(fields, before.fields, now.fields),
    // A file without an ambiguous date tells no date order, which is no other one.
    ...recordChanges(formats, before.formats, now.formats).filter((each) => each.before !== null && each.now !== null),
  ];
}

/** What is new, and what is gone. */
function setChanges(
  aspect: DriftChange["aspect"],
  before: readonly string[],
  now: readonly string[],
): readonly DriftChange[] {
  return [
    ...now.filter((each) => !before.includes(each)).map((each) => ({ aspect, before: null, now: each })),
    ...before.filter((each) => !now.includes(each)).map((each) => ({ aspect, before: each, now: null })),
  ];
}

function recordChanges(
  aspect: DriftChange["aspect"],
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly DriftChange[] {
  const stated = (key: string, value: string | undefined): string | null =>
    value === undefined ? null : `${key}: ${value}`;
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((key) => before[key] !== now[key])
    .map((key) => ({ aspect, before: stated(key, before[key]), now: stated(key, now[key]) }));
}

/** More certificates are what time brings; fewer are a loss. */
function countChanges(before: Baseline, now: Baseline, maxDrop: DriftRule["maxDrop"]): readonly DriftChange[] {
  const [was, is] = [before.counts.certificates, now.counts.certificates];
  // 1 - is / was > maxDrop, without a division.
  const lost = { numerator: BigInt(was - is), denominator: 1n };
  const bearable = { numerator: BigInt(was) * maxDrop.numerator, denominator: maxDrop.denominator };
  if (compareFractions(lost, bearable) <= 0) return [];
  return [{ aspect: "counts", before: `certificates: ${was}`, now: `certificates: ${is}` }];
}
