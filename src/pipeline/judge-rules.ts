import { PROBLEM_KINDS, isProblemCode, problemSeverity, type ProblemCode } from "../domain/problem.ts";
import type { MonthRange } from "../domain/period.ts";
import { monthNumber, monthOfDay } from "../domain/month.ts";
import { narrow, type MissingMonthsRule, type Rule, type RowShareRule } from "../domain/rule.ts";
import type { Selection } from "../domain/scope.ts";
import { printWhere } from "../domain/where.ts";
import { judgeLargeCertificates, judgeValues, rangeOf, usualRange } from "../report/check/certificate-values.ts";
import { judgeEveryYear, judgeFigure } from "../report/check/figure.ts";
import { judgeMissingMonths } from "../report/check/missing-months.ts";
import { judgeMonthOutliers } from "../report/check/month-outliers.ts";
import { LISTED_FINDINGS, nothingToJudge, type Finding, type Outcome } from "../report/check/outcome.ts";
import { countedBy, judgeShare } from "../report/check/row-share.ts";
import { judgeTarget } from "../report/check/target.ts";
import type { PeriodSums } from "../report/compute-figure.ts";
import type { Provenance } from "../report/provenance.ts";
import { readProblems } from "../store/account.ts";
import { totalsByMonth } from "../store/aggregate.ts";
import { certificatesAbove, certificatesOutside, copiedRows, linesWithout, logSpread } from "../store/check-sums.ts";
import type { Engine } from "../store/engine.ts";
import { selectCertificates } from "../store/selection.ts";
import { readPeriodSums } from "./period-sums.ts";
import { readWindows } from "./provenance.ts";

/** Every rule but that of drift, which looks at the files besides. */
export type SumsRule = Exclude<Rule, { kind: "drift" }>;
export type Judge = (rule: SumsRule) => Promise<Outcome>;

/** Judges rules by the certificates of an engine; sums of figures that were read once are kept. */
export function createJudge(engine: Engine, provenance: Provenance): Judge {
  const { selection, balance, problemCounts } = provenance;
  const kept = new Map<string, Promise<PeriodSums>>();
  const sumsOf = (narrowed: Selection, months: MonthRange): Promise<PeriodSums> => {
    const { scope, from, to, where } = narrowed;
    const { firstMonth, lastMonth } = months;
    const key = JSON.stringify([scope, from, to, where && printWhere(where), firstMonth, lastMonth]);
    const sums = kept.get(key) ?? readSums(engine, narrowed, months);
    kept.set(key, sums);
    return sums;
  };

  return async (rule) => {
    const own = narrow(selection, rule.narrowing);
    const selected = selectCertificates(own);
    switch (rule.kind) {
      case "rejected-rows":
      case "duplicate-rows":
      case "conflicting-rows": {
        const conflicting = problemCounts.find(({ code }) => code === "conflicting-duplicate")?.count ?? 0;
        const part = countedBy(rule, { balance, conflicting });
        return judgeShare(rule, part, balance.rowsRead, part === 0 ? [] : await rowFindings(engine, rule));
      }
      case "missing-values": {
        const { rows, count, first } = await linesWithout(engine, selected, rule.field, LISTED_FINDINGS);
        return judgeShare(rule, count, rows, first.map(rowFinding));
      }
      case "missing-months":
        return judgeMonths(engine, rule, own);
      case "month-outliers": {
        // What is usual shows in the years before those that are judged, too.
        const ever = { ...own, from: null };
        const totals = await totalsByMonth(engine, selectCertificates(ever));
        return judgeMonthOutliers(rule, await readWindows(engine, ever), totals, monthOfDay(own.from));
      }
      case "value-range": {
        const range = rangeOf(rule);
        return judgeValues(rule, range, await certificatesOutside(engine, selected, range, LISTED_FINDINGS));
      }
      case "value-outliers": {
        const spread = await logSpread(engine, selected);
        if (spread === null) return nothingToJudge(rule, { kind: "no-data", period: null });
        const range = usualRange(rule.threshold, spread);
        if (range === null) return nothingToJudge(rule, { kind: "no-spread" });
        return judgeValues(rule, range, await certificatesOutside(engine, selected, range, LISTED_FINDINGS));
      }
      case "large-certificates":
        return judgeLargeCertificates(rule, await certificatesAbove(engine, selected, rule.max, LISTED_FINDINGS));
      case "figure":
        return judgeFigure(rule, await sumsOf(own, rule.figure.period));
      case "bounds": {
        const sums = await sumsOf(own, rule.figure.period);
        return rule.everyYear ? judgeEveryYear(rule, sums) : judgeFigure(rule, sums);
      }
      case "target": {
        const { period } = rule.figure;
        const all = { ...selection, from: own.from, to: own.to };
        return judgeTarget(rule, await sumsOf(own, period), await sumsOf(all, period));
      }
    }
  };
}

async function readSums(engine: Engine, selection: Selection, months: MonthRange): Promise<PeriodSums> {
  return readPeriodSums(engine, selection, await readWindows(engine, selection), months);
}

/** From the first to the last month on file, or those of the rule. */
async function judgeMonths(engine: Engine, rule: MissingMonthsRule, selection: Selection): Promise<Outcome> {
  const monthsOf = async (each: Selection): Promise<readonly number[]> =>
    (await totalsByMonth(engine, selectCertificates(each))).map(({ year, month }) => monthNumber(year, month));
  const all = await monthsOf({ ...selection, where: null });
  const first = monthOfDay(selection.from) ?? Math.min(...all);
  const last = monthOfDay(selection.to) ?? Math.max(...all);
  return judgeMissingMonths(rule, { first, last }, new Set(await monthsOf(selection)));
}

async function rowFindings(engine: Engine, { kind }: RowShareRule): Promise<readonly Finding[]> {
  if (kind === "duplicate-rows") return (await copiedRows(engine, LISTED_FINDINGS)).first.map(rowFinding);
  const codes: readonly ProblemCode[] =
    kind === "conflicting-rows"
      ? ["conflicting-duplicate"]
      : Object.keys(PROBLEM_KINDS)
          .filter(isProblemCode)
          .filter((code) => problemSeverity(code) === "reject");
  const problems = await readProblems(engine, LISTED_FINDINGS, codes);
  return problems.map((problem) => ({
    place: { file: problem.file, line: problem.line },
    subject: problem.code,
    note: { kind: "problem", problem },
  }));
}

function rowFinding({ certificate, place }: Pick<Finding, "place"> & { readonly certificate: string }): Finding {
  return { place, subject: certificate, note: { kind: "row" } };
}
