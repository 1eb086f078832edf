import type { Match, MatchBy } from "../domain/vintage.ts";
import type { Engine } from "./engine.ts";

/** What the goods of a certificate are, beside their value. */
const GOODS = ["hs_code", "goods", "origin", "lines"] as const;
const EXPORTER = ["exporter_id", "exporter_name"] as const;
const HEADER = ["certificate_type", "issue_date", "destination", ...EXPORTER] as const;
type KeyField = (typeof HEADER | typeof GOODS)[number] | "value" | "currency" | "class" | "status" | "exporter_size";

/**
 * Without numbers, certificates that agree in all of these are the same one, the first set first: in everything; in everything
 * but what became of them; in all but the value; in date, destination and exporter. What is left was added or withdrawn.
 */
const CONTENT_KEYS: readonly (readonly KeyField[])[] = [
  [...HEADER, ...GOODS, "value", "currency", "class", "status", "exporter_size"],
  [...HEADER, ...GOODS, "value", "currency"],
  [...HEADER, ...GOODS],
  HEADER,
];

/** Fields that both vintages name, over the tables `older` and `newer`. */
export interface MatchQuestion {
  readonly named: ReadonlySet<string>;
  /** `null`: by number, unless the numbers evidently name other certificates. */
  readonly asked: MatchBy | null;
}

/** Makes the table `pair`: the certificates that are in both vintages. */
export async function matchVintages(engine: Engine, { named, asked }: MatchQuestion): Promise<Match> {
  const chamber = named.has("chamber") ? ["chamber"] : [];
  const number = [...chamber, "certificate"];
  const [evidence] = await engine.rows<{ shared: string; agreeing: string }>(
    `select count(*)::varchar as shared, count(*) filter (where o.issue_date is not distinct from n.issue_date
       and o.destination is not distinct from n.destination)::varchar as agreeing
     from older o join newer n on ${sameIn(number)}`,
  );
  const [shared, agreeing] = [Number(evidence?.shared ?? 0), Number(evidence?.agreeing ?? 0)];
  // Half is far from both: numbers that are kept agree nearly always, those that were given anew nearly never.
  const by = asked ?? (shared > 0 && 2 * agreeing >= shared ? "number" : "content");
  await engine.run("create or replace temp table pair (old_id bigint, new_id bigint)");
  if (by === "number") {
    await pairOff(engine, number);
    return { by, shared, agreeing };
  }
  for (const key of CONTENT_KEYS) {
    await pairOff(engine, [...chamber, ...key.filter((field) => field === "lines" || named.has(field))]);
  }
  return { by, shared, agreeing };
}

/** Pairs the certificates that have no counterpart yet and agree in a key: the first with the first, by value and what they say. */
async function pairOff(engine: Engine, key: readonly string[]): Promise<void> {
  const numbered = (table: "older" | "newer", known: "old_id" | "new_id"): string =>
    `(select id, ${key.join(", ")}, row_number() over (partition by ${key.join(", ")}
        order by goods_cents, value, hs_code, goods, origin, chamber, certificate) as place
      from ${table} t where not exists (select 1 from pair p where p.${known} = t.id))`;
  await engine.run(
    `insert into pair select o.id, n.id
     from ${numbered("older", "old_id")} o join ${numbered("newer", "new_id")} n on o.place = n.place and ${sameIn(key)}`,
  );
}

function sameIn(key: readonly string[]): string {
  return key.map((field) => `o.${field} is not distinct from n.${field}`).join(" and ");
}
