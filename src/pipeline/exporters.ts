import type { ExporterGrouping } from "../domain/exporter-grouping.ts";
import type { CohortLength } from "../domain/exporter-sums.ts";
import { withYearBefore } from "../domain/scope.ts";
import { buildCohorts, type CohortYear } from "../report/cohorts.ts";
import { buildExporterYears, type ExporterYear } from "../report/exporter-dynamics.ts";
import {
  cohortsTable,
  concentrationTable,
  distributionTable,
  exporterYearsTable,
  marginsTable,
  type Split,
} from "../report/exporter-tables.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Table } from "../report/table.ts";
import type { NameOf } from "../report/tables.ts";
import type { Engine } from "../store/engine.ts";
import { readCohorts, readExporterSums } from "../store/exporter-sums.ts";
import { selectCertificates } from "../store/selection.ts";
import { assertExporters } from "./assert-exporters.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { isAskedFor } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { refuseTime } from "./refuse-time.ts";
import { renderTable } from "./render-table.ts";

export interface ExportersOptions extends ReadOptions {
  /** Splits every table by this; exporters of a destination are then those that export there. */
  readonly by?: ExporterGrouping;
  /** Adds the cohorts of new exporters, in years of this kind. */
  readonly cohorts?: CohortLength;
}

/** The exporters year by year, in exact facts. */
export interface Exporters {
  readonly by: ExporterGrouping | null;
  readonly years: readonly ExporterYear[];
  /** `null` when they were not asked for. */
  readonly cohorts: readonly CohortYear[] | null;
  readonly provenance: Provenance;
}

/** The exporter dynamics of the certificates: who came, went and stayed, and what that did to the goods value. */
export async function exporters(options: ExportersOptions): Promise<Exporters> {
  refuseTime(options.selection.where);
  return withCertificates(
    options,
    async (engine, currency) => {
      await refuseIncomplete(engine, options);
      return readExporters(engine, currency, options);
    },
    options.by === undefined ? [] : [options.by],
  );
}

export async function readExporters(
  engine: Engine,
  currency: string,
  { by, cohorts, selection }: Pick<ExportersOptions, "by" | "cohorts" | "selection">,
): Promise<Exporters> {
  const { provenance, windows } = await readProvenance(engine, currency, selection);
  await assertExporters(engine, provenance);
  const sums = await readExporterSums(engine, by ?? null, selectCertificates(withYearBefore(selection)));
  const isAsked = isAskedFor(selection);
  // Who is new shows only from the first day on file.
  const always = { ...selection, from: null };
  const cohortYears =
    cohorts === undefined
      ? null
      : buildCohorts(
          await readCohorts(engine, cohorts, selectCertificates(always)),
          (await readProvenance(engine, currency, always)).windows,
          cohorts,
        );
  return {
    by: by ?? null,
    years: buildExporterYears(sums, windows).filter(isAsked),
    cohorts: cohortYears && cohortYears.filter(({ cohort: year }) => isAsked({ year })),
    provenance,
  };
}

/** The name of a destination or theme; a product is known by its code, and its name is long. */
function labelOf({ by, nameOf }: Split): NameOf {
  return by === "destination" || by === "theme" ? nameOf : (code) => `${code} ${nameOf(code)}`;
}

/** The tables of a result, by name. */
export const EXPORTER_TABLES = ["years", "margins", "distribution", "concentration"] as const;
export type ExporterTable = (typeof EXPORTER_TABLES)[number] | "cohorts";

export interface ExportersOutput extends Output {
  /** Which table; without one, the terminal shows the most important facts, and CSV the years. JSON has all. */
  readonly table?: ExporterTable;
}

export async function renderExporters(result: Exporters, output: ExportersOutput): Promise<string> {
  const language = output.format === "terminal" ? output.readerLanguage : output.dataLanguage;
  const split = result.by && { by: result.by, nameOf: itemNames(result.by, language) };
  const { provenance } = result;
  if (output.format === "json") {
    const { jsonRows, renderJson } = await import("../render/json.ts");
    const names = [...EXPORTER_TABLES, ...(result.cohorts === null ? [] : (["cohorts"] as const))];
    return renderJson("exporters", provenance, {
      by: result.by,
      ...Object.fromEntries(names.map((name) => [name, jsonRows(tableOf(name, result, split))])),
    });
  }
  const name = output.table ?? "years";
  if (output.format === "terminal") {
    const text = await renderForReaders(result, output, split);
    if (text !== null) return text;
  }
  return renderTable("exporters", name, tableOf(name, result, split), provenance, output);
}

/** What a terminal shows otherwise than as the table itself; `null` where it does not. */
async function renderForReaders(
  { by, years, provenance }: Exporters,
  { table, readerLanguage, width, colour }: ExportersOutput,
  split: Split | null,
): Promise<string | null> {
  const { createStyle } = await import("../render/style.ts");
  const view = {
    language: readerLanguage,
    width,
    style: createStyle(colour),
    currency: provenance.currency,
    by,
    labelOf: split && labelOf(split),
  };
  if (table === undefined) {
    const { renderExportersTerminal } = await import("../render/terminal/exporters.ts");
    return renderExportersTerminal(years, view);
  }
  if (table !== "distribution" && table !== "concentration") return null;
  const { renderConcentrationTerminal, renderDistributionTerminal } =
    await import("../render/terminal/exporter-spread.ts");
  return (table === "distribution" ? renderDistributionTerminal : renderConcentrationTerminal)(years, view);
}

function tableOf(name: ExporterTable, { years, cohorts }: Exporters, split: Split | null): Table {
  switch (name) {
    case "years":
      return exporterYearsTable(years, split);
    case "margins":
      return marginsTable(years, split);
    case "distribution":
      return distributionTable(years, split);
    case "concentration":
      return concentrationTable(years, split);
    case "cohorts":
      return cohortsTable(cohorts ?? []);
  }
}
