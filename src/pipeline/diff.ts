import { closeSync, openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Language } from "../domain/language.ts";
import { WHOLE_YEAR, type DayRange } from "../domain/period.ts";
import { NO_PROGRESS } from "../domain/progress.ts";
import { UserError } from "../domain/user-error.ts";
import type { FieldChange, MatchBy, VintageBasis } from "../domain/vintage.ts";
import type { PeriodSums } from "../report/compute-figure.ts";
import { findBreaches, type Bounds, type Breach } from "../report/diff/breaches.ts";
import type { YearFindings } from "../report/diff/finding-changes.ts";
import { causesTable, changesTable, figureChangesTable } from "../report/diff/tables.ts";
import { buildVintageDiff, type Vintage, type VintageDiff } from "../report/diff/vintage-diff.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Table } from "../report/table.ts";
import { readCoverage } from "../store/account.ts";
import {
  causeEffects,
  changedCertificates,
  compareVintages,
  countFields,
  countKinds,
} from "../store/compare-vintages.ts";
import { openEngine, type Engine } from "../store/engine.ts";
import { selectCertificates } from "../store/selection.ts";
import { writeVintage } from "../store/vintages.ts";
import { isAboutLines } from "../store/where-sql.ts";
import { countAnew } from "./count-certificates.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { readPeriodSums } from "./period-sums.ts";
import { readProvenance } from "./provenance.ts";
import type { SourceOptions } from "./source-options.ts";
import { withWorkFolder } from "./work-folder.ts";
import { readReport } from "./yearly-report.ts";

export interface DiffOptions extends Omit<ReadOptions, "inputs" | "store" | "rejects" | keyof SourceOptions> {
  /** A file, folder, glob or `-`, or a store. */
  readonly old: string;
  readonly new: string;
  /** How the files of both are read. */
  readonly sources: SourceOptions;
  /** How the files of one side are read, in the place of `profile`. */
  readonly oldProfile?: string;
  readonly newProfile?: string;
  /** As the numbers suggest when absent. */
  readonly matchBy?: MatchBy;
  /** Whether every change is wanted, or the largest only. */
  readonly everyChange: boolean;
  readonly bounds: Bounds;
}

export interface Diff {
  readonly diff: VintageDiff;
  /** Every change, where that is wanted. */
  readonly changes: readonly FieldChange[];
  readonly breaches: readonly Breach[];
}

/** How many certificates of the largest change are known by name. */
const LARGEST = 1000;

/** Compares two vintages of the records: their certificates, and the yearly figures that come of them. */
export async function diff(options: DiffOptions): Promise<Diff> {
  const { old, new: newer, selection, progress = NO_PROGRESS, memoryLimit } = options;
  if (old === "-" && newer === "-") {
    throw new UserError(2, "standard input cannot be both vintages", "give one of them as a file");
  }
  return withWorkFolder(async (folder) => {
    const [oldPath, newPath] = [join(folder, "old.parquet"), join(folder, "new.parquet")];
    const before = await readVintage(options, old, options.oldProfile, oldPath);
    const after = await readVintage(options, newer, options.newProfile, newPath);
    progress({ what: "comparing" });
    const engine = await openEngine({ spillFolder: folder, ...(memoryLimit === undefined ? {} : { memoryLimit }) });
    try {
      const matchBy = options.matchBy ?? null;
      const basis = await compareVintages(engine, {
        oldPath,
        newPath,
        matchBy,
        isPart: selectCertificates(selection).detail !== "nothing",
        stated: { old: before.stated, new: after.stated },
      });
      assertCommonDays([before, after], basis);
      const facts = buildVintageDiff(before, after, {
        basis,
        asked: matchBy,
        kinds: await countKinds(engine),
        fields: await countFields(engine),
        causes: await causeEffects(engine, isAboutLines(selection.where)),
        largest: await changedCertificates(engine, LARGEST),
      });
      const changes = options.everyChange ? await changedCertificates(engine, null) : [];
      return { diff: facts, changes, breaches: findBreaches(facts, options.bounds) };
    } finally {
      engine.close();
    }
  });
}

