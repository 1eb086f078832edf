import { Option, type Command } from "commander";

import { PERIOD_LENGTHS, type PeriodLength } from "../domain/period.ts";
import { UserError } from "../domain/user-error.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addCompletenessOption, addReadOptions, parseYear, readOptions, type ReadFlags } from "./read-options.ts";

interface SummaryFlags extends ReadFlags {
  readonly by: PeriodLength;
  readonly constantRates?: boolean;
  readonly base?: number;
}

const EXAMPLES = `
Examples:
  $ origo summary certificates.csv
  $ origo summary exports/ --format csv --out summary.csv
  $ origo summary --base 2010 --from 2010
  $ origo summary --by month --from 2017 --format json`;

export function addSummaryCommand(program: Command): void {
  const command = program
    .command("summary")
    .summary("the series of years, quarters or months, one line per period")
    .description(
      "The series of years, quarters or months, one line per period, each with its growth over the year before.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addCompletenessOption(addReadOptions(command))
    .addOption(new Option("--by <period>", "the length of the periods").choices(PERIOD_LENGTHS).default("year"))
    .option("--constant-rates", "of years: growth of the value at the exchange rates of the year before, too")
    .option(
      "--base <year>",
      "of years: index numbers with this year as 100, and the average (compound) growth per year since",
      parseYear,
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: SummaryFlags) => {
      const { by, constantRates = false, base } = flags;
      if (constantRates && by !== "year") {
        throw new UserError(2, "--constant-rates compares years", "leave it out, or leave out --by");
      }
      if (base !== undefined && by !== "year") {
        throw new UserError(2, "--base compares whole years", "leave it out, or leave out --by");
      }
      const { summary, renderSummary } = await import("../pipeline/summary.ts");
      const series = await withProgress(flags.quiet === true, (progress) =>
        summary({
          ...readOptions(inputs, flags, progress),
          by,
          constantRates,
          ...(base === undefined ? {} : { base }),
        }),
      );
      await finish(await renderSummary(series, outputOf(flags)), series.provenance, flags);
    });
}
