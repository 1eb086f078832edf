/** The forms that certificates leave origo in, the first by default. */
export const EXPORT_FORMATS = ["csv", "parquet", "ndjson", "arrow", "datapackage", "sdmx-csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The tables that can be exported, the first by default: the one that origo reads back to the same figures. */
export const EXPORT_TABLES = ["lines", "certificates", "years", "destinations"] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/** What the cells of an exported column are, in every format. `decimal` has two decimals and is exact. */
export type ExportType = "string" | "date" | "decimal" | "integer" | "number" | "boolean";

/** A column of an export, as a Data Package describes it. */
export interface ExportColumn {
  readonly name: string;
  readonly type: ExportType;
  readonly description: string;
  /** Never empty. */
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  /** Of an amount: the currency, or the column that names it. */
  readonly unit?: string;
}

/** A cell on its way out: dates, decimals and integers as exact texts, undefined as null. */
export type ExportCell = string | number | boolean | null;
