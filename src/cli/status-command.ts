import { Option, type Command } from "commander";

import { LANGUAGES, type Language } from "../domain/language.ts";
import { terminalWidth } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addStoreOptions, READER_WAIT, storeOptions, type StoreFlags } from "./store-options.ts";
import { localeLanguage, wantsColour } from "./terminal.ts";

interface StatusFlags extends StoreFlags {
  readonly format: "terminal" | "json";
  readonly lang?: Language;
  readonly color: boolean;
}

const EXAMPLES = `
Examples:
  $ origo status
  $ origo status --store limburg.duckdb --format json`;

export function addStatusCommand(program: Command): void {
  const command = program
    .command("status")
    .summary("what is in a store")
    .description("What is in a store: its files, what became of the rows of each, and the problems.");
  addStoreOptions(command, "the store", READER_WAIT)
    .addOption(
      new Option("--format <format>", "the form of the output").choices(["terminal", "json"]).default("terminal"),
    )
    .addOption(
      new Option("--lang <language>", "language of the output (default: that of the locale, else en)").choices(
        LANGUAGES,
      ),
    )
    .option("--no-color", "no colour")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: StatusFlags) => {
      const { status, renderStatus, statusJson } = await import("../pipeline/status.ts");
      const result = await withProgress(false, (progress) => status(storeOptions(flags, progress)));
      process.stdout.write(
        flags.format === "json"
          ? statusJson(result)
          : await renderStatus(result, {
              readerLanguage: flags.lang ?? localeLanguage(),
              width: terminalWidth(),
              colour: wantsColour(flags.color, process.stdout),
            }),
      );
    });
}
