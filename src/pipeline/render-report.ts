import { destinationsTable, seriesTable } from "../report/tables.ts";
import type { YearlyReport } from "../report/yearly-report.ts";
import { itemNames } from "./labels.ts";
import type { Output, ReportFormat } from "./output.ts";

export const REPORT_TABLES = ["destinations", "years"] as const;

export interface ReportOutput extends Output<ReportFormat> {
  /** How many destinations the terminal and Markdown show. */
  readonly top: number;
  /** Which table CSV has. */
  readonly table: (typeof REPORT_TABLES)[number];
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
      return renderReportPress(report, itemNames("destination", output.readerLanguage), {
        language: output.readerLanguage,
        country: loadCountryGrammar(output.readerLanguage),
      });
    }
    case "json": {
      const { renderReportJson } = await import("../render/report-json.ts");
      return renderReportJson(report, itemNames("destination", output.dataLanguage));
    }
    case "csv": {
      const { renderCsv } = await import("../render/csv.ts");
      if (output.table === "years") return renderCsv(seriesTable("year", report.series));
      const nameOf = itemNames("destination", output.dataLanguage);
      return renderCsv(destinationsTable(report.year, report.destinations, nameOf));
    }
  }
}
