import type { Fraction } from "../../domain/fraction.ts";
import type { Cents } from "../../domain/money.ts";
import type { YearFacts, YearlyReport } from "../../report/yearly-report.ts";
import type { FactContext } from "../document/context.ts";
import { scaleOf, UNDEFINED, type MoneyScale } from "../format.ts";
import type { Style } from "../style.ts";

/** What the sections of the terminal report share. */
export interface ReportContext<Report extends YearFacts = YearlyReport> extends FactContext<Report> {
  readonly style: Style;
  readonly width: number;
  /** How many destinations to show. */
  readonly top: number;
}

/** The unit for the goods values of a table, and its name as a heading. */
export function moneyColumn(
  amounts: readonly (Cents | null)[],
  { format, report }: ReportContext<YearFacts>,
): MoneyScale & { readonly heading: string } {
  const scale = scaleOf(amounts, format);
  return { ...scale, heading: `${report.provenance.currency} ${scale.unit}`.trim() };
}

/** Lines longer than this are hard to follow, however wide the terminal. */
export const MAX_WIDTH = 120;

/** From this width on there is room for the figures that are left out below it. */
export const WIDE = 110;

/** A growth as a signed percentage, in the colour of its direction; without the sign `%` where the table says it. */
export function growthCell(
  growth: Fraction | null,
  { format, style }: ReportContext<YearFacts>,
  unit: "%" | "" = "%",
): string {
  if (growth === null) return UNDEFINED;
  const text = unit === "%" ? format.percent(growth, { signed: true }) : format.points(growth);
  return growth.numerator > 0n ? style.rise(text) : growth.numerator < 0n ? style.fall(text) : text;
}
