import { isMonthEnd, isSameRange, WHOLE_YEAR, type MonthRange } from "../domain/period.ts";
import type { EuConvention, Selection } from "../domain/scope.ts";
import { fieldsOf, type WhereField } from "../domain/where.ts";
import type { Parameters } from "./engine.ts";
import { isAboutLines, whereSql } from "./where-sql.ts";

/** The tables that hold certificates, their lines, and sums of them. */
export type SourceTable = "certificates" | "counted_rows" | "month_sums" | "year_counts";

/** The certificates that a selection is about: relations to select from, with their bound values. */
export interface Selected {
  /** The rows of a table that are selected, with `period_date`, the day that decides the period. */
  readonly relation: (table: SourceTable) => string;
  readonly parameters: Parameters;
  /**
   * What it looks at: nothing, or the destination, the chamber and the month alone, so that sums by month answer it as well as
   * the certificates do; or more. (Nobody joined or left the Union within a month.)
   */
  readonly detail: "nothing" | "months" | "certificates";
  /**
   * Where it takes all certificates of some months of every year: these months, and how many years later than issued it sees
   * them. `null` where it looks at anything else: sums of all certificates cannot answer it then.
   */
  readonly everyYear: { readonly months: MonthRange; readonly later: 0 | 1 } | null;
}

/**
 * A condition on lines (an HS code, say) selects these lines: a certificate is then what its selected lines make of it. Seen
 * as `year-before`, everything about time, the selection too, is as if each certificate had been issued a year later: the same
 * months of the year before take the place of those asked for.
 */
export function selectCertificates(selection: Selection, seen: "as-issued" | "year-before" = "as-issued"): Selected {
  const day = seen === "as-issued" ? "c.issue_date" : "(c.issue_date + interval 1 year)::date";
  const { sql: certificates, parameters } = condition(selection, "certificates", day);
  const { sql: lines } = condition(selection, "lines", day);
  const rows = (table: SourceTable): string =>
    `(select c.*, ${day} as period_date from ${table} c where ${table === "counted_rows" ? lines : certificates})`;
  return {
    relation: (table) =>
      table === "certificates" && isAboutLines(selection.where) ? certificatesOf(rows("counted_rows")) : rows(table),
    parameters,
    detail: detailOf(selection),
    everyYear: takesEverything(selection) ? { months: WHOLE_YEAR, later: seen === "as-issued" ? 0 : 1 } : null,
  };
}

/** The part of a selection that falls in some months of every year. */
export function inMonths(selected: Selected, months: MonthRange): Selected {
  if (isSameRange(months, WHOLE_YEAR)) return selected;
  const { firstMonth, lastMonth } = months;
  return {
    relation: (table) =>
      `(select * from ${selected.relation(table)} where month(period_date) between $first_month and $last_month)`,
    parameters: { ...selected.parameters, first_month: firstMonth, last_month: lastMonth },
    detail: selected.detail === "nothing" ? "months" : selected.detail,
    everyYear: selected.everyYear && { ...selected.everyYear, months },
  };
}

/** The certificates of one exporter among those selected. */
export function ofExporter(selected: Selected, exporter: string): Selected {
  return {
    relation: (table) => `(select * from ${selected.relation(table)} where exporter = $exporter)`,
    parameters: { ...selected.parameters, exporter },
    detail: "certificates",
    everyYear: null,
  };
}

/** The fields that sums by month and destination still have. (Blocs change within months.) */
const OF_MONTH_SUMS: ReadonlySet<WhereField> = new Set([
  "year",
  "quarter",
  "month",
  "destination",
  "region",
  "sub_region",
  "chamber",
]);

/** Whether a selection takes all certificates. */
export function takesEverything({ scope, from, to, where, common }: Selection): boolean {
  return scope === "all" && from === null && to === null && where === null && common === undefined;
}

function detailOf(selection: Selection): Selected["detail"] {
  if (takesEverything(selection)) return "nothing";
  const { from, to, where } = selection;
  const wholeMonths = (from === null || from.endsWith("-01")) && (to === null || isMonthEnd(to));
  return wholeMonths && [...fieldsOf(where)].every((field) => OF_MONTH_SUMS.has(field)) ? "months" : "certificates";
}

function condition(
  selection: Selection,
  level: "certificates" | "lines",
  day: string,
): { readonly sql: string; readonly parameters: Parameters } {
  const conditions = ["true"];
  const parameters: Record<string, string> = {};
  if (selection.from !== null) {
    conditions.push(`${day} >= $from::date`);
    parameters["from"] = selection.from;
  }
  if (selection.to !== null) {
    conditions.push(`${day} <= $to::date`);
    parameters["to"] = selection.to;
  }
  if (selection.common !== undefined) {
    conditions.push("c.issue_date between $common_from::date and $common_to::date");
    parameters["common_from"] = selection.common.from;
    parameters["common_to"] = selection.common.to;
  }
  if (selection.scope !== "all") {
    conditions.push(selection.scope === "distant" ? `not ${insideUnion(selection.eu)}` : insideUnion(selection.eu));
    if (selection.eu.kind === "fixed") parameters["eu_day"] = selection.eu.date;
  }
  if (selection.where !== null) {
    let count = 0;
    const bind = (value: string): string => {
      const name = `w${count++}`;
      parameters[name] = value;
      return `$${name}`;
    };
    conditions.push(whereSql(selection.where, { level, day, bind }));
  }
  return { sql: conditions.join(" and "), parameters };
}

function insideUnion(eu: EuConvention): string {
  // "Current" needs no clock: those are members whose membership has no end.
  if (eu.kind === "current") {
    return "exists (select 1 from bloc_member m where m.bloc = 'EU' and m.country = c.destination and m.until_day is null)";
  }
  const day = eu.kind === "fixed" ? "$eu_day::date" : "c.issue_date";
  return `exists (select 1 from bloc_member m where m.bloc = 'EU' and m.country = c.destination and m.first_day <= ${day}
    and (m.until_day is null or ${day} < m.until_day))`;
}

/** Certificates made of some of their lines, each with the value of these. */
function certificatesOf(lines: string): string {
  return `(select chamber, certificate, issue_date, certificate_type, exporter, exporter_name, exporter_size, destination,
      goods_cents, period_date, 1 as lines from ${lines} where not shared
    union all
    select chamber, certificate, any_value(issue_date), min(certificate_type), any_value(exporter), min(exporter_name),
      min(exporter_size), any_value(destination), sum(goods_cents), any_value(period_date), count(*)
    from ${lines} where shared group by chamber, certificate)`;
}
