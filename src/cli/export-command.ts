import { Option, type Command } from "commander";

import { EXPORT_FORMATS, EXPORT_TABLES, type ExportFormat, type ExportTable } from "../domain/export.ts";
import { UserError } from "../domain/user-error.ts";
import { tellOutcome } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, readOptions, type ReadFlags } from "./read-options.ts";

interface ExportFlags extends ReadFlags<ExportFormat> {
  readonly table?: ExportTable;
}

const EXAMPLES = `
Tables (of csv, parquet, ndjson and arrow):
  lines          the certificates that count, cleaned, one row per line: origo reads it back to the same figures
  certificates   one row per certificate
  years          the yearly series
  destinations   the destinations of each year with their shares

A Data Package is a folder with lines, years and destinations as CSV, and a description of every column.
SDMX-CSV has certificates and goods value by year and destination (structure: data/sdmx-csv.md).
Money is an exact decimal everywhere: decimal(18, 2) in Parquet and Arrow.

Examples:
  $ origo export certificates.csv --format parquet --out certificates.parquet
  $ origo export --format datapackage --out certificates-2017 --from 2017 --to 2017
  $ origo export --format csv --table years --out years.csv
  $ origo export --format sdmx-csv --out certificates.sdmx.csv`;

export function addExportCommand(program: Command): void {
  const command = program
    .command("export")
    .summary("the cleaned certificates, or sums of them, for other tools")
    .description(
      "Writes the certificates that count, or sums of them, to a file for R, Python, databases and statistical offices.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command, EXPORT_FORMATS)
    .addOption(new Option("--table <table>", "what to export (default: lines)").choices(EXPORT_TABLES))
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: ExportFlags) => {
      const { format, table, out, lang = "en" } = flags;
      if (out === undefined || out === "-") {
        throw new UserError(2, "an export is a file", "name it with --out");
      }
      const { exportCertificates } = await import("../pipeline/export.ts");
      const provenance = await withProgress(flags.quiet === true, (progress) =>
        exportCertificates({
          ...readOptions(inputs, flags, progress),
          format,
          out,
          language: lang,
          ...(table === undefined ? {} : { table }),
        }),
      );
      await tellOutcome(provenance, flags, true);
    });
}
