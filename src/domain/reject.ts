import type { Field } from "./certificate.ts";
import type { Problem } from "./problem.ts";

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
