import type { Provenance } from "../provenance.ts";
import { isFailure, type Outcome } from "./outcome.ts";

/** The outcome of a check: each rule of a file, in its order. */
export interface Checked {
  readonly rulesFile: string;
  readonly outcomes: readonly Outcome[];
  /** Whether no rule of the level `error` has failed, or could not be judged. */
  readonly passed: boolean;
  readonly provenance: Provenance;
}

export interface Counts {
  readonly passed: number;
  readonly errors: number;
  readonly warnings: number;
}

export function countOutcomes({ outcomes }: Checked): Counts {
  const passed = outcomes.filter(({ verdict }) => verdict === "passed").length;
  const errors = outcomes.filter(isFailure).length;
  return { passed, errors, warnings: outcomes.length - passed - errors };
}
