import type { Field } from "../domain/certificate.ts";
import type { Engine, Parameters } from "../store/engine.ts";

/** The SQL type of a field of a staged row where that is no plain text. */
export type TextTypes = ReadonlyMap<Field, string>;

export const PLAIN_TEXTS: TextTypes = new Map();

/** What is different in each row, or may be. */
const MANIFOLD: ReadonlySet<Field> = new Set<Field>(["certificate_number", "replaces", "goods", "value"]);

const SAMPLE_ROWS = 20_000;
/** How many rows of the sample, on average, have the same text. */
const LEAST_REPETITIONS = 2;

/**
 * Finds the different texts of each field that repeats them, and makes an enumeration of them: a type, named after `prefix`,
 * whose values take a byte or two where the texts would fill the memory. It is ordered as the texts are. `fields` gives the
 * SQL of the text of a field over the relation `rows`.
 */
export async function surveyTexts(
  engine: Engine,
  fields: ReadonlyMap<Field, string>,
  rows: string,
  parameters: Parameters,
  prefix: string,
): Promise<TextTypes> {
  const texts = [...fields].filter(([field]) => !MANIFOLD.has(field));
  const repeats = texts.map(
    ([field]) => `count(${field}) >= ${LEAST_REPETITIONS} * greatest(1, count(distinct ${field})) as ${field}`,
  );
  const head = `select ${texts.map(([field, text]) => `${text} as ${field}`).join(", ")} from ${rows} limit ${SAMPLE_ROWS}`;
  const [sample] = await engine.rows<Record<string, boolean>>(
    `select ${repeats.join(", ")} from (${head})`,
    usedIn(head, parameters),
  );
  const repeated = texts.filter(([field]) => sample?.[field]);
  const types = new Map<Field, string>();
  if (repeated.length === 0) return types;
  const lists = `select ${repeated.map(([field, text]) => `list(distinct ${text}) as ${field}`).join(", ")} from ${rows}`;
  await engine.run(`create or replace temp table different_texts as ${lists}`, usedIn(lists, parameters));
  for (const [field] of repeated) {
    const type = `${prefix}_${field}`;
    await engine.run(
      `create temp type ${type} as enum (
         select text from (select unnest(${field}) as text from different_texts) where text is not null order by text)`,
    );
    types.set(field, type);
  }
  await engine.run("drop table different_texts");
  return types;
}

/** The engine refuses values that a statement does not ask for. */
function usedIn(sql: string, parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`$${name}`)));
}
