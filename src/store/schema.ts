import { FIELDS } from "../domain/certificate.ts";
import type { StoreInfo } from "../domain/store-status.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "./engine.ts";

/** Raised when the tables change shape; a store of another version is refused with a remedy, never misread. */
export const SCHEMA_VERSION = 7;

/** The columns of a cleaned row that come from mapped fields, in the order of the tables. */
export const ROW_FIELDS = [
  "chamber",
  "certificate",
  "issue_date",
  "certificate_type",
  "status",
  "replaces",
  "exporter_id",
  "exporter_name",
  "exporter",
  "exporter_size",
  "destination",
  "origin",
  "hs_code",
  "goods",
  "value_cents",
  "currency",
] as const;

/**
 * What ingest keeps: files, every row that was read (rejected ones too, so that the balance can always be drawn up
 * again; `faulty` are those with a problem of their own), the problems of the rows, and the texts of the rejected ones. Everything else is derived from these by `ingest/classify.ts`.
 */
const TABLES = `
  create table if not exists store_info (schema_version integer, report_currency varchar, rates_version varchar);
  create table if not exists files (
    file_id integer primary key,
    name varchar not null,
    path varchar,
    sheet varchar,
    sha256 varchar not null,
    reading varchar not null,
    bytes bigint not null,
    rows_read bigint not null,
    coverage_from date,
    coverage_to date
  );
  create table if not exists rows (
    file_id integer not null,
    line bigint not null,
    rejected boolean not null,
    faulty boolean not null,
    chamber varchar,
    certificate varchar,
    issue_date date,
    certificate_type varchar,
    status varchar,
    replaces varchar,
    exporter_id varchar,
    exporter_name varchar,
    exporter varchar,
    exporter_size varchar,
    destination varchar,
    origin varchar,
    hs_code varchar,
    goods varchar,
    value_cents bigint,
    currency varchar
  );
  create table if not exists own_rates (
    currency varchar not null,
    day date not null,
    rate bigint not null
  );
  create table if not exists row_problems (
    file_id integer not null,
    line bigint not null,
    code varchar not null,
    column_name varchar,
    text varchar,
    hint varchar
  );
  create table if not exists reject_texts (
    file_id integer not null,
    line bigint not null,
    notation varchar not null,
    ${FIELDS.map((field) => `${field} varchar`).join(",\n    ")}
  );
`;

export async function createSchema(engine: Engine): Promise<void> {
  await engine.run(TABLES);
  const [info] = await engine.rows<{ schema_version: number }>("select schema_version from store_info");
  if (info === undefined) {
    await engine.run("insert into store_info values ($version, null, null)", { version: SCHEMA_VERSION });
  }
}

/** What a store says of itself. Refuses a database file that origo did not write, or wrote in another version. */
export async function readStoreInfo(engine: Engine, path: string): Promise<StoreInfo> {
  const info = await storeInfo(engine, path);
  if (info?.schema_version !== SCHEMA_VERSION) {
    throw new UserError(
      2,
      `the store ${path} was written by another version of origo`,
      "ingest the source files into a new store",
    );
  }
  return { schemaVersion: SCHEMA_VERSION, reportCurrency: info.report_currency, ratesVersion: info.rates_version };
}

interface StoreInfoRow extends Readonly<Record<string, string | number | null>> {
  readonly schema_version: number;
  readonly report_currency: string | null;
  readonly rates_version: string | null;
}

async function storeInfo(engine: Engine, path: string): Promise<StoreInfoRow | undefined> {
  try {
    return (await engine.rows<StoreInfoRow>("select * from store_info"))[0];
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("store_info does not exist")) throw error;
    throw new UserError(
      2,
      `${path} is a DuckDB database, but not an origo store`,
      "name the store with --store, or pass data files as arguments",
    );
  }
}
