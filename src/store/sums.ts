import type { Engine } from "./engine.ts";

/**
 * The certificates of each month, chamber and destination, added up: `issue_date` is the first of the month and `last_date`
 * the date of its last certificate. A report from a store reads this, whose size hardly grows with the certificates.
 */
const MONTH_SUMS = `
  select date_trunc('month', issue_date)::date as issue_date, chamber, destination, count(*) as certificates,
    count(goods_cents) as valued, sum(goods_cents) as goods_cents, max(issue_date) as last_date
  from certificates group by all`;

/** What cannot be added up: who exported where in each year, and what; `issue_date` is the first of the year. */
const YEAR_EXPORTERS =
  "select distinct date_trunc('year', issue_date)::date as issue_date, destination, exporter from certificates";
const YEAR_PRODUCTS = `
  select distinct date_trunc('year', issue_date)::date as issue_date, left(hs_code, 6) as hs_code
  from counted_rows where length(hs_code) >= 6`;

/** Adds the certificates up anew, into tables that are kept or those of a session. */
export async function createSums(engine: Engine, kind: "table" | "temp table"): Promise<void> {
  await engine.run(`create or replace ${kind} month_sums as ${MONTH_SUMS}`);
  await engine.run(`create or replace ${kind} year_exporters as ${YEAR_EXPORTERS}`);
  await engine.run(`create or replace ${kind} year_products as ${YEAR_PRODUCTS}`);
}
