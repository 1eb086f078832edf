import type { MonthAtLastYearsRates } from "../domain/totals.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** On a day, units of a currency and of the report currency for one euro, times 10^6. */
interface ConversionRate {
  readonly currency: string;
  readonly day: string;
  readonly units: bigint;
  readonly reportUnits: bigint;
}

/** The currencies on file, and the days between which their rates of the year before are needed; `null` when there is nothing. */
export async function lastYearsDays(
  engine: Engine,
): Promise<{ readonly currencies: readonly string[]; readonly from: string; readonly to: string } | null> {
  const rows = await engine.rows<{ currency: string; from: string; to: string }>(
    `select currency, min(issue_date - interval 1 year)::date::varchar as "from",
       max(issue_date - interval 1 year)::date::varchar as "to"
     from counted_rows where value_cents is not null group by currency order by currency`,
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    currencies: rows.map(({ currency }) => currency),
    from: rows.reduce((min, row) => (row.from < min ? row.from : min), first.from),
    to: rows.reduce((max, row) => (row.to > max ? row.to : max), first.to),
  };
}

/** Each amount at the rate of the same day of the year before (29 February: the 28th), half-up to the cent like all values. */
export async function totalsAtLastYearsRates(
  engine: Engine,
  currency: string,
  rates: readonly ConversionRate[],
  selected: Selected,
): Promise<readonly MonthAtLastYearsRates[]> {
  await engine.fill(
    "last_year_rate",
    ["currency", "day", "units", "report_units"],
    rates.map((rate) => [rate.currency, rate.day, String(rate.units), String(rate.reportUnits)]),
  );
  const rows = await engine.rows<{ year: number; month: number; goods_cents: string | null; missing: string }>(
    `with past_rate as (
       select currency, day::date as day, units::hugeint as units, report_units::hugeint as report_units
       from last_year_rate
     ), converted as (
       select l.issue_date, case when l.currency = $report_currency then l.value_cents
         else ((2 * l.value_cents::hugeint * past_rate.report_units + past_rate.units) // (2 * past_rate.units))::bigint end as cents
       from ${selected.relation("counted_rows")} l
         left join past_rate on past_rate.currency = l.currency and past_rate.day = (l.issue_date - interval 1 year)::date
       where l.value_cents is not null
     )
     select year(issue_date)::integer as year, month(issue_date)::integer as month, sum(cents)::varchar as goods_cents,
       count(*) filter (where cents is null)::varchar as missing
     from converted group by 1, 2 order by 1, 2`,
    { ...selected.parameters, report_currency: currency },
  );
  return rows.map(({ year, month, goods_cents: cents, missing }) => ({
    year,
    month,
    goodsCents: cents === null || missing !== "0" ? null : BigInt(cents),
  }));
}
