import { balanceOf, type RowClass } from "../domain/balance.ts";
import type { Problem, ProblemCode } from "../domain/problem.ts";
import { LISTED_PROBLEMS, type Account } from "../domain/sums.ts";
import { compareTexts } from "../domain/text-order.ts";
import { BeyondTally } from "./beyond-tally.ts";
import type { TallyInput } from "./open-input.ts";

/** The account of all inputs, of which `rows` has the number of rows. */
export async function accountOf(
  inputs: readonly TallyInput[],
  rows: ReadonlyMap<TallyInput, number>,
  classes: ReadonlyMap<RowClass, number>,
  problems: readonly Problem[],
): Promise<Account> {
  const accounts = await Promise.all(
    inputs.map(async (input) => ({ name: input.name, sha256: await input.sha256, rows: rows.get(input) ?? 0 })),
  );
  if (new Set(accounts.map(({ sha256 }) => sha256)).size < inputs.length) throw new BeyondTally("one file twice");
  if (accounts.some((account) => account.rows === 0)) throw new BeyondTally("a file without rows");
  const counts = new Map<ProblemCode, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    inputs: accounts.toSorted((a, b) => compareTexts(a.name, b.name) || compareTexts(a.sha256, b.sha256)),
    balance: balanceOf(
      accounts.reduce((sum, account) => sum + account.rows, 0),
      classes,
    ),
    problemCounts: [...counts]
      .map(([code, count]) => ({ code, count }))
      .toSorted((a, b) => b.count - a.count || compareTexts(a.code, b.code)),
  };
}

/** The first problems by their places. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(byPlace).slice(0, LISTED_PROBLEMS);
}

function byPlace(a: Problem, b: Problem): number {
  return compareTexts(a.file, b.file) || a.line - b.line || compareTexts(a.code, b.code);
}
