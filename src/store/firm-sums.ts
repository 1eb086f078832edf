import { CLASSES_OF_SIZE, FIRM_CLASSES, type FirmClass } from "../domain/firm-class.ts";
import type { FirmSums } from "../domain/firm-sums.ts";
import { totalsOf, TOTALS, type TotalsRow } from "./aggregate.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** The sums of each year and class of exporters that has certificates, each counted anew. */
export async function readFirmSums(engine: Engine, selected: Selected): Promise<readonly FirmSums[]> {
  await engine.fill("size_class", ["size", "class"], CLASSES_OF_SIZE);
  const certificates = `(
    select year(c.issue_date)::integer as year, k.class, c.exporter, c.destination, c.goods_cents
    from ${selected.relation("certificates")} c join size_class k on k.size = coalesce(c.exporter_size, ''))`;
  const totals = await engine.rows<TotalsRow & { year: number; class: FirmClass }>(
    `select year, class, ${TOTALS}
     from (select *, 1 as certificates, (goods_cents is not null)::integer as valued from ${certificates})
     group by year, class`,
    selected.parameters,
  );
  const firms = await engine.rows<FirmRow>(
    `with firm as (
       select year, class, exporter, count(distinct destination) filter (where destination <> 'XX') as destinations
       from ${certificates} where exporter is not null group by year, class, exporter
     ), beginning as (
       select exporter, min(year(issue_date)) as year from certificates where exporter is not null group by exporter
     )
     select f.year, f.class, f.destinations::varchar as destinations, count(*)::varchar as exporters,
       count(*) filter (where b.year = f.year)::varchar as first_time
     from firm f join beginning b on b.exporter = f.exporter
     group by f.year, f.class, f.destinations order by f.year, f.class, f.destinations`,
    selected.parameters,
  );
  return totals
    .map((row): FirmSums => {
      const own = firms.filter((firm) => firm.year === row.year && firm.class === row.class);
      const sum = (of: (firm: FirmRow) => string): number => own.reduce((all, firm) => all + Number(of(firm)), 0);
      return {
        year: row.year,
        firmClass: row.class,
        ...totalsOf(row),
        exporters: sum(({ exporters }) => exporters),
        firstTime: sum((firm) => firm.first_time),
        byDestinations: own.map((firm) => ({
          destinations: Number(firm.destinations),
          exporters: Number(firm.exporters),
        })),
      };
    })
    .toSorted((a, b) => a.year - b.year || FIRM_CLASSES.indexOf(a.firmClass) - FIRM_CLASSES.indexOf(b.firmClass));
}

interface FirmRow extends Readonly<Record<string, string | number>> {
  readonly year: number;
  readonly class: FirmClass;
  readonly destinations: string;
  readonly exporters: string;
  readonly first_time: string;
}
