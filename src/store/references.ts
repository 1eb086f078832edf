import type { ItemDimension, SetDimension } from "../domain/dimension.ts";
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

/** A code of a dimension, and the set that it belongs to. */
interface SetMember {
  readonly item: string;
  readonly dimension: ItemDimension;
  readonly code: string;
}

/** Makes the table `line_group` or `line_theme`, which says what groups or themes each line is in, each once. */
export async function fillLineSets(engine: Engine, sets: SetDimension, members: readonly SetMember[]): Promise<void> {
  await engine.fill(
    "set_member",
    ["item", "dimension", "code"],
    members.map(({ item, dimension, code }) => [item, dimension, code]),
  );
  const selects = [...new Set(members.map(({ dimension }) => dimension))].map((dimension) => {
    const { expression, join = "" } = ITEM_SQL[dimension];
    return `select c.file_id, c.line, m.item from counted_rows c ${join}
      join set_member m on m.dimension = '${dimension}' and m.code = ${expression}`;
  });
  await engine.run(`create or replace temp table line_${sets} as ${selects.join(" union ")}`);
}

/** Marks the lines whose theme cannot be told, with the empty item: without a code, or with one that only begins like one of a theme. */
export async function markUntoldThemes(engine: Engine): Promise<void> {
  await engine.run(
    `insert into line_theme
     select c.file_id, c.line, '' from counted_rows c
     where (c.hs_code is null or c.hs_code in (
         select left(code, 2) from set_member where length(code) > 2
         union select left(code, 4) from set_member where length(code) > 4))
       and not exists (select 1 from line_theme t where t.file_id = c.file_id and t.line = c.line)`,
  );
}
