import { figureId } from "../domain/figure.ts";
import { centsToDecimal } from "../domain/money.ts";
import type { Totals } from "../domain/totals.ts";
import type { Breach } from "../report/diff/breaches.ts";
import type { FindingChange } from "../report/diff/finding-changes.ts";
import { causesTable, changesTable, figureChangesTable } from "../report/diff/tables.ts";
import { areSameBytes, isIdentical, type VintageDiff, type YearChange } from "../report/diff/vintage-diff.ts";
import type { NameOf } from "../report/tables.ts";
import { jsonAccount, jsonRows, renderJson, type JsonValue } from "./json.ts";
import { jsonFinding } from "./report-json.ts";

/** A comparison as one document, whose common part is that of the new vintage; `data/schemas/output.schema.json` describes it. */
export function renderDiffJson(diff: VintageDiff, breaches: readonly Breach[], nameOf: NameOf): string {
  const { basis, old, new: newer } = diff;
  const { scope } = newer.provenance.selection;
  const jsonFindingChange = (change: FindingChange): JsonValue => ({
    year: change.year,
    old: change.old && jsonFinding(change.old, scope),
    new: change.new && jsonFinding(change.new, scope),
  });
  return renderJson("diff", newer.provenance, {
    identical: isIdentical(diff),
    sameBytes: areSameBytes(diff),
    old: { name: old.name, days: basis.days.old && { ...basis.days.old }, ...jsonAccount(old.provenance) },
    new: { name: newer.name, days: basis.days.new && { ...basis.days.new } },
    commonDays: basis.common && { ...basis.common },
    match: { ...basis.match, asked: diff.asked !== null },
    datesByMonth: basis.byMonth !== null,
    notCompared: basis.notCompared.map((each) => ({ ...each })),
    certificates: Object.fromEntries(diff.kinds.map(({ kind, ...counts }) => [kind, { ...counts }])),
    fields: Object.fromEntries(diff.fields.map(({ field, certificates }) => [field, certificates])),
    years: diff.years.map(jsonYear),
    causes: jsonRows(causesTable(diff.years)),
    figures: jsonRows(figureChangesTable(diff.figures, nameOf)),
    findings: diff.findings.map(jsonFindingChange),
    largestChanges: jsonRows(changesTable(diff.largest)),
    breaches: breaches.map((breach) =>
      "figure" in breach
        ? { kind: breach.kind, figure: figureId(breach.figure.figure) }
        : { kind: breach.kind, certificates: breach.certificates },
    ),
  });
}

function jsonYear({ year, comparable, old, new: newer }: YearChange): JsonValue {
  return { year, comparable, old: old && jsonTotals(old), new: newer && jsonTotals(newer) };
}

function jsonTotals({ certificates, goodsCents }: Totals): JsonValue {
  return { certificates, goods_value: goodsCents === null ? null : centsToDecimal(goodsCents) };
}
