import { fraction } from "../../domain/fraction.ts";
import { printable } from "../../domain/printable.ts";
import { problemSeverity } from "../../domain/problem.ts";
import { listSentence } from "../finding-text.ts";
import { compositionName } from "../scope-text.ts";
import type { DocumentContext, FactContext } from "./context.ts";
import { problemNameOf } from "./problem-words.ts";
import { countCell, textCell, type DocumentTable } from "./table.ts";

/** What a reader of the figures has to know about the data, in sentences. */
export function qualityNotes({ report, words, format, nameOf }: FactContext): readonly string[] {
  const { withoutValue, notACountry, soleExporter } = report.quality;
  const share = fraction(BigInt(withoutValue), BigInt(report.current.certificates));
  return [
    ...(withoutValue === 0 || share === null
      ? []
      : [words.withoutValue(format.count(withoutValue), withoutValue === 1, format.percent(share))]),
    ...(notACountry === 0 ? [] : [words.notACountry(format.count(notACountry), notACountry === 1)]),
    ...listSentence(
      soleExporter.filter((item) => item !== ""),
      words.soleExporter,
      { words, format, nameOf },
    ),
  ];
}

/** The year under the other composition of the Union, when that makes a difference. */
export function otherConventionNote({ report, words, format }: FactContext): string | null {
  if (report.otherConvention === null) return null;
  const { eu, totals } = report.otherConvention;
  const value =
    totals.goodsCents === null ? words.noValue : format.amount(totals.goodsCents, report.provenance.currency);
  return words.otherConvention(compositionName(eu, words), format.count(totals.certificates), value);
}

/** What became of the rows: the classes, and the rows read as their sum. */
export function buildBalance({ report, words, documentWords, format }: DocumentContext): DocumentTable {
  const { balance } = report.provenance;
  const rows: readonly (readonly [string, number])[] = [
    [words.balance.counted, balance.counted],
    [words.balance.copies, balance.copies],
    ...(balance.crossBorder === undefined ? [] : [[words.balance.crossBorder, balance.crossBorder] as const]),
    [words.balance.superseded, balance.superseded],
    [words.balance.notIssued, balance.notIssued],
    [words.balance.rejected, balance.rejected],
  ];
  return {
    caption: documentWords.balanceCaption,
    note: null,
    columns: [
      { header: documentWords.outcome, group: null, kind: "text" },
      { header: documentWords.rows, group: null, kind: "quantity" },
    ],
    rows: rows.map(([name, count]) => [textCell(name), countCell(count, format)]),
    total: [textCell(words.rowsRead), countCell(balance.rowsRead, format)],
  };
}

/** The faults that the data have, and what each costs; `null` when there are none. */
export function buildProblems({ report, documentWords, language, format }: DocumentContext): DocumentTable | null {
  const { problemCounts } = report.provenance;
  if (problemCounts.length === 0) return null;
  return {
    caption: documentWords.problemsCaption,
    note: null,
    columns: [
      { header: documentWords.problem, group: null, kind: "text" },
      { header: documentWords.code, group: null, kind: "text" },
      { header: documentWords.rows, group: null, kind: "quantity" },
      { header: documentWords.consequence, group: null, kind: "text" },
    ],
    rows: problemCounts.map(({ code, count }) => [
      textCell(problemNameOf(code, language)),
      textCell(code),
      countCell(count, format),
      textCell(documentWords.severity[problemSeverity(code)]),
    ]),
    total: null,
  };
}

/** The files that were read, each with its fingerprint. */
export function buildInputs({ report, documentWords, format }: DocumentContext): DocumentTable {
  return {
    caption: documentWords.inputsCaption,
    note: null,
    columns: [
      { header: documentWords.file, group: null, kind: "text" },
      { header: documentWords.rows, group: null, kind: "quantity" },
      { header: "SHA-256", group: null, kind: "text" },
    ],
    rows: report.provenance.inputs.map((input) => [
      textCell(printable(input.name)),
      countCell(input.rows, format),
      textCell(input.sha256),
    ]),
    total: null,
  };
}
