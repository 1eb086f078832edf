import { InvalidArgumentError, Option, type Command } from "commander";

import { isEventDate } from "../domain/event.ts";
import { PERIOD_LENGTHS, type PeriodLength } from "../domain/period.ts";
import { UserError } from "../domain/user-error.ts";
import { EVENT_FORMATS, type EventFormat } from "../pipeline/output.ts";
import type { StatedEvent } from "../pipeline/event.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, readOptions, type ReadFlags } from "./read-options.ts";

const TABLES = ["estimates", "path"] as const;

interface EventFlags extends ReadFlags<EventFormat> {
  readonly name?: string;
  readonly date?: string;
  readonly destination?: string;
  readonly theme?: string;
  readonly events?: string;
  readonly against?: string;
  readonly before?: number;
  readonly after?: number;
  readonly gap: number;
  readonly by: PeriodLength;
  readonly level: number;
  readonly table?: (typeof TABLES)[number];
}

const NOTES = `
What came after an event is compared with what came before it, and both with the growth of the comparison group (difference in
differences). The same is done for destinations of comparable size (chapters of goods, when the event was about goods alone) as if it had
been about them: how often they differ as much says what is ordinary. Nothing here shows what caused a difference. An event with too
little to tell is refused (exit code 1).

Examples:
  $ origo event certificates.csv --name "Mission to Japan" --date 2016-05-12 --destination JP
  $ origo event --date 2015-06 --destination CN --against Asia --gap 3
  $ origo event --date 2015-06 --destination CN --theme "LED lighting"
  $ origo event --date 2020-04 --theme Agritech --gap 1
  $ origo event --events events.json --format csv
  $ origo event --events events.json --table path --by month --format csv
  $ origo event --events events.json --format html --out events.html`;

export function addEventCommand(program: Command): void {
  const command = program
    .command("event")
    .summary("before and after a partnership, mission or agreement, against the rest")
    .description(
      "A partnership, mission or agreement: what came before and after it, against the rest, with the uncertainty.",
    )
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command, EVENT_FORMATS)
    .option("--name <name>", "what the event is called")
    .option("--date <date>", "when it was: YYYY-MM-DD or YYYY-MM", parseEventDate)
    .option("--destination <list>", "the destinations that it was about: codes or names with commas between them")
    .option("--theme <list>", "the goods that it was about: themes with commas between them")
    .option("--events <file>", "a file of events, JSON or CSV, in the place of the options above")
    .option(
      "--against <group>",
      'the comparison group: region, "Asia", ASEAN, "JP,KR" (default: all other destinations)',
    )
    .option(
      "--before <months>",
      "months before the event, in whole years (default: up to 36, as the data allow)",
      parseYears,
    )
    .option("--after <months>", "months from the event on, in whole years (default: as many as before)", parseYears)
    .option("--gap <months>", "months to leave out on each side of the event", parseGap, 0)
    .addOption(new Option("--by <period>", "the periods of the path").choices(PERIOD_LENGTHS).default("quarter"))
    .option("--level <percent>", "the level of confidence, in per cent", parseLevel, 90)
    .addOption(new Option("--table <table>", "one table (JSON has all)").choices(TABLES))
    .addHelpText("after", NOTES)
    .action(async (inputs: readonly string[], flags: EventFlags) => {
      const events = eventsOf(flags);
      const { against, before = null, after = null, gap, by, level, table } = flags;
      const { renderEvents, studyEvents } = await import("../pipeline/event.ts");
      const result = await withProgress(flags.quiet === true, (progress) =>
        studyEvents({
          ...readOptions(inputs, flags, progress),
          events,
          ...(against === undefined ? {} : { against }),
          before,
          after,
          gap,
          by,
          level,
        }),
      );
      const text = await renderEvents(result, { ...outputOf(flags), ...(table === undefined ? {} : { table }) });
      await finish(text, result.provenance, flags);
      if (result.studies.some(({ refusal }) => refusal !== null)) process.exitCode = 1;
    });
}

function eventsOf({ events, name, date, destination, theme }: EventFlags): StatedEvent | string {
  if (events !== undefined) {
    if ([name, date, destination, theme].every((flag) => flag === undefined)) return events;
    throw new UserError(2, "an event is given by options, and others in a file", "leave out --events, or the options");
  }
  if (date === undefined || (destination === undefined && theme === undefined)) {
    throw new UserError(
      2,
      `there is no event: ${date === undefined ? "--date" : "--destination or --theme"} is missing`,
      "give --date with --destination, --theme or both, such as --date 2015-06-01 --destination CN; or --events FILE",
    );
  }
  return { name: name ?? "", date, destinations: listOf(destination), themes: listOf(theme) };
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(",").map((each) => each.trim());
}

function parseEventDate(text: string): string {
  if (!isEventDate(text)) throw new InvalidArgumentError("give a day as YYYY-MM-DD, or a month as YYYY-MM.");
  return text;
}

function parseYears(text: string): number {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (months === 0 || months % 12 !== 0) {
    throw new InvalidArgumentError("give 12, 24, 36 ...: whole years, so that both sides have the same seasons.");
  }
  return months;
}

function parseGap(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError("give a number of months, such as 3.");
  return Number(text);
}

function parseLevel(text: string): number {
  if (!/^[5-9]\d$/.test(text)) throw new InvalidArgumentError("give whole per cent from 50 to 99.");
  return Number(text);
}
