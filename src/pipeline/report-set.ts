import { LANGUAGES } from "../domain/language.ts";
import { periodId } from "../domain/period-id.ts";
import type { YearlyReport } from "../report/yearly-report.ts";
import { renderReport, REPORT_TABLES, type ReportOutput } from "./render-report.ts";
import type { NamedText } from "./write-file.ts";

/** Every form of the report that is a file: what `--out FOLDER` writes. */
export async function renderReportSet(report: YearlyReport, output: ReportOutput): Promise<readonly NamedText[]> {
  // The slash of 2018-01/2018-05 would be a folder.
  const period = periodId(report.period).replace("/", "--");
  const parts: readonly (readonly [name: string, part: Partial<ReportOutput>])[] = [
    [`report-${period}.html`, { format: "html" }],
    [`report-${period}.md`, { format: "markdown" }],
    [`report-${period}.json`, { format: "json" }],
    ...LANGUAGES.map(
      (language) =>
        [
          `press-${period}-${language}.txt`,
          { format: "press", readerLanguage: language, isLanguageChosen: true },
        ] as const,
    ),
    ...REPORT_TABLES.filter((table) => table !== "chambers" || report.group !== undefined).map(
      (table) => [`${table}-${period}.csv`, { format: "csv", table }] as const,
    ),
  ];
  const files: NamedText[] = [];
  for (const [name, part] of parts) files.push({ name, text: await renderReport(report, { ...output, ...part }) });
  return files;
}
