import type { ProblemCode } from "../domain/problem.ts";
import type { Parameters } from "../store/engine.ts";
import type { RecordPlace } from "./record-lines.ts";

/** A table of certificates as one file format offers it; `stage-rows.ts` reads it without knowing the format. */
export interface SourceTable {
  /** The file, or `file#sheet`. */
  readonly name: string;
  readonly sheet: string | null;
  readonly headers: readonly string[];
  /** Delimiter, header row, encoding ...: what was found out about the format, for people. */
  readonly layout?: Readonly<Record<string, string>>;
  /** SQL: what to select the rows from, in the order of the file, with `parameters`. */
  readonly relation: string;
  readonly parameters: Parameters;
  /** SQL: a cell as text. */
  readonly text: (column: number) => string;
  /** Whether no cell begins or ends with a blank other than the space; not known when absent. */
  readonly onlySpaces?: boolean;
  /** Whether it has so many rows that reading it twice costs less than keeping all its texts. */
  readonly large?: boolean;
  /** SQL: whether a cell is a number by its type, so that its mark is a point; absent where every cell is text. */
  readonly isNumber?: (column: number) => string;
  /** SQL: the text of a row that is no record at all, else null; and what is then told of it. */
  readonly fault?: { readonly text: string; readonly code: ProblemCode };
  readonly place: PlaceRule;
  /** Looks for a better explanation of why the engine could not read it: throws it, or returns. */
  readonly explain?: () => Promise<void>;
}

/**
 * How the line of a row is known. `order`: rows follow each other without a gap from `first` on. `column`: SQL gives it.
 * `walk`: as `order` when there are `rows` rows, else by walking the records.
 */
export type PlaceRule =
  | { readonly kind: "order"; readonly first: number }
  | { readonly kind: "column"; readonly line: string }
  | {
      readonly kind: "walk";
      readonly first: number;
      readonly rows: number;
      readonly walk: () => AsyncIterable<RecordPlace>;
    };
