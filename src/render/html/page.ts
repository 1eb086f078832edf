import type { Language } from "../../domain/language.ts";
import { METRICS } from "../../domain/metric.ts";
import { figureId } from "../../domain/figure.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearlyReport } from "../../report/yearly-report.ts";
import { buildChamberParts } from "../document/chamber-parts.ts";
import { documentContext, type DocumentContext } from "../document/context.ts";
import { buildDestinations } from "../document/destinations.ts";
import { buildHeadlines, buildTitle } from "../document/headline.ts";
import { policyTexts } from "../document/policy-words.ts";
import { buildBalance, buildInputs, buildProblems, otherConventionNote, qualityNotes } from "../document/quality.ts";
import { buildYears } from "../document/years.ts";
import { groupHeading, groupNotes } from "../group-notes.ts";
import { findingTexts } from "../finding-text.ts";
import { unbroken } from "../unbroken.ts";
import { renderCharts, type Chart } from "./charts/chart.ts";
import { concentrationChart } from "./charts/concentration.ts";
import { contributionsChart } from "./charts/contributions.ts";
import { monthsChart } from "./charts/months.ts";
import { quantityOf } from "./charts/quantity.ts";
import { sharesChart } from "./charts/shares.ts";
import { yearsChart } from "./charts/years.ts";
import { renderPage } from "./frame.ts";
import { element, type Content, type Markup } from "./markup.ts";
import { PAGE_SCRIPT } from "./script.ts";
import { paragraphs, renderHeadlines, renderSection, type Section } from "./sections.ts";
import { PAGE_STYLE } from "./style.ts";
import { renderTable } from "./table.ts";
import { pageWordsOf, type PageWords } from "./words.ts";

/** So many destinations are shown before the reader asks for all. */
const SHOWN_DESTINATIONS = 20;

/** The report as one page that needs nothing else. */
export function renderReportHtml(report: YearlyReport, nameOf: NameOf, language: Language): string {
  const context = documentContext(report, nameOf, language);
  const { documentWords } = context;
  const page = pageWordsOf(language);
  const { chambers, title, scope, filter } = buildTitle(context);
  const sections = buildSections(context, page).filter(({ content }) => content.length > 0);
  return renderPage({
    language,
    documentWords,
    title: chambers === "" ? title : `${title} · ${chambers}`,
    style: PAGE_STYLE,
    script: PAGE_SCRIPT,
    header: [
      chambers === "" ? null : element("p", { class: "chamber" }, chambers),
      element("h1", {}, title),
      [scope, ...filter].map((text) => element("p", { class: "scope" }, text)),
      renderContents(sections, page),
    ],
    main: [renderHeadlines(buildHeadlines(context), context), ...sections.map(renderSection)],
  });
}

function buildSections(context: DocumentContext, page: PageWords): readonly Section[] {
  const { report, words, documentWords, format } = context;
  const quantities = METRICS.map((metric) => quantityOf(metric, context));
  const charts = (...drawn: readonly (Chart | null)[]): readonly Markup[] => renderCharts(drawn, page);
  const main = quantities.find(({ metric }) => metric === "goods_value" && report.current.goodsCents !== null);
  const largest = main ?? quantities[0];
  const fold = {
    rows: SHOWN_DESTINATIONS,
    showAll: page.showAll(format.count(report.destinations.length)),
    showFirst: page.showLargest(SHOWN_DESTINATIONS),
  };
  const folding = report.destinations.length > SHOWN_DESTINATIONS ? { fold } : {};
  return [
    { id: "findings", title: words.heading.findings, content: renderFindings(context) },
    {
      id: "chambers",
      title: report.group === undefined ? "" : groupHeading(report.group, context.language),
      content: renderChambers(context),
    },
    {
      id: "years",
      title: words.heading.years,
      content: [
        ...charts(...quantities.map((quantity) => yearsChart(context, page, quantity))),
        renderTable(buildYears(context), { id: "years-table", sortable: true }),
      ],
    },
    {
      id: "growth",
      title: page.growthSection,
      content: charts(...quantities.map((quantity) => contributionsChart(context, page, quantity))),
    },
    {
      id: "months",
      title: page.monthsSection,
      content: charts(...quantities.map((quantity) => monthsChart(context, page, quantity))),
    },
    {
      id: "destinations",
      title: words.heading.destinations,
      content: [
        ...charts(
          largest === undefined ? null : sharesChart(context, page, largest),
          concentrationChart(context, page, quantities),
        ),
        renderTable(buildDestinations(context), { id: "destinations-table", sortable: true, ...folding }),
      ],
    },
    { id: "method", title: documentWords.method, content: renderMethod(context) },
    { id: "quality", title: words.heading.quality, content: renderQuality(context) },
  ];
}

function renderContents(sections: readonly Section[], page: PageWords): Markup {
  return element(
    "nav",
    { "aria-label": page.contents },
    element(
      "ul",
      {},
      sections.map(({ id, title }) => element("li", {}, element("a", { href: `#${id}` }, title))),
    ),
  );
}

function renderFindings(context: DocumentContext): readonly Markup[] {
  const finding = { ...context, currency: context.report.provenance.currency };
  const items = context.report.findings.flatMap((each) =>
    findingTexts(each, finding).map((text) =>
      element("li", { "data-figures": each.figures.map(figureId).join(" ") || null }, unbroken(text)),
    ),
  );
  return items.length === 0 ? [] : [element("ul", { class: "findings" }, items)];
}

function renderChambers(context: DocumentContext): readonly Markup[] {
  const [{ group }, table] = [context.report, buildChamberParts(context)];
  if (group === undefined || table === null) return [];
  return [
    renderTable(table, { id: "chambers-table", sortable: true }),
    ...paragraphs(groupNotes(group, context.language, context.format)),
  ];
}

function renderMethod(context: DocumentContext): readonly Markup[] {
  const { documentWords, language } = context;
  const other = otherConventionNote(context);
  return [
    element("h3", {}, documentWords.counting),
    element(
      "ol",
      {},
      policyTexts(language).map((text) => element("li", {}, withOptions(text))),
    ),
    ...paragraphs(other === null ? [] : [other]),
    element("h3", {}, documentWords.measures),
    element(
      "dl",
      { class: "definitions" },
      documentWords.definitions.map(([term, definition]) => [
        element("dt", {}, term),
        element("dd", {}, `${definition}.`),
      ]),
    ),
  ];
}

function renderQuality(context: DocumentContext): readonly Markup[] {
  const problems = buildProblems(context);
  return [
    renderTable(buildBalance(context), { id: "balance-table" }),
    ...paragraphs(qualityNotes(context)),
    ...(problems === null
      ? paragraphs([context.documentWords.noProblems])
      : [renderTable(problems, { id: "problems-table" })]),
    renderTable(buildInputs(context), { id: "inputs-table" }),
  ];
}

/** A text in which the options of the command line are told from words. */
function withOptions(text: string): Content {
  return text.split(/(--[a-z]+)/).map((part) => (part.startsWith("--") ? element("code", {}, part) : part));
}
