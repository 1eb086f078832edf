import { readFileSync } from "node:fs";
import * as v from "valibot";

import { isEventDate, type TradeEvent } from "../domain/event.ts";
import { UserError } from "../domain/user-error.ts";
import { readUserTable } from "../reference/user-table.ts";
import { createVocabulary } from "../reference/where-values.ts";

const eventDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}(-\d{2})?$/),
  v.description("YYYY-MM-DD, or YYYY-MM where the day is not known."),
);
const text = v.pipe(v.string(), v.minLength(1));

/** The shape of a file of events. `data/schemas/events.schema.json` is made from it. */
export const EVENTS_SCHEMA = v.strictObject({
  $schema: v.exactOptional(v.string()),
  description: v.exactOptional(v.string()),
  events: v.pipe(
    v.array(
      v.strictObject({
        name: text,
        date: eventDate,
        destinations: v.exactOptional(v.pipe(v.array(text), v.description("ISO codes or names."))),
        themes: v.exactOptional(v.pipe(v.array(text), v.description("Themes, in any of the four languages."))),
      }),
    ),
    v.minLength(1),
  ),
});

const REMEDY =
  'events are a JSON object such as {"events": [{"name": "Mission to Japan", "date": "2016-05-12", "destinations": ["JP"], "themes": ["Food"]}]} (one of the two at least), or a CSV with the columns name,date,destinations,themes (several with ; between them)';

/** An event as a file states it, and where. */
interface Stated extends TradeEvent {
  readonly place: string;
}

/** Reads a file of events, JSON or CSV: the content tells. Names of destinations become codes; `themesFile` has themes of the user's own. */
export function readEvents(path: string, themesFile?: string): readonly TradeEvent[] {
  const vocabulary = createVocabulary(null, themesFile);
  const stated = readText(path).trimStart().startsWith("{") ? readJson(path) : readCsv(path);
  if (stated.length === 0) throw new UserError(2, `the events file ${path} has no events`, REMEDY);
  return stated.map(({ place, name, date, destinations, themes }) => {
    if (name === "") throw new UserError(2, `${place}: the event has no name`, REMEDY);
    if (!isEventDate(date)) {
      throw new UserError(
        2,
        `${place}: "${date}" is no date`,
        "give YYYY-MM-DD, or YYYY-MM where the day is not known",
      );
    }
    if (destinations.length + themes.length === 0) {
      throw new UserError(2, `${place}: the event has neither destinations nor themes`, REMEDY);
    }
    const codesOf = (field: "destination" | "theme", texts: readonly string[]): readonly string[] => {
      const codes = texts.map((each) => {
        const read = vocabulary.read(field, each);
        if ("fault" in read) throw new UserError(2, `${place}: ${read.fault}`, read.remedy);
        return read.value;
      });
      return [...new Set(codes)];
    };
    return { name, date, destinations: codesOf("destination", destinations), themes: codesOf("theme", themes) };
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UserError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError(2, `the events file ${path} cannot be read: ${reason}`, REMEDY);
}

function readJson(path: string): readonly Stated[] {
  let json: unknown;
  try {
    json = JSON.parse(readText(path));
  } catch (error) {
    throw unreadable(path, error);
  }
  const result = v.safeParse(EVENTS_SCHEMA, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw new UserError(2, `the events file ${path}: ${v.getDotPath(issue) ?? "the file"} ${faultOf(issue)}`, REMEDY);
  }
  return result.output.events.map(({ name, date, destinations = [], themes = [] }, index) => ({
    place: `${path}: events.${index}`,
    name,
    date,
    destinations,
    themes,
  }));
}

function faultOf({ received, expected }: v.BaseIssue<unknown>): string {
  if (received === "undefined") return "is missing";
  return expected === "never" ? "is not known" : `is ${received}, which does not fit`;
}

function readCsv(path: string): readonly Stated[] {
  const rows = readUserTable(path, {
    what: "events file",
    columns: ["name", "date"],
    optional: ["destinations", "themes"],
    remedy: REMEDY,
  });
  return rows.map(({ place, cells }) => ({
    place,
    name: cells.name,
    date: cells.date,
    destinations: listOf(cells.destinations),
    themes: listOf(cells.themes),
  }));
}

function listOf(cell: string): readonly string[] {
  return cell.split(";").flatMap((each) => (each.trim() === "" ? [] : [each.trim()]));
}
