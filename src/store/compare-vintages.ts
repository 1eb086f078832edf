import type { DayRange } from "../domain/period.ts";
import {
  CAUSES,
  CHANGE_KINDS,
  COMPARED_FIELDS,
  type CauseEffect,
  type ComparedField,
  type Days,
  type FieldChange,
  type FieldCount,
  type KindCount,
  type MatchBy,
  type VintageBasis,
  type VintageSide,
} from "../domain/vintage.ts";
import { decimalSql } from "./export-rows.ts";
import type { Engine } from "./engine.ts";
import { matchVintages } from "./match-vintages.ts";

export interface VintagesQuestion {
  /** Files that `writeVintage` made. */
  readonly oldPath: string;
  readonly newPath: string;
  readonly matchBy: MatchBy | null;
  /** Whether only a part of the certificates is selected: others are then no business of the comparison. */
  readonly isPart: boolean;
  /** The days that the profiles of each vintage state. */
  readonly stated: Readonly<Record<VintageSide, DayRange>>;
}

/** Fields that every vintage has, whatever its files state. */
const ALWAYS: ReadonlySet<ComparedField> = new Set([
  "class",
  "status",
  "issue_date",
  "replaces",
  "goods_value",
  "lines",
  "copies",
]);
/** A certificate that has another of these counts elsewhere, or not. */
const RECLASSIFYING: readonly ComparedField[] = ["class", "destination", "hs_code"];

/**
 * Makes the table `compared`: each certificate of either vintage once, with the kind of its change, the fields that differ, and
 * whether it was added on a day that the old vintage does not cover (`outside`).
 */
export async function compareVintages(engine: Engine, question: VintagesQuestion): Promise<VintageBasis> {
  const byMonth = await openVintages(engine, question.oldPath, question.newPath);
  const [oldFields, newFields] = [await namedFields(engine, "older"), await namedFields(engine, "newer")];
  const named = new Set(COMPARED_FIELDS.filter((field) => oldFields.has(field) && newFields.has(field)));
  const days = {
    old: await daysOf(engine, "older", question.stated.old),
    new: await daysOf(engine, "newer", question.stated.new),
  };
  const common = days.old && days.new && intersect(days.old, days.new);
  const match = await matchVintages(engine, { named, asked: question.matchBy });
  // Where numbers name other certificates, what is replaced is no property of the certificate.
  const compared = COMPARED_FIELDS.filter(
    (field) => named.has(field) && (match.by === "number" || field !== "replaces"),
  );
  await engine.run(`create or replace temp table compared as ${comparedSql(compared)}`, {
    from: days.old?.from ?? null,
    to: days.old?.to ?? null,
    is_part: question.isPart,
  });
  return {
    match,
    days,
    common,
    byMonth,
    notCompared: COMPARED_FIELDS.flatMap((field) =>
      oldFields.has(field) === newFields.has(field)
        ? []
        : [{ field, missingIn: oldFields.has(field) ? ("new" as const) : ("old" as const) }],
    ),
  };
}

/** Makes the tables `older` and `newer`. */
async function openVintages(engine: Engine, oldPath: string, newPath: string): Promise<VintageSide | null> {
  const isByMonth = async (path: string): Promise<boolean> => {
    const [row] = await engine.rows<{ by_month: boolean | null }>(
      "select bool_and(day(issue_date) = 1) as by_month from read_parquet($path)",
      { path },
    );
    return row?.by_month === true;
  };
  const [old, newer] = [await isByMonth(oldPath), await isByMonth(newPath)];
  const byMonth = old === newer ? null : old ? "old" : "new";
  const date = byMonth === null ? "issue_date" : "date_trunc('month', issue_date)::date";
  for (const [table, path] of [
    ["older", oldPath],
    ["newer", newPath],
  ] as const) {
    await engine.run(
      `create or replace temp table ${table} as
       select row_number() over () as id, * replace (${date} as issue_date) from read_parquet($path)`,
      { path },
    );
  }
  return byMonth;
}

async function namedFields(engine: Engine, table: "older" | "newer"): Promise<ReadonlySet<ComparedField>> {
  const asked = COMPARED_FIELDS.filter((field) => !ALWAYS.has(field));
  const [row] = await engine.rows<Readonly<Record<string, boolean>>>(
    `select ${asked.map((field) => `count(${field}) > 0 as ${field}`).join(", ")} from ${table}`,
  );
  return new Set([...ALWAYS, ...asked.filter((field) => row?.[field] === true)]);
}

