/** What a query of the user's own may take before it is stopped. */
export interface SqlLimits {
  readonly seconds: number;
  readonly rows: number;
  readonly mebibytes: number;
}

/** How a column of a query's result is to be written: a count or a double is a number in JSON, a decimal a string. */
export type SqlColumnKind = "integer" | "decimal" | "double" | "boolean" | "text" | "nested";

export interface SqlColumn {
  readonly name: string;
  readonly kind: SqlColumnKind;
}

/** A value as JSON has it: decimals and large integers as text. */
export type SqlValue = string | number | boolean | null | readonly SqlValue[] | { readonly [key: string]: SqlValue };

export interface SqlResult {
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** A row by the names of its columns. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** The tables that a query can read. */
export const SQL_TABLES = ["certificates", "lines", "countries", "blocs", "hs"] as const;
export type SqlTable = (typeof SQL_TABLES)[number];
