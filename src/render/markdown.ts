import type { Language } from "../domain/language.ts";
import { METRICS } from "../domain/metric.ts";
import type { NameOf } from "../report/tables.ts";
import type { YearlyReport } from "../report/yearly-report.ts";
import { renderBalance } from "./balance.ts";
import { buildChamberParts } from "./document/chamber-parts.ts";
import { documentContext, type DocumentContext } from "./document/context.ts";
import { buildLargest, contributionNote } from "./document/destinations.ts";
import { buildHeadlines, buildTitle, comparedMonths, type Headline } from "./document/headline.ts";
import { policyTexts } from "./document/policy-words.ts";
import { buildInputs, buildProblems, otherConventionNote, qualityNotes } from "./document/quality.ts";
import { buildYears } from "./document/years.ts";
import { findingTexts } from "./finding-text.ts";
import { groupNotes } from "./group-notes.ts";
import { UNDEFINED } from "./format.ts";
import { escapeMarkdown, pipeTable, renderMarkdownTable } from "./markdown-table.ts";

export interface MarkdownOptions {
  readonly language: Language;
  /** How many destinations to list. */
  readonly top: number;
}

/** The report as Markdown that GitHub shows and pandoc turns into a text document: plain headings, lists and pipe tables. */
export function renderReportMarkdown(report: YearlyReport, nameOf: NameOf, options: MarkdownOptions): string {
  const context = documentContext(report, nameOf, options.language);
  const { words, documentWords } = context;
  const { chambers, title, scope, filter } = buildTitle(context);
  const blocks: readonly string[] = [
    `# ${escapeMarkdown(chambers === "" ? title : `${title} · ${chambers}`)}`,
    ...paragraphs([scope, ...filter]),
    heading(documentWords.keyFigures),
    renderHeadlines(context),
    ...paragraphs([comparedMonths(context)]),
    ...renderFindings(context),
    ...renderChambers(context),
    heading(words.heading.years),
    ...renderMarkdownTable(buildYears(context), context),
    ...METRICS.toReversed()
      .filter((metric) => metric === "certificates" || report.current.goodsCents !== null)
      .map((metric) => buildLargest(context, metric, options.top))
      .flatMap((table) => [heading(table.caption), ...renderMarkdownTable(table, context)]),
    ...paragraphs([contributionNote(context)]),
    heading(documentWords.method),
    list(policyTexts(options.language), "1."),
    list(
      documentWords.definitions.map(([term, definition]) => `${term}${documentWords.colon}${definition}.`),
      "-",
    ),
    ...paragraphs([otherConventionNote(context)]),
    heading(words.heading.quality),
    ...renderQuality(context),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function renderChambers(context: DocumentContext): readonly string[] {
  const [{ group }, table] = [context.report, buildChamberParts(context)];
  if (group === undefined || table === null) return [];
  return [
    heading(table.caption),
    ...renderMarkdownTable(table, context),
    ...paragraphs(groupNotes(group, context.language, context.format)),
  ];
}

function heading(text: string): string {
  return `## ${escapeMarkdown(text)}`;
}

function paragraphs(texts: readonly (string | null)[]): readonly string[] {
  return texts.flatMap((text) => (text === null ? [] : [escapeMarkdown(text)]));
}

function list(items: readonly string[], marker: string): string {
  return items.map((item) => `${marker} ${escapeMarkdown(item)}`).join("\n");
}

function renderHeadlines(context: DocumentContext): string {
  const { report, documentWords } = context;
  const headlines = buildHeadlines(context);
  const columns: readonly (readonly [header: string, text: (headline: Headline) => string | undefined])[] = [
    ["", ({ label }) => label],
    [String(report.year), ({ value }) => value.text],
    [documentWords.growth, ({ growth }) => growth?.text],
    [String(report.year - 1), ({ before }) => before?.text],
  ];
  const filled = columns.filter(([, text]) =>
    headlines.some((headline) => ![undefined, UNDEFINED].includes(text(headline))),
  );
  return pipeTable(
    filled.map(([header]) => header),
    headlines.map((headline) => filled.map(([, text]) => text(headline) ?? "")),
    filled.map((_, index) => (index === 0 ? "left" : "right")),
  );
}

function renderFindings(context: DocumentContext): readonly string[] {
  const finding = { ...context, currency: context.report.provenance.currency };
  const texts = context.report.findings.flatMap((each) => findingTexts(each, finding));
  return texts.length === 0 ? [] : [heading(context.words.heading.findings), list(texts, "-")];
}

function renderQuality(context: DocumentContext): readonly string[] {
  const problems = buildProblems(context);
  return [
    escapeMarkdown(renderBalance(context.report.provenance.balance, context.language)),
    ...paragraphs(qualityNotes(context)),
    ...(problems === null
      ? [escapeMarkdown(context.documentWords.noProblems)]
      : [`### ${escapeMarkdown(problems.caption)}`, ...renderMarkdownTable(problems, context)]),
    `### ${escapeMarkdown(context.documentWords.inputsCaption)}`,
    ...renderMarkdownTable(buildInputs(context), context),
  ];
}
