import type { DecimalMark } from "../domain/profile.ts";
import type { Key, KeyBuckets } from "./repeated-keys.ts";

/** The fields whose texts repeat so much that a row needs only their number; the first four have a column each. */
export const CODED_FIELDS = [
  "issue_date",
  "destination",
  "exporter_id",
  "hs_code",
  "status",
  "chamber",
  "currency",
  "origin",
  "exporter_size",
  "exporter_name",
] as const;
export type CodedField = (typeof CODED_FIELDS)[number];

/** The fields whose numbers make up a tuple, of which a file has few. */
export const TUPLE_FIELDS = ["status", "chamber", "currency", "origin", "exporter_size"] as const;

/** What a column is read as. */
export type Role = CodedField | "certificate_number" | "replaces" | "value" | null;

/** A stretch of a file, and how its rows are read. It begins with a row and ends with one. */
export interface RangePlan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** One byte. */
  readonly delimiter: string;
  /** What each column is read as. */
  readonly roles: readonly Role[];
  readonly decimalMark: DecimalMark;
  /** How long a row is, about. */
  readonly rowBytes: number;
  /** The chamber of rows that name none. */
  readonly chamber: string;
  /** By how many of their bits keys are sorted. */
  readonly bucketBits: number;
  /** So much is read at once. A row must fit into it. */
  readonly chunkBytes: number;
}

/** What the rows of a range say, a column for each thing; texts are the numbers that `TextCodes` gives them. */
export interface ScannedRows {
  readonly count: number;
  readonly dates: Uint32Array;
  readonly destinations: Uint16Array;
  /** Of the exporter's number; where there is none, of the name, negative. */
  readonly exporters: Int32Array;
  readonly products: Uint16Array;
  readonly tuples: Uint16Array;
  /** The value in cents: none `NO_VALUE`, and `CLOSER_LOOK` where the row is not plain. */
  readonly cents: Float64Array;
  /** Two hashes of chamber and certificate number. */
  readonly keys: Int32Array;
  /** Where each row begins, in bytes from the start of the range. */
  readonly offsets: Uint32Array;
}

export const NO_VALUE = -2;
export const CLOSER_LOOK = -1;

/** What the whole of a range says beside its rows. */
export interface RangeFacts {
  readonly rows: number;
  /** Physical lines. */
  readonly lines: number;
  /** The different texts of each field. */
  readonly texts: Readonly<Record<CodedField, readonly string[]>>;
  /** How many rows have each text of the dates. */
  readonly dateCounts: Uint32Array;
  /** For each tuple, the numbers of its texts in the order of `TUPLE_FIELDS`. */
  readonly tuples: readonly (readonly number[])[];
  /** How many amounts speak for a decimal comma, for a point, for either. */
  readonly marks: { readonly comma: number; readonly point: number; readonly either: number };
  /** Amounts that are not plain. */
  readonly oddAmounts: readonly string[];
  readonly keys: KeyBuckets;
}

export interface ScannedRange {
  readonly plan: RangePlan;
  readonly rows: ScannedRows;
  readonly facts: RangeFacts;
  /** The rows that replace another certificate, with its key. */
  readonly replacing: ReadonlyMap<number, Key>;
  /** The rows from which on the line number is further ahead of the row number than before, with how far it then is. */
  readonly leads: readonly { readonly row: number; readonly lead: number }[];
}

export type RowColumns = Omit<ScannedRows, "count">;

export function newRows(capacity: number): RowColumns {
  return {
    dates: new Uint32Array(capacity),
    destinations: new Uint16Array(capacity),
    exporters: new Int32Array(capacity),
    products: new Uint16Array(capacity),
    tuples: new Uint16Array(capacity),
    cents: new Float64Array(capacity),
    keys: new Int32Array(2 * capacity),
    offsets: new Uint32Array(capacity),
  };
}

/** A copy with more room. */
export function grownRows(rows: RowColumns, capacity: number): RowColumns {
  const larger = newRows(capacity);
  larger.dates.set(rows.dates);
  larger.destinations.set(rows.destinations);
  larger.exporters.set(rows.exporters);
  larger.products.set(rows.products);
  larger.tuples.set(rows.tuples);
  larger.cents.set(rows.cents);
  larger.keys.set(rows.keys);
  larger.offsets.set(rows.offsets);
  return larger;
}
