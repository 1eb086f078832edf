import { Option, type Command } from "commander";

import { ITEM_DIMENSIONS, type ItemDimension } from "../domain/dimension.ts";
import { UserError } from "../domain/user-error.ts";
import { finish, outputOf, tellEmpty } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addCompletenessOption, addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";

interface SharesFlags extends ReadFlags {
  readonly by: ItemDimension;
  readonly measure: "certificates" | "goods_value";
  readonly top?: number;
  readonly concentration?: boolean;
  readonly benchmark?: string;
}

const EXAMPLES = `
Examples:
  $ origo shares certificates.csv --top 5
  $ origo shares certificates.csv --from 2017 --format csv
  $ origo shares --by exporter --measure certificates --top 10
  $ origo shares --concentration
  $ origo shares --benchmark exports.csv --from 2015 --top 10

A benchmark is a CSV of year,destination,value (or another dimension, as in --by), such as the exports of the whole country, in
any unit. The change of each value is what it would be at the growth of the whole benchmark (benchmark_effect), plus what comes of
its kind growing otherwise there (mix_effect), plus the rest (competitive_effect).`;

export function addSharesCommand(program: Command): void {
  const command = program
    .command("shares")
    .summary("the shares of destinations, exporters ... over time")
    .description(
      "The shares of destinations, or of another dimension, in the certificates and the goods value of each year.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addCompletenessOption(addReadOptions(command))
    .addOption(new Option("--by <dimension>", "whose shares").choices(ITEM_DIMENSIONS).default("destination"))
    .addOption(
      new Option("--measure <measure>", "what the rank goes by")
        .choices(["goods_value", "certificates"])
        .default("goods_value"),
    )
    .option("--top <n>", "name the n largest of each year; the others are one line", parseCount)
    .option("--concentration", "how concentrated each year is, in the place of its shares")
    .option(
      "--benchmark <file>",
      "split each change since the year before against the growth of a benchmark (shift-share)",
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: SharesFlags) => {
      const { by, measure, top, concentration, benchmark } = flags;
      if (benchmark !== undefined) {
        await splitShares(inputs, flags, benchmark);
        return;
      }
      const { shares, renderShares } = await import("../pipeline/shares.ts");
      const result = await withProgress(flags.quiet === true, (progress) =>
        shares({
          ...readOptions(inputs, flags, progress),
          by,
          measure,
          ...(top === undefined ? {} : { top }),
          ...(concentration === undefined ? {} : { concentration }),
        }),
      );
      await finish(await renderShares(result, outputOf(flags)), result.provenance, flags);
      await tellEmpty(result.all, flags);
    });
}

async function splitShares(inputs: readonly string[], flags: SharesFlags, benchmark: string): Promise<void> {
  const { by, measure, top, concentration = false } = flags;
  if (concentration) {
    throw new UserError(2, "--benchmark and --concentration are tables of their own", "leave one of them out");
  }
  if (measure !== "goods_value") {
    throw new UserError(2, "a benchmark is of values, and --measure is certificates", "leave out --measure");
  }
  const { renderShiftShare, splitAgainstBenchmark } = await import("../pipeline/shift-share.ts");
  const result = await withProgress(flags.quiet === true, (progress) =>
    splitAgainstBenchmark({
      ...readOptions(inputs, flags, progress),
      by,
      benchmark,
      ...(top === undefined ? {} : { top }),
    }),
  );
  await finish(await renderShiftShare(result, outputOf(flags)), result.provenance, flags);
  await tellEmpty(result.rows, flags);
}
