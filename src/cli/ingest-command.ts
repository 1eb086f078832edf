import type { Command } from "commander";

import { tellAccount } from "./output.ts";
import { addSourceOptions, sourceOptions, type SourceFlags } from "./read-options.ts";
import { localeLanguage } from "./terminal.ts";

interface IngestFlags extends SourceFlags {
  readonly store?: string;
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
  addSourceOptions(command)
    .option("--store <file>", "the store (default: ./origo.duckdb)")
    .option("--quiet", "no balance and no problems")
    .option("--strict", "exit with 1 when a row was rejected")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: IngestFlags) => {
      const { ingest } = await import("../pipeline/ingest.ts");
      const { store } = flags;
      const result = await ingest({ ...sourceOptions(flags), inputs, ...(store === undefined ? {} : { store }) });
      const lines = result.files.map((file) => `${result.store}: ${OUTCOMES[file.outcome](file.name, file.rowsRead)}`);
      process.stdout.write(`${lines.join("\n")}\n`);
      if (flags.quiet !== true) await tellAccount({ ...result.account, problems: result.problems }, localeLanguage());
      process.exitCode = flags.strict === true && result.account.balance.rejected > 0 ? 1 : 0;
    });
}

const OUTCOMES = {
  added: (name: string, rows: number): string => `${name}: ${rows} rows added`,
  known: (name: string): string => `${name}: already there, with the same content; nothing changed`,
  replaced: (name: string, rows: number): string =>
    `${name}: ${rows} rows in place of the earlier content of this file`,
} as const;
