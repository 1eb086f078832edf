import { sharesTable } from "../report/tables.ts";
import { itemNames } from "./labels.ts";
import type { ItemDimension } from "../domain/dimension.ts";
import type { Metric } from "../domain/metric.ts";
import { buildShares, type ShareRow } from "../report/shares.ts";
import type { Provenance } from "../report/provenance.ts";
import { exporterNames, totalsByItem, totalsByMonth } from "../store/aggregate.ts";
import type { Engine } from "../store/engine.ts";
import { selectCertificates } from "../store/selection.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { readProvenance } from "./provenance.ts";
import { renderTable } from "./render-table.ts";

export interface SharesOptions extends ReadOptions {
  readonly by: ItemDimension;
  readonly measure: Metric;
  /** How many items of each year to name, the largest first; the rest is one row, `other`. All when absent. */
  readonly top?: number;
}

export interface Shares {
  readonly by: ItemDimension;
  readonly rows: readonly ShareRow[];
  /** Names by exporter, when that is the dimension. */
  readonly exporterNames: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
}

/** The share of each item in its year, over time. */
export async function shares(options: SharesOptions): Promise<Shares> {
  const work = async (engine: Engine, currency: string): Promise<Shares> => readShares(engine, currency, options);
  return withCertificates(options, work, [options.by]);
}

export async function readShares(
  engine: Engine,
  currency: string,
  { by, measure, top, selection }: Pick<SharesOptions, "by" | "measure" | "top" | "selection">,
): Promise<Shares> {
  const selected = selectCertificates(selection);
  const totals = await totalsByItem(engine, by, selected);
  const { provenance } = await readProvenance(engine, currency, selection);
  return {
    by,
    rows: buildShares(totals, await totalsByMonth(engine, selected), measure, top),
    exporterNames: by === "exporter" ? await exporterNames(engine) : new Map(),
    provenance,
  };
}

export async function renderShares(result: Shares, output: Output): Promise<string> {
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const table = sharesTable(result.by, result.rows, itemNames(result.by, language, result.exporterNames));
  return renderTable("shares", "shares", table, result.provenance, output);
}
