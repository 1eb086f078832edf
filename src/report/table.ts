import type { Fraction } from "../domain/fraction.ts";

/**
 * A raw value, known by its type: text, a count or rank (number), money in cents (bigint), a ratio (fraction), a yes or
 * no. `null` is undefined: an empty cell, never 0.
 */
export type Cell = string | number | bigint | Fraction | boolean | null;

/** Rows under columns that are named by the ids of the measures and dimensions. Writers turn it into CSV or JSON. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column and how a row fills it. */
export type ColumnOf<Row> = readonly [name: string, cell: (row: Row) => Cell];

export function tableOf<Row>(columns: readonly ColumnOf<Row>[], rows: readonly Row[]): Table {
  return { columns: columns.map(([name]) => name), rows: rows.map((row) => columns.map(([, cell]) => cell(row))) };
}