/** The days from the first to the last certificate that counts, and those that the profiles state. */
async function daysOf(engine: Engine, table: "older" | "newer", { from, to }: DayRange): Promise<Days | null> {
  const [row] = await engine.rows<{ first: string | null; last: string | null }>(
    `select least(min(issue_date), $from::date)::varchar as first, greatest(max(issue_date), $to::date)::varchar as last
     from ${table} where class = 'counted'`,
    { from, to },
  );
  return row?.first == null || row.last === null ? null : { from: row.first, to: row.last };
}

function intersect(a: Days, b: Days): Days | null {
  const [from, to] = [a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to];
  return from > to ? null : { from, to };
}

function comparedSql(fields: readonly ComparedField[]): string {
  const changed = fields.map((field) => {
    const column = field === "goods_value" ? "goods_cents" : field;
    return `case when o.${column} is distinct from n.${column} then '${field}' end`;
  });
  const moving = RECLASSIFYING.map((field) => `'${field}'`).join(", ");
  return `
    with matched as (
      select o.id as old_id, n.id as new_id, list_filter([${changed.join(", ")}], x -> x is not null) as fields
      from pair p join older o on o.id = p.old_id join newer n on n.id = p.new_id
      where not $is_part or o.selected or n.selected
    )
    select *, case when len(fields) = 0 then 'unchanged' when list_has_any(fields, [${moving}]) then 'reclassified'
      else 'changed' end as kind, false as outside
    from matched
    union all
    select o.id, null, ['class', 'goods_value'], 'withdrawn', false
    from older o where (not $is_part or o.selected) and not exists (select 1 from pair p where p.old_id = o.id)
    union all
    select null, n.id, ['class', 'goods_value'], 'added', coalesce(n.issue_date not between $from::date and $to::date, false)
    from newer n where (not $is_part or n.selected) and not exists (select 1 from pair p where p.new_id = n.id)`;
}

export async function countKinds(engine: Engine): Promise<readonly KindCount[]> {
  const rows = await engine.rows<{ kind: string; certificates: string; counted: string; outside: string }>(
    `select c.kind, count(*)::varchar as certificates,
       count(*) filter (where o.selected or n.selected)::varchar as counted,
       count(*) filter (where c.outside)::varchar as outside
     from ${SIDES} group by c.kind`,
  );
  return CHANGE_KINDS.map((kind) => {
    const row = rows.find((each) => each.kind === kind);
    const number = (count: string | undefined): number => Number(count ?? 0);
    return {
      kind,
      certificates: number(row?.certificates),
      counted: number(row?.counted),
      outside: number(row?.outside),
    };
  });
}

const SIDES = "compared c left join older o on o.id = c.old_id left join newer n on n.id = c.new_id";

export async function countFields(engine: Engine): Promise<readonly FieldCount[]> {
  const rows = await engine.rows<{ field: string; certificates: string }>(
    `select field, count(*)::varchar as certificates from (
       select unnest(fields) as field from compared where kind in ('reclassified', 'changed')
     ) group by field`,
  );
  return COMPARED_FIELDS.flatMap((field) => {
    const row = rows.find((each) => each.field === field);
    return row === undefined ? [] : [{ field, certificates: Number(row.certificates) }];
  });
}

