import { InvalidArgumentError, Option, type Command } from "commander";

import { LANGUAGES, type Language } from "../domain/language.ts";
import { parseDay } from "../domain/parse-day.ts";
import type { Progress } from "../domain/progress.ts";
import { SCOPES, type EuConvention, type Scope } from "../domain/scope.ts";
import { setFilesOf, type SetFiles } from "../domain/set-files.ts";
import { UserError } from "../domain/user-error.ts";
import type { Where } from "../domain/where.ts";
import { FORMATS, type Format } from "../pipeline/output.ts";
import type { ReadOptions } from "../pipeline/open-certificates.ts";
import type { SourceOptions } from "../pipeline/source-options.ts";
import { addStoreOptions, READER_WAIT, storeOptions, type StoreFlags } from "./store-options.ts";

/** The options about source files, as commander hands them over. */
export interface SourceFlags extends SourceOptions {
  readonly rejects?: string;
}

/** The options that every read command has; commands differ in the forms of their output. */
export interface ReadFlags<Form extends string = Format> extends SourceFlags, StoreFlags, SetFiles {
  readonly register?: string;
  readonly scope: Scope;
  readonly eu: EuConvention;
  readonly currency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly where?: Where;
  readonly format: Form;
  readonly out?: string;
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly strict?: boolean;
  readonly failOnIncomplete?: boolean;
}

export function addSourceOptions(command: Command): Command {
  return command
    .option("--profile <file>", "how the files are to be read: a *.profile.json, or a shipped one by name")
    .option("--chamber <name>", "the issuing chamber, for files that do not name it")
    .addOption(new Option("--date-order <order>", "how dates such as 03/04/2017 are read").choices(["dmy", "mdy"]))
    .addOption(new Option("--decimal-mark <mark>", "how amounts such as 1.234 are read").choices([",", "."]))
    .option("--rates <file>", "exchange rates of your own: a CSV of date,currency,rate (units for one euro)")
    .option("--sheet <name>", "the sheet of a workbook (default: every sheet with certificates)");
}

export function addRejectsOption(command: Command): Command {
  return command.option("--rejects <file>", "write the rejected rows to a CSV that can be corrected and ingested");
}

export function addReadOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  const sources = addRejectsOption(addSourceOptions(command));
  return addResultOptions(addStoreOptions(sources, "the store to read when no files are given", READER_WAIT), formats);
}

/** The options about which certificates a result is of, and about its form. */
export function addResultOptions(command: Command, formats: readonly string[] = FORMATS): Command {
  return command
    .addOption(new Option("--scope <scope>", "which destinations").choices(SCOPES).default("all"))
    .addOption(
      new Option("--eu <composition>", "the Union that decides what is distant: issue-date, current or YYYY-MM-DD")
        .argParser(parseEu)
        .default({ kind: "issue-date" }, "issue-date"),
    )
    .option("--currency <code>", "the currency of the report (default: EUR)")
    .option("--from <date>", "first day: YYYY, YYYY-MM or YYYY-MM-DD", parseFirstDay)
    .option("--to <date>", "last day: YYYY, YYYY-MM or YYYY-MM-DD", parseLastDay)
    .option("--where <condition>", 'which certificates: "destination in (CN, JP) and year >= 2015 and not bloc = EU"')
    .option("--groups <file>", "groups of your own: a CSV of group,dimension,code, for the dimension group")
    .option(
      "--themes <file>",
      "themes of your own: a CSV of theme,code (HS), for the dimension theme (default: shipped ones)",
    )
    .option(
      "--register <file>",
      "how large exporters are: a CSV of exporter_id and size, or employees,turnover,balance",
    )
    .addOption(new Option("--format <format>", "the form of the output").choices(formats).default(formats[0]))
    .option("--out <file>", "write to a file, whole or not at all")
    .addOption(
      new Option("--lang <language>", "language of the output (default: that of the locale, else en)").choices(
        LANGUAGES,
      ),
    )
    .option("--quiet", "no balance, warnings or progress")
    .option("--no-color", "no colour")
    .option("--strict", "exit with 1 when a row was rejected")
    .hook("preAction", readConditions);
}

/** For commands that compare periods. */
export function addCompletenessOption(command: Command): Command {
  return command.option("--fail-on-incomplete", "exit with 1 when a month is missing from what is compared");
}

/** Conditions are read with reference data, which no command should load before it runs. */
async function readConditions(command: Command): Promise<void> {
  const flags = command.opts<SetFiles & { where?: string; only?: string }>();
  for (const flag of ["where", "only"] as const) {
    const condition = flags[flag];
    if (condition === undefined) continue;
    const { readWhere } = await import("../pipeline/read-where.ts");
    command.setOptionValue(flag, readWhere(condition, `--${flag}`, flags));
  }
}

export function sourceOptions(flags: SourceFlags): SourceOptions & { readonly rejects?: string } {
  const { profile, chamber, dateOrder, decimalMark, rates, sheet, rejects } = flags;
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(chamber === undefined ? {} : { chamber }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(rates === undefined ? {} : { rates }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(rejects === undefined ? {} : { rejects }),
  };
}

export function readOptions(inputs: readonly string[], flags: ReadFlags<string>, progress: Progress): ReadOptions {
  return {
    ...sourceOptions(flags),
    ...storeOptions(flags, progress),
    ...selectionOptions(flags),
    inputs,
    ...(flags.failOnIncomplete === true ? { failOnIncomplete: true } : {}),
  };
}

/** Which certificates a result is of, and in which currency. */
export function selectionOptions(
  flags: Omit<ReadFlags<string>, keyof StoreFlags>,
): Pick<ReadOptions, "currency" | "register" | "selection" | keyof SetFiles> {
  if (flags.from !== undefined && flags.to !== undefined && flags.from > flags.to) {
    throw new UserError(2, `--from ${flags.from} is after --to ${flags.to}`, "give the earlier day to --from");
  }
  const { currency, register } = flags;
  return {
    ...(currency === undefined ? {} : { currency }),
    ...setFilesOf(flags),
    ...(register === undefined ? {} : { register }),
    selection: {
      scope: flags.scope,
      eu: flags.eu,
      from: flags.from ?? null,
      to: flags.to ?? null,
      where: flags.where ?? null,
    },
  };
}

export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("give a whole number from 1.");
  return Number(text);
}

export function parseYear(text: string): number {
  if (!/^[1-9]\d{3}$/.test(text)) throw new InvalidArgumentError("give a year as YYYY.");
  return Number(text);
}

function parseEu(text: string): EuConvention {
  if (text === "issue-date") return { kind: "issue-date" };
  if (text === "current") return { kind: "current" };
  if (!/^\d{4}/.test(text)) throw new InvalidArgumentError("give issue-date, current or a date as YYYY-MM-DD.");
  return { kind: "fixed", date: demandDay(text, "first") };
}

function parseFirstDay(text: string): string {
  return demandDay(text, "first");
}

function parseLastDay(text: string): string {
  return demandDay(text, "last");
}

/** A year or month stands for its first or last day. */
function demandDay(text: string, end: "first" | "last"): string {
  const day = parseDay(text, end);
  if (day !== null) return day;
  throw new InvalidArgumentError(
    /^\d{4}(-\d{2}){0,2}$/.test(text) ? "there is no such day." : "give a date as YYYY, YYYY-MM or YYYY-MM-DD.",
  );
}
