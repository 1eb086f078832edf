import type { YearFacts } from "../../report/yearly-report.ts";
import { buildHeadlines, buildTitle, comparedMonths } from "../document/headline.ts";
import type { DocumentCell } from "../document/table.ts";
import { renderTextTable, type TextColumn } from "../text-table.ts";
import { wrap } from "../wrap.ts";
import type { ReportContext } from "./context.ts";

export function renderTitle(context: ReportContext): readonly string[] {
  const { strong, faint } = context.style;
  const { chambers, title, scope, filter } = buildTitle(context);
  return [
    strong(chambers === "" ? title : `${title} · ${chambers}`),
    faint(scope),
    ...filter.map((line) => faint(line)),
  ];
}

/** The sums of the year, their growth, and the year before; of a year that is not whole, the months that are compared. */
export function renderHeadline(context: ReportContext<YearFacts>): readonly string[] {
  const { report, style, width } = context;
  const rows = buildHeadlines(context).map(({ label, value, growth, before }) => [
    label,
    value.text,
    growth === null ? "" : coloured(growth, context),
    before === null ? "" : style.faint(`${report.year - 1}: ${before.text}`),
  ]);
  const columns: readonly TextColumn[] = [
    { header: "", align: "left", shrinkTo: 16 },
    { header: "", align: "right" },
    { header: "", align: "right" },
    { header: "", align: "left" },
  ];
  const [, ...table] = renderTextTable(columns, rows, width, (text) => text);
  const note = comparedMonths(context);
  return [...table, ...(note === null ? [] : wrap(note, width))];
}

function coloured({ text, direction }: DocumentCell, { style }: Pick<ReportContext, "style">): string {
  return direction === null ? text : style[direction](text);
}
