import type { SetDimension } from "../domain/dimension.ts";
import type { Overlap } from "../domain/overlap.ts";
import { CERTIFICATE_KEY } from "./aggregate.ts";
import { dimensionSql } from "./dimension-sql.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** What the groups, or the themes, have in common, two by two: the largest value first. */
export async function readOverlaps(
  engine: Engine,
  dimension: SetDimension,
  selected: Selected,
): Promise<readonly Overlap[]> {
  const { expression, join = "" } = dimensionSql(dimension);
  const rows = await engine.rows<{ a: string; b: string; certificates: string; goods_cents: string | null }>(
    `with line as (
       select c.file_id, c.line, c.goods_cents, ${expression} as item,
         ${CERTIFICATE_KEY} as key
       from ${selected.relation("counted_rows")} c ${join}
     ), pair as (
       select a.item as a, b.item as b, a.key, a.goods_cents,
         a.file_id = b.file_id and a.line = b.line as same_line
       from line a join line b on a.key = b.key and a.item < b.item
       where a.item not in ('', 'none') and b.item not in ('', 'none')
     ), common as (
       select a, b, count(distinct key) as certificates, count(*) filter (where same_line) as lines,
         sum(goods_cents) filter (where same_line) as goods_cents
       from pair group by a, b
     )
     select a, b, certificates::varchar as certificates, case when lines = 0 then '0' else goods_cents::varchar end as goods_cents
     from common order by common.goods_cents desc nulls last, common.certificates desc, a, b`,
    selected.parameters,
  );
  return rows.map((row) => ({
    dimension,
    items: [row.a, row.b],
    certificates: Number(row.certificates),
    goodsCents: row.goods_cents === null ? null : BigInt(row.goods_cents),
  }));
}
