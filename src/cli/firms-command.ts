import { Option, type Command } from "commander";

import { UserError } from "../domain/user-error.ts";
import { finish, outputOf, tellEmpty } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addCompletenessOption, addReadOptions, readOptions, type ReadFlags } from "./read-options.ts";

const TABLES = ["sizes", "benchmark"] as const;

interface FirmsFlags extends ReadFlags {
  readonly benchmark?: string;
  readonly table?: (typeof TABLES)[number];
}

const EXAMPLES = `
Sizes are those of EU recommendation 2003/361: micro, small, medium, large; small and medium-sized enterprises (sme) are the first
three. They come from a column of the certificates, or from --register, a CSV of exporter_id and size, or of employees, turnover
and balance (in euros); with a column "from" (a year) an enterprise can have several lines. The register goes before the column.

A benchmark is a CSV of year,size,measure,value, such as all exporters of the country: sizes as above, sme or total; measures
exporters, certificates or goods_value, in any unit. Gaps are in percentage points of the share and of the growth.

Examples:
  $ origo firms certificates.csv --register register.csv
  $ origo firms --register register.csv --benchmark national.csv --from 2015
  $ origo firms --where "theme = Medtech" --format csv
  $ origo firms --benchmark national.csv --table benchmark --format csv`;

export function addFirmsCommand(program: Command): void {
  const command = program
    .command("firms")
    .summary("what small and large firms export, and how many are new")
    .description(
      "Exporters by size: how many, how many for the first time, what they export, to how many destinations.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addCompletenessOption(addReadOptions(command))
    .option("--benchmark <file>", "hold shares and growth against those of a benchmark")
    .addOption(new Option("--table <table>", "which table of CSV (terminal and JSON have both)").choices(TABLES))
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: FirmsFlags) => {
      const { benchmark, table } = flags;
      if (table === "benchmark" && benchmark === undefined) {
        throw new UserError(2, "there is no benchmark", "name its file with --benchmark FILE");
      }
      const { firms, renderFirms } = await import("../pipeline/firms.ts");
      const result = await withProgress(flags.quiet === true, (progress) =>
        firms({ ...readOptions(inputs, flags, progress), ...(benchmark === undefined ? {} : { benchmark }) }),
      );
      const text = await renderFirms(result, { ...outputOf(flags), ...(table === undefined ? {} : { table }) });
      await finish(text, result.provenance, flags);
      await tellEmpty(result.rows, flags);
    });
}
