import type { Engine } from "../store/engine.ts";
import type { SourceTable } from "./source-table.ts";
import { trimmedCell } from "./stage-rows.ts";

const SAMPLE_ROWS = 1000;

/** The texts of the first rows, column by column; `null` for a blank cell. */
export async function sampleColumns(
  engine: Engine,
  table: SourceTable,
): Promise<readonly (readonly (string | null)[])[]> {
  const cells = table.headers.map((_, column) => `${trimmedCell(table, column)} as s${column}`);
  const rows = await engine.rows<Record<string, string | null>>(
    `select ${cells.join(", ")} from ${table.relation} limit ${SAMPLE_ROWS}`,
    table.parameters,
  );
  await engine.run("drop table if exists reject_errors; drop table if exists reject_scans");
  return table.headers.map((_, column) => rows.map((row) => row[`s${column}`] ?? null));
}
