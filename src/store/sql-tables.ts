import type { SqlTable } from "../domain/sql-result.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** Rows of reference data as text, empty for none. */
export interface SqlReferences {
  readonly countries: readonly (readonly [code: string, name: string, region: string, subRegion: string])[];
  readonly blocs: readonly (readonly [bloc: string, country: string, from: string, until: string | null])[];
  readonly hs: readonly (readonly [code: string, description: string])[];
}

const MONEY = "(goods_cents::bigint::decimal(18, 0) * 0.01)::decimal(18, 2) as goods_value";

/** Of a large file, texts that repeat are enumerations inside. */
function texts(...columns: readonly string[]): string {
  return columns.map((column) => `${column}::varchar as ${column}`).join(", ");
}

/** Copies what a query of the user's own may read into a database of its own, which has nothing else. */
export async function writeSqlTables(
  engine: Engine,
  path: string,
  selected: Selected,
  references: SqlReferences,
  tables: readonly SqlTable[],
): Promise<void> {
  await engine.fill("reference_country", ["code", "name", "region", "sub_region"], references.countries);
  await engine.fill("reference_bloc", ["bloc", "country", "first_day", "until_day"], references.blocs);
  await engine.fill("reference_hs", ["code", "description"], references.hs);
  const selects: Readonly<Record<SqlTable, string>> = {
    certificates: `select ${texts("chamber")}, certificate as certificate_number, issue_date, year(issue_date)::integer as year,
      ${texts("certificate_type", "exporter", "exporter_name", "exporter_size", "destination")}, ${MONEY} from ${selected.relation("certificates")}`,
    lines: `select ${texts("chamber")}, certificate as certificate_number, issue_date, year(issue_date)::integer as year,
      ${texts("certificate_type", "exporter", "exporter_name", "exporter_size", "destination", "origin", "hs_code")}, goods,
      (value_cents::decimal(18, 0) * 0.01)::decimal(18, 2) as value, ${texts("currency")}, ${MONEY} from ${selected.relation("counted_rows")}`,
    countries: "select * from reference_country",
    blocs: "select bloc, country, first_day::date as from_date, until_day::date as until_date from reference_bloc",
    hs: "select * from reference_hs",
  };
  await engine.run(`attach '${path.replaceAll("'", "''")}' as sandbox (read_write)`);
  for (const table of tables) {
    const parameters = table === "certificates" || table === "lines" ? selected.parameters : {};
    await engine.run(`create table sandbox.${table} as ${selects[table]} order by all`, parameters);
  }
  await engine.run("detach sandbox");
}
