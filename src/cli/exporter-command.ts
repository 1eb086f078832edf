import { InvalidArgumentError, Option, type Command } from "commander";

import { FEWEST_FIRMS } from "../domain/disclosure.ts";
import { SHEET_TABLES, WITHIN, type SheetTable, type Within } from "../domain/exporter.ts";
import { UserError } from "../domain/user-error.ts";
import { SHEET_FORMATS, type SheetFormat } from "../pipeline/output.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, parseCount, parseYear, readOptions, type ReadFlags } from "./read-options.ts";

interface ExporterFlags extends ReadFlags<SheetFormat> {
  readonly year?: number;
  readonly within?: Within;
  readonly minFirms: number;
  readonly top: number;
  readonly table?: SheetTable;
}

const EXAMPLES = `
What it tells of others is a count of --min-firms firms or more, or a rounded sum in which none of them predominates, and which leaves of
the market's total no firm that could be had by subtraction.

Examples:
  $ origo exporter BE9000180038 certificates.csv                        the sheet of its last complete year
  $ origo exporter "Voorbeeld Fruit 012 BVBA" --year 2018 --lang nl     by name, from the store
  $ origo exporter BE9000180038 --format html --out sheet.html          a page to print or to send
  $ origo exporter BE9000180038 --table markets --format csv            where similar exporters ship and it does not`;

export function addExporterCommand(program: Command): void {
  const command = program
    .command("exporter")
    .summary("the sheet of one exporter, to hand to it")
    .description(
      "One exporter's own figures, its place, and markets that similar exporters serve; no figure of another firm can be read from it.",
    )
    .argument("<exporter>", "its number, or its whole name")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command, SHEET_FORMATS)
    .option("--year <year>", "the year of the sheet (default: its last complete one)", parseYear)
    .addOption(
      new Option(
        "--within <dimension>",
        "its place is that within its largest theme, HS chapter or heading (default: theme, else chapter)",
      ).choices(WITHIN),
    )
    .option("--min-firms <n>", "how many other firms a figure has to be of", parseFirms, FEWEST_FIRMS)
    .option("--top <n>", "how many destinations, products and markets people are shown", parseCount, 15)
    .addOption(new Option("--table <table>", "which table CSV has (default: destinations)").choices(SHEET_TABLES))
    .addHelpText("after", EXAMPLES)
    .action(async (exporter: string, inputs: readonly string[], flags: ExporterFlags) => {
      if (flags.table !== undefined && flags.format !== "csv") {
        throw new UserError(2, "--table chooses what CSV has", "add --format csv, or leave out --table");
      }
      const { exporterSheet } = await import("../pipeline/exporter.ts");
      const { renderExporter } = await import("../pipeline/render-exporter.ts");
      const sheet = await withProgress(flags.quiet === true, (progress) =>
        exporterSheet({
          ...readOptions(inputs, flags, progress),
          exporter,
          fewestFirms: flags.minFirms,
          ...(flags.year === undefined ? {} : { year: flags.year }),
          ...(flags.within === undefined ? {} : { within: flags.within }),
        }),
      );
      const output = { ...outputOf(flags), top: flags.top, table: flags.table ?? "destinations" };
      await finish(await renderExporter(sheet, output), sheet.provenance, flags);
    });
}

function parseFirms(text: string): number {
  const firms = parseCount(text);
  if (firms < FEWEST_FIRMS) throw new InvalidArgumentError(`give a whole number from ${FEWEST_FIRMS}.`);
  return firms;
}
