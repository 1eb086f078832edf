import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";

/** What a store keeps of its files; all else is derived from it. */
const KEPT = ["files", "rows", "row_problems", "reject_texts"] as const;

/** Puts what a store keeps of its files on file here as well, under new ids. */
export async function copyStore(engine: Engine, path: string): Promise<void> {
  const [last] = await engine.rows<{ id: number }>("select coalesce(max(file_id), 0) as id from files");
  // A path cannot be bound here.
  await engine.run(`attach '${path.replaceAll("'", "''")}' as source (read_only)`);
  for (const table of KEPT) {
    const query = `select s.* replace (s.file_id + $last::integer as file_id) from source.main.${table} s`;
    await insertRows(engine, table, query, { last: last?.id ?? 0 });
  }
  const rates = `select * from source.main.own_rates where (currency, day) not in (select currency, day from own_rates)`;
  await insertRows(engine, "own_rates", rates);
  await engine.run("detach source");
}
