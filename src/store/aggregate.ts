import { isOfLines, type ItemDimension } from "../domain/dimension.ts";
import type { MonthCoverage, PeriodLength } from "../domain/period.ts";
import type { ExporterFlow, ItemTotals, MonthTotals, PeriodTotals, Totals } from "../domain/totals.ts";
import type { Engine } from "./engine.ts";
import { dimensionSql } from "./dimension-sql.ts";
import { exporterCounts, exporterFlowCounts, productCounts } from "./distinct-counts.ts";
import {
  rolledUpCoverage,
  rolledUpFlows,
  rolledUpItems,
  rolledUpMonths,
  rolledUpPeriods,
  soleExporterDestinationsIn,
} from "./roll-up.ts";
import type { Selected } from "./selection.ts";
import { isSums, type Source } from "./source.ts";

/** Over rows that have `certificates`, `valued` and `goods_cents`. */
export const TOTALS =
  "sum(certificates)::varchar as certificates, sum(valued)::varchar as valued, sum(goods_cents)::varchar as goods_cents";

/** What the totals of a selection are added up from: the sums by month and destination where they have all it looks at. */
function totalsSource(selected: Selected, dimension: ItemDimension = "destination"): string {
  const isInSums = ["destination", "region", "sub_region", "chamber"].includes(dimension);
  return selected.detail !== "certificates" && isInSums
    ? selected.relation("month_sums")
    : `(select *, 1 as certificates, (goods_cents is not null)::integer as valued, (exporter is not null)::integer as attributed,
          exporter as first_exporter, exporter as last_exporter from ${selected.relation("certificates")})`;
}

/** The number of certificates that have some of the lines `c`. Only the rows that share a number with others can be of one. */
function certificatesWith(condition: string): string {
  return `(count(*) filter (where not c.shared and ${condition})
    + count(distinct (c.chamber, c.certificate)) filter (where c.shared and ${condition}))::varchar`;
}

/** Tells lines `c` of different certificates apart. Only the rows that share a number with others can be of one. */
export const CERTIFICATE_KEY = `case when c.shared then 'certificate ' || c.certificate || chr(31) || coalesce(c.chamber, '')
  else 'line ' || c.file_id || ':' || c.line end`;

/** Over lines `c`. */
export const LINE_TOTALS = `${certificatesWith("true")} as certificates, ${certificatesWith("c.goods_cents is not null")} as valued,
  sum(c.goods_cents)::varchar as goods_cents`;

/** Whether a selection takes whole years as they are: what was counted for each year answers it. */
function hasYearCounts({ detail }: Selected, length: PeriodLength = "year"): boolean {
  return detail === "nothing" && length === "year";
}

export interface TotalsRow extends Readonly<Record<string, string | number | boolean | null>> {
  readonly certificates: string;
  readonly valued: string;
  readonly goods_cents: string | null;
}

export function totalsOf(row: TotalsRow): Totals {
  return {
    certificates: Number(row.certificates),
    valued: Number(row.valued),
    goodsCents: row.goods_cents === null ? null : BigInt(row.goods_cents),
  };
}

/** One row per period that has certificates, in order. */
export async function totalsByPeriod(
  source: Source,
  length: PeriodLength,
  selected: Selected,
): Promise<readonly PeriodTotals[]> {
  if (isSums(source)) return rolledUpPeriods(source, length, selected);
  const period = dimensionSql(length).expression;
  const counts = hasYearCounts(selected, length)
    ? `select ${period} as period, exporters, products from ${selected.relation("year_counts")} c`
    : `select period, exporters, products
       from (${exporterCounts(period, selected.relation("certificates"))})
         full join (${productCounts(period, selected.relation("counted_rows"))}) using (period)`;
  const rows = await source.rows<
    TotalsRow & { period: string; exporters: string | null; destinations: string; products: string | null }
  >(
    `with totals as (
       select ${period} as period, ${TOTALS},
         count(distinct c.destination) filter (where c.destination <> 'XX')::varchar as destinations
       from ${totalsSource(selected)} c group by period
     )
     select totals.*, exporters::varchar as exporters, products::varchar as products
     from totals left join (${counts}) using (period) order by period`,
    selected.parameters,
  );
  return rows.map((row) => ({
    period: row.period,
    ...totalsOf(row),
    exporters: countOrNone(row.exporters),
    destinations: Number(row.destinations),
    products: countOrNone(row.products),
  }));
}

function countOrNone(count: string | null): number | null {
  return count === null || count === "0" ? null : Number(count);
}

