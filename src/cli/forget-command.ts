import type { Command } from "commander";

import { balanceLine } from "../pipeline/output.ts";
import { describeChange } from "./change-text.ts";
import { withProgress } from "./progress.ts";
import { addStoreOptions, storeOptions, WRITER_WAIT, type StoreFlags } from "./store-options.ts";
import { localeLanguage } from "./terminal.ts";

interface ForgetFlags extends StoreFlags {
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ origo forget exports/certificates-2017.csv
  $ origo forget 3f9a2c71 --store limburg.duckdb     by the beginning of its hash, as origo status shows it`;

export function addForgetCommand(program: Command): void {
  const command = program
    .command("forget")
    .summary("remove a file's rows from a store")
    .description("Removes the rows of one file from a store, counts again what is left, and says what changed.")
    .argument("<file>", "the file: its name as origo status lists it, its path, or the beginning of its hash");
  addStoreOptions(command, "the store", WRITER_WAIT)
    .option("--quiet", "no balance or progress")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, flags: ForgetFlags) => {
      const { forget } = await import("../pipeline/forget.ts");
      const result = await withProgress(flags.quiet === true, (progress) =>
        forget({ ...storeOptions(flags, progress), file }),
      );
      const lines = result.files.map(
        ({ name, sha256, rowsRead }) =>
          `${result.store}: ${name} (sha256 ${sha256.slice(0, 8)}): ${rowsRead} rows removed`,
      );
      process.stdout.write(`${[...lines, describeChange(result.change)].join("\n")}\n`);
      if (flags.quiet !== true) process.stderr.write(`${await balanceLine(result.balance, localeLanguage())}\n`);
    });
}
