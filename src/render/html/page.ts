import { createHash } from "node:crypto";

import type { Language } from "../../domain/language.ts";
import { METRICS } from "../../domain/metric.ts";
import { figureId } from "../../domain/figure.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearlyReport } from "../../report/yearly-report.ts";
import { documentContext, type DocumentContext } from "../document/context.ts";
import { buildDestinations } from "../document/destinations.ts";
import { buildHeadlines, buildTitle, comparedMonths, type Headline } from "../document/headline.ts";
import { policyTexts } from "../document/policy-words.ts";
import { buildBalance, buildInputs, buildProblems, otherConventionNote, qualityNotes } from "../document/quality.ts";
import type { DocumentCell } from "../document/table.ts";
import { buildYears } from "../document/years.ts";
import { findingTexts } from "../finding-text.ts";
import { UNDEFINED } from "../format.ts";
import { unbroken } from "../unbroken.ts";
import { renderChart, type Chart } from "./charts/chart.ts";
import { concentrationChart } from "./charts/concentration.ts";
import { contributionsChart } from "./charts/contributions.ts";
import { monthsChart } from "./charts/months.ts";
import { quantityOf } from "./charts/quantity.ts";
import { sharesChart } from "./charts/shares.ts";
import { yearsChart } from "./charts/years.ts";
import { element, source, type Content, type Markup } from "./markup.ts";
import { PAGE_SCRIPT } from "./script.ts";
import { PAGE_STYLE } from "./style.ts";
import { renderTable } from "./table.ts";
import { pageWordsOf, type PageWords } from "./words.ts";

/** So many destinations are shown before the reader asks for all. */
const SHOWN_DESTINATIONS = 20;

/**
 * The report as one page that needs nothing else: style, script and charts are in it, and its policy forbids it to
 * fetch anything.
 */
export function renderReportHtml(report: YearlyReport, nameOf: NameOf, language: Language): string {
  const context = documentContext(report, nameOf, language);
  const page = pageWordsOf(language);
  const { chambers, title, scope, filter } = buildTitle(context);
  const sections = buildSections(context, page).filter(({ content }) => content.length > 0);
  const document = element(
    "html",
    { lang: language },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: CONTENT_POLICY }),
      element("meta", { name: "generator", content: "origo" }),
      element("title", {}, chambers === "" ? title : `${title} · ${chambers}`),
      element("link", { rel: "icon", href: "data:," }),
      element("style", {}, source(PAGE_STYLE)),
    ),
    element(
      "body",
      {},
      element(
        "header",
        {},
        chambers === "" ? null : element("p", { class: "chamber" }, chambers),
        element("h1", {}, title),
        [scope, ...filter].map((text) => element("p", { class: "scope" }, text)),
        renderContents(sections, page),
      ),
      element("main", {}, renderHeadlines(context), sections.map(renderSection)),
      element("footer", {}, `${context.documentWords.madeWith} origo`),
      element("script", {}, source(PAGE_SCRIPT)),
    ),
  );
  return `<!doctype html>\n${document.markup}\n`;
}

/** Only this style and this script, by their fingerprints; nothing from anywhere. */
const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src '${fingerprint(PAGE_STYLE)}'`,
  `script-src '${fingerprint(PAGE_SCRIPT)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function fingerprint(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: readonly Markup[];
}

function buildSections(context: DocumentContext, page: PageWords): readonly Section[] {
  const { report, words, documentWords, format } = context;
  const quantities = METRICS.map((metric) => quantityOf(metric, context));
  const charts = (...drawn: readonly (Chart | null)[]): readonly Markup[] => {
    const present = drawn.filter((chart) => chart !== null);
    if (present.length === 0) return [];
    return [
      element(
        "div",
        { class: "charts" },
        present.map((chart) => renderChart(chart, page.figures)),
      ),
    ];
  };
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

function renderSection({ id, title, content }: Section): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    content,
  );
}

function renderHeadlines(context: DocumentContext): Markup {
  const note = comparedMonths(context);
  return element(
    "section",
    { "aria-label": context.documentWords.keyFigures },
    element(
      "dl",
      { class: "headlines" },
      buildHeadlines(context).map((headline) => renderHeadline(headline, context)),
    ),
    ...paragraphs(note === null ? [] : [note], "warning"),
  );
}

function renderHeadline({ label, value, growth, before }: Headline, { report }: DocumentContext): Markup {
  return element(
    "div",
    {},
    element("dt", {}, label),
    element("dd", { class: "amount" }, renderFigure(value)),
    growth === null || growth.text === UNDEFINED
      ? null
      : element("dd", { class: growth.direction }, renderFigure(growth)),
    before === null ? null : element("dd", { class: "before" }, `${report.year - 1}: `, renderFigure(before)),
  );
}

function renderFigure({ text, figure }: DocumentCell): Markup {
  return element("span", { "data-figure": figure && figureId(figure) }, text);
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

function paragraphs(texts: readonly string[], className: string | null = null): readonly Markup[] {
  return texts.map((text): Markup => element("p", { class: className }, unbroken(text)));
}

/** A text in which the options of the command line are told from words. */
function withOptions(text: string): Content {
  return text.split(/(--[a-z]+)/).map((part) => (part.startsWith("--") ? element("code", {}, part) : part));
}