/** Year and month totals: what windows of part of a year are added up from. */
export async function totalsByMonth(source: Source, selected: Selected): Promise<readonly MonthTotals[]> {
  if (isSums(source)) return rolledUpMonths(source, selected);
  const rows = await source.rows<TotalsRow & { year: string; month: string }>(
    `select year(c.period_date)::varchar as year, month(c.period_date)::varchar as month, ${TOTALS}
     from ${totalsSource(selected)} c group by 1, 2 order by min(c.period_date)`,
    selected.parameters,
  );
  return rows.map((row) => ({ year: Number(row.year), month: Number(row.month), ...totalsOf(row) }));
}

/** One row per year and item of a dimension. */
export async function totalsByItem(
  source: Source,
  dimension: ItemDimension,
  selected: Selected,
): Promise<readonly ItemTotals[]> {
  if (isSums(source)) return rolledUpItems(source, dimension, selected);
  const { expression, join = "" } = dimensionSql(dimension);
  const ofLines = isOfLines(dimension);
  const relation = ofLines ? selected.relation("counted_rows") : totalsSource(selected, dimension);
  const rows = await source.rows<TotalsRow & { year: string; item: string }>(
    `select year(c.period_date)::varchar as year, ${expression} as item, ${ofLines ? LINE_TOTALS : TOTALS}
     from ${relation} c ${join} group by 1, 2 order by 1, 2`,
    selected.parameters,
  );
  return rows.map((row) => ({ year: Number(row.year), item: row.item, ...totalsOf(row) }));
}

/** For each year, how many exporters have certificates in it and none in the year before, and the reverse. */
export async function exporterFlows(source: Source, selected: Selected): Promise<readonly ExporterFlow[]> {
  if (isSums(source)) return rolledUpFlows(source, selected);
  const flows = hasYearCounts(selected)
    ? `select year(period_date) as year, entrants, exiters from ${selected.relation("year_counts")} where entrants is not null`
    : exporterFlowCounts(selected.relation("certificates"));
  const rows = await source.rows<{ year: string; entrants: string; exiters: string }>(
    `select year::varchar as year, entrants::varchar as entrants, exiters::varchar as exiters from (${flows}) order by 1`,
    selected.parameters,
  );
  return rows.map((row) => ({
    year: Number(row.year),
    entrants: Number(row.entrants),
    exiters: Number(row.exiters),
  }));
}

/** The destinations of a year whose certificates are all of one known exporter. */
export async function soleExporterDestinations(
  source: Source,
  year: number,
  selected: Selected,
): Promise<readonly string[]> {
  if (isSums(source)) return soleExporterDestinationsIn(source, year, selected);
  const rows = await source.rows<{ destination: string }>(
    `select c.destination from ${totalsSource(selected)} c where year(c.period_date) = $year group by c.destination
     having min(first_exporter) = max(last_exporter) and sum(attributed) = sum(certificates) order by c.destination`,
    { ...selected.parameters, year },
  );
  return rows.map((row) => row.destination);
}

/** The names under which exporters appear, one for each: the first in alphabetical order. */
export async function exporterNames(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.rows<{ exporter: string; name: string }>(
    "select exporter, min(exporter_name) as name from certificates where exporter is not null and exporter_name is not null group by exporter",
  );
  return new Map(rows.map((row) => [row.exporter, row.name]));
}

/** The columns of lines that a source may lack. */
export type OptionalColumn = "exporter" | "exporter_size" | "chamber" | "origin" | "hs_code" | "goods_cents";

/** Whether any counted line has something in a column. */
export async function namesField(engine: Engine, column: OptionalColumn): Promise<boolean> {
  return (await engine.rows(`select 1 as found from counted_rows where ${column} is not null limit 1`)).length > 0;
}

export async function chamberNames(source: Source): Promise<readonly string[]> {
  if (isSums(source)) return source.chambers;
  const rows = await source.rows<{ chamber: string }>(
    "select distinct chamber from month_sums where chamber is not null order by chamber",
  );
  return rows.map((row) => row.chamber);
}

/** The months that have certificates, in order, whatever is asked for: what the data cover. */
export async function monthCoverage(source: Source): Promise<readonly MonthCoverage[]> {
  if (isSums(source)) return rolledUpCoverage(source);
  const rows = await source.rows<{ year: string; month: string; last_day: string; certificates: string }>(
    `select year(issue_date)::varchar as year, month(issue_date)::varchar as month,
       day(max(last_date))::varchar as last_day, sum(certificates)::varchar as certificates
     from month_sums group by 1, 2 order by min(issue_date)`,
  );
  return rows.map((row) => ({
    year: Number(row.year),
    month: Number(row.month),
    lastDay: Number(row.last_day),
    certificates: Number(row.certificates),
  }));
}
