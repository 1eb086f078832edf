import { InvalidArgumentError, Option, type Command } from "commander";

import type { Fraction } from "../domain/fraction.ts";
import { UserError } from "../domain/user-error.ts";
import { FAIL_ON, MATCHES, type FailOn, type MatchBy } from "../domain/vintage.ts";
import type { DiffTable } from "../pipeline/diff.ts";
import { outputOf, tellAccount, writeResult } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addResultOptions, addSourceOptions, selectionOptions, sourceOptions, type ReadFlags } from "./read-options.ts";
import { addEngineOptions, engineOptions, READER_WAIT } from "./store-options.ts";
import { localeLanguage } from "./terminal.ts";

interface DiffFlags extends Omit<ReadFlags, "store" | "rejects"> {
  readonly oldProfile?: string;
  readonly newProfile?: string;
  readonly match?: MatchBy;
  readonly table?: DiffTable;
  readonly maxChange?: Fraction;
  readonly failOn?: readonly FailOn[];
}

const EXAMPLES = `
Examples:
  $ origo diff certificates-march.csv certificates-april.csv
  $ origo diff origo.duckdb exports/                          a store against the files of today
  $ origo diff old.csv new.csv --format csv --out changes.csv   one line per certificate and field
  $ origo diff old.csv new.csv --format csv --table figures     one line per yearly figure that changed
  $ origo diff old.csv new.csv --max-change 0.1% --fail-on withdrawn,record     for CI: exit code 1

Certificates are matched by chamber and number. Where more than half of the numbers that both have name another date or
destination, and where there are no numbers, they are matched by content: those that agree in everything first, then all but
what became of them, then all but the value, then date, destination and exporter. --match settles it.`;

export function addDiffCommand(program: Command): void {
  const command = program
    .command("diff")
    .summary("what differs between two vintages, and what that does to each figure")
    .description(
      "Compares two vintages of the records certificate by certificate, and every yearly figure that comes of them, with causes that sum to the change.",
    )
    .argument("<old>", "the earlier vintage: a file, directory, quoted glob, - for standard input, or a store")
    .argument("<new>", "the later one");
  addEngineOptions(addSourceOptions(command), READER_WAIT)
    .option("--old-profile <file>", "the profile of the old files, where they differ")
    .option("--new-profile <file>", "the profile of the new files")
    .addOption(
      new Option("--match <way>", "how certificates are matched (default: as the numbers suggest)").choices(MATCHES),
    );
  addResultOptions(command)
    .addOption(
      new Option("--table <table>", "which table CSV has (default: changes)").choices(["changes", "figures", "causes"]),
    )
    .option(
      "--max-change <percent>",
      "exit with 1 when a yearly count or amount changes by more, such as 0.1%",
      parsePercent,
    )
    .option(
      "--fail-on <changes>",
      `exit with 1 on any of these, separated by commas: ${FAIL_ON.join(", ")}`,
      parseFailOn,
    )
    .addHelpText("after", EXAMPLES)
    .action(async (old: string, newer: string, flags: DiffFlags) => {
      const { table, match, maxChange = null, failOn = [], oldProfile, newProfile } = flags;
      if (table !== undefined && flags.format !== "csv") {
        throw new UserError(2, "--table chooses what CSV has", "add --format csv, or leave out --table");
      }
      const { breachLines, diff, renderDiff } = await import("../pipeline/diff.ts");
      const bounds = { maxChange, failOn };
      const result = await withProgress(flags.quiet === true, (progress) =>
        diff({
          ...selectionOptions(flags),
          ...engineOptions(flags, progress),
          old,
          new: newer,
          sources: sourceOptions(flags),
          ...(oldProfile === undefined ? {} : { oldProfile }),
          ...(newProfile === undefined ? {} : { newProfile }),
          ...(match === undefined ? {} : { matchBy: match }),
          everyChange: flags.format === "csv" && (table ?? "changes") === "changes",
          bounds,
        }),
      );
      const language = flags.lang ?? localeLanguage();
      const sides = [result.diff.old, result.diff.new];
      const output = { ...outputOf(flags), table: table ?? "changes" } as const;
      const inputs = sides.flatMap(({ provenance }) => provenance.inputs.map(({ name }) => name));
      writeResult(await renderDiff(result, output), flags.out, inputs);
      for (const { name, provenance } of flags.quiet === true ? [] : sides) {
        process.stderr.write(`${name}:\n`);
        await tellAccount(provenance, language);
      }
      for (const line of await breachLines(result.breaches, bounds, language)) process.stderr.write(`${line}\n`);
      const hasRejects = sides.some(({ provenance }) => provenance.balance.rejected > 0);
      if (result.breaches.length > 0 || (flags.strict === true && hasRejects)) process.exitCode = 1;
    });
}

/** A percentage as an exact fraction. The sign is asked for: 0.1 could be meant as ten percent. */
function parsePercent(text: string): Fraction {
  const [, whole, decimals = ""] = /^(\d{1,6})(?:\.(\d{1,9}))?\s*%$/.exec(text) ?? [];
  if (whole === undefined) throw new InvalidArgumentError("give a percentage with its sign, such as 0.1%.");
  return { numerator: BigInt(whole + decimals), denominator: 100n * 10n ** BigInt(decimals.length) };
}

function parseFailOn(text: string): readonly FailOn[] {
  return text.split(",").map((name) => {
    const known = FAIL_ON.find((each) => each === name.trim());
    if (known === undefined) throw new InvalidArgumentError(`"${name}" is none of ${FAIL_ON.join(", ")}.`);
    return known;
  });
}
