import { METRICS, type Metric } from "./metric.ts";
import { parsePeriod, periodId } from "./period-id.ts";
import type { YearWindow } from "./period.ts";

/** What can be said of a quantity, of all certificates or of those to one destination: the ends of the column names. */
const OF_ANY = ["", "_change", "_growth", "_record", "_strongest_growth_in", "_streak"] as const;
/** What only a destination has: its part of the whole. */
const OF_A_DESTINATION = [
  "_share",
  "_share_change",
  "_contribution",
  "_rank",
  "_rank_previous",
  "_rank_change",
] as const;
/** What only the whole has. */
const OF_THE_WHOLE = ["_best_month", "_hhi", "_effective_number", "_top_5_share"] as const;
/** The counts of what the certificates name. */
export const COUNTS = ["destinations", "exporters", "products"] as const;
const OF_A_COUNT = ["", "_change", "_growth"] as const;
/** Exporters that are there this year and not the year before, and the reverse. */
const FLOWS = ["entrants", "exiters"] as const;
const OTHERS = ["certificates_with_value", "value_per_certificate", "value_per_certificate_growth"] as const;

export type MetricSuffix = (typeof OF_ANY)[number] | (typeof OF_A_DESTINATION)[number] | (typeof OF_THE_WHOLE)[number];
export type CountSuffix = (typeof OF_A_COUNT)[number];
/** What a figure about all certificates is, named like its column in CSV and JSON. */
export type WholeColumn =
  | `${Metric}${(typeof OF_ANY)[number] | (typeof OF_THE_WHOLE)[number]}`
  | `${(typeof COUNTS)[number]}${CountSuffix}`
  | (typeof FLOWS)[number]
  | (typeof OTHERS)[number];
/** What a figure about one destination is. */
export type DestinationColumn =
  | `${Metric}${(typeof OF_ANY)[number] | (typeof OF_A_DESTINATION)[number]}`
  | (typeof OTHERS)[number];
export type FigureColumn = WholeColumn | DestinationColumn;

/** One figure of a report: a column, the months of a year, and a destination (ISO code) or all of them (`null`). */
export interface Figure {
  readonly column: FigureColumn;
  readonly period: YearWindow;
  readonly destination: string | null;
}

/** The columns of figures about all certificates, and of those about a destination. */
export const WHOLE_COLUMNS: readonly WholeColumn[] = [
  ...METRICS.flatMap((metric) => [...OF_ANY, ...OF_THE_WHOLE].map((suffix) => `${metric}${suffix}` as const)),
  ...COUNTS.flatMap((count) => OF_A_COUNT.map((suffix) => `${count}${suffix}` as const)),
  ...FLOWS,
  ...OTHERS,
];
export const DESTINATION_COLUMNS: readonly DestinationColumn[] = [
  ...METRICS.flatMap((metric) => [...OF_ANY, ...OF_A_DESTINATION].map((suffix) => `${metric}${suffix}` as const)),
  ...OTHERS,
];

/** Rules by the ends of the column names, as rules by column. */
export function prefixed<Prefix extends string, Suffix extends string, Rule>(
  prefix: Prefix,
  rules: Readonly<Record<Suffix, Rule>>,
): Readonly<Record<`${Prefix}${Suffix}`, Rule>> {
  const entries = Object.entries(rules).map(([suffix, rule]) => [`${prefix}${suffix}`, rule]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the names of the keys
  return Object.fromEntries(entries) as Record<`${Prefix}${Suffix}`, Rule>;
}

/** The same figure of all destinations together. */
export function wholeOf(figure: Figure): Figure {
  return { ...figure, destination: null };
}

/** The same figure a year earlier. */
export function yearBefore(figure: Figure): Figure {
  return { ...figure, period: { ...figure.period, year: figure.period.year - 1 } };
}

/** How a figure is called: `goods_value_growth:2017`, `certificates_share:2018-H1:destination=CN`. */
export function figureId({ column, period, destination }: Figure): string {
  return [column, periodId(period), ...(destination === null ? [] : [`destination=${destination}`])].join(":");
}

/** The figure of an id; `null` when there is none of that name. Whether its period and destination have data is not asked. */
export function parseFigureId(text: string): Figure | null {
  const [column, periodText = "", item, ...rest] = text.split(":");
  const period = parsePeriod(periodText);
  const destination = item === undefined ? null : /^destination=([A-Z]{2,4})$/.exec(item)?.[1];
  if (period === null || destination === undefined || rest.length > 0) return null;
  const columns: readonly FigureColumn[] = destination === null ? WHOLE_COLUMNS : DESTINATION_COLUMNS;
  const known = columns.find((name) => name === column);
  return known === undefined ? null : { column: known, period, destination };
}
