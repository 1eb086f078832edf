import { exporterCounts, exporterFlowCounts, productCounts } from "./distinct-counts.ts";
import type { Engine } from "./engine.ts";

const YEAR = "year(c.period_date)";

/**
 * The certificates of each month, chamber and destination, added up: `issue_date` is the first of the month and `last_date`
 * the date of its last certificate; `attributed` counts those with a known exporter, of which the first and the last by name
 * tell whether there are several. A report from a store reads this, whose size hardly grows with the certificates.
 */
const MONTH_SUMS = `
  select date_trunc('month', issue_date)::date as issue_date, chamber, destination, count(*) as certificates,
    count(goods_cents) as valued, sum(goods_cents) as goods_cents, max(issue_date) as last_date,
    count(exporter) as attributed, min(exporter) as first_exporter, max(exporter) as last_exporter
  from certificates group by all`;

/** What cannot be added up is counted for each year: exporters, those that come and go, and products; `issue_date` is its first. */
const YEAR_EXPORTERS = `
  select distinct date_trunc('year', issue_date)::date as period_date, exporter
  from certificates where exporter is not null`;
const YEAR_PRODUCTS = `
  select distinct date_trunc('year', issue_date)::date as period_date, left(hs_code, 6) as hs_code
  from counted_rows where length(hs_code) >= 6`;
const YEAR_COUNTS = `
  select make_date(year, 1, 1) as issue_date, exporters, products, entrants, exiters
  from (select period as year, exporters from (${exporterCounts(YEAR, "year_exporters")}))
    full join (select period as year, products from (${productCounts(YEAR, "year_products")})) using (year)
    full join (${exporterFlowCounts("year_exporters")}) using (year)`;

/** Adds the certificates up anew, into tables that are kept or those of a session. */
export async function createSums(engine: Engine, kind: "table" | "temp table"): Promise<void> {
  await engine.run(`create or replace ${kind} month_sums as ${MONTH_SUMS}`);
  await engine.run(`create or replace temp table year_exporters as ${YEAR_EXPORTERS}`);
  await engine.run(`create or replace temp table year_products as ${YEAR_PRODUCTS}`);
  await engine.run(`create or replace ${kind} year_counts as ${YEAR_COUNTS}`);
  await engine.run("drop table year_exporters; drop table year_products");
}
