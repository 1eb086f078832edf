import type { ExporterGrouping } from "../domain/exporter-grouping.ts";
import {
  NO_CHANGES,
  type CohortLength,
  type CohortTotals,
  type ExporterActivity,
  type ExportersOfItem,
  type ExporterSums,
  type MarginChanges,
} from "../domain/exporter-sums.ts";
import type { Cents } from "../domain/money.ts";
import type { ItemTotals } from "../domain/totals.ts";
import { ITEM_SQL } from "./dimension-sql.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** Whether any certificate names its exporter. */
export async function hasExporters(engine: Engine): Promise<boolean> {
  return (await engine.rows("select 1 as found from certificates where exporter is not null limit 1")).length > 0;
}

export async function readExporterSums(
  engine: Engine,
  grouping: ExporterGrouping | null,
  selected: Selected,
): Promise<ExporterSums> {
  const lines = linesOf(grouping, selected);
  await engine.run(
    `create or replace temp table exporter_cell as
     select year(issue_date)::integer as year, item, exporter, destination, left(hs_code, 6) as product,
       sum(goods_cents) as goods_cents
     from ${lines} group by 1, 2, 3, 4, 5`,
    selected.parameters,
  );
  const sums = {
    totals: await readTotals(engine, lines, selected),
    activity: await readActivity(engine),
    destinations: await readExportersOf(engine, "destination"),
    products: await readExportersOf(engine, "product"),
    margins: await readMargins(engine),
  };
  await engine.run("drop table exporter_cell");
  return sums;
}

/** The selected lines with their `item`. Lines that do not say enough of their product for the grouping have no part in it. */
function linesOf(grouping: ExporterGrouping | null, selected: Selected): string {
  const lines = selected.relation("counted_rows");
  if (grouping === null) return `(select *, '' as item from ${lines})`;
  const { expression, join = "" } = ITEM_SQL[grouping];
  return `(select * from (select c.*, ${expression} as item from ${lines} c ${join}) where item <> '')`;
}

/** A certificate counts in each item that one of its lines is of, with the value of those lines. */
async function readTotals(engine: Engine, lines: string, selected: Selected): Promise<readonly ItemTotals[]> {
  const rows = await engine.rows<{
    year: number;
    item: string;
    certificates: string;
    valued: string;
    goods_cents: string | null;
  }>(
    `with line as (
       select year(issue_date)::integer as year, item, chamber, certificate, shared, goods_cents from ${lines}
     ), one as (
       select year, item, goods_cents from line where not shared
       union all
       select year, item, sum(goods_cents) from line where shared group by year, item, chamber, certificate
     )
     select year, item, count(*)::varchar as certificates, count(goods_cents)::varchar as valued,
       sum(goods_cents)::varchar as goods_cents
     from one group by year, item order by year, item`,
    selected.parameters,
  );
  return rows.map((row) => ({
    year: row.year,
    item: row.item,
    certificates: Number(row.certificates),
    valued: Number(row.valued),
    goodsCents: centsOf(row.goods_cents),
  }));
}

async function readActivity(engine: Engine): Promise<readonly ExporterActivity[]> {
  const rows = await engine.rows<{
    year: number;
    item: string;
    exporter: string;
    goods_cents: string | null;
    destinations: string;
    destinations_kept: string;
    products: string;
    products_kept: string;
  }>(
    `with ${SERVED("destination")}, ${SERVED("product")}
     select c.year, c.item, c.exporter, sum(c.goods_cents)::varchar as goods_cents,
       coalesce(any_value(d.count), 0)::varchar as destinations, coalesce(any_value(d.kept), 0)::varchar as destinations_kept,
       coalesce(any_value(p.count), 0)::varchar as products, coalesce(any_value(p.kept), 0)::varchar as products_kept
     from exporter_cell c
       left join destination_counts d using (year, item, exporter)
       left join product_counts p using (year, item, exporter)
     where c.exporter is not null
     group by c.year, c.item, c.exporter order by c.year, c.item, c.exporter`,
  );
  return rows.map((row) => ({
    year: row.year,
    item: row.item,
    exporter: row.exporter,
    goodsCents: centsOf(row.goods_cents),
    destinations: { count: Number(row.destinations), kept: Number(row.destinations_kept) },
    products: { count: Number(row.products), kept: Number(row.products_kept) },
  }));
}

