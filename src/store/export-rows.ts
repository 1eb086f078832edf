import type { ExportCell, ExportColumn, ExportType } from "../domain/export.ts";
import type { Cents } from "../domain/money.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

const SQL_TYPES: Readonly<Record<ExportType, string>> = {
  string: "varchar",
  date: "date",
  decimal: "decimal(18, 2)",
  integer: "bigint",
  number: "double",
  boolean: "boolean",
};

/** Cents as an exact decimal: dividing would make a double of it. */
export function decimalSql(cents: string): string {
  return `(${cents}::decimal(18, 0) * 0.01::decimal(3, 2))::decimal(18, 2)`;
}

/** What a column is called inside, where that differs. */
const LINE_SOURCES: Readonly<Record<string, string>> = {
  certificate_number: "certificate",
  value: decimalSql("value_cents"),
  goods_value: decimalSql("goods_cents"),
};
const CERTIFICATE_SOURCES: Readonly<Record<string, string>> = {
  certificate_number: "certificate",
  goods_value: decimalSql("goods_cents"),
};

/** Makes the table `exported` of the lines or the certificates that count, in an order that only their content decides. */
export async function fillExportedRecords(
  engine: Engine,
  records: "lines" | "certificates",
  columns: readonly ExportColumn[],
  selected: Selected,
): Promise<void> {
  const [table, sources] =
    records === "lines" ? (["counted_rows", LINE_SOURCES] as const) : (["certificates", CERTIFICATE_SOURCES] as const);
  const cells = columns.map(({ name, type }) => `${sources[name] ?? name}::${SQL_TYPES[type]} as ${name}`);
  const first = ["issue_date", "chamber", "certificate_number"];
  const order = [...first, ...columns.map(({ name }) => name).filter((name) => !first.includes(name))];
  await engine.run(
    `create or replace temp table exported as
     select * from (select ${cells.join(", ")} from ${selected.relation(table)})
     order by ${order.map((name) => `${name} nulls first`).join(", ")}`,
    selected.parameters,
  );
}

/** Makes the table `exported` of rows in memory, whose cells are texts. */
export async function fillExportedRows(
  engine: Engine,
  columns: readonly ExportColumn[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const names = columns.map(({ name }) => name);
  await engine.fill("export_text", names, rows);
  const typed = columns.map(({ name, type }) => `${name}::${SQL_TYPES[type]} as ${name}`);
  await engine.run(`create or replace temp table exported as select ${typed.join(", ")} from export_text`);
}

const COPY_OPTIONS = {
  csv: "format csv, header",
  ndjson: "format json",
  parquet: "format parquet, compression zstd",
} as const;

/** Writes `exported` to a file. */
export async function copyExported(engine: Engine, format: keyof typeof COPY_OPTIONS, path: string): Promise<void> {
  await engine.run(`copy exported to '${path.replaceAll("'", "''")}' (${COPY_OPTIONS[format]})`);
}

export async function countExported(engine: Engine): Promise<number> {
  const [count] = await engine.rows<{ rows: string }>("select count(*)::varchar as rows from exported");
  return Number(count?.rows ?? 0);
}

/** How many rows are held in memory at once. */
const BATCH = 50_000;

/** The rows of `exported` in their order, some at a time. */
export async function* exportedBatches(
  engine: Engine,
): AsyncGenerator<readonly Readonly<Record<string, ExportCell>>[]> {
  for (let first = 0; ; first += BATCH) {
    const rows = await engine.rows("select * from exported where rowid >= $first and rowid < $last order by rowid", {
      first,
      last: first + BATCH,
    });
    if (rows.length === 0) return;
    yield rows;
  }
}

/** A cell of the statistics that SDMX carries: a year by destination, or of all destinations (`null`). */
export interface Observation {
  readonly year: number;
  readonly destination: string | null;
  readonly certificates: number;
  readonly goodsCents: Cents | null;
  /** Those that the certificates name. */
  readonly exporters: number;
}

export async function readObservations(engine: Engine, selected: Selected): Promise<readonly Observation[]> {
  const rows = await engine.rows<{
    year: number;
    destination: string | null;
    certificates: string;
    goods_cents: string | null;
    exporters: string;
  }>(
    `with one as (
       select year(issue_date)::integer as year, destination, goods_cents, exporter from ${selected.relation("certificates")}
     )
     select year, destination, count(*)::varchar as certificates, sum(goods_cents)::varchar as goods_cents,
       count(distinct exporter)::varchar as exporters
     from one group by grouping sets ((year), (year, destination)) order by year, destination nulls first`,
    selected.parameters,
  );
  return rows.map((row) => ({
    year: row.year,
    destination: row.destination,
    certificates: Number(row.certificates),
    goodsCents: row.goods_cents === null ? null : BigInt(row.goods_cents),
    exporters: Number(row.exporters),
  }));
}
