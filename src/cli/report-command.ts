import { Option, type Command } from "commander";

import { UserError } from "../domain/user-error.ts";
import { REPORT_FORMATS, type ReportFormat } from "../pipeline/output.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";

interface ReportFlags extends ReadFlags<ReportFormat> {
  readonly top: number;
  readonly table?: "destinations" | "years";
}

const EXAMPLES = `
Examples:
  $ origo report 2017 certificates.csv         the growth report of 2017
  $ origo report 2017                          the same from the store (./origo.duckdb)
  $ origo report exports/ --scope distant      the last complete year, outside the European Union
  $ origo report 2017 --format json --out report-2017.json`;

export function addReportCommand(program: Command): void {
  const command = program
    .command("report")
    .summary("the yearly growth report")
    .description("The yearly growth report: headline figures, findings, years, destinations, data quality.")
    .argument("[year]", "the year to report on (default: the last complete year)")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command, REPORT_FORMATS)
    .option("--top <n>", "how many destinations the terminal and Markdown show", parseCount, 20)
    .addOption(
      new Option("--table <table>", "which table CSV has (default: destinations)").choices(["destinations", "years"]),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (first: string | undefined, rest: readonly string[], flags: ReportFlags) => {
      if (flags.table !== undefined && flags.format !== "csv") {
        throw new UserError(2, "--table chooses what CSV has", "add --format csv, or leave out --table");
      }
      const { yearlyReport } = await import("../pipeline/yearly-report.ts");
      const { renderReport } = await import("../pipeline/render-report.ts");
      const { year, inputs } = splitYear(first, rest);
      const report = await withProgress(flags.quiet === true, (progress) =>
        yearlyReport({ ...readOptions(inputs, flags, progress), ...(year === undefined ? {} : { year }) }),
      );
      const text = await renderReport(report, {
        ...outputOf(flags),
        top: flags.top,
        table: flags.table ?? "destinations",
      });
      await finish(text, report.provenance, flags, flags.format !== "terminal");
    });
}

/** The year may be left out: four digits are a year, anything else is already an input. A year after an input is a slip. */
function splitYear(
  first: string | undefined,
  rest: readonly string[],
): { year: number | undefined; inputs: readonly string[] } {
  if (first === undefined) return { year: undefined, inputs: [] };
  const late = /^\d{4}$/.test(first) ? undefined : rest.find((input) => /^(19|20)\d\d$/.test(input));
  if (late !== undefined)
    throw new UserError(2, `${late} comes after an input`, `the year comes first: origo report ${late} ${first}`);
  return /^\d{4}$/.test(first) ? { year: Number(first), inputs: rest } : { year: undefined, inputs: [first, ...rest] };
}
