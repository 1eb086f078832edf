import { Option, type Command } from "commander";

import { ITEM_DIMENSIONS, type ItemDimension } from "../domain/dimension.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";

interface SharesFlags extends ReadFlags {
  readonly by: ItemDimension;
  readonly measure: "certificates" | "goods_value";
  readonly top?: number;
  readonly concentration?: boolean;
}

const EXAMPLES = `
Examples:
  $ origo shares certificates.csv --top 5
  $ origo shares certificates.csv --from 2017 --format csv
  $ origo shares --by exporter --measure certificates --top 10
  $ origo shares --concentration`;

export function addSharesCommand(program: Command): void {
  const command = program
    .command("shares")
    .summary("the shares of destinations, exporters ... over time")
    .description(
      "The shares of destinations, or of another dimension, in the certificates and the goods value of each year.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command)
    .addOption(new Option("--by <dimension>", "whose shares").choices(ITEM_DIMENSIONS).default("destination"))
    .addOption(
      new Option("--measure <measure>", "what the rank goes by")
        .choices(["goods_value", "certificates"])
        .default("goods_value"),
    )
    .option("--top <n>", "name the n largest of each year; the others are one line", parseCount)
    .option("--concentration", "how concentrated each year is, in the place of its shares")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: SharesFlags) => {
      const { shares, renderShares } = await import("../pipeline/shares.ts");
      const { by, measure, top, concentration } = flags;
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
    });
}
