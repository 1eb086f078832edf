import type { Balance, InputAccount } from "../domain/balance.ts";
import type { Problem, ProblemCode } from "../domain/problem.ts";
import type { RegisterAccount } from "../domain/register.ts";
import type { Selection } from "../domain/scope.ts";

/** What every output says about where its figures come from. */
export interface Provenance {
  readonly chambers: readonly string[];
  readonly selection: Selection;
  readonly currency: string;
  readonly inputs: readonly InputAccount[];
  readonly balance: Balance;
  readonly problemCounts: readonly { readonly code: ProblemCode; readonly count: number }[];
  /** The first problems by file and line. */
  readonly problems: readonly Problem[];
  /** How far the register of enterprises reaches; `null` when none was given. */
  readonly register: RegisterAccount | null;
}
