import { isSameRange, WHOLE_YEAR, type YearWindow } from "../domain/period.ts";

/** The year that others are compared with: 100 in an index, and where an average growth begins. */
export interface BaseYear {
  readonly year: number;
  /** Whether the data cover the whole of it. They have no index and no average growth otherwise. */
  readonly complete: boolean;
}

/** The years that the data cover from January to December. */
export function wholeYears(windows: readonly YearWindow[]): readonly number[] {
  return windows.filter((window) => isSameRange(window, WHOLE_YEAR)).map(({ year }) => year);
}
