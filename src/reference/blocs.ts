import { readDataRows } from "./data-file.ts";

/** Membership of a country in a bloc: from its first day to, not including, `until` (`null`: still a member). */
export interface Membership {
  readonly bloc: string;
  readonly country: string;
  readonly from: string;
  readonly until: string | null;
}

/** The members of each bloc over time, with the territories that have a code of their own and belong to it. */
export function loadMemberships(): readonly Membership[] {
  return readDataRows<"bloc" | "country" | "from" | "until" | "note">("blocs.csv").map((row) => ({
    bloc: row.bloc,
    country: row.country,
    from: row.from,
    until: row.until === "" ? null : row.until,
  }));
}
