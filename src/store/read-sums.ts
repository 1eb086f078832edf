import { LISTED_PROBLEMS, type Sums } from "../domain/sums.ts";
import { readAccount, readCoverage, readProblems } from "./account.ts";
import type { Engine } from "./engine.ts";

/** The sums of all certificates, as `createSums` made them, with the account of everything on file. */
export async function readSums(engine: Engine): Promise<Sums> {
  const months = await engine.rows<{
    year: number;
    month: number;
    chamber: string | null;
    destination: string;
    last_day: number;
    certificates: string;
    valued: string;
    goods_cents: string | null;
    attributed: string;
    first_exporter: string | null;
    last_exporter: string | null;
  }>(
    `select year(issue_date)::integer as year, month(issue_date)::integer as month, chamber, destination,
       day(last_date)::integer as last_day, certificates::varchar as certificates, valued::varchar as valued,
       goods_cents::varchar as goods_cents, attributed::varchar as attributed, first_exporter, last_exporter
     from month_sums order by issue_date, chamber, destination`,
  );
  const years = await engine.rows<{
    year: number;
    exporters: number | null;
    products: number | null;
    entrants: number | null;
    exiters: number | null;
  }>(
    `select year(issue_date)::integer as year, exporters::integer as exporters, products::integer as products,
       entrants::integer as entrants, exiters::integer as exiters
     from year_counts order by issue_date`,
  );
  return {
    months: months.map((row) => ({
      year: row.year,
      month: row.month,
      chamber: row.chamber,
      destination: row.destination,
      lastDay: row.last_day,
      certificates: Number(row.certificates),
      valued: Number(row.valued),
      goodsCents: row.goods_cents === null ? null : BigInt(row.goods_cents),
      attributed: Number(row.attributed),
      firstExporter: row.first_exporter,
      lastExporter: row.last_exporter,
    })),
    years,
    account: await readAccount(engine),
    problems: await readProblems(engine, LISTED_PROBLEMS),
    coverage: await readCoverage(engine),
  };
}
