import { destinationsTable, seriesTable } from "../report/tables.ts";
import type { ReportGroup, YearlyReport } from "../report/yearly-report.ts";
import type { Language } from "../domain/language.ts";
import { UserError } from "../domain/user-error.ts";
import { partsTable } from "../report/comparison-tables.ts";
import { itemNames } from "./labels.ts";
import type { Output, ReportFormat } from "./output.ts";

/** The tables of a report, the first by default; that of the chambers is of a joint report. */
export const REPORT_TABLES = ["destinations", "years", "chambers"] as const;

export interface ReportOutput extends Output<ReportFormat> {
  /** How many destinations the terminal and Markdown show. */
  readonly top: number;
  /** Which table CSV has. */
  readonly table: (typeof REPORT_TABLES)[number];
  /** Whether the reader's language was asked for: else a joint press text is in those of the chambers. */
  readonly isLanguageChosen?: boolean;
}

/** The report in one of its forms. */
export async function renderReport(report: YearlyReport, output: ReportOutput): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderReportTerminal } = await import("../render/terminal/report.ts");
      const { createStyle } = await import("../render/style.ts");
      return renderReportTerminal(report, itemNames("destination", output.readerLanguage), {
        language: output.readerLanguage,
        width: output.width,
        style: createStyle(output.colour),
        top: output.top,
      });
    }
    case "markdown": {
      const { renderReportMarkdown } = await import("../render/markdown.ts");
      return renderReportMarkdown(report, itemNames("destination", output.readerLanguage), {
        language: output.readerLanguage,
        top: output.top,
      });
    }
    case "html": {
      const { renderReportHtml } = await import("../render/html/page.ts");
      return renderReportHtml(report, itemNames("destination", output.readerLanguage), output.readerLanguage);
    }
    case "press": {
      const { renderReportPress } = await import("../render/press/press.ts");
      const { loadCountryGrammar } = await import("../reference/country-grammar.ts");
      const texts = pressLanguages(report, output).map((language) =>
        renderReportPress(report, itemNames("destination", language), {
          language,
          country: loadCountryGrammar(language),
        }),
      );
      return texts.join("\n* * *\n\n");
    }
    case "json": {
      const { renderReportJson } = await import("../render/report-json.ts");
      return renderReportJson(report, itemNames("destination", output.dataLanguage));
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      if (output.table === "chambers") return renderCsv(partsTable(groupOf(report), report.current));
      if (output.table === "years") return renderCsv(seriesTable("year", report.series));
      const nameOf = itemNames("destination", output.dataLanguage);
      return renderCsv(destinationsTable(report.year, report.destinations, nameOf));
    }
  }
}

/** Chambers that publish together do so in the languages of their readers, in order of the chambers. */
function pressLanguages({ group }: YearlyReport, output: ReportOutput): readonly Language[] {
  if (output.isLanguageChosen === true) return [output.readerLanguage];
  const languages = (group?.chambers ?? []).flatMap(({ language }) => language ?? []);
  return languages.length === 0 ? [output.readerLanguage] : [...new Set(languages)];
}

function groupOf({ group }: YearlyReport): ReportGroup {
  if (group !== undefined) return group;
  throw new UserError(2, "--table chambers is of chambers that report together", "name them: --region FILE");
}
