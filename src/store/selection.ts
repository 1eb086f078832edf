import { isMonthEnd, type MonthRange } from "../domain/period.ts";
import type { EuConvention, Selection } from "../domain/scope.ts";
import type { Engine, Parameters } from "./engine.ts";

/** A condition over the columns of `certificates` (and `counted_rows`), with its bound values. */
export interface Condition {
  readonly sql: string;
  readonly parameters: Parameters;
  /**
   * What it looks at: nothing, or the destination and the month alone, so that sums by month answer it as well as the
   * certificates do; or more. (Nobody joined or left the Union within a month.)
   */
  readonly detail: "nothing" | "months" | "certificates";
}

/** Membership of a country in the European Union, as ISO days; `until` is the first day outside. */
interface Membership {
  readonly country: string;
  readonly from: string;
  readonly until: string | null;
}

/** Makes the table that the scopes look into. */
export async function fillEuMembers(engine: Engine, members: readonly Membership[]): Promise<void> {
  await engine.fill(
    "eu_member_text",
    ["country", "first_day", "until_day"],
    members.map(({ country, from, until }) => [country, from, until]),
  );
  await engine.run(
    "create or replace temp table eu_member as select country, first_day::date as first_day, until_day::date as until_day from eu_member_text",
  );
}

/** The certificates that a selection is about. */
export function selectionCondition(selection: Selection): Condition {
  const conditions = ["true"];
  const parameters: Record<string, string> = {};
  if (selection.from !== null) {
    conditions.push("issue_date >= $from::date");
    parameters["from"] = selection.from;
  }
  if (selection.to !== null) {
    conditions.push("issue_date <= $to::date");
    parameters["to"] = selection.to;
  }
  if (selection.scope !== "all") {
    conditions.push(selection.scope === "distant" ? `not ${insideUnion(selection.eu)}` : insideUnion(selection.eu));
    if (selection.eu.kind === "fixed") parameters["eu_day"] = selection.eu.date;
  }
  return { sql: conditions.join(" and "), parameters, detail: detailOf(selection) };
}

function detailOf({ scope, from, to }: Selection): Condition["detail"] {
  if (scope === "all" && from === null && to === null) return "nothing";
  const wholeMonths = (from === null || from.endsWith("-01")) && (to === null || isMonthEnd(to));
  return wholeMonths ? "months" : "certificates";
}

/** The part of a condition that falls in some months of every year. */
export function inMonths(where: Condition, { firstMonth, lastMonth }: MonthRange): Condition {
  if (firstMonth === 1 && lastMonth === 12) return where;
  return {
    sql: `${where.sql} and month(issue_date) between $first_month and $last_month`,
    parameters: { ...where.parameters, first_month: firstMonth, last_month: lastMonth },
    detail: where.detail === "nothing" ? "months" : where.detail,
  };
}

function insideUnion(eu: EuConvention): string {
  // "Current" needs no clock: those are members whose membership has no end.
  if (eu.kind === "current")
    return "exists (select 1 from eu_member m where m.country = destination and m.until_day is null)";
  const day = eu.kind === "fixed" ? "$eu_day::date" : "issue_date";
  return `exists (select 1 from eu_member m where m.country = destination and m.first_day <= ${day}
    and (m.until_day is null or ${day} < m.until_day))`;
}
