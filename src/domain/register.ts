import type { ExporterSize } from "./certificate.ts";
import type { Cents } from "./money.ts";

/** What a register of enterprises says of one, from the first day of a year to the last day before another. */
export interface RegisterEntry {
  /** Enterprise or VAT number, normalised as those of exporters. */
  readonly exporterId: string;
  /** `null` when the register does not tell. */
  readonly size: ExporterSize | null;
  /** `null` is ever since. */
  readonly fromYear: number | null;
  /** The first year of which it is no longer said; `null` is ever after. */
  readonly untilYear: number | null;
}

/** A register that a user gives, to say how large exporters are. */
export interface Register {
  /** As the user calls the file. */
  readonly file: string;
  readonly entries: readonly RegisterEntry[];
}

/** How far a register reaches, over the certificates that are selected. */
export interface RegisterAccount {
  readonly file: string;
  /** Enterprises in it. */
  readonly enterprises: number;
  readonly exporters: number;
  /** Exporters that it has in a year in which they have certificates. */
  readonly matchedExporters: number;
  readonly goodsCents: Cents | null;
  readonly matchedCents: Cents | null;
  /** Exporters whose certificates state another size than it does, and these certificates. It wins. */
  readonly differingExporters: number;
  readonly differingCertificates: number;
}
