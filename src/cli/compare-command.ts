import { Option, type Command } from "commander";

import { COMPARISON_TABLES, type ComparisonTable } from "../domain/comparison-table.ts";
import { ITEM_DIMENSIONS, type ItemDimension } from "../domain/dimension.ts";
import { UserError } from "../domain/user-error.ts";
import { finish, outputOf, tellEmpty } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, parseCount, readOptions, type ReadFlags } from "./read-options.ts";
import { addRegionOptions, type RegionFlags } from "./region-options.ts";

interface CompareFlags extends ReadFlags, RegionFlags {
  readonly by: ItemDimension;
  readonly table?: ComparisonTable;
  readonly top: number;
}

const EXAMPLES = `
Examples:
  $ origo compare --region euregio.region.json                 all chambers of the file
  $ origo compare --region euregio.region.json maas-rijn       those of one of its regions
  $ origo compare certificates.csv                             chambers that the certificates name
  $ origo compare --region euregio.region.json --by theme --format csv --table items

A region file names the chambers, with the inputs of each: see docs/compare.md.`;

export function addCompareCommand(program: Command): void {
  const command = program
    .command("compare")
    .summary("chambers side by side and together")
    .description(
      "Chambers side by side and together, over the months that all of them cover: levels, growth, shares, specialisation, trade inside the region. A certificate that two chambers have counts once.",
    )
    .argument("[inputs...]", "data files that name their chambers, or with --region the region (default: the store)");
  addRegionOptions(addReadOptions(command))
    .addOption(new Option("--by <dimension>", "what is compared").choices(ITEM_DIMENSIONS).default("destination"))
    .addOption(new Option("--table <table>", "which table CSV has (default: levels)").choices(COMPARISON_TABLES))
    .option("--top <n>", "how many items the terminal shows", parseCount, 15)
    .addHelpText("after", EXAMPLES)
    .action(async (args: readonly string[], flags: CompareFlags) => {
      if (flags.table !== undefined && flags.format !== "csv") {
        throw new UserError(2, "--table chooses what CSV has", "add --format csv, or leave out --table");
      }
      const { compare } = await import("../pipeline/compare.ts");
      const { renderComparison } = await import("../pipeline/render-comparison.ts");
      const { readTogether } = await import("../pipeline/read-together.ts");
      const { inputs, together } = readTogether(args, flags.region, flags.countBoth === true);
      const comparison = await withProgress(flags.quiet === true, (progress) =>
        compare({ ...readOptions(inputs, flags, progress), by: flags.by, together }),
      );
      const output = { ...outputOf(flags), table: flags.table ?? "levels", top: flags.top } as const;
      await finish(await renderComparison(comparison, output), comparison.provenance, flags);
      await tellEmpty(comparison.levels, flags);
    });
}
