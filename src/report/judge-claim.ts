import type { Claim, Doubt, Statement } from "./claims/claim.ts";
import type { Evidence, Finding } from "./judge/evidence.ts";
import type { SumsOf } from "./judge/figures.ts";
import { testComparison } from "./judge/test-comparison.ts";
import { testExtremeMonth } from "./judge/test-months.ts";
import { testNumber } from "./judge/test-number.ts";
import { testFirstPlaces, testLeaders, testRank } from "./judge/test-rank.ts";
import { testEveryYear, testFirstMove, testRecord, testStreak, testSuperlative } from "./judge/test-superlative.ts";
import { testTurnover } from "./judge/test-turnover.ts";

export type Verdict = "holds" | "does-not-hold" | "cannot-be-judged";

/** Why a claim is left open: a doubt of its reading, figures that are not on file, or readings that disagree. */
export type Openness = Doubt | { readonly kind: "not-on-file" } | { readonly kind: "ambiguous" };

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** What the claim is measured by; for an ambiguous claim the figure of each reading. */
  readonly evidence: readonly Evidence[];
  readonly openness: Openness | null;
}

/**
 * Judges a claim by its readings. It holds when every reading does that its words give; it does not hold when no reading does,
 * those that the text around suggests included. Where readings disagree it is left open: what is false is never called true.
 */
export function judgeClaim(claim: Claim, sumsOf: SumsOf): JudgedClaim {
  const { doubt } = claim;
  if (doubt !== null) return { claim, verdict: "cannot-be-judged", evidence: [], openness: doubt };
  const first = claim.readings.map((reading) => test(reading, sumsOf));
  const others = claim.otherReadings.map((reading) => test(reading, sumsOf));
  const known = first.flatMap(({ evidence, isTrue }) => (evidence === null || isTrue === null ? [] : [evidence]));
  if (first.length === 0) return { claim, verdict: "cannot-be-judged", evidence: [], openness: { kind: "no-subject" } };
  if (first.every(({ isTrue }) => isTrue === true)) {
    if (claim.unread !== null) {
      const openness = { kind: "unread", word: claim.unread } as const;
      return { claim, verdict: "cannot-be-judged", evidence: known.slice(0, 1), openness };
    }
    return { claim, verdict: "holds", evidence: known.slice(0, 1), openness: null };
  }
  if (first.every(({ isTrue }) => isTrue === null)) {
    return { claim, verdict: "cannot-be-judged", evidence: [], openness: { kind: "not-on-file" } };
  }
  const anyTrue = [...first, ...others].some(({ isTrue }) => isTrue === true);
  const anyOpen = first.some(({ isTrue }) => isTrue === null);
  if (!anyTrue && !anyOpen && claim.isGuess) {
    return { claim, verdict: "cannot-be-judged", evidence: [], openness: { kind: "no-subject" } };
  }
  if (!anyTrue && !anyOpen) return { claim, verdict: "does-not-hold", evidence: known, openness: null };
  const agreeing = others.flatMap(({ evidence, isTrue }) => (isTrue === true && evidence !== null ? [evidence] : []));
  return {
    claim,
    verdict: "cannot-be-judged",
    evidence: [...known, ...agreeing],
    openness: { kind: "ambiguous" },
  };
}

function test(statement: Statement, sumsOf: SumsOf): Finding {
  const sums = sumsOf(statement.period);
  switch (statement.kind) {
    case "number":
      return testNumber(statement, sums);
    case "rank":
    case "top":
      return testRank(statement, sums);
    case "leaders":
      return testLeaders(statement, sums);
    case "record":
      return testRecord(statement, sums);
    case "highest":
    case "strongest":
      return testSuperlative(statement, sums);
    case "streak":
      return testStreak(statement, sums);
    case "every-year":
      return testEveryYear(statement, sums);
    case "first-place-streak":
      return testFirstPlaces(statement, sums);
    case "first-move":
      return testFirstMove(statement, sums);
    case "comparison":
      return testComparison(statement, sums);
    case "extreme-month":
      return testExtremeMonth(statement, sumsOf);
    case "newcomers":
    case "leavers":
      return testTurnover(statement, sums);
  }
}
