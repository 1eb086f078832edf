import { monthId } from "../../domain/month.ts";
import type { MissingMonthsRule } from "../../domain/rule.ts";
import { exceptionsOutcome, nothingToJudge, type Outcome } from "./outcome.ts";

/** Judges whether every month between two has certificates; `withSome` are those that do. Months are counted (`monthNumber`). */
export function judgeMissingMonths(
  rule: MissingMonthsRule,
  { first, last }: { readonly first: number; readonly last: number },
  withSome: ReadonlySet<number>,
): Outcome {
  // Without a month on file the first one is infinitely late.
  if (!(first <= last)) return nothingToJudge(rule, { kind: "no-data", period: null });
  const months = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const missing = months.filter((month) => !withSome.has(month));
  return exceptionsOutcome(
    rule,
    months.length,
    missing.map((month) => ({ place: null, subject: monthId(month), note: { kind: "month-without-certificates" } })),
  );
}
