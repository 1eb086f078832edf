import { fractionToNumber } from "../domain/fraction.ts";
import type { Metric } from "../domain/metric.ts";
import { centsToDecimal } from "../domain/money.ts";
import { periodId } from "../domain/period-id.ts";
import type { Scope } from "../domain/scope.ts";
import { figureId } from "../domain/figure.ts";
import type { Contributor, Finding, FindingFacts } from "../report/findings/finding.ts";
import { partsTable } from "../report/comparison-tables.ts";
import { destinationsTable, seriesTable, type NameOf } from "../report/tables.ts";
import type { YearlyReport } from "../report/yearly-report.ts";
import { jsonGroup } from "./comparison-json.ts";
import { jsonRows, renderJson, type JsonValue } from "./json.ts";

/** The report as one document; `data/schemas/output.schema.json` describes it. */
export function renderReportJson(report: YearlyReport, nameOf: NameOf): string {
  const { otherConvention, group } = report;
  return renderJson("report", report.provenance, {
    year: report.year,
    period: periodId(report.period),
    complete: report.current.complete,
    findings: report.findings.map((finding) => jsonFinding(finding, report.provenance.selection.scope)),
    years: jsonRows(seriesTable("year", report.series)),
    destinations: jsonRows(destinationsTable(report.year, report.destinations, nameOf)),
    quality: { ...report.quality },
    ...(group === undefined
      ? {}
      : { region: jsonGroup(group, { countryOf: nameOf }), parts: jsonRows(partsTable(group, report.current)) }),
    otherConvention: otherConvention && {
      euComposition: otherConvention.eu.kind,
      certificates: otherConvention.totals.certificates,
      goods_value:
        otherConvention.totals.goodsCents === null ? null : centsToDecimal(otherConvention.totals.goodsCents),
    },
  });
}

/** The facts of a finding, then what it is about and what it rests on. */
export function jsonFinding({ period, formula, figures, weight: _weight, ...facts }: Finding, scope: Scope): JsonValue {
  return { ...jsonFacts(facts), period: periodId(period), scope, formula, figures: figures.map(figureId) };
}

function jsonFacts(facts: FindingFacts): Readonly<Record<string, JsonValue>> {
  switch (facts.kind) {
    case "record":
      return { ...facts, total: jsonTotal(facts.metric, facts.total), best: jsonBest(facts) };
    case "no-record":
      return { ...facts, best: jsonBest(facts) };
    case "strongest-growth":
      return {
        ...facts,
        growth: fractionToNumber(facts.growth),
        beatenBy: facts.beatenBy && { ...facts.beatenBy, growth: fractionToNumber(facts.beatenBy.growth) },
      };
    case "contributors":
      return {
        ...facts,
        growth: fractionToNumber(facts.growth),
        contributors: facts.contributors.map(jsonContributor),
        against: facts.against && jsonContributor(facts.against),
        rest: fractionToNumber(facts.rest),
      };
    case "leader":
      return { ...facts, share: fractionToNumber(facts.share), overtaken: facts.overtaken && { ...facts.overtaken } };
    case "movers":
      return { ...facts, up: facts.up.map((mover) => ({ ...mover })), down: facts.down.map((mover) => ({ ...mover })) };
    case "best-month":
      return { ...facts, total: jsonTotal(facts.metric, facts.total), share: fractionToNumber(facts.share) };
    case "count-value-split":
      return {
        kind: facts.kind,
        goodsValueGrowth: fractionToNumber(facts.goodsValueGrowth),
        certificatesWithValueGrowth: fractionToNumber(facts.certificatesWithValueGrowth),
        valuePerCertificateGrowth: fractionToNumber(facts.valuePerCertificateGrowth),
      };
    case "concentration":
      return {
        ...facts,
        topShare: fractionToNumber(facts.topShare),
        previousTopShare: facts.previousTopShare && fractionToNumber(facts.previousTopShare),
        effectiveNumber: fractionToNumber(facts.effectiveNumber),
      };
    case "streak":
    case "new-destinations":
    case "lost-destinations":
    case "exporters":
      return { ...facts };
  }
}

function jsonContributor({ destination, contribution }: Contributor): JsonValue {
  return { destination, contribution: fractionToNumber(contribution) };
}

function jsonBest({ metric, best }: Extract<FindingFacts, { kind: "record" | "no-record" }>): JsonValue {
  return { year: best.year, total: jsonTotal(metric, best.total) };
}

function jsonTotal(metric: Metric, total: bigint): JsonValue {
  return metric === "certificates" ? Number(total) : centsToDecimal(total);
}