/** How many destinations (what is no country is not one) or products each exporter has, and how many of them it had before. */
const SERVED = (what: "destination" | "product"): string =>
  `${what}_served as (
     select distinct year, item, exporter, ${what} from exporter_cell
     where exporter is not null and ${IS_THING[what]}
   ), ${what}_counts as (
     select now.year, now.item, now.exporter, count(*) as count, count(before.year) as kept
     from ${what}_served now left join ${what}_served before
       on before.year = now.year - 1 and before.item = now.item and before.exporter = now.exporter
         and before.${what} = now.${what}
     group by now.year, now.item, now.exporter
   )`;

const IS_THING = { destination: "destination <> 'XX'", product: "length(product) = 6" } as const;

async function readExportersOf(engine: Engine, what: "destination" | "product"): Promise<readonly ExportersOfItem[]> {
  const rows = await engine.rows<{ year: number; item: string; exporters: string; goods_cents: string | null }>(
    `select year, item, count(distinct exporter)::varchar as exporters, sum(goods_cents)::varchar as goods_cents
     from exporter_cell where ${IS_THING[what]} group by year, item, ${what} order by year, item, ${what}`,
  );
  return rows.map((row) => ({
    year: row.year,
    item: row.item,
    exporters: Number(row.exporters),
    goodsCents: centsOf(row.goods_cents),
  }));
}

/**
 * Every cell (exporter, destination, product) of a year beside that of the year before. What the cell's change is part of is decided
 * from the top: whether the exporter was there in both years, then whether it served the destination, then whether with this product.
 */
async function readMargins(engine: Engine): Promise<ExporterSums["margins"]> {
  const rows = await engine.rows<{ year: number; item: string; kind: keyof MarginChanges; change: string }>(
    `with present as (
       select year, item, coalesce(exporter, '') as exporter, destination, coalesce(product, '') as product,
         coalesce(goods_cents, 0) as goods_cents
       from exporter_cell
     ), past as (
       select year + 1 as year, item, exporter, destination, product, goods_cents as past_cents from present
     ), moves as (
       select year, item, exporter, destination, product, coalesce(goods_cents, 0) - coalesce(past_cents, 0) as change,
         goods_cents is not null as now, past_cents is not null as before
       from present full join past using (year, item, exporter, destination, product)
     ), seen as (
       select *, bool_or(now) over exporters as exporter_now, bool_or(before) over exporters as exporter_before,
         bool_or(now) over served as destination_now, bool_or(before) over served as destination_before
       from moves
       window exporters as (partition by year, item, exporter), served as (partition by year, item, exporter, destination)
     )
     select year, item,
       case
         when exporter = '' then 'withoutExporter'
         when not exporter_before then 'entrants'
         when not exporter_now then 'exiters'
         when not destination_before then 'addedDestinations'
         when not destination_now then 'droppedDestinations'
         when not before then 'addedProducts'
         when not now then 'droppedProducts'
         else 'continuingProducts'
       end as kind,
       sum(change)::varchar as change
     from seen group by 1, 2, 3 order by 1, 2, 3`,
  );
  const margins = new Map<string, { year: number; item: string; changes: MarginChanges }>();
  for (const { year, item, kind, change } of rows) {
    const key = `${year} ${item}`;
    const changes = { ...(margins.get(key)?.changes ?? NO_CHANGES), [kind]: BigInt(change) };
    margins.set(key, { year, item, changes });
  }
  return [...margins.values()];
}

const YEARS_SINCE_FIRST: Readonly<Record<CohortLength, string>> = {
  calendar: "year(issue_date) - year(first_day)",
  "12-month": "date_sub('year', first_day, issue_date)",
};

/** The exporters by the calendar year of their first certificate, and by how long ago that was. */
export async function readCohorts(
  engine: Engine,
  length: CohortLength,
  selected: Selected,
): Promise<readonly CohortTotals[]> {
  const rows = await engine.rows<{
    cohort: number;
    year_of_life: number;
    exporters: string;
    goods_cents: string | null;
  }>(
    `with one as (
       select exporter, issue_date, goods_cents from ${selected.relation("certificates")} where exporter is not null
     ), aged as (
       select *, min(issue_date) over (partition by exporter) as first_day from one
     )
     select year(first_day)::integer as cohort, (${YEARS_SINCE_FIRST[length]} + 1)::integer as year_of_life,
       count(distinct exporter)::varchar as exporters, sum(goods_cents)::varchar as goods_cents
     from aged group by 1, 2 order by 1, 2`,
    selected.parameters,
  );
  return rows.map((row) => ({
    cohort: row.cohort,
    yearOfLife: row.year_of_life,
    exporters: Number(row.exporters),
    goodsCents: centsOf(row.goods_cents),
  }));
}

function centsOf(text: string | null): Cents | null {
  return text === null ? null : BigInt(text);
}
