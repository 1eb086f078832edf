import { divideFractions, fractionToNumber, numberToFraction } from "../../domain/fraction.ts";
import type { EventStudy, StudiedEvent } from "../../report/event-study.ts";
import { renderChart } from "../chart.ts";
import {
  eventContext,
  eventDesign,
  eventTitle,
  levelRows,
  metricSentences,
  refusalText,
  shareSentence,
  type EventContext,
  type EventView,
} from "../event-text.ts";
import type { Style } from "../style.ts";
import { renderTextTable } from "../text-table.ts";
import { wrap } from "../wrap.ts";

export interface EventTerminalView extends EventView {
  readonly width: number;
  readonly style: Style;
}

/** Each event: the two sides in a table, what was found in sentences, and the path as a small chart. */
export function renderEventsTerminal(studies: readonly EventStudy[], view: EventTerminalView): string {
  const context = eventContext(view);
  const blocks = studies.map((study) => [
    ...wrap(eventTitle(study, context), view.width).map((line) => view.style.heading(line)),
    ...(study.refusal === null
      ? renderStudy(study, context, view)
      : wrap(refusalText(study.refusal, context), view.width)),
    "",
  ]);
  const caution = studies.some(({ refusal }) => refusal === null) ? wrap(context.own.caution, view.width, "") : [];
  const lines = [...blocks.flat(), ...caution.map((line) => view.style.faint(line))];
  return `${lines.join("\n").trimEnd()}\n`;
}

function renderStudy(study: StudiedEvent, context: EventContext, view: EventTerminalView): readonly string[] {
  const { width, style } = view;
  const { own, words } = context;
  return [
    ...eventDesign(study, context).flatMap((line) => wrap(line, width)),
    "",
    ...renderLevels(study, context, view),
    ...(study.metrics.some(({ metric }) => metric === "goods_value") ? [] : [own.noValues]),
    ...study.metrics.flatMap((of) => [
      "",
      style.strong(words.metric[of.metric]),
      ...[...metricSentences(study, of, context), shareSentence(of, context)].flatMap((sentence) =>
        wrap(`• ${sentence}`, width),
      ),
    ]),
    ...renderPath(study, context, view),
  ];
}

function renderLevels(
  study: StudiedEvent,
  context: EventContext,
  { width, style }: EventTerminalView,
): readonly string[] {
  const { own } = context;
  const headers = [own.before, own.after, own.growth, own.comparison, own.difference];
  return renderTextTable(
    [{ header: own.perYear, align: "left" }, ...headers.map((header) => ({ header, align: "right" }) as const)],
    levelRows(study, context),
    width,
    style.faint,
  );
}

/** The path of what the event is about, relative to the comparison group: a level line is "no difference". */
function renderPath(
  study: StudiedEvent,
  context: EventContext,
  { width, style }: EventTerminalView,
): readonly string[] {
  const [of] = study.metrics;
  if (of === undefined) return [];
  const points = (study.paths[of.metric] ?? []).map(({ period, treatedIndex, comparisonIndex }) => {
    const relative = treatedIndex && comparisonIndex && divideFractions(treatedIndex, comparisonIndex);
    return { label: String(period.number), value: relative === null ? null : 100 * fractionToNumber(relative) };
  });
  const chart = renderChart(points, width, (value) => context.format.plain(numberToFraction(value), 0));
  if (chart.length === 0) return [];
  const title = context.own.relativePath(context.words.metric[of.metric], study.by);
  return ["", style.strong(title), ...chart.map((line) => line.trimEnd()), style.faint(context.own.periods[study.by])];
}
