import { join } from "node:path";

import { SQL_TABLES, type SqlLimits, type SqlResult } from "../domain/sql-result.ts";
import type { Selection } from "../domain/scope.ts";
import { UserError } from "../domain/user-error.ts";
import { loadMemberships } from "../reference/blocs.ts";
import { countryNames } from "../reference/countries.ts";
import { loadHsDescriptions } from "../reference/hs.ts";
import { loadCountryRegions, loadRegions } from "../reference/regions.ts";
import type { Provenance } from "../report/provenance.ts";
import type { Engine } from "../store/engine.ts";
import { runSql } from "../store/run-sql.ts";
import { selectCertificates } from "../store/selection.ts";
import { writeSqlTables, type SqlReferences } from "../store/sql-tables.ts";
import { withCertificates, type ReadOptions } from "./open-certificates.ts";
import type { Output } from "./output.ts";
import { readProvenance } from "./provenance.ts";
import { withWorkFolder } from "./work-folder.ts";

export interface SqlOptions extends ReadOptions {
  readonly query: string;
  readonly limits: SqlLimits;
}

export interface Sql {
  readonly result: SqlResult;
  readonly provenance: Provenance;
}

/** Beyond this a query is no text that somebody wrote; the parser is kept from it. */
const LONGEST_QUERY = 100_000;

/** The result of a query of the user's own over the selected certificates, their lines and the reference tables. */
export async function sql(options: SqlOptions): Promise<Sql> {
  const { query, limits } = options;
  assertQuery(query);
  return withWorkFolder(async (folder) => {
    const path = join(folder, "sandbox.duckdb");
    const provenance = await withCertificates(options, async (engine, currency) => {
      await writeSandbox(engine, options.selection, query, path);
      return (await readProvenance(engine, currency, options.selection)).provenance;
    });
    return { result: await runSql({ path, query, limits }), provenance };
  });
}

/** The same of certificates that are open. */
export async function readSql(
  engine: Engine,
  selection: Selection,
  query: string,
  limits: SqlLimits,
): Promise<SqlResult> {
  assertQuery(query);
  return withWorkFolder(async (folder) => {
    const path = join(folder, "sandbox.duckdb");
    await writeSandbox(engine, selection, query, path);
    return runSql({ path, query, limits });
  });
}

function assertQuery(query: string): void {
  if (query.trim() === "")
    throw new UserError(2, "the query is empty", 'such as: origo sql "select count(*) from certificates"');
  if (query.length > LONGEST_QUERY)
    throw new UserError(2, `the query has ${query.length} characters`, `${LONGEST_QUERY} are the most`);
}

/** A database that has what the query can see. What is not named anywhere in its text cannot be read by it. */
async function writeSandbox(engine: Engine, selection: Selection, query: string, path: string): Promise<void> {
  const tables = SQL_TABLES.filter((table) => query.toLowerCase().includes(table));
  await writeSqlTables(engine, path, selectCertificates(selection), readReferences(), tables);
}

function readReferences(): SqlReferences {
  const nameOf = countryNames("en");
  const regions = loadRegions();
  return {
    countries: loadCountryRegions().map(([code, region, subRegion]) => [
      code,
      nameOf(code),
      regions.name(region, "en"),
      regions.name(subRegion, "en"),
    ]),
    blocs: loadMemberships().map(({ bloc, country, from, until }) => [bloc, country, from, until]),
    hs: [...loadHsDescriptions()],
  };
}

export async function renderSql({ result, provenance }: Sql, output: Output): Promise<string> {
  switch (output.format) {
    case "terminal": {
      const { renderSqlTerminal } = await import("../render/sql-result.ts");
      const { createStyle } = await import("../render/style.ts");
      return renderSqlTerminal(result, output.width, createStyle(output.colour));
    }
    case "json": {
      const { sqlRows } = await import("../render/sql-result.ts");
      const { renderJson } = await import("../render/json.ts");
      return renderJson("sql", provenance, { rows: sqlRows(result) });
    }
    case "csv": {
      const { renderSqlCsv } = await import("../render/sql-result.ts");
      return renderSqlCsv(result);
    }
  }
}
