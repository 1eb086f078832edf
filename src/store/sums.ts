import type { Engine } from "./engine.ts";

/**
 * The certificates of each month, chamber and destination, added up: `issue_date` is the first of the month and `last_date`
 * the date of its last certificate. A report from a store reads this, whose size hardly grows with the certificates.
 */
const MONTH_SUMS = `
  select date_trunc('month', issue_date)::date as issue_date, chamber, destination, count(*) as certificates,
    count(goods_cents) as valued, sum(goods_cents) as goods_cents, max(issue_date) as last_date
  from certificates group by all`;

/** What cannot be added up: who exported where in each year, and what; `issue_date` stands for the year. */
const YEAR_EXPORTERS = "select issue_date, destination, exporter from certificates";
const YEAR_PRODUCTS = "select issue_date, left(hs_code, 6) as hs_code from counted_rows where length(hs_code) >= 6";

/** Adds the certificates up anew. What a session that reads files asks for once is not worth a table there. */
export async function createSums(engine: Engine, temporary: boolean): Promise<void> {
  await engine.run(`create or replace ${temporary ? "temp table" : "table"} month_sums as ${MONTH_SUMS}`);
  for (const [name, query] of Object.entries({ year_exporters: YEAR_EXPORTERS, year_products: YEAR_PRODUCTS })) {
    await engine.run(
      temporary
        ? `create or replace temp view ${name} as ${query}`
        : `create or replace table ${name} as
           select distinct * replace (date_trunc('year', issue_date)::date as issue_date) from (${query})`,
    );
  }
}
