import type { Command } from "commander";

import { describeChange, describeIngested } from "./change-text.ts";
import { tellAccount } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addRejectsOption, addSourceOptions, sourceOptions, type SourceFlags } from "./read-options.ts";
import { addStoreOptions, storeOptions, WRITER_WAIT, type StoreFlags } from "./store-options.ts";
import { localeLanguage } from "./terminal.ts";

interface IngestFlags extends SourceFlags, StoreFlags {
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

const EXAMPLES = `
Examples:
  $ origo ingest certificates-2017.csv         into ./origo.duckdb
  $ origo ingest exports/ --store limburg.duckdb
  $ zcat export.csv.gz | origo ingest - --chamber Limburg`;

export function addIngestCommand(program: Command): void {
  const command = program
    .command("ingest")
    .summary("load files into a store")
    .description("Loads files into a store, all of them or none, and prints the balance and the problems.")
    .argument("<inputs...>", "data files, directories or - for standard input");
  addStoreOptions(addRejectsOption(addSourceOptions(command)), "the store", WRITER_WAIT)
    .option("--quiet", "no balance, problems or progress")
    .option("--strict", "exit with 1 when a row was rejected")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: IngestFlags) => {
      const { ingest } = await import("../pipeline/ingest.ts");
      const { store, files, change, account, problems } = await withProgress(flags.quiet === true, (progress) =>
        ingest({ ...sourceOptions(flags), ...storeOptions(flags, progress), inputs }),
      );
      const lines = files.map((file) => `${store}: ${describeIngested(file)}`);
      if (change !== null && change.before > 0) lines.push(describeChange(change));
      process.stdout.write(`${lines.join("\n")}\n`);
      if (flags.quiet !== true) await tellAccount({ ...account, problems }, localeLanguage());
      process.exitCode = flags.strict === true && account.balance.rejected > 0 ? 1 : 0;
    });
}
