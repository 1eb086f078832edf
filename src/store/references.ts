import type { ItemDimension } from "../domain/dimension.ts";
import { ITEM_SQL } from "./dimension-sql.ts";
import type { Engine } from "./engine.ts";

/** Membership of a country in a bloc, as ISO days; `until` is the first day outside. */
interface Membership {
  readonly bloc: string;
  readonly country: string;
  readonly from: string;
  readonly until: string | null;
}

/** Makes the table that the scopes, and the dimension `bloc`, look into. */
export async function fillMemberships(engine: Engine, memberships: readonly Membership[]): Promise<void> {
  await engine.fill(
    "bloc_member_text",
    ["bloc", "country", "first_day", "until_day"],
    memberships.map(({ bloc, country, from, until }) => [bloc, country, from, until]),
  );
  await engine.run(
    `create or replace temp table bloc_member as
     select bloc, country, first_day::date as first_day, until_day::date as until_day from bloc_member_text`,
  );
}

export async function fillCountryRegions(
  engine: Engine,
  regions: readonly (readonly [country: string, region: string, subRegion: string])[],
): Promise<void> {
  await engine.fill("country_region", ["country", "region", "sub_region"], regions);
}

/** Makes the table that says which lines belong to which of the user's groups, each once. */
export async function fillGroups(
  engine: Engine,
  members: readonly { readonly group: string; readonly dimension: ItemDimension; readonly code: string }[],
): Promise<void> {
  await engine.fill(
    "group_member",
    ["item", "dimension", "code"],
    members.map(({ group, dimension, code }) => [group, dimension, code]),
  );
  const selects = [...new Set(members.map(({ dimension }) => dimension))].map((dimension) => {
    const { expression, join = "" } = ITEM_SQL[dimension];
    return `select c.file_id, c.line, g.item from counted_rows c ${join}
      join group_member g on g.dimension = '${dimension}' and g.code = ${expression}`;
  });
  await engine.run(`create or replace temp table line_group as ${selects.join(" union ")}`);
}
