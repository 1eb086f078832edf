import {
  DESTINATION_COLUMNS,
  WHOLE_COLUMNS,
  type DestinationColumn,
  type Figure,
  type WholeColumn,
} from "../../domain/figure.ts";
import { compareFractions, subtractFractions, type Fraction } from "../../domain/fraction.ts";
import { WHOLE_YEAR } from "../../domain/period.ts";
import type { ItemTotals, Totals } from "../../domain/totals.ts";
import { growth } from "../../measures/growth.ts";
import { computeFigure, type ComputedFigure, type PeriodSums } from "../compute-figure.ts";

type Value = ComputedFigure["value"];

/** A yearly figure that the two vintages give differently. */
export interface FigureChange {
  readonly figure: Figure;
  readonly old: Value;
  readonly new: Value;
  /** New minus old, in the figure's own unit; `null` where one of them is undefined, of a yes or no, and of a month. */
  readonly revision: number | bigint | Fraction | null;
  /** New / old - 1, of counts and amounts; `null` of all else, and where the old one is 0. */
  readonly ratio: Fraction | null;
}

/** The amounts and counts, whose change can be told in percent. */
const AMOUNTS: ReadonlySet<WholeColumn | DestinationColumn> = new Set([
  "certificates",
  "goods_value",
  "certificates_with_value",
  "value_per_certificate",
  "destinations",
  "exporters",
  "products",
]);

/** The figures of these years that differ: those of the whole, then those of each destination. */
export function changedFigures(
  older: PeriodSums,
  newer: PeriodSums,
  years: readonly number[],
): readonly FigureChange[] {
  const touched = touchedSums(older, newer);
  return years.flatMap((year) => {
    const period = { year, ...WHOLE_YEAR };
    const ofWhole = WHOLE_COLUMNS.flatMap((column) => changeOf({ column, period, destination: null }, older, newer));
    const destinations = destinationsOf(year, older, newer).filter((destination) => touched(destination, year));
    const ofDestinations = destinations.flatMap((destination) => {
      const [before, after] = [sumsFor(destination, year, older), sumsFor(destination, year, newer)];
      return DESTINATION_COLUMNS.flatMap((column) => changeOf({ column, period, destination }, before, after));
    });
    return [...ofWhole, ...ofDestinations];
  });
}

/** The destinations that have figures of a year, or figures of it that compare with the year before. */
function destinationsOf(year: number, older: PeriodSums, newer: PeriodSums): readonly string[] {
  const rows = [...older.byDestination, ...newer.byDestination].filter(
    (row) => row.year === year || row.year === year - 1,
  );
  return [...new Set(rows.map((row) => row.item))].toSorted();
}

/**
 * Whether a figure of a destination and year can differ: some sum of `sumsFor` does, or the vintages do not cover the same
 * months. Most revisions touch little, and there are thousands of figures.
 */
function touchedSums(older: PeriodSums, newer: PeriodSums): (destination: string, year: number) => boolean {
  const coverage = ({ series }: PeriodSums): string =>
    JSON.stringify(series.map(({ year, complete }) => [year, complete]));
  if (coverage(older) !== coverage(newer)) return () => true;
  const byKey = ({ byDestination }: PeriodSums): ReadonlyMap<string, ItemTotals> =>
    new Map(byDestination.map((row) => [`${row.year} ${row.item}`, row]));
  const [before, after] = [byKey(older), byKey(newer)];
  const years = new Set<number>();
  const items = new Set<string>();
  for (const [key, { year, item }] of [...before, ...after]) {
    if (isSameTotals(before.get(key), after.get(key))) continue;
    years.add(year);
    items.add(item);
  }
  return (destination, year) => years.has(year) || years.has(year - 1) || items.has(destination);
}

function isSameTotals(a: Totals | undefined, b: Totals | undefined): boolean {
  return a?.certificates === b?.certificates && a?.valued === b?.valued && a?.goodsCents === b?.goodsCents;
}

/** What the figures of a destination and year are computed from: its own years, and all destinations of that year and the one before. */
function sumsFor(destination: string, year: number, sums: PeriodSums): PeriodSums {
  return {
    ...sums,
    byDestination: sums.byDestination.filter(
      (row) => row.item === destination || row.year === year || row.year === year - 1,
    ),
  };
}

function changeOf(figure: Figure, older: PeriodSums, newer: PeriodSums): readonly FigureChange[] {
  const [before, after] = [computeFigure(figure, older).value, computeFigure(figure, newer).value];
  if (isSame(before, after)) return [];
  return [
    {
      figure,
      old: before,
      new: after,
      revision: isNumbered(figure) ? difference(before, after) : null,
      ratio: ratioOf(figure, before, after),
    },
  ];
}

function isSame(a: Value, b: Value): boolean {
  return isFraction(a) && isFraction(b) ? compareFractions(a, b) === 0 : a === b;
}

function isFraction(value: Value): value is Fraction {
  return typeof value === "object" && value !== null;
}

/** Whether the difference of two of its values means something: that of two months does not. */
function isNumbered({ column }: Figure): boolean {
  return !column.endsWith("_best_month");
}

function difference(before: Value, after: Value): FigureChange["revision"] {
  if (typeof before === "number" && typeof after === "number") return after - before;
  if (typeof before === "bigint" && typeof after === "bigint") return after - before;
  return isFraction(before) && isFraction(after) ? subtractFractions(after, before) : null;
}

function ratioOf({ column }: Figure, before: Value, after: Value): Fraction | null {
  if (!AMOUNTS.has(column) || isFraction(before) || isFraction(after)) return null;
  if (typeof before === "boolean" || typeof after === "boolean" || before === null || after === null) return null;
  return growth.compute(BigInt(after), BigInt(before));
}

/** The size of a ratio, without its sign. */
export function magnitude({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
