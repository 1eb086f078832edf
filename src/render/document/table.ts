import type { Fraction } from "../../domain/fraction.ts";
import { fractionToDecimal } from "../../domain/fraction.ts";
import type { Cents } from "../../domain/money.ts";
import type { Figure } from "../../domain/figure.ts";
import { UNDEFINED, type Formatter } from "../format.ts";

/** One cell as people read it. */
export interface DocumentCell {
  readonly text: string;
  /** What the cell sorts by, a plain decimal number; `null` for a text, and for what is undefined. */
  readonly order: string | null;
  /** The figure that the cell prints, when it is one that can be asked for. */
  readonly figure: Figure | null;
  /** Whether the figure is a rise or a fall; `null` when it is neither. */
  readonly direction: "rise" | "fall" | null;
}

export interface DocumentColumn {
  readonly header: string;
  /** The heading that this column shares with its neighbours. */
  readonly group: string | null;
  /** A quantity interests with the largest first, an ordinal and a text with the first. Numbers stand to the right. */
  readonly kind: "text" | "quantity" | "ordinal";
}

/** A table for people, on paper or on a screen. The first cell of a row names it. */
export interface DocumentTable {
  readonly caption: string;
  readonly note: string | null;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly DocumentCell[])[];
  /** The row that sums the others up. */
  readonly total: readonly DocumentCell[] | null;
}

export function textCell(text: string): DocumentCell {
  return { text, order: null, figure: null, direction: null };
}

const NOTHING: DocumentCell = textCell(UNDEFINED);

export function countCell(
  count: number | bigint | null,
  format: Formatter,
  figure: Figure | null = null,
): DocumentCell {
  return count === null
    ? { ...NOTHING, figure }
    : { text: format.count(count), order: String(count), figure, direction: null };
}

/** A rank or another number that is no quantity, such as a year: no thousands mark. */
export function ordinalCell(ordinal: number | null, figure: Figure | null = null): DocumentCell {
  return ordinal === null
    ? { ...NOTHING, figure }
    : { text: String(ordinal), order: String(ordinal), figure, direction: null };
}

/** Money in whole units of the currency, which the heading names. */
export function moneyCell(cents: Cents | null, format: Formatter, figure: Figure | null = null): DocumentCell {
  return cents === null
    ? { ...NOTHING, figure }
    : { text: format.units(cents), order: String(cents), figure, direction: null };
}

/** A share as a number of per cent. */
export function shareCell(share: Fraction | null, format: Formatter, figure: Figure | null = null): DocumentCell {
  return share === null
    ? { ...NOTHING, figure }
    : { text: format.percentNumber(share), order: orderOf(share), figure, direction: null };
}

/** A growth as a number of per cent, or a contribution in percentage points: signed, with its direction. */
export function changeCell(change: Fraction | null, format: Formatter, figure: Figure | null = null): DocumentCell {
  return change === null
    ? { ...NOTHING, figure }
    : { text: format.points(change), order: orderOf(change), figure, direction: directionOf(change) };
}

export function directionOf(change: Fraction): "rise" | "fall" | null {
  return change.numerator > 0n ? "rise" : change.numerator < 0n ? "fall" : null;
}

/** The table without the columns that have nothing to say in any row, such as growth in the first year on file. */
export function withoutEmptyColumns({ columns, rows, total, ...rest }: DocumentTable): DocumentTable {
  const filled = columns.map((_, index) => rows.some((row) => row[index]?.text !== UNDEFINED));
  const keep = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, index) => filled[index] === true);
  return { ...rest, columns: keep(columns), rows: rows.map(keep), total: total && keep(total) };
}

/** The table without the ids of its figures: of those of one exporter, which `origo explain` does not have. */
export function withoutFigures({ rows, ...rest }: DocumentTable): DocumentTable {
  return { ...rest, rows: rows.map((row) => row.map((cell) => ({ ...cell, figure: null }))) };
}

/** Enough digits to tell the contributions of two destinations apart. */
const ORDER_DIGITS = 9;

function orderOf(ratio: Fraction): string {
  return fractionToDecimal(ratio, ORDER_DIGITS);
}
