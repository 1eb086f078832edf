import type { ItemDimension } from "../domain/dimension.ts";
import type { TradeEvent } from "../domain/event.ts";
import type { Language } from "../domain/language.ts";
import { monthNumber, monthOf, type MonthNumber } from "../domain/month.ts";
import type { YearWindow } from "../domain/period.ts";
import type { Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { readEvents } from "../ingest/read-events.ts";
import { createVocabulary } from "../reference/where-values.ts";
import { DEFAULT_DESIGN, planEvent, type EventDesign } from "../report/event-plan.ts";
import { buildEventStudy, type EventStudy, type GroupItem } from "../report/event-study.ts";
import { estimatesTable, pathTable } from "../report/event-tables.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Engine } from "../store/engine.ts";
import { membersOf, readComparisonGroup } from "./comparison-group.ts";
import { readEventSums } from "./event-sums.ts";
import { itemNames } from "./labels.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { EventFormat, Output } from "./output.ts";
import { readProvenance } from "./provenance.ts";
import { refuseTime } from "./refuse-time.ts";
import { renderTable } from "./render-table.ts";

/** One event as the command line states it: names become codes when it is read. */
export interface StatedEvent {
  readonly name: string;
  readonly date: string;
  /** Codes or names; at least one of the two has some. */
  readonly destinations: readonly string[];
  readonly themes: readonly string[];
}

/** What is left out of the design is `DEFAULT_DESIGN`. */
export interface EventOptions extends ReadOptions, Partial<EventDesign> {
  /** One event, or a file of them. */
  readonly events: StatedEvent | string;
  /** What the comparison group is; all other destinations when absent. */
  readonly against?: string;
}

/** Events with what came before and after them, in exact facts. */
export interface Events {
  readonly studies: readonly EventStudy[];
  readonly provenance: Provenance;
}

/** Each event against the rest: levels, shares, the difference in differences with its uncertainty; or why it is refused. */
export async function studyEvents(options: EventOptions): Promise<Events> {
  refuseTime(
    options.selection.where,
    "choose the months with --from and --to; the windows of the event with --before and --after",
  );
  const events =
    typeof options.events === "string"
      ? readEvents(options.events, options.themes)
      : [nameCodes(options.events, options.themes)];
  const planned = events.map((event) => ({ event, against: readComparisonGroup(options.against, event) }));
  const dimensions = events.some(({ themes }) => themes.length > 0) ? (["theme"] as const) : [];
  const work = async (engine: Engine, currency: string): Promise<Events> => {
    const { provenance, windows } = await readProvenance(engine, currency, options.selection);
    const covered = coveredMonths(windows, options.selection);
    const studies: EventStudy[] = [];
    for (const { event, against } of planned) {
      studies.push(await studyEvent(engine, event, against, covered, options));
    }
    return { studies, provenance };
  };
  return withCertificates(options, work, dimensions);
}

async function studyEvent(
  engine: Engine,
  event: TradeEvent,
  against: readonly GroupItem[] | null,
  covered: ReadonlySet<MonthNumber>,
  options: EventOptions,
): Promise<EventStudy> {
  const design = { ...DEFAULT_DESIGN, ...options };
  const plan = planEvent(event, covered, design);
  if ("kind" in plan) return { event, refusal: plan };
  const isCompared = membersOf(against, event);
  const sums = await readEventSums(engine, event, options.selection, against, isCompared, plan.windows);
  return buildEventStudy(event, plan, sums, design);
}

function nameCodes({ name, date, destinations, themes }: StatedEvent, themesFile: string | undefined): TradeEvent {
  const vocabulary = createVocabulary(null, themesFile);
  const codesOf = (field: "destination" | "theme", texts: readonly string[]): readonly string[] =>
    texts.map((text) => {
      const read = vocabulary.read(field, text);
      if ("fault" in read) throw new UserError(2, `--${field}: ${read.fault}`, read.remedy);
      return read.value;
    });
  return { name, date, destinations: codesOf("destination", destinations), themes: codesOf("theme", themes) };
}

/** The months that the data cover whole and that are asked for. */
function coveredMonths(windows: readonly YearWindow[], { from, to }: Selection): ReadonlySet<MonthNumber> {
  const months = windows.flatMap(({ year, firstMonth, lastMonth }) =>
    Array.from({ length: Math.max(0, lastMonth - firstMonth + 1) }, (_, index) =>
      monthNumber(year, firstMonth + index),
    ),
  );
  // Windows reach back a year before what is asked for, for growth.
  const isAsked = (month: MonthNumber): boolean =>
    (from === null || month >= monthOf(from)) && (to === null || month <= monthOf(to));
  return new Set(months.filter(isAsked));
}

/** The tables of a result, by name. */
export const EVENT_TABLES = ["estimates", "path"] as const;
export type EventTable = (typeof EVENT_TABLES)[number];

export interface EventOutput extends Output<EventFormat> {
  /** Which table; without one, the terminal says it in words, and CSV has the estimates. JSON has all. */
  readonly table?: EventTable;
}

export async function renderEvents({ studies, provenance }: Events, output: EventOutput): Promise<string> {
  const { format, table } = output;
  if (format === "json") {
    const { renderEventJson } = await import("../render/event-json.ts");
    return renderEventJson(studies, provenance);
  }
  const view = {
    language: output.readerLanguage,
    currency: provenance.currency,
    nameOf: groupNames(output.readerLanguage),
  };
  if (format === "html") {
    const { renderEventHtml } = await import("../render/html/event-page.ts");
    return renderEventHtml(studies, provenance, view);
  }
  if (format === "terminal" && table === undefined) {
    const { renderEventsTerminal } = await import("../render/terminal/event.ts");
    const { createStyle } = await import("../render/style.ts");
    return renderEventsTerminal(studies, { ...view, width: output.width, style: createStyle(output.colour) });
  }
  const asked = table === "path" ? pathTable(studies) : estimatesTable(studies);
  return renderTable("event", table ?? "estimates", asked, provenance, { ...output, format });
}

/** Names of destinations, regions and themes in a language. */
function groupNames(language: Language): (dimension: ItemDimension, code: string) => string {
  const names = new Map<string, (code: string) => string>();
  return (dimension, code) => {
    const nameOf = names.get(dimension) ?? itemNames(dimension, language);
    names.set(dimension, nameOf);
    return nameOf(code);
  };
}
