import { renderBalance } from "../balance.ts";
import { otherConventionNote, qualityNotes } from "../document/quality.ts";
import { wrap } from "../wrap.ts";
import type { ReportContext } from "./context.ts";

/** What became of the rows, and what a reader of the figures has to know about the data. */
export function renderQuality(context: ReportContext): readonly string[] {
  const { report, format, width, language } = context;
  const { balance, problemCounts } = report.provenance;
  const other = otherConventionNote(context);
  const notes = [
    renderBalance(balance, language),
    ...qualityNotes(context),
    ...problemCounts.map(({ code, count }) => `${format.count(count)} × ${code}`),
    ...(other === null ? [] : [other]),
  ];
  return notes.flatMap((note) => wrap(note, width));
}
