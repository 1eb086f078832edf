import type { Consignment } from "../domain/event.ts";
import { monthId, monthOf, type MonthSpan } from "../domain/month.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** The certificate with the largest value in a span of months; `null` when none has a value. */
export async function largestConsignment(
  engine: Engine,
  selected: Selected,
  { first, last }: MonthSpan,
): Promise<Consignment | null> {
  const month = "strftime(c.period_date, '%Y-%m')";
  const [row] = await engine.rows<{ certificate: string; month: string; goods_cents: string }>(
    `select c.certificate, ${month} as month, c.goods_cents::varchar as goods_cents from ${selected.relation("certificates")} c
     where c.goods_cents is not null and ${month} between $first_month_id and $last_month_id
     order by c.goods_cents desc, c.chamber nulls first, c.certificate limit 1`,
    { ...selected.parameters, first_month_id: monthId(first), last_month_id: monthId(last) },
  );
  return row === undefined
    ? null
    : { certificate: row.certificate, month: monthOf(row.month), goodsCents: BigInt(row.goods_cents) };
}
