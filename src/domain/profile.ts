import type { Field, Status } from "./certificate.ts";

/** Day-month-year or month-day-year, for dates written with two leading one- or two-digit numbers. */
export type DateOrder = "dmy" | "mdy";
export type DecimalMark = "," | ".";

/** `certificate`: rows with one number are one certificate. `record`: every row stands for itself. */
export type Grain = "certificate" | "record";

/**
 * How one kind of source file is read, as it stands in a `*.profile.json`. Every key answers a question that detection
 * would otherwise answer.
 */
export interface Profile {
  readonly name?: string;
  readonly description?: string;
  readonly delimiter?: string;
  /** The sheet of a workbook to read; all that are tables of certificates when absent. */
  readonly sheet?: string;
  /** Field to header name, as it stands in the file; the texts of several columns are joined with a space. */
  readonly columns?: Partial<Record<Field, string | readonly string[]>>;
  /** Field to the text that every row has; where the field has a column too, the rows in which that is blank. */
  readonly constants?: Partial<Record<Field, string>>;
  /** The currency of amounts whose row and header name none; euro when absent. */
  readonly default_currency?: string;
  readonly date_order?: DateOrder;
  readonly decimal_mark?: DecimalMark;
  /** The unit in which values are written: 1000 for thousands. */
  readonly value_unit?: number;
  /** Source text to status. */
  readonly statuses?: Readonly<Record<string, Status>>;
  /** Source text to ISO code, or `XX` for what is no country. */
  readonly destinations?: Readonly<Record<string, string>>;
  readonly grain?: Grain;
  /** The first and last day that the file covers, where its records alone do not show it. */
  readonly coverage?: { readonly from?: string; readonly to?: string };
}
