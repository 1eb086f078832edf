import type { SetDimension } from "./dimension.ts";
import type { Cents } from "./money.ts";

/** What two groups, or two themes, have in common: it counts under each, and once in their total. */
export interface Overlap {
  readonly dimension: SetDimension;
  readonly items: readonly [string, string];
  /** Certificates that count under both, be it with different lines. */
  readonly certificates: number;
  /** Goods value of the lines that count under both, 0 when there are none; `null` when no value of theirs is known. */
  readonly goodsCents: Cents | null;
}
