import type { Balance } from "./balance.ts";
import type { DayRange } from "./period.ts";
import type { ProblemCode } from "./problem.ts";

/** A file, or a sheet of one, whose rows are on file. */
export interface StoredFile {
  readonly id: number;
  /** As the user wrote it when it was ingested, with `#sheet` for a sheet. */
  readonly name: string;
  /** Absolute; `null` for standard input. */
  readonly path: string | null;
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly sha256: string;
  /** How it was read: the profile, as text. */
  readonly reading: string;
  readonly rowsRead: number;
}

/** What the rows of one file came to. */
export interface FileAccount extends StoredFile {
  readonly bytes: number;
  readonly balance: Balance;
  /** Of its rows that were not rejected by themselves, as ISO days. */
  readonly firstIssueDate: string | null;
  readonly lastIssueDate: string | null;
  /** What the profile stated that the file covers. */
  readonly coverage: DayRange;
}

/** What a store says of itself. */
export interface StoreInfo {
  readonly schemaVersion: number;
  /** The currency of its goods values, and the edition of the rates that they were converted at. */
  readonly reportCurrency: string | null;
  readonly ratesVersion: string | null;
}

/** What is in a store. */
export interface StoreStatus {
  readonly store: string;
  readonly bytes: number;
  readonly info: StoreInfo;
  readonly certificates: number;
  readonly files: readonly FileAccount[];
  readonly balance: Balance;
  readonly problemCounts: readonly { readonly code: ProblemCode; readonly count: number }[];
}
