import type { Language } from "../../domain/language.ts";
import type { NameOf } from "../../report/tables.ts";
import type { YearFacts, YearlyReport } from "../../report/yearly-report.ts";
import { createFormatter, type Formatter } from "../format.ts";
import { wordsOf, type Words } from "../words.ts";
import { documentWordsOf, type DocumentWords } from "./words.ts";

/** What it takes to say the facts of a report in words, on a terminal, on paper or on a page. */
export interface FactContext<Report extends YearFacts = YearlyReport> {
  readonly report: Report;
  readonly nameOf: NameOf;
  readonly language: Language;
  readonly words: Words;
  readonly format: Formatter;
}

/** What the sections of a report on paper or on a page share. `nameOf` also names records that state no destination. */
export interface DocumentContext<Report extends YearFacts = YearlyReport> extends FactContext<Report> {
  readonly documentWords: DocumentWords;
}

export function documentContext<Report extends YearFacts>(
  report: Report,
  nameOf: NameOf,
  language: Language,
): DocumentContext<Report> {
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
