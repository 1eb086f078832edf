import type { Command } from "commander";

import { EXPLAIN_FORMATS, type ExplainFormat } from "../pipeline/output.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, readOptions, type ReadFlags } from "./read-options.ts";

const EXAMPLES = `
Examples:
  $ origo explain goods_value_growth:2017 certificates.csv
  $ origo explain certificates_share:2018-H1:destination=CN      from the store (./origo.duckdb)
  $ origo explain certificates_record:2017 --scope distant --format json

A figure is called by its column in the report's CSV, its period and, if it is about one, its destination. The findings in
"origo report --format json" name the figures that they rest on.`;

export function addExplainCommand(program: Command): void {
  const command = program
    .command("explain")
    .summary("how one figure came about")
    .description("How one figure came about: formula, inputs, certificates, files, and the SQL that gives it.")
    .argument("<figure>", "the figure, such as goods_value_growth:2017")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command, EXPLAIN_FORMATS)
    .addHelpText("after", EXAMPLES)
    .action(async (figure: string, inputs: readonly string[], flags: ReadFlags<ExplainFormat>) => {
      const { explain, renderExplanation } = await import("../pipeline/explain.ts");
      const explanation = await withProgress(flags.quiet === true, (progress) =>
        explain({ ...readOptions(inputs, flags, progress), figure }),
      );
      await finish(await renderExplanation(explanation, outputOf(flags)), explanation.provenance, flags, false);
    });
}
