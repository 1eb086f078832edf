import { Option, type Command } from "commander";

import { parsePeriod } from "../domain/period-id.ts";
import type { YearWindow } from "../domain/period.ts";
import { UserError } from "../domain/user-error.ts";
import { REPORT_FORMATS, type ReportFormat } from "../pipeline/output.ts";
import type { ReportOutput } from "../pipeline/render-report.ts";
import { isOnGithub, projectFolder, summarise } from "./github.ts";
import { finish, finishFolder, isFolder, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addCompletenessOption, addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";
import { addRegionOptions, type RegionFlags } from "./region-options.ts";

interface ReportFlags extends ReadFlags<ReportFormat>, RegionFlags {
  readonly top: number;
  readonly table?: "destinations" | "years" | "chambers";
}

const EXAMPLES = `
Examples:
  $ origo report 2017 certificates.csv         the growth report of 2017
  $ origo report 2017                          the same from the store (./origo.duckdb)
  $ origo report 2018-H1                       the first half of 2018 against that of 2017
  $ origo report 2019 --region euregio.region.json   the joint report of chambers, with each one's part
  $ origo report exports/ --scope distant      the last complete year, outside the European Union
  $ origo report 2017 --format json --out report-2017.json
  $ origo report 2017 --out report-2017/       everything: page, press texts in four languages, tables, JSON`;

export function addReportCommand(program: Command): void {
  const command = program
    .command("report")
    .summary("the yearly growth report")
    .description("The yearly growth report: headline figures, findings, years, destinations, data quality.")
    .argument("[year]", "the year, or 2018-H1, 2018-Q3, 2018-06, 2018-01/2018-05 (default: the last complete year)")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addCompletenessOption(addRegionOptions(addReadOptions(command, REPORT_FORMATS)))
    .option("--top <n>", "how many destinations the terminal and Markdown show", parseCount, 20)
    .addOption(
      new Option("--table <table>", "which table CSV has (default: destinations)").choices([
        "destinations",
        "years",
        "chambers",
      ]),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (first: string | undefined, rest: readonly string[], flags: ReportFlags) => {
      const folder = flags.out !== undefined && isFolder(flags.out) ? flags.out : null;
      if (folder !== null && command.getOptionValueSource("format") !== "default") {
        throw new UserError(
          2,
          `--out ${folder} is a folder, and gets the report in every format`,
          "leave out --format, or name a file",
        );
      }
      if (flags.table !== undefined && flags.format !== "csv") {
        throw new UserError(2, "--table chooses what CSV has", "add --format csv, or leave out --table");
      }
      const { yearlyReport } = await import("../pipeline/yearly-report.ts");
      const { renderReport } = await import("../pipeline/render-report.ts");
      const { period, inputs: args } = splitPeriod(first, rest);
      const { readReportGroup } = await import("../pipeline/report-group.ts");
      const { inputs, ...group } = await readReportGroup(args, flags.region, flags.countBoth);
      const report = await withProgress(flags.quiet === true, (progress) =>
        yearlyReport({
          ...readOptions(inputs, flags, progress),
          ...group,
          ...(period === null ? {} : { year: period.year, months: period }),
        }),
      );
      const output: ReportOutput = {
        ...outputOf(flags),
        top: flags.top,
        table: flags.table ?? "destinations",
        isLanguageChosen: flags.lang !== undefined,
      };
      if (folder !== null) {
        const { renderReportSet } = await import("../pipeline/report-set.ts");
        await finishFolder(await renderReportSet(report, output), folder, report.provenance, flags);
      } else {
        const text = await renderReport(report, output);
        await finish(text, report.provenance, flags, flags.format !== "terminal");
      }
      if (isOnGithub()) {
        const { problemAnnotations } = await import("../pipeline/job-summary.ts");
        process.stderr.write(problemAnnotations(report.provenance, output.dataLanguage, projectFolder()));
        const page = await renderReport(report, { ...output, format: "markdown", readerLanguage: output.dataLanguage });
        await summarise(page.split("\n\n"), output.dataLanguage);
      }
    });
}

/** The period may be left out: what reads as one is one, anything else is already an input. One after an input is a slip. */
function splitPeriod(
  first: string | undefined,
  rest: readonly string[],
): { period: YearWindow | null; inputs: readonly string[] } {
  if (first === undefined) return { period: null, inputs: [] };
  const period = parsePeriod(first);
  if (period !== null) return { period, inputs: rest };
  if (/^(19|20)\d\d(-[a-z]?\d{1,2}|[a-z]\d)(\/[\d-]*)?$/i.test(first)) {
    throw new UserError(
      2,
      `${first} is no period`,
      `give a year, a half (2018-H1), a quarter (2018-Q3), a month (2018-06) or months of one year (2018-01/2018-05); for a file of that name, ./${first}`,
    );
  }
  const late = rest.find((input) => /^(19|20)\d\d$/.test(input));
  if (late !== undefined)
    throw new UserError(2, `${late} comes after an input`, `the year comes first: origo report ${late} ${first}`);
  return { period, inputs: [first, ...rest] };
}
