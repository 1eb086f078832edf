import type { Language } from "../../domain/language.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearlyReport } from "../../report/yearly-report.ts";
import { createFormatter, type Formatter } from "../format.ts";
import { wordsOf, type Words } from "../words.ts";
import { documentWordsOf, type DocumentWords } from "./words.ts";

/** What the sections of a report on paper or on a page share. */
export interface DocumentContext {
  readonly report: YearlyReport;
  /** The name of a destination, also of records that do not state one. */
  readonly nameOf: NameOf;
  readonly language: Language;
  readonly words: Words;
  readonly documentWords: DocumentWords;
  readonly format: Formatter;
}

export function documentContext(report: YearlyReport, nameOf: NameOf, language: Language): DocumentContext {
  const words = wordsOf(language);
  return {
    report,
    nameOf: (item) => (item === "" ? words.notStated : nameOf(item)),
    language,
    words,
    documentWords: documentWordsOf(language),
    format: createFormatter(language),
  };
}
