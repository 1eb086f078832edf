import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { ExportColumn, ExportFormat, ExportTable } from "../domain/export.ts";
import type { Language } from "../domain/language.ts";
import { wholeYears } from "../domain/period.ts";
import { UserError } from "../domain/user-error.ts";
import type { PackageFile } from "../render/data-package.ts";
import { certificateColumns, lineColumns, measureColumns } from "../report/export-columns.ts";
import { observationsTable } from "../report/observations.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Table } from "../report/table.ts";
import { seriesTable, sharesTable } from "../report/tables.ts";
import type { Engine } from "../store/engine.ts";
import {
  copyExported,
  countExported,
  exportedBatches,
  fillExportedRecords,
  fillExportedRows,
  readObservations,
} from "../store/export-rows.ts";
import { selectCertificates } from "../store/selection.ts";
import { textOf } from "./answer.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import { readProvenance } from "./provenance.ts";
import { readShares } from "./shares.ts";
import { readSeries } from "./summary.ts";
import { assertWritable, makeWhole } from "./write-file.ts";

export interface ExportOptions extends ReadOptions {
  readonly format: ExportFormat;
  /** The lines when absent; a Data Package has lines, years and destinations, SDMX-CSV its own observations. */
  readonly table?: ExportTable;
  /** A file, or for a Data Package a folder that is not there yet. */
  readonly out: string;
  /** Of the names of destinations. */
  readonly language: Language;
}

/** Writes the certificates that count, or sums of them, to a file that is whole or not there. */
export async function exportCertificates(options: ExportOptions): Promise<Provenance> {
  assertExportable(options);
  return withCertificates(options, async (engine, currency) => {
    const { provenance, windows } = await readProvenance(engine, currency, options.selection);
    if (provenance.inputs.some(({ name }) => resolve(name) === resolve(options.out))) {
      throw new UserError(
        2,
        `--out ${options.out} is one of the files that were read`,
        "name another file: nothing was written",
      );
    }
    const work: ExportWork = { engine, currency, options, provenance };
    const whole = new Set(wholeYears(windows));
    await makeWhole(options.out.replace(/[/\\]+$/, ""), async (partial) => {
      if (options.format === "datapackage") await writeDataPackage(work, partial);
      else if (options.format === "sdmx-csv") await writeObservations(work, whole, partial);
      else await writeTable(work, options.table ?? "lines", options.format, partial);
    });
    return provenance;
  });
}

/** Refuses, before anything is read, what cannot be written. */
function assertExportable({ format, table, out }: ExportOptions): void {
  if (format === "sdmx-csv" && table !== undefined) {
    throw new UserError(2, "SDMX-CSV has observations by year and destination", "leave out --table");
  }
  if (format === "datapackage") {
    if (table !== undefined) {
      throw new UserError(2, "a Data Package has the lines, the years and the destinations", "leave out --table");
    }
    if (existsSync(out)) throw new UserError(2, `${out} is there already`, "name a folder that is not there yet");
  } else {
    assertWritable(out);
  }
}

interface ExportWork {
  readonly engine: Engine;
  readonly currency: string;
  readonly options: ExportOptions;
  readonly provenance: Provenance;
}

async function writeObservations(
  { engine, currency, options }: ExportWork,
  wholeYears: ReadonlySet<number>,
  path: string,
): Promise<void> {
  const { renderCsv } = await import("../render/csv.ts");
  const observations = await readObservations(engine, selectCertificates(options.selection));
  writeFileSync(path, renderCsv(observationsTable(observations, wholeYears, currency)));
}

/** Writes one table, and says what its columns are. */
async function writeTable(
  work: ExportWork,
  name: ExportTable,
  format: Exclude<ExportFormat, "datapackage" | "sdmx-csv">,
  path: string,
): Promise<readonly ExportColumn[]> {
  const { engine, currency, options } = work;
  let columns: readonly ExportColumn[];
  if (name === "lines" || name === "certificates") {
    columns = name === "lines" ? lineColumns(currency) : certificateColumns(currency);
    await fillExportedRecords(engine, name, columns, selectCertificates(options.selection));
  } else {
    const table = await measureTable(work, name);
    columns = measureColumns(table, currency);
    await fillExportedRows(
      engine,
      columns,
      table.rows.map((row) => row.map(textOf)),
    );
  }
  if (format === "arrow") {
    const { renderArrow } = await import("../render/arrow.ts");
    await pipeline(Readable.from(renderArrow(columns, exportedBatches(engine))), createWriteStream(path));
  } else {
    await copyExported(engine, format, path);
  }
  return columns;
}

async function measureTable({ engine, currency, options }: ExportWork, name: "years" | "destinations"): Promise<Table> {
  const { selection, language } = options;
  if (name === "years") return seriesTable("year", (await readSeries(engine, currency, selection, "year")).series);
  const { rows } = await readShares(engine, currency, { by: "destination", measure: "goods_value", selection });
  return sharesTable("destination", rows, itemNames("destination", language));
}

const PACKAGED: readonly {
  readonly name: "lines" | "years" | "destinations";
  readonly title: string;
  readonly primaryKey: readonly string[];
}[] = [
  { name: "lines", title: "The lines of the certificates that count", primaryKey: [] },
  { name: "years", title: "The years", primaryKey: ["year"] },
  { name: "destinations", title: "The destinations of each year", primaryKey: ["year", "destination"] },
];

async function writeDataPackage(work: ExportWork, folder: string): Promise<void> {
  const { renderDataPackage } = await import("../render/data-package.ts");
  mkdirSync(folder);
  const files: PackageFile[] = [];
  for (const { name, title, primaryKey } of PACKAGED) {
    const file = `${name}.csv`;
    const path = join(folder, file);
    const columns = await writeTable(work, name, "csv", path);
    const rows = await countExported(work.engine);
    files.push({
      name,
      title,
      path: file,
      bytes: statSync(path).size,
      sha256: await hashOf(path),
      rows,
      columns,
      primaryKey,
    });
  }
  writeFileSync(join(folder, "datapackage.json"), renderDataPackage(files, work.provenance.inputs));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
