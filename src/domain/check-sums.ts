import type { Cents } from "./money.ts";
import type { Place } from "./place.ts";

/** The value of a certificate, and where its first line stands. */
export interface CertificateValue {
  readonly certificate: string;
  readonly place: Place;
  readonly cents: Cents;
}

/** The same with the value of all certificates of its year. */
export interface CertificateOfYear extends CertificateValue {
  readonly year: number;
  readonly yearCents: Cents;
}

/** Certificates that are out of bounds, of all that have a value: how many, and the first of them. */
export interface Exceptions<Certificate> {
  readonly valued: number;
  readonly count: number;
  readonly certificates: readonly Certificate[];
}

/** The values that are no exception, in cents, both ends included; `null` is unbounded. */
export interface CentsRange {
  readonly low: Cents | null;
  readonly high: Cents | null;
}

/** How the natural logarithms of values in cents are spread: their median, and the median distance from it. */
export interface LogSpread {
  readonly median: number;
  readonly mad: number;
}

/** Rows that are at fault: how many, of how many, and the first of them. */
export interface RowsAtFault {
  readonly rows: number;
  readonly count: number;
  readonly first: readonly { readonly certificate: string; readonly place: Place }[];
}
