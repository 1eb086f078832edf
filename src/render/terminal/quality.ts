import { fraction } from "../../domain/fraction.ts";
import { renderBalance } from "../balance.ts";
import { compositionName } from "../scope-text.ts";
import { wrap } from "../wrap.ts";
import type { ReportContext } from "./context.ts";

/** What became of the rows, and what a reader of the figures has to know about the data. */
export function renderQuality(context: ReportContext): readonly string[] {
  const { report, words, format, width, language } = context;
  const { balance, problemCounts } = report.provenance;
  const { withoutValue, notACountry } = report.quality;
  const share = fraction(BigInt(withoutValue), BigInt(report.current.certificates));
  const notes = [
    // A count stays with its name at the end of a line.
    renderBalance(balance, language).replace(/(\d) (?=\p{L})/gu, "$1\u00A0"),
    ...(withoutValue === 0 || share === null
      ? []
      : [words.withoutValue(format.count(withoutValue), withoutValue === 1, format.percent(share))]),
    ...(notACountry === 0 ? [] : [words.notACountry(format.count(notACountry), notACountry === 1)]),
    ...problemCounts.map(({ code, count }) => `${format.count(count)} × ${code}`),
    ...otherConvention(context),
  ];
  return notes.flatMap((note) => wrap(note, width));
}

function otherConvention({ report, words, format }: ReportContext): readonly string[] {
  if (report.otherConvention === null) return [];
  const { eu, totals } = report.otherConvention;
  const value =
    totals.goodsCents === null ? words.noValue : format.amount(totals.goodsCents, report.provenance.currency);
  return [words.otherConvention(compositionName(eu, words), format.count(totals.certificates), value)];
}
