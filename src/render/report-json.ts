import { fractionToNumber } from "../domain/fraction.ts";
import { centsToDecimal } from "../domain/money.ts";
import type { Finding } from "../report/findings.ts";
import { destinationsTable, seriesTable, type NameOf } from "../report/tables.ts";
import type { YearlyReport } from "../report/yearly-report.ts";
import { jsonRows, renderJson, type JsonValue } from "./json.ts";

/** The report as one document; `data/schemas/output.schema.json` describes it. */
export function renderReportJson(report: YearlyReport, nameOf: NameOf): string {
  const { otherConvention } = report;
  return renderJson("report", report.provenance, {
    year: report.year,
    complete: report.current.complete,
    findings: report.findings.map(jsonFinding),
    years: jsonRows(seriesTable("year", report.series)),
    destinations: jsonRows(destinationsTable(report.year, report.destinations, nameOf)),
    quality: { ...report.quality },
    otherConvention: otherConvention && {
      euComposition: otherConvention.eu.kind,
      certificates: otherConvention.totals.certificates,
      goods_value:
        otherConvention.totals.goodsCents === null ? null : centsToDecimal(otherConvention.totals.goodsCents),
    },
  });
}

function jsonFinding(finding: Finding): JsonValue {
  switch (finding.kind) {
    case "record":
      return { ...finding, total: jsonTotal(finding.metric, finding.total), best: jsonBest(finding) };
    case "no-record":
      return { ...finding, best: jsonBest(finding) };
    case "strongest-growth":
      return {
        ...finding,
        growth: fractionToNumber(finding.growth),
        beatenBy: finding.beatenBy && { ...finding.beatenBy, growth: fractionToNumber(finding.beatenBy.growth) },
      };
    case "streak":
    case "new-destinations":
    case "lost-destinations":
      return { ...finding };
  }
}

function jsonBest(finding: Extract<Finding, { kind: "record" | "no-record" }>): JsonValue {
  return { year: finding.best.year, total: jsonTotal(finding.metric, finding.best.total) };
}

function jsonTotal(metric: "certificates" | "goods_value", total: bigint): JsonValue {
  return metric === "certificates" ? Number(total) : centsToDecimal(total);
}