export async function causeEffects(engine: Engine, byLines: boolean): Promise<readonly CauseEffect[]> {
  const rows = await engine.rows<{
    year: string;
    cause: string;
    affected: string;
    certificates: string;
    goods_cents: string;
  }>(
    `with both_sides as (
       select year(o.issue_date) as old_year, year(n.issue_date) as new_year, o.class as old_class, n.class as new_class,
         coalesce(o.selected, false) as was_in, coalesce(n.selected, false) as is_in,
         coalesce(o.goods_cents, 0) as old_cents, coalesce(n.goods_cents, 0) as new_cents,
         o.destination is distinct from n.destination as moved,
         case when o.currency is distinct from n.currency then 'currency'
           when o.value is distinct from n.value then 'value'
           when $by_lines and (o.hs_code is distinct from n.hs_code or o.origin is distinct from n.origin) then 'selection'
           else 'rate' end as value_cause
       from ${SIDES}
     ), effect as (
       select new_year as year, ${reasonOf("old_class", "'added'")} as cause, 1 as certificates, new_cents as goods_cents
       from both_sides where is_in and not was_in
       union all
       select old_year, ${reasonOf("new_class", "'withdrawn'")}, -1, -old_cents from both_sides where was_in and not is_in
       union all
       select old_year, 'date', -1, -old_cents from both_sides where was_in and is_in and old_year <> new_year
       union all
       select new_year, 'date', 1, old_cents from both_sides where was_in and is_in and old_year <> new_year
       union all
       select new_year, value_cause, 0, new_cents - old_cents from both_sides where was_in and is_in and old_cents <> new_cents
       union all
       select new_year, 'destination', 0, 0 from both_sides where was_in and is_in and moved
     )
     select year::varchar as year, cause, count(*)::varchar as affected, sum(certificates)::varchar as certificates,
       sum(goods_cents)::varchar as goods_cents
     from effect group by year, cause order by year`,
    { by_lines: byLines },
  );
  const effects = rows.flatMap((row) => {
    const cause = CAUSES.find((each) => each === row.cause);
    if (cause === undefined) throw new Error(`unknown cause: ${row.cause}`);
    return {
      year: Number(row.year),
      cause,
      affected: Number(row.affected),
      certificates: Number(row.certificates),
      goodsCents: BigInt(row.goods_cents),
    };
  });
  return effects.toSorted((a, b) => a.year - b.year || CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
}

/** Why a certificate counts in one vintage only, by its class in the other. */
function reasonOf(otherClass: string, absent: string): string {
  return `case when ${otherClass} is null then ${absent} when ${otherClass} = 'counted' then 'selection'
    when ${otherClass} = 'superseded' then 'replacement' when ${otherClass} = 'not-issued' then 'status' else 'rejection' end`;
}

/**
 * The certificates that changed, one row per field: all by date and number, or the `largest` by what they do to the goods value,
 * without those that only one vintage can have. `value` is as stated, `goods_value` what the figures count.
 */
export async function changedCertificates(engine: Engine, largest: number | null): Promise<readonly FieldChange[]> {
  const text = (table: "o" | "n", field: ComparedField): string =>
    field === "goods_value" ? `${decimalSql(`${table}.goods_cents`)}::varchar` : `${table}.${field}::varchar`;
  const valueIn = (table: "o" | "n"): string =>
    `case u.field ${COMPARED_FIELDS.map((field) => `when '${field}' then ${text(table, field)}`).join(" ")} end`;
  const order = [
    ...(largest === null ? [] : ["abs(coalesce(n.goods_cents, 0) - coalesce(o.goods_cents, 0)) desc"]),
    ...["issue_date", "chamber", "certificate"].map((field) => `coalesce(n.${field}, o.${field}) nulls first`),
    "o.certificate nulls first",
  ].join(", ");
  const rows = await engine.rows<{
    kind: string;
    chamber: string | null;
    old_number: string | null;
    new_number: string | null;
    issue_date: string | null;
    destination: string | null;
    field: string;
    old: string | null;
    new: string | null;
  }>(
    `with ranked as (
       select c.*, row_number() over (order by ${order}) as rank
       from ${SIDES} where c.kind <> 'unchanged' and ($largest::bigint is null or not c.outside)
     ), u as (
       select *, unnest(fields) as field, generate_subscripts(fields, 1) as place
       from ranked where $largest::bigint is null or rank <= $largest::bigint
     )
     select u.kind, coalesce(n.chamber, o.chamber) as chamber, o.certificate as old_number, n.certificate as new_number,
       coalesce(n.issue_date, o.issue_date)::varchar as issue_date, coalesce(n.destination, o.destination) as destination,
       u.field, ${valueIn("o")} as old, ${valueIn("n")} as new
     from u left join older o on o.id = u.old_id left join newer n on n.id = u.new_id
     where ${valueIn("o")} is distinct from ${valueIn("n")}
     order by u.rank, u.place`,
    { largest },
  );
  return rows.map((row) => {
    const kind = CHANGE_KINDS.find((each) => each === row.kind);
    const field = COMPARED_FIELDS.find((each) => each === row.field);
    if (kind === undefined || field === undefined) throw new Error(`unknown change: ${row.kind} of ${row.field}`);
    return {
      kind,
      chamber: row.chamber,
      oldNumber: row.old_number,
      newNumber: row.new_number,
      issueDate: row.issue_date,
      destination: row.destination,
      field,
      old: row.old,
      new: row.new,
    };
  });
}
