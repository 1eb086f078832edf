import { FIELDS, type Field } from "../domain/certificate.ts";
import { readDataRows } from "./data-file.ts";
import { fold } from "./fold.ts";

/** Reads the header spellings; the result gives the field that a header names, or `null`. */
export function loadColumnNames(): (header: string) => Field | null {
  const fields = new Map<string, Field>(FIELDS.map((field) => [fold(field), field]));
  for (const row of readDataRows<"field" | "language" | "name">("columns.csv")) {
    const field = FIELDS.find((known) => known === row.field);
    if (field === undefined) throw new Error(`columns.csv names an unknown field: ${row.field}`);
    fields.set(fold(row.name), field);
  }
  return (header) => fields.get(fold(header)) ?? null;
}