/** Reads a vintage: its figures as a report has them, and its certificates into a file. */
async function readVintage(
  options: DiffOptions,
  name: string,
  ownProfile: string | undefined,
  path: string,
): Promise<Vintage & { readonly stated: DayRange }> {
  const source = sourceOf(options, name, ownProfile);
  return withCertificates(source, async (engine, currency) => {
    const { selection } = options;
    // A store keeps the sums, not what became of each row.
    if (source.inputs.length === 0) await countAnew(engine, source, currency);
    const { provenance, windows } = await readProvenance(engine, currency, selection);
    const sums = await readPeriodSums(engine, selection, windows, WHOLE_YEAR);
    await writeVintage(engine, path, selectCertificates(selection));
    return {
      name,
      provenance,
      sums,
      findings: await readFindings(engine, provenance, sums),
      stated: await readCoverage(engine),
    };
  });
}

/** The findings of each year, as a report of that year has them. */
async function readFindings(
  engine: Engine,
  provenance: Provenance,
  sums: PeriodSums,
): Promise<readonly YearFindings[]> {
  const all: YearFindings[] = [];
  for (const row of sums.series) {
    if (row.certificates === 0) continue;
    const { findings } = await readReport(engine, provenance, sums, row, WHOLE_YEAR);
    all.push({ year: row.year, findings });
  }
  return all;
}

/** Where a vintage is read from. How files are read is no question of a store: to ask it where there is no file is refused. */
function sourceOf(options: DiffOptions, name: string, ownProfile: string | undefined): ReadOptions {
  const {
    old,
    new: newer,
    sources,
    oldProfile: _old,
    newProfile: _new,
    matchBy: _by,
    everyChange: _all,
    bounds: _bounds,
    ...common
  } = options;
  const { rates, ...reading } = sources;
  const own = ownProfile === undefined ? reading : { ...reading, profile: ownProfile };
  const shared = { ...common, ...(rates === undefined ? {} : { rates }) };
  if (!isStore(name)) return { ...shared, ...own, inputs: [name] };
  if (ownProfile !== undefined) {
    throw new UserError(
      2,
      `${name} is a store, and needs no profile`,
      "leave out --old-profile or --new-profile for it",
    );
  }
  return { ...shared, ...([old, newer].every(isStore) ? own : {}), inputs: [], store: name };
}

/** Whether a file is a database, by the mark that DuckDB's files have after a checksum. */
function isStore(name: string): boolean {
  if (statSync(name, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const head = Buffer.alloc(12);
  const file = openSync(name, "r");
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head.toString("latin1", 8) === "DUCK";
}

function assertCommonDays(vintages: readonly Vintage[], { days, common }: VintageBasis): void {
  if (common !== null) return;
  const periods = vintages.map(({ name, provenance: { balance } }, index) => {
    const period = index === 0 ? days.old : days.new;
    if (period !== null) return `${name} has ${period.from} to ${period.to}`;
    throw new UserError(
      1,
      `no certificate of ${name} counts`,
      `of ${balance.rowsRead} rows, ${balance.notIssued} are not issued, ${balance.superseded} superseded, ${balance.rejected} rejected`,
    );
  });
  throw new UserError(
    2,
    `the two vintages have no day in common: ${periods.join(", ")}`,
    "give two vintages of the same period; to add different periods up, give them to origo report together",
  );
}

export const DIFF_TABLES = ["changes", "figures", "causes"] as const;
export type DiffTable = (typeof DIFF_TABLES)[number];

export interface DiffOutput extends Output {
  /** Which table CSV has. */
  readonly table: DiffTable;
}

export async function renderDiff({ diff: facts, changes, breaches }: Diff, output: DiffOutput): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderDiffTerminal } = await import("../render/diff-terminal.ts");
      const { createStyle } = await import("../render/style.ts");
      return renderDiffTerminal(facts, itemNames("destination", output.readerLanguage), {
        language: output.readerLanguage,
        width: output.width,
        style: createStyle(output.colour),
      });
    }
    case "json": {
      const { renderDiffJson } = await import("../render/diff-json.ts");
      return renderDiffJson(facts, breaches, itemNames("destination", output.dataLanguage));
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      return renderCsv(tableOfDiff(facts, changes, output));
    }
  }
}

function tableOfDiff(facts: VintageDiff, changes: readonly FieldChange[], { table, dataLanguage }: DiffOutput): Table {
  switch (table) {
    case "changes":
      return changesTable(changes);
    case "figures":
      return figureChangesTable(facts.figures, itemNames("destination", dataLanguage));
    case "causes":
      return causesTable(facts.years);
  }
}

/** The bounds that are passed, a line each. */
export async function breachLines(
  breaches: readonly Breach[],
  { maxChange }: Bounds,
  language: Language,
): Promise<readonly string[]> {
  const { breachText } = await import("../render/diff-text.ts");
  return breaches.map((breach) => breachText(breach, maxChange, language));
}
