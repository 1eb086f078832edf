import { FIELDS, type Field } from "../domain/certificate.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

/** A header as it stands in the table of names. */
export interface ColumnName {
  readonly field: Field;
  /** The spelling of a trade database, not a word of a language: a looser fit. */
  readonly trade: boolean;
}

/** Reads the header spellings; the result gives what a header names, or `null`. Spaces do not matter. */
export function loadColumnNames(): (header: string) => ColumnName | null {
  const names = new Map<string, ColumnName>(FIELDS.map((field) => [keyOf(field), { field, trade: false }]));
  for (const row of readDataRows<"field" | "language" | "name">("columns.csv")) {
    const field = FIELDS.find((known) => known === row.field);
    if (field === undefined) throw new Error(`columns.csv names an unknown field: ${row.field}`);
    const key = keyOf(row.name);
    // A word of a language stays one when a trade database uses it too.
    if (names.get(key)?.trade !== false) names.set(key, { field, trade: row.language === "trade" });
  }
  return (header) => names.get(keyOf(header)) ?? null;
}

function keyOf(header: string): string {
  return fold(header).replaceAll(" ", "");
}
