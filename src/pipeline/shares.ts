import { sharesTable } from "../report/tables.ts";
import { itemNames } from "./labels.ts";
import { isOfLines, isOfSets, isOverlapping, type ItemDimension } from "../domain/dimension.ts";
import type { Metric } from "../domain/metric.ts";
import type { Overlap } from "../domain/overlap.ts";
import { buildConcentration, concentrationTable, type ConcentrationRow } from "../report/concentration.ts";
import { buildShares, rankItems, type ShareRow } from "../report/shares.ts";
import type { Provenance } from "../report/provenance.ts";
import { readOverlaps } from "../store/overlaps.ts";
import { exporterNames, totalsByItem, totalsByMonth } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { sumsByGroup } from "../store/group-sums.ts";
import { isInSums } from "../store/roll-up.ts";
import { selectCertificates, type Selected } from "../store/selection.ts";
import { demandEngine, type Source } from "../store/source.ts";
import type { Totals } from "../domain/totals.ts";
import { UserError } from "../domain/user-error.ts";
import type { ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { renderTable } from "./render-table.ts";
import { withSource } from "./with-source.ts";

export interface SharesOptions extends ReadOptions {
  readonly by: ItemDimension;
  readonly measure: Metric;
  /** How many items of each year to name, the largest first; the rest is one row, `other`. All when absent. */
  readonly top?: number;
  /** How concentrated each year is, in the place of its shares. */
  readonly concentration?: boolean;
}

export interface Shares {
  readonly by: ItemDimension;
  readonly measure: Metric;
  readonly rows: readonly ShareRow[];
  /** The same of all items, those that are not named among them. */
  readonly all: readonly ShareRow[];
  /** `null` when it was not asked for. */
  readonly concentration: readonly ConcentrationRow[] | null;
  /** What groups or themes have in common, when one of these is the dimension. */
  readonly overlaps: readonly Overlap[];
  /** Names by exporter, when that is the dimension. */
  readonly exporterNames: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
}

/** The share of each item in its year, over time. */
export async function shares(options: SharesOptions): Promise<Shares> {
  const needs = { sumsSuffice: isInSums(options.by), dimensions: [options.by] };
  return withSource(options, needs, async (source, currency) => {
    await refuseIncomplete(source, options);
    return readShares(source, currency, options);
  });
}

export async function readShares(
  source: Source,
  currency: string,
  {
    by,
    measure,
    top,
    selection,
    concentration,
  }: Pick<SharesOptions, "by" | "measure" | "top" | "selection" | "concentration">,
): Promise<Shares> {
  if (concentration === true && isOverlapping(by)) {
    throw new UserError(
      2,
      `concentration by ${by} has no meaning: one thing can be under several of them`,
      "concentration is of parts that sum to a whole, such as --by destination, exporter or hs2",
    );
  }
  const selected = selectCertificates(selection);
  const totals = await totalsByItem(source, by, selected);
  const months = await totalsByMonth(source, selected);
  const { provenance } = await readProvenance(source, currency, selection);
  const others =
    top !== undefined && (isOverlapping(by) || isOfLines(by))
      ? await readOthers(demandEngine(source), by, selected, rankItems(totals, measure, top))
      : null;
  return {
    by,
    measure,
    rows: buildShares(totals, months, measure, top, others),
    all: buildShares(totals, months, measure),
    concentration: concentration === true ? buildConcentration(totals, measure) : null,
    overlaps: isOfSets(by) ? await readOverlaps(demandEngine(source), by, selected) : [],
    exporterNames: by === "exporter" ? await exporterNames(demandEngine(source)) : new Map(),
    provenance,
  };
}

/** The sums of what is not named, by year, each certificate once. */
async function readOthers(
  engine: Engine,
  by: ItemDimension,
  selected: Selected,
  ranked: ReturnType<typeof rankItems>,
): Promise<ReadonlyMap<number, Totals>> {
  const items = [...ranked].flatMap(([year, { named }]) => named.map(({ row }) => [String(year), row.item]));
  const groups = await sumsByGroup(engine, selected, {
    dimensions: ["year"],
    counts: new Set(),
    without: { dimensions: ["year", by], items },
  });
  return new Map(groups.map((group) => [Number(group.items[0]), group]));
}

export async function renderShares(result: Shares, output: Output): Promise<string> {
  const { by, provenance } = result;
  if (result.concentration !== null) {
    return renderTable("shares", "concentration", concentrationTable(by, result.concentration), provenance, output);
  }
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const nameOf = itemNames(by, language, result.exporterNames);
  const notes = {
    ...(isOverlapping(by) ? { overlapping: [by] } : {}),
    ...(isOfLines(by) ? { ofLines: [by] } : {}),
    ...(isOfSets(by) ? { overlaps: result.overlaps } : {}),
  };
  const text = await renderTable("shares", "shares", sharesTable(by, result.rows, nameOf), provenance, output, notes);
  if (output.format !== "terminal") return text;
  const { renderShareLines } = await import("../render/share-lines.ts");
  return `${text}${renderShareLines(result.all, result.measure, nameOf, output.readerLanguage, output.width)}`;
}
