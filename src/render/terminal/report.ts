import type { Language } from "../../domain/language.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearlyReport } from "../../report/yearly-report.ts";
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

function renderFindings(context: ReportContext): readonly string[] {
  const finding = { ...context, currency: context.report.provenance.currency };
  return context.report.findings.flatMap((each) =>
    findingTexts(each, finding).flatMap((text) => wrap(`• ${text}`, context.width)),
  );
}
