/** SQL: how many different exporters each period has; `period` is over the rows `c` of certificates. */
export function exporterCounts(period: string, certificates: string): string {
  return `select ${period} as period, count(distinct c.exporter) as exporters from ${certificates} c group by 1`;
}

/** SQL: how many different products, as HS subheadings, each period has; `period` is over the rows `c` of lines. */
export function productCounts(period: string, lines: string): string {
  return `select ${period} as period, count(distinct left(c.hs_code, 6)) as products
    from ${lines} c where length(c.hs_code) >= 6 group by 1`;
}

/** SQL: how many exporters have certificates in a year and none in the year before (`entrants`), and the reverse (`exiters`). */
export function exporterFlowCounts(certificates: string): string {
  return `
    with active as (
      select distinct year(period_date) as year, exporter from ${certificates} where exporter is not null
    )
    select coalesce(now.year, before.year + 1) as year,
      count(*) filter (where before.exporter is null) as entrants, count(*) filter (where now.exporter is null) as exiters
    from active now full join active before on before.exporter = now.exporter and before.year = now.year - 1
    group by 1`;
}
