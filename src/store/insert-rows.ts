import type { Engine, Parameters } from "./engine.ts";

/**
 * Inserts the rows of a query, and does nothing when there are none: in DuckDB 1.5.5 an empty insert between two large ones
 * into the same table makes the rows of the second vanish, in silence, when all three are in one transaction.
 */
export async function insertRows(
  engine: Engine,
  target: string,
  query: string,
  parameters: Parameters = {},
): Promise<void> {
  if (!(await isEmpty(engine, `(${query})`, parameters)))
    await engine.run(`insert into ${target} ${query}`, parameters);
}

/** Whether a relation has no rows. */
export async function isEmpty(engine: Engine, relation: string, parameters?: Parameters): Promise<boolean> {
  return (await engine.rows(`select 1 as found from ${relation} limit 1`, parameters)).length === 0;
}
