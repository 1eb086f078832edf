import { Option, type Command } from "commander";

import { EXPORTER_GROUPINGS, type ExporterGrouping } from "../domain/exporter-grouping.ts";
import { COHORT_LENGTHS, type CohortLength } from "../domain/exporter-sums.ts";
import { UserError } from "../domain/user-error.ts";
import { finish, outputOf, tellEmpty } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addCompletenessOption, addReadOptions, readOptions, type ReadFlags } from "./read-options.ts";

const TABLES = ["years", "margins", "distribution", "concentration"] as const;

interface ExportersFlags extends ReadFlags {
  readonly by?: ExporterGrouping;
  readonly cohorts?: CohortLength;
  readonly table?: (typeof TABLES)[number];
}

const EXAMPLES = `
Tables:
  years          exporters, entrants, exiters, incumbents, their rates and survival, growth split in number and value
  margins        the change of the value through exporters, destinations and products; sums exactly
  distribution   mean, standard deviation and quartiles per exporter, by status
  concentration  of the value on exporters, destinations and products

What compares years is empty unless each of them is complete. "origo policy" has the formula of every measure.

Examples:
  $ origo exporters certificates.csv                       who came and went, and what made the last year's growth
  $ origo exporters --from 2017 --to 2017                  the same of 2017
  $ origo exporters --table margins --format csv           the margins of every year, for scripts
  $ origo exporters --by destination --from 2017 --format csv
  $ origo exporters --cohorts 12-month                     new exporters in years of 12 months from their first certificate`;

export function addExportersCommand(program: Command): void {
  const command = program
    .command("exporters")
    .summary("who came, went and stayed, and the margins of growth")
    .description(
      "The exporter dynamics: entrants, exiters, incumbents, survival, values per exporter, concentration, margins of growth.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addCompletenessOption(addReadOptions(command))
    .addOption(
      new Option("--by <grouping>", "split by destination, HS chapter or subheading, or theme").choices(
        EXPORTER_GROUPINGS,
      ),
    )
    .addOption(new Option("--table <table>", "one table (JSON has all)").choices(TABLES))
    .addOption(
      new Option("--cohorts <length>", "follow new exporters over calendar years, or over years of 12 months").choices(
        COHORT_LENGTHS,
      ),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: ExportersFlags) => {
      const { by, cohorts } = flags;
      if (cohorts !== undefined && (by !== undefined || flags.table !== undefined)) {
        throw new UserError(2, "--cohorts is a table of its own", "leave out --by and --table, or --cohorts");
      }
      const { exporters, renderExporters } = await import("../pipeline/exporters.ts");
      const result = await withProgress(flags.quiet === true, (progress) =>
        exporters({
          ...readOptions(inputs, flags, progress),
          ...(by === undefined ? {} : { by }),
          ...(cohorts === undefined ? {} : { cohorts }),
        }),
      );
      const table = cohorts === undefined ? flags.table : "cohorts";
      const text = await renderExporters(result, { ...outputOf(flags), ...(table === undefined ? {} : { table }) });
      await finish(text, result.provenance, flags);
      await tellEmpty(result.years, flags);
    });
}
