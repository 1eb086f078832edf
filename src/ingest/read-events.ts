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
        destinations: v.pipe(v.array(text), v.minLength(1), v.description("ISO codes or names.")),
      }),
    ),
    v.minLength(1),
  ),
});

const REMEDY =
  'events are a JSON object such as {"events": [{"name": "Mission to Japan", "date": "2016-05-12", "destinations": ["JP"]}]}, or a CSV with the columns name,date,destinations (several with ; between them)';

/** An event as a file states it, and where. */
interface Stated extends TradeEvent {
  readonly place: string;
}

/** Reads a file of events, JSON or CSV: the content tells. Names of destinations become codes. */
export function readEvents(path: string): readonly TradeEvent[] {
  const vocabulary = createVocabulary();
  const stated = readText(path).trimStart().startsWith("{") ? readJson(path) : readCsv(path);
  if (stated.length === 0) throw new UserError(2, `the events file ${path} has no events`, REMEDY);
  return stated.map(({ place, name, date, destinations }) => {
    if (name === "") throw new UserError(2, `${place}: the event has no name`, REMEDY);
    if (!isEventDate(date)) {
      throw new UserError(
        2,
        `${place}: "${date}" is no date`,
        "give YYYY-MM-DD, or YYYY-MM where the day is not known",
      );
    }
    if (destinations.length === 0) throw new UserError(2, `${place}: the event has no destination`, REMEDY);
    const codes = destinations.map((each) => {
      const read = vocabulary.read("destination", each);
      if ("fault" in read) throw new UserError(2, `${place}: ${read.fault}`, read.remedy);
      return read.value;
    });
    return { name, date, destinations: [...new Set(codes)] };
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
  return result.output.events.map((event, index) => ({ place: `${path}: events.${index}`, ...event }));
}

function faultOf({ received, expected }: v.BaseIssue<unknown>): string {
  if (received === "undefined") return "is missing";
  return expected === "never" ? "is not known" : `is ${received}, which does not fit`;
}

function readCsv(path: string): readonly Stated[] {
  const columns = ["name", "date", "destinations"] as const;
  return readUserTable(path, { what: "events file", columns, remedy: REMEDY }).map(({ place, cells }) => ({
    place,
    name: cells.name,
    date: cells.date,
    destinations: cells.destinations.split(";").flatMap((each) => (each.trim() === "" ? [] : [each.trim()])),
  }));
}
