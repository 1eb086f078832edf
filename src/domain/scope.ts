import type { Span } from "./common-period.ts";
import type { Where } from "./where.ts";

/** Which certificates a figure is about, by destination. */
export const SCOPES = ["all", "distant", "intra-eu"] as const;
export type Scope = (typeof SCOPES)[number];

/** The composition of the Union that decides what is distant: that of each issue date, today's, or that of an ISO day. */
export type EuConvention =
  | { readonly kind: "issue-date" }
  | { readonly kind: "current" }
  | { readonly kind: "fixed"; readonly date: string };

/** The selection that every read command shares. Dates are ISO days, both inclusive; `null` is unbounded. */
export interface Selection {
  readonly scope: Scope;
  readonly eu: EuConvention;
  readonly from: string | null;
  readonly to: string | null;
  /** What `--where` adds. */
  readonly where: Where | null;
  /** Of chambers that are put together, the whole months that all of them cover: nothing outside it is looked at. */
  readonly common?: Span;
}

/** Growth needs the year before the first one asked for: read too where whole years are asked for, and not shown. */
export function withYearBefore(selection: Selection): Selection {
  const { from } = selection;
  return from?.endsWith("-01-01") ? { ...selection, from: `${Number(from.slice(0, 4)) - 1}-01-01` } : selection;
}
