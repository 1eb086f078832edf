import type { EventStudy, StudiedEvent } from "../../report/event-study.ts";
import type { Provenance } from "../../report/provenance.ts";
import { printable } from "../../domain/printable.ts";
import { textCell, type DocumentTable } from "../document/table.ts";
import { documentWordsOf } from "../document/words.ts";
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
import { unbroken } from "../unbroken.ts";
import { renderCharts } from "./charts/chart.ts";
import { eventPathChart } from "./charts/event-path.ts";
import { renderPage } from "./frame.ts";
import { element, type Markup } from "./markup.ts";
import { paragraphs, renderSection, type Section } from "./sections.ts";
import { PAGE_STYLE } from "./style.ts";
import { renderTable } from "./table.ts";
import { pageWordsOf } from "./words.ts";

/** Studies of events as one page that needs nothing else: a section for each, with its levels, findings and paths. */
export function renderEventHtml(
  studies: readonly EventStudy[],
  { chambers, inputs }: Provenance,
  view: EventView,
): string {
  const context = eventContext(view);
  const documentWords = documentWordsOf(view.language);
  const [only] = studies;
  const title = studies.length === 1 && only !== undefined ? eventTitle(only, context) : context.own.title;
  const files = inputs.map(({ name }) => printable(name)).join(", ");
  return renderPage({
    language: view.language,
    documentWords,
    title,
    style: PAGE_STYLE,
    script: null,
    header: [
      chambers.length === 0 ? null : element("p", { class: "chamber" }, chambers.map(printable).join(", ")),
      element("h1", {}, title),
      element("p", { class: "scope" }, `${documentWords.inputsCaption}${documentWords.colon}${files}`),
    ],
    main: [
      studies.map((study, index) => renderSection(sectionOf(study, `event-${index + 1}`, context))),
      paragraphs([context.own.caution], "warning"),
    ],
  });
}

function sectionOf(study: EventStudy, id: string, context: EventContext): Section {
  const content =
    study.refusal === null
      ? renderStudy(study, id, context)
      : paragraphs([refusalText(study.refusal, context)], "warning");
  return { id, title: eventTitle(study, context), content };
}

function renderStudy(study: StudiedEvent, id: string, context: EventContext): readonly Markup[] {
  const { own, words, language } = context;
  const charts = study.metrics.map((of) => eventPathChart(`${id}-${of.metric}`, study, of, context));
  const noValues = study.metrics.some(({ metric }) => metric === "goods_value") ? [] : [own.noValues];
  return [
    ...paragraphs([...eventDesign(study, context), ...noValues]),
    renderTable(levelsTable(study, context), { id: `${id}-levels` }),
    ...study.metrics.flatMap((of) => [
      element("h3", {}, words.metric[of.metric]),
      element(
        "ul",
        { class: "findings" },
        [...metricSentences(study, of, context), shareSentence(of, context)].map((text) =>
          element("li", {}, unbroken(text)),
        ),
      ),
    ]),
    ...renderCharts(charts, pageWordsOf(language)),
  ];
}

function levelsTable(study: StudiedEvent, context: EventContext): DocumentTable {
  const { own } = context;
  const headers = [own.before, own.after, own.growth, own.comparison, own.difference];
  return {
    caption: own.levels,
    note: null,
    columns: [
      { header: own.perYear, group: null, kind: "text" },
      ...headers.map((header) => ({ header, group: null, kind: "quantity" as const })),
    ],
    rows: levelRows(study, context).map((row) => row.map(textCell)),
    total: null,
  };
}
