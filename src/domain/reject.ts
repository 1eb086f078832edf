import type { Field } from "./certificate.ts";
import { PROBLEM_KINDS, type Problem, type ProblemCode } from "./problem.ts";

/** A rejected row, as it is handed out for correction. */
export interface Reject {
  readonly file: string;
  /** Physical line on which the row starts. */
  readonly line: number;
  /** Those that reject it; at least one. */
  readonly problems: readonly Problem[];
  /** How its dates and amounts are to be read: see `Notation`. */
  readonly notation: string;
  /** The row as it stands in its file, when it could not be told apart into cells. */
  readonly rowText: string | null;
  /** The texts of its fields, as they stand in the file. */
  readonly texts: Readonly<Record<Field, string | null>>;
}

/** The columns of a rejects file besides the fields. A file that has the last two is read as one. */
export const REJECT_COLUMNS = {
  place: ["origo_file", "origo_line"],
  advice: ["origo_problem", "origo_expected", "origo_remedy"],
  row: "origo_row",
  notation: "origo_notation",
} as const;

/** What was expected instead of what a problem is about, with the hint that says more. */
export function expectationOf({ code, hint }: Problem): string {
  return PROBLEM_KINDS[code].expected + (hint === "" ? "" : ` (${hint})`);
}

/** The hint in such a text; `null` when there is none. */
export function hintIn(expectation: string, code: ProblemCode): string | null {
  const { expected } = PROBLEM_KINDS[code];
  const [start, end] = [`${expected} (`, ")"];
  return expectation.startsWith(start) && expectation.endsWith(end)
    ? expectation.slice(start.length, -end.length)
    : null;
}
