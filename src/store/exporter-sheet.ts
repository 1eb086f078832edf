import { EXPORTER_SIZES } from "../domain/certificate.ts";
import type { CommonHeadings, ExporterFacts, KnownExporter, MarketSums } from "../domain/exporter.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** Every exporter on file, with its names. */
export async function knownExporters(engine: Engine): Promise<readonly KnownExporter[]> {
  const rows = await engine.rows<{ exporter: string; exporter_name: string | null }>(
    "select distinct exporter, exporter_name from certificates where exporter is not null order by exporter, exporter_name",
  );
  const known = new Map<string, string[]>();
  for (const { exporter, exporter_name: name } of rows) {
    const names = known.get(exporter) ?? [];
    if (name !== null) names.push(name);
    known.set(exporter, names);
  }
  return [...known].map(([exporter, names]) => ({ exporter, names }));
}

/** `null` when the exporter has no certificate among those selected. */
export async function exporterFacts(engine: Engine, own: Selected): Promise<ExporterFacts | null> {
  const [days] = await engine.rows<{ first: string | null; last: string | null }>(
    `select min(issue_date)::varchar as first, max(issue_date)::varchar as last from ${own.relation("certificates")}`,
    own.parameters,
  );
  if (days?.first == null || days.last === null) return null;
  const [sized] = await engine.rows<{ exporter_size: string }>(
    `select exporter_size from ${own.relation("certificates")} where exporter_size is not null
     order by issue_date desc, exporter_size limit 1`,
    own.parameters,
  );
  return {
    firstDay: days.first,
    lastDay: days.last,
    size: EXPORTER_SIZES.find((size) => size === sized?.exporter_size) ?? null,
  };
}

/** The HS headings of an exporter's certificates, in order. */
export async function headingsOf(engine: Engine, own: Selected): Promise<readonly string[]> {
  const rows = await engine.rows<{ heading: string }>(
    `select distinct left(hs_code, 4) as heading from ${own.relation("counted_rows")}
     where length(hs_code) >= 4 order by heading`,
    own.parameters,
  );
  return rows.map(({ heading }) => heading);
}

/** The exporters, active in a year, that have one of the headings in the time selected. */
export async function exportersWithHeadings(
  engine: Engine,
  headings: readonly string[],
  year: number,
  selected: Selected,
): Promise<readonly CommonHeadings[]> {
  await engine.fill(
    "own_heading",
    ["heading"],
    headings.map((heading) => [heading]),
  );
  await engine.run(
    `create or replace temp table exporter_heading as
     select exporter, left(hs_code, 4) as heading, bool_or(year(period_date) = $year) as now
     from ${selected.relation("counted_rows")} where exporter is not null group by 1, 2`,
    { ...selected.parameters, year },
  );
  const rows = await engine.rows<{ exporter: string; headings: string; common: string }>(
    `select h.exporter, (count(*) filter (where length(h.heading) = 4))::varchar as headings, count(o.heading)::varchar as common
     from exporter_heading h left join own_heading o on o.heading = h.heading
     group by h.exporter having count(o.heading) > 0 and bool_or(h.now) order by h.exporter`,
  );
  return rows.map((row) => ({ exporter: row.exporter, headings: Number(row.headings), common: Number(row.common) }));
}

/** What the similar exporters, and all others, ship to each destination in each year selected. */
export async function marketSums(
  engine: Engine,
  similar: readonly string[],
  selected: Selected,
): Promise<readonly MarketSums[]> {
  await engine.fill(
    "similar_exporter",
    ["exporter"],
    similar.map((exporter) => [exporter]),
  );
  await engine.run(
    `create or replace temp table market_cell as
     select year(period_date)::integer as year, destination, exporter, coalesce(sum(goods_cents), 0) as goods_cents
     from ${selected.relation("certificates")} where destination <> 'XX' group by 1, 2, 3`,
    selected.parameters,
  );
  const rows = await engine.rows<{
    year: number;
    destination: string;
    is_similar: boolean;
    exporters: string;
    firms: string;
    goods_cents: string;
    largest: string | null;
    second: string | null;
    unnamed: string | null;
  }>(
    `with sided as (
       select c.*, s.exporter is not null as is_similar
       from market_cell c left join similar_exporter s on s.exporter = c.exporter
     ), placed as (
       select *, row_number() over (
         partition by year, destination, is_similar, exporter is null order by goods_cents desc
       ) as place from sided
     )
     select year, destination, is_similar, count(exporter)::varchar as exporters,
       (count(exporter) filter (where goods_cents > 0))::varchar as firms, sum(goods_cents)::varchar as goods_cents,
       (max(goods_cents) filter (where exporter is not null and place = 1))::varchar as largest,
       (max(goods_cents) filter (where exporter is not null and place = 2))::varchar as second,
       (sum(goods_cents) filter (where exporter is null))::varchar as unnamed
     from placed group by year, destination, is_similar order by year, destination, is_similar`,
  );
  return rows.map((row) => ({
    year: row.year,
    destination: row.destination,
    similar: row.is_similar,
    exporters: Number(row.exporters),
    contributions: {
      firms: Number(row.firms),
      cents: BigInt(row.goods_cents),
      largest: BigInt(row.largest ?? 0),
      second: BigInt(row.second ?? 0),
      unnamed: BigInt(row.unnamed ?? 0),
    },
  }));
}
