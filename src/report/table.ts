import { numberToFraction, type Fraction } from "../domain/fraction.ts";

/** A number that is neither a count nor a part of something, such as an index or an average of counts. */
export interface PlainNumber {
  readonly plain: Fraction;
}

/**
 * A raw value, known by its type: text, a count or rank (number), money in cents (bigint), a ratio (fraction), a plain
 * number, a yes or no. `null` is undefined: an empty cell, never 0.
 */
export type Cell = string | number | bigint | Fraction | PlainNumber | boolean | null;

/** An exact number, or a double, as the cell of a plain number. */
export function plainNumber(value: Fraction | number | null): PlainNumber | null {
  if (value === null) return null;
  return { plain: typeof value === "number" ? numberToFraction(value) : value };
}

/** A double that is a ratio, such as an average growth, as a cell. */
export function ratioCell(value: number | null): Fraction | null {
  return value === null ? null : numberToFraction(value);
}

/** The exact value of a ratio, or of a plain number. */
export function exactValue(cell: Fraction | PlainNumber): Fraction {
  return "plain" in cell ? cell.plain : cell;
}

/** Rows under columns that are named by the ids of the measures and dimensions. Writers turn it into CSV or JSON. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that a terminal has no room for. */
  readonly forScripts?: readonly string[];
}

/** A column and how a row fills it. */
export type ColumnOf<Row> = readonly [name: string, cell: (row: Row) => Cell];

export function tableOf<Row>(columns: readonly ColumnOf<Row>[], rows: readonly Row[]): Table {
  return { columns: columns.map(([name]) => name), rows: rows.map((row) => columns.map(([, cell]) => cell(row))) };
}
