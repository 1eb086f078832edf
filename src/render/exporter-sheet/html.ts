import { METRICS } from "../../domain/metric.ts";
import type { ExporterSheet } from "../../report/exporter-sheet.ts";
import { renderCharts } from "../html/charts/chart.ts";
import { quantityOf } from "../html/charts/quantity.ts";
import { yearsChart } from "../html/charts/years.ts";
import { renderPage } from "../html/frame.ts";
import { element, type Markup } from "../html/markup.ts";
import { paragraphs, renderHeadlines, renderSection } from "../html/sections.ts";
import { PAGE_STYLE } from "../html/style.ts";
import { renderTable } from "../html/table.ts";
import { pageWordsOf } from "../html/words.ts";
import {
  buildHead,
  buildKeyFigures,
  buildSections,
  sheetContext,
  type SheetContext,
  type SheetNaming,
  type SheetOptions,
  type SheetSection,
} from "./document.ts";

/** Narrower tables than those of the report: larger type on paper. */
const SHEET_STYLE = `${PAGE_STYLE}
table { min-width: min(100%, 46rem); }
#destinations-table { font-size: .875rem; }
.lead { margin: .4rem 0 0; font-size: 1.15rem; }
tbody th { max-width: 24rem; }
#method p { font-size: .9rem; color: var(--muted); }
@media (max-width: 30rem) { tbody th { max-width: 11rem; } }
@media print {
  table, #destinations-table { font-size: 8.5pt; }
  table { min-width: 100%; }
  section { margin-top: 1.1rem; }
  .table { margin: .5rem 0 .75rem; }
  .charts { margin-bottom: .75rem; }
  #method { break-inside: avoid; }
}
`;

/** The sheet as one page that needs nothing else and prints on A4. */
export function renderSheetHtml(sheet: ExporterSheet, names: SheetNaming, options: SheetOptions): string {
  const context = sheetContext(sheet, names, options);
  const { name, title, chambers, lines } = buildHead(context);
  return renderPage({
    language: options.language,
    documentWords: context.documentWords,
    title: `${name} · ${title}`,
    style: SHEET_STYLE,
    script: null,
    header: [
      chambers === "" ? null : element("p", { class: "chamber" }, chambers),
      element("h1", {}, name),
      element("p", { class: "lead" }, title),
      lines.map((line) => element("p", { class: "scope" }, line)),
    ],
    main: [
      renderHeadlines(buildKeyFigures(context), context),
      ...buildSections(context).map((section) =>
        renderSection({ id: section.id, title: section.title, content: renderBody(section, context) }),
      ),
    ],
  });
}

function renderBody({ id, sentences, table, notes }: SheetSection, context: SheetContext): readonly Markup[] {
  const page = pageWordsOf(context.language);
  const charts = id === "years" ? METRICS.map((metric) => yearsChart(context, page, quantityOf(metric, context))) : [];
  return [
    ...renderCharts(charts, page),
    ...paragraphs(sentences),
    ...(table === null ? [] : [renderTable(table, { id: `${id}-table` })]),
    ...paragraphs(notes, "note"),
  ];
}
