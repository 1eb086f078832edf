import { readDataRows } from "./data-file.ts";

/** Membership of a country in a bloc: from its first day to, not including, `until` (`null`: still a member). */
export interface Membership {
  readonly country: string;
  readonly from: string;
  readonly until: string | null;
}

/** The members of the European Union since its founding, with the territories that belong to it. */
export function loadEuMemberships(): readonly Membership[] {
  return readDataRows<"bloc" | "country" | "from" | "until" | "note">("blocs.csv")
    .filter((row) => row.bloc === "EU")
    .map((row) => ({ country: row.country, from: row.from, until: row.until === "" ? null : row.until }));
}
