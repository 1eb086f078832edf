import type { ItemDimension } from "../domain/dimension.ts";
import { WHOLE_YEAR } from "../domain/period.ts";
import type { ChambersTogether } from "../domain/region.ts";
import { withYearBefore, type Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import type { Where } from "../domain/where.ts";
import { valuePerCertificate } from "../measures/value-per-certificate.ts";
import { buildChamberParts, wholeRow } from "../report/chamber-parts.ts";
import { buildComparedItems, buildOverlap } from "../report/compared-items.ts";
import {
  buildTrade,
  type ChamberGroup,
  type ComparedChamber,
  type Comparison,
  type LevelRow,
  type TradeRow,
} from "../report/comparison.ts";
import { buildYearlySeries, type SeriesRow } from "../report/yearly-series.ts";
import { exporterNames, totalsByMonth, totalsByPeriod } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { sumsByGroup } from "../store/group-sums.ts";
import { selectCertificates, type Selected } from "../store/selection.ts";
import { readChamberGroup, readChamberYears } from "./chambers.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseTime } from "./refuse-time.ts";

export interface CompareOptions extends ReadOptions {
  readonly by: ItemDimension;
  readonly together: ChambersTogether;
}

/** Chambers side by side and together, over the months that all of them cover. */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const { by, selection } = options;
  if (by === "chamber") {
    throw new UserError(2, "chambers are what is compared", "give another dimension to --by, such as destination");
  }
  refuseTime(selection.where, "choose the years with --from and --to");
  const work = async (engine: Engine, currency: string): Promise<Comparison> =>
    readComparison(engine, currency, options);
  return withCertificates(options, work, [by]);
}

async function readComparison(
  engine: Engine,
  currency: string,
  { by, together, selection: asked }: CompareOptions,
): Promise<Comparison> {
  const group = await readChamberGroup(engine, together);
  const selection: Selection = { ...asked, common: group.common };
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  const withBefore = selectCertificates(withYearBefore(selection));
  const series = buildYearlySeries(
    await totalsByPeriod(engine, "year", withBefore),
    await totalsByMonth(engine, withBefore),
    windows,
    WHOLE_YEAR,
  ).filter(isAskedFor(selection));
  const names = group.chambers.map(({ name }) => name);
  const selected = selectCertificates(selection);
  const items = buildComparedItems(names, {
    cells: await sumsByGroup(engine, selected, { dimensions: ["year", "chamber", by], counts: new Set() }),
    group: await sumsByGroup(engine, selected, { dimensions: ["year", by], counts: new Set() }),
    chambers: await sumsByGroup(engine, selected, { dimensions: ["year", "chamber"], counts: new Set() }),
    whole: await sumsByGroup(engine, selected, { dimensions: ["year"], counts: new Set() }),
  });
  return {
    ...group,
    by,
    levels: await readLevels(engine, names, series, selected, withBefore),
    lastYears: await readLastYears(engine, group.chambers, asked),
    trade: await readTrade(engine, group, series, selection),
    items,
    overlap: buildOverlap(by, names, items),
    exporterNames: by === "exporter" ? await exporterNames(engine) : new Map(),
    provenance,
  };
}

async function readLevels(
  engine: Engine,
  names: readonly string[],
  series: readonly SeriesRow[],
  selected: Selected,
  withBefore: Selected,
): Promise<readonly LevelRow[]> {
  const counts = new Set(["exporters", "destinations"] as const);
  const distinct = await sumsByGroup(engine, selected, { dimensions: ["year", "chamber"], counts });
  const levels: LevelRow[] = [];
  for (const { row, ...sums } of await readChamberYears(engine, withBefore, series)) {
    const { year, window, complete, exporters, destinations } = row;
    const parts = buildChamberParts(names, sums);
    for (const { item, ...figures } of parts) {
      const of = distinct.find(({ items }) => items[0] === String(year) && items[1] === item);
      levels.push({
        year,
        window,
        complete,
        chamber: item,
        figures,
        valuePerCertificate: of === undefined ? null : valuePerCertificate.compute(of.goodsCents, of.valued),
        exporters: exporters === null ? null : (of?.counts.exporters ?? 0),
        destinations: of?.counts.destinations ?? 0,
      });
    }
    const figures = wholeRow(row);
    levels.push({
      year,
      window,
      complete,
      chamber: null,
      figures,
      valuePerCertificate: row.valuePerCertificate,
      exporters,
      destinations,
    });
  }
  return levels;
}

/** The last year of each chamber by its own data, whatever the others cover. */
async function readLastYears(
  engine: Engine,
  chambers: readonly ComparedChamber[],
  { where, scope, eu }: Selection,
): Promise<ReadonlyMap<string, SeriesRow>> {
  const last = new Map<string, SeriesRow>();
  for (const { name, windows } of chambers) {
    const own: Where = { kind: "in", field: "chamber", values: [name] };
    const selected = selectCertificates({ scope, eu, from: null, to: null, where: both(own, where) });
    const years = await totalsByPeriod(engine, "year", selected);
    const row = buildYearlySeries(years, await totalsByMonth(engine, selected), windows).at(-1);
    if (row !== undefined) last.set(name, row);
  }
  return last;
}

/** Certificates name countries only: what stays in the region is what goes to a country of one of its chambers. */
async function readTrade(
  engine: Engine,
  { chambers }: ChamberGroup,
  series: readonly SeriesRow[],
  selection: Selection,
): Promise<readonly TradeRow[] | null> {
  const values = [...new Set(chambers.map(({ country }) => country))].filter((country) => country !== null);
  if (values.length === 0) return null;
  const inside: Where = { kind: "in", field: "destination", values };
  const on = async (where: Where | null): ReturnType<typeof readChamberYears> =>
    readChamberYears(engine, selectCertificates({ ...withYearBefore(selection), where }), series);
  return buildTrade(
    chambers.map(({ name }) => name),
    await on(selection.where),
    {
      inside: await on(both(inside, selection.where)),
      outside: await on(both({ kind: "not", term: inside }, selection.where)),
    },
  );
}

function both(first: Where, second: Where | null): Where {
  return second === null ? first : { kind: "and", terms: [first, second] };
}
