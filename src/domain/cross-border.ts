import type { Cents } from "./money.ts";

/** A certificate at a chamber. */
interface Place {
  readonly chamber: string;
  readonly certificate: string;
}

/** A certificate that two chambers have. */
export interface CrossBorderCertificate {
  /** ISO day. */
  readonly issueDate: string;
  readonly exporterId: string;
  readonly destination: string;
  /** In the report currency. */
  readonly goodsCents: Cents | null;
  /** Where it counts. */
  readonly kept: Place;
  /** Where it is too. */
  readonly other: Place;
}

/** The certificates that count at a chamber, and those of them that cannot be found again at another. */
export interface ChamberAccount {
  readonly chamber: string;
  readonly certificates: number;
  readonly withoutExporterId: number;
  readonly withoutValue: number;
}
