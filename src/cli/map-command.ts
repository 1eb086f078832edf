import { existsSync } from "node:fs";
import { Option, type Command } from "commander";

import { UserError } from "../domain/user-error.ts";
import { terminalWidth, writeResult } from "./output.ts";
import { addSourceOptions, sourceOptions, type SourceFlags } from "./read-options.ts";
import { localeLanguage, wantsColour } from "./terminal.ts";

interface MapFlags extends SourceFlags {
  readonly format: "terminal" | "json";
  readonly out?: string;
  readonly force?: boolean;
  readonly color: boolean;
}

const EXAMPLES = `
Examples:
  $ origo map export-2017.csv                              what each column is taken for, and why
  $ origo map export-2017.csv --out chamber.profile.json   and a profile that says so
  $ origo report export-2017.csv --profile chamber.profile.json`;

export function addMapCommand(program: Command): void {
  const command = program
    .command("map")
    .summary("what each column of a file is taken for, and why")
    .description(
      "Shows which field each column of a file is taken for, with the evidence, and what has to be answered first. Writes it as a profile with --out.",
    )
    .argument("<file>", "a data file or - for standard input");
  addSourceOptions(command)
    .addOption(
      new Option("--format <format>", "the form of the output").choices(["terminal", "json"]).default("terminal"),
    )
    .option("--out <file>", "write a profile that reads the file in this way")
    .option("--force", "replace an existing profile")
    .option("--no-color", "no colour")
    .addHelpText("after", EXAMPLES)
    .action(async (input: string, flags: MapFlags) => {
      const { mapFile, profileText, renderMap } = await import("../pipeline/map.ts");
      if (flags.out !== undefined && flags.force !== true && existsSync(flags.out)) {
        throw new UserError(2, `there is a file ${flags.out} already`, "name another one, or replace it with --force");
      }
      const mappings = await mapFile({ ...sourceOptions(flags), input });
      const language = localeLanguage();
      const text = await renderMap(mappings, {
        format: flags.format,
        readerLanguage: language,
        dataLanguage: "en",
        colour: wantsColour(flags.color, process.stdout),
        width: terminalWidth(),
      });
      if (flags.out !== undefined) writeResult(profileText(mappings), flags.out, [input]);
      process.stdout.write(text);
    });
}
