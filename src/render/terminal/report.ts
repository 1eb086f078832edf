import type { Language } from "../../domain/language.ts";
import { printable } from "../../domain/printable.ts";
import { wholeRow } from "../../report/chamber-parts.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearlyReport } from "../../report/yearly-report.ts";
import { comparisonWordsOf } from "../comparison-words.ts";
import { groupHeading, groupNotes } from "../group-notes.ts";
import { renderParts } from "./chamber-parts.ts";
import { findingTexts } from "../finding-text.ts";
import { createFormatter } from "../format.ts";
import type { Style } from "../style.ts";
import { wordsOf } from "../words.ts";
import { wrap } from "../wrap.ts";
import { MAX_WIDTH, type ReportContext } from "./context.ts";
import { renderDestinations } from "./destinations.ts";
import { renderHeadline, renderTitle } from "./headline.ts";
import { renderQuality } from "./quality.ts";
import { renderYearCharts, renderYears } from "./years.ts";

export interface TerminalOptions {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
  /** How many destinations to show. */
  readonly top: number;
}

/** The report as text for a terminal: headline figures, findings, years, destinations, data quality. */
export function renderReportTerminal(report: YearlyReport, nameOf: NameOf, options: TerminalOptions): string {
  const context: ReportContext = {
    report,
    nameOf,
    words: wordsOf(options.language),
    format: createFormatter(options.language),
    ...options,
    width: Math.min(MAX_WIDTH, options.width),
  };
  const { heading } = context.words;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [heading.findings, renderFindings(context)],
    [report.group === undefined ? "" : groupHeading(report.group, options.language), renderChambers(context)],
    [heading.years, [...renderYears(context), ...renderYearCharts(context)]],
    [heading.destinations, renderDestinations(context)],
    [heading.quality, renderQuality(context)],
  ];
  const lines = [
    ...renderTitle(context),
    "",
    ...renderHeadline(context),
    ...sections.flatMap(([title, body]) => (body.length === 0 ? [] : ["", options.style.heading(title), ...body])),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

/** What each chamber of a joint report is of the whole. */
function renderChambers(context: ReportContext): readonly string[] {
  const { report, words, format, style, width, language } = context;
  const { group, current, provenance } = report;
  if (group === undefined) return [];
  const own = comparisonWordsOf(language);
  const parts = group.parts.map((part) => ({ ...part, item: printable(part.item) }));
  const lines = [...parts, { item: own.together, ...wholeRow(current) }];
  return [
    ...renderParts(lines, { words, format, style, width, currency: provenance.currency }),
    style.faint(own.partsNote),
    ...groupNotes(group, language, format).flatMap((text) => wrap(text, width)),
  ];
}

function renderFindings(context: ReportContext): readonly string[] {
  const finding = { ...context, currency: context.report.provenance.currency };
  return context.report.findings.flatMap((each) =>
    findingTexts(each, finding).flatMap((text) => wrap(`• ${text}`, context.width)),
  );
}
