import { Command, CommanderError } from "commander";

import packageJson from "../../package.json" with { type: "json" };
import { UserError } from "../domain/user-error.ts";
import { addCheckCommand } from "./check-command.ts";
import { addCompletionCommand } from "./completion-command.ts";
import { addDiffCommand } from "./diff-command.ts";
import { addEventCommand } from "./event-command.ts";
import { addExporterCommand } from "./exporter-command.ts";
import { addCompareCommand } from "./compare-command.ts";
import { addExportersCommand } from "./exporters-command.ts";
import { addExplainCommand } from "./explain-command.ts";
import { addExportCommand } from "./export-command.ts";
import { addFirmsCommand } from "./firms-command.ts";
import { addForgetCommand } from "./forget-command.ts";
import { addIngestCommand } from "./ingest-command.ts";
import { addManCommand } from "./man-command.ts";
import { addMapCommand } from "./map-command.ts";
import { addPolicyCommand } from "./policy-command.ts";
import { CLEAR_LINE } from "./progress.ts";
import { addRatesCommand } from "./rates-command.ts";
import { addQueryCommand } from "./query-command.ts";
import { addReportCommand } from "./report-command.ts";
import { addSharesCommand } from "./shares-command.ts";
import { addSqlCommand } from "./sql-command.ts";
import { addStatusCommand } from "./status-command.ts";
import { addSummaryCommand } from "./summary-command.ts";
import { addVerifyCommand } from "./verify-command.ts";

const EXAMPLES = `
Examples:
  $ origo report 2017 certificates.csv      the growth report of a year, straight from a file
  $ origo ingest exports/                   load files into ./origo.duckdb, once
  $ origo report 2017                       the same report from the store
  $ origo summary --format csv              one line per year, for scripts

Exit codes: 0 fine, 1 the data failed, 2 usage or configuration, 3 a bug in origo, 130 interrupted.`;

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, (program: Command) => void>> = {
  ingest: addIngestCommand,
  map: addMapCommand,
  status: addStatusCommand,
  forget: addForgetCommand,
  report: addReportCommand,
  summary: addSummaryCommand,
  shares: addSharesCommand,
  query: addQueryCommand,
  sql: addSqlCommand,
  exporters: addExportersCommand,
  firms: addFirmsCommand,
  event: addEventCommand,
  exporter: addExporterCommand,
  compare: addCompareCommand,
  explain: addExplainCommand,
  export: addExportCommand,
  verify: addVerifyCommand,
  check: addCheckCommand,
  diff: addDiffCommand,
  policy: addPolicyCommand,
  rates: addRatesCommand,
  completion: addCompletionCommand,
  man: addManCommand,
};

/** Those that look at the declarations of the others. */
const OF_ALL: ReadonlySet<string> = new Set(["completion", "man"]);

/** Declares the command that the arguments begin with, or all: a declaration takes time. */
function createProgram([first = ""]: readonly string[]): Command {
  const program = new Command("origo")
    .description("From certificate-of-origin records to the yearly growth report of a chamber of commerce.")
    .version(packageJson.version)
    .showSuggestionAfterError()
    .addHelpText("after", EXAMPLES);
  // Commands copy these settings from the program when they are added.
  program.exitOverride();
  const isAlone = Object.hasOwn(COMMANDS, first) && !OF_ALL.has(first);
  for (const [name, add] of Object.entries(COMMANDS)) if (!isAlone || name === first) add(program);
  return program;
}

/** Runs a command line. The one place where failures become messages and exit codes. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on("error", quitOnBrokenOutput);
  let interrupt = false;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.once(signal, () => {
      interrupt = true;
      void interrupted(code);
    });
  }
  try {
    await createProgram(args).parseAsync(args, { from: "user" });
  } catch (error) {
    // Work that is broken off fails in its own way; that is no news.
    if (!interrupt) process.exitCode = tellError(error);
  }
}

function tellError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n  ${error.hint}\n`);
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `This is a bug in origo ${packageJson.version}. Please report it with the command and this text:\n${trace}\n`,
  );
  return 3;
}

/** `origo ... | head` ends the pipe early: nothing is wrong, and nobody reads on. Any other failure is told. */
function quitOnBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`error: the output cannot be written: ${error.message}\n  check the free space where it goes\n`);
  process.exit(2);
}

async function interrupted(exitCode: number): Promise<void> {
  const { removeLeftovers } = await import("../pipeline/leftovers.ts");
  await removeLeftovers();
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
  process.exit(exitCode);
}
