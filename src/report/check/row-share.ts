import type { Balance } from "../../domain/balance.ts";
import { compareFractions, fraction } from "../../domain/fraction.ts";
import type { MissingValuesRule, RowShareRule } from "../../domain/rule.ts";
import { judged, notJudged, type Facts, type Finding, type Outcome } from "./outcome.ts";

/** How many rows were read and are rejected, copies, or contradict another row. */
export interface RowCounts {
  readonly balance: Balance;
  readonly conflicting: number;
}

/** How many of the rows read a rule is about. */
export function countedBy({ kind }: RowShareRule, { balance, conflicting }: RowCounts): number {
  switch (kind) {
    case "rejected-rows":
      return balance.rejected;
    case "duplicate-rows":
      return balance.copies;
    case "conflicting-rows":
      return conflicting;
  }
}

/** Judges the share of some rows in all; `findings` are the first of them. */
export function judgeShare(
  rule: RowShareRule | MissingValuesRule,
  part: number,
  whole: number,
  findings: readonly Finding[],
): Outcome {
  const facts: Facts = { form: "share", part, whole, max: rule.max };
  const share = fraction(BigInt(part), BigInt(whole));
  if (share === null) return notJudged(rule, facts, { kind: "no-data", period: null });
  return judged(rule, facts, compareFractions(share, rule.max) <= 0, { findings, count: part });
}
