import { monthsBetween } from "../../domain/period.ts";
import type { MissingMonthsRule } from "../../domain/rule.ts";
import { exceptionsOutcome, nothingToJudge, type Outcome } from "./outcome.ts";

/** Judges whether every month between two (as `2017-09`) has certificates; `withSome` are those that do. */
export function judgeMissingMonths(
  rule: MissingMonthsRule,
  span: { readonly first: string; readonly last: string } | null,
  withSome: ReadonlySet<string>,
): Outcome {
  if (span === null || span.first > span.last) return nothingToJudge(rule, { kind: "no-data", period: null });
  const months = monthsBetween(span.first, span.last);
  const missing = months.filter((month) => !withSome.has(month));
  return exceptionsOutcome(
    rule,
    months.length,
    missing.map((month) => ({ place: null, subject: month, note: { kind: "month-without-certificates" } })),
  );
}
