import { statSync } from "node:fs";
import { join, resolve } from "node:path";

import type { Balance } from "../domain/balance.ts";
import type { Language } from "../domain/language.ts";
import { describeProblem, type Problem } from "../domain/problem.ts";
import type { RegisterAccount } from "../domain/register.ts";
import { UserError } from "../domain/user-error.ts";
import { balanceLine, emptyLine, registerLine, type Output } from "../pipeline/output.ts";
import { writeWholeFile, writeWholeFolder, type NamedText } from "../pipeline/write-file.ts";
import type { ReadFlags } from "./read-options.ts";
import { localeLanguage, wantsColour } from "./terminal.ts";

const NARROWEST = 60;
const WITHOUT_TERMINAL = 80;

/** How the flags and the terminal want a result. */
export function outputOf<Form extends string>(flags: ReadFlags<Form>): Output<Form> {
  return {
    format: flags.format,
    readerLanguage: flags.lang ?? localeLanguage(),
    dataLanguage: flags.lang ?? "en",
    colour: flags.out === undefined && wantsColour(flags.color, process.stdout),
    width: terminalWidth(),
  };
}

/** The columns that a text for people may have. */
export function terminalWidth(): number {
  return Math.max(NARROWEST, process.stdout.columns ?? WITHOUT_TERMINAL);
}

/** What the outcome of a command says of the rows. */
export interface RowAccount {
  readonly inputs: readonly { readonly name: string }[];
  readonly balance: Balance;
  readonly problems: readonly Problem[];
  readonly problemCounts: readonly { readonly count: number }[];
  readonly register?: RegisterAccount | null;
}

/** Writes a result, tells what became of the rows (the balance where the text has none), and sets the exit code. */
export async function finish(
  text: string,
  account: RowAccount,
  flags: ReadFlags<string>,
  withBalance = true,
): Promise<void> {
  writeResult(
    text,
    flags.out,
    account.inputs.map((input) => input.name),
  );
  await tellOutcome(account, flags, withBalance);
}

/** Writes a result of several files into a folder, names them, and goes on like `finish`. */
export async function finishFolder(
  files: readonly NamedText[],
  folder: string,
  account: RowAccount,
  flags: ReadFlags<string>,
): Promise<void> {
  const paths = files.map(({ name }) => join(folder, name));
  const inputs = new Set(account.inputs.map((input) => resolve(input.name)));
  const read = paths.find((path) => inputs.has(resolve(path)));
  if (read !== undefined) throw outIsInput(read);
  writeWholeFolder(folder, files);
  if (flags.quiet !== true) process.stdout.write(paths.map((path) => `${path}\n`).join(""));
  await tellOutcome(account, flags, true);
}

/** Tells on standard error what became of the rows, and sets the exit code. */
export async function tellOutcome(account: RowAccount, flags: ReadFlags<string>, withBalance: boolean): Promise<void> {
  if (flags.quiet !== true) await tellAccount(account, flags.lang ?? localeLanguage(), withBalance);
  process.exitCode = flags.strict === true && account.balance.rejected > 0 ? 1 : 0;
}

/** Tells on standard error that a result has no rows. */
export async function tellEmpty(rows: readonly unknown[], flags: ReadFlags<string>): Promise<void> {
  if (rows.length === 0 && flags.quiet !== true) {
    process.stderr.write(`${await emptyLine(flags.lang ?? localeLanguage())}\n`);
  }
}

/** Whether a path is a folder, or can only be meant as one. */
export function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function outIsInput(out: string): UserError {
  return new UserError(2, `--out ${out} is one of the files that were read`, "name another file: nothing was written");
}

/** Writes to standard output, or to a file. */
export function writeResult(text: string, out: string | undefined, inputs: readonly string[]): void {
  if (out === undefined || out === "-") {
    process.stdout.write(text);
    return;
  }
  if (inputs.some((input) => resolve(input) === resolve(out))) {
    throw outIsInput(out);
  }
  writeWholeFile(out, text);
}

const SHOWN_PROBLEMS = 10;

/** The first problems, how many more there are, and the balance. */
export async function tellAccount(
  { balance, problems, problemCounts, register = null }: Omit<RowAccount, "inputs">,
  language: Language,
  withBalance = true,
): Promise<void> {
  const total = problemCounts.reduce((sum, { count }) => sum + count, 0);
  const shown = problems.slice(0, SHOWN_PROBLEMS);
  const lines = [
    ...shown.map(describeProblem),
    ...(total > shown.length ? [`... and ${total - shown.length} more problems: --format json lists up to 1,000`] : []),
    ...(register === null ? [] : [await registerLine(register, language)]),
    ...(withBalance ? [await balanceLine(balance, language)] : []),
  ];
  process.stderr.write(lines.map((line) => `${line}\n`).join(""));
}
