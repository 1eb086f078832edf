import { conversionRates, type DayRate } from "../reference/rates.ts";
import { loadSources } from "../reference/sources.ts";
import type { Register } from "../domain/register.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { fillRegister } from "../store/register.ts";
import { ROW_FIELDS } from "../store/schema.ts";
import { createSums } from "../store/sums.ts";
import { matchCrossBorder, type CrossBorderRule } from "./cross-border.ts";
import { cycles, type Replacement } from "./replacement-cycles.ts";

export interface ClassifyOptions {
  /** Says how large exporters are; where it does not, their certificates do. */
  readonly register?: Register | undefined;
  /** Rates of the user's own, which go before the ECB's. */
  readonly ownRates?: readonly DayRate[];
  /** Makes session tables, which hide those of a store: for a report straight from files, or in another currency. */
  readonly temporary?: boolean;
  /** Puts chambers together: looks for the certificates that several have. */
  readonly crossBorder?: CrossBorderRule;
}

/**
 * Applies the counting policy to all rows on file: converts values into the report currency, gives every row its class
 * and makes the certificates. It reads `files`, `rows` and `row_problems` and makes these tables anew:
 *
 * - `counted_rows`: the rows that count, with `goods_cents`, their value in the report currency;
 * - `certificates`: one row per counted certificate, its lines added up;
 * - `row_classes`: file, class, number of rows: the balance;
 * - `problems`: the problems of single rows and those that show only between rows;
 * - `month_sums` and `year_counts`: what reports need of them.
 */
export async function classify(
  engine: Engine,
  currency: string,
  { ownRates = [], register, temporary = false, crossBorder }: ClassifyOptions = {},
): Promise<void> {
  const table = temporary ? "temp table" : "table";
  await fillRates(engine, table, currency, ownRates);
  if (register !== undefined) await fillRegister(engine, register);
  await engine.run(`create or replace temp table unrated as ${UNRATED}`);
  await engine.run(`create or replace temp table suspected as ${SUSPECTED}`);
  await engine.run(`create or replace temp table repeated as ${REPEATED}`);
  await engine.run(`create or replace temp table replacing as ${REPLACING}`);
  await fillCycles(engine);
  await engine.run(`create or replace temp table successors as ${SUCCESSORS}`);
  await engine.run(`create or replace ${table} judged as ${JUDGED}`);
  if (crossBorder !== undefined) await matchCrossBorder(engine, crossBorder);
  await engine.run(`create or replace ${table} row_classes as ${ROW_CLASSES}`);
  // A copy of all rows would take longer to write than it saves.
  const view = temporary ? "temp view" : "view";
  await engine.run(`create or replace ${view} counted_rows as ${countedRows(register !== undefined)}`);
  await engine.run(`create or replace ${temporary ? view : table} certificates as ${CERTIFICATES}`);
  await engine.run(`create or replace ${table} problems as ${PROBLEMS}`, { currency });
  await createSums(engine, table);
  await engine.run(
    `drop table unrated; drop table suspected; drop table repeated; drop table replacing; drop table cycle_member;
     drop table successors`,
  );
  if (temporary) return;
  await engine.run("update store_info set report_currency = $currency, rates_version = $rates", {
    currency,
    rates: loadSources().find(({ file }) => file.startsWith("ecb-rates"))?.version ?? null,
  });
}

/**
 * Makes the tables `report_currency` and `rate`: for each other currency and day on file, its units and those of the
 * report currency for one euro.
 */
async function fillRates(
  engine: Engine,
  table: "table" | "temp table",
  currency: string,
  ownRates: readonly DayRate[],
): Promise<void> {
  const [wanted] = await engine.rows<{ first: string | null; last: string | null; days: string | null }>(
    `select min(issue_date)::varchar as first, max(issue_date)::varchar as last,
       string_agg(distinct currency || ' ' || issue_date, ',') as days
     from rows where not rejected and value_cents is not null and currency <> $currency`,
    { currency },
  );
  const rows: string[][] = [];
  if (wanted?.first != null && wanted.last != null) {
    const days = new Set(wanted.days?.split(","));
    const sources = [...new Set([...days].map((day) => day.slice(0, day.indexOf(" "))))];
    const rates = conversionRates(currency, sources, wanted.first, wanted.last, ownRates);
    if (currency !== "EUR" && rates.length === 0) {
      throw new UserError(
        2,
        `there are no rates of ${currency} for ${wanted.first} to ${wanted.last}`,
        "report in a currency that the European Central Bank quoted then, or in that of the files",
      );
    }
    for (const { currency: from, day, units, reportUnits } of rates) {
      if (days.has(`${from} ${day}`)) rows.push([from, day, String(units), String(reportUnits)]);
    }
  }
  await engine.run(`create or replace ${table} report_currency as select $currency::varchar as code`, { currency });
  await engine.fill("rate_text", ["currency", "day", "units", "report_units"], rows);
  await engine.run(
    `create or replace ${table} rate as select currency, day::date as day, units::hugeint as units,
       report_units::hugeint as report_units from rate_text`,
  );
}

/** A value that has no rate is a rejected row: it would make the sum too low in silence. */
const UNRATED = `
  select r.file_id, r.line
  from rows r left join rate on rate.currency = r.currency and rate.day = r.issue_date
  where not r.rejected and r.value_cents is not null and r.currency <> (select code from report_currency) and rate.units is null`;

/** The rows whose chamber and number may be those of another row: nearly all are told apart by a hash of them. */
const SUSPECTED = `
  select r.* from rows r
  where not r.rejected
    and hash(r.chamber, r.certificate) in (
      select hash(chamber, certificate) from rows where not rejected group by all having count(*) > 1
    )
    and not exists (select 1 from unrated u where u.file_id = r.file_id and u.line = r.line)`;

/**
 * The rows that share chamber and number with another: which of the identical ones they are, and the place of their header
 * (date, destination, exporter, status) in a fixed order, in which the first one counts.
 */
const REPEATED = `
  with shared as (
    select chamber, certificate from suspected group by chamber, certificate having count(*) > 1
  )
  select v.file_id, v.line,
    row_number() over (partition by ${ROW_FIELDS.map((field) => `v.${field}`).join(", ")} order by f.name, v.line) as copy,
    dense_rank() over (partition by v.chamber, v.certificate
      order by v.issue_date desc, v.status, v.destination, v.exporter) as header,
    first_value(f.name || ':' || v.line) over (partition by v.chamber, v.certificate
      order by v.issue_date desc, v.status, v.destination, v.exporter, f.name, v.line) as counted_place
  from suspected v
    join shared s on s.certificate = v.certificate and s.chamber is not distinct from v.chamber
    join files f on f.file_id = v.file_id`;

/** The issued rows that replace another certificate. */
const REPLACING = `
  select v.chamber, v.certificate, v.issue_date, v.replaces, v.file_id, v.line
  from rows v
    left join repeated p on p.file_id = v.file_id and p.line = v.line
    left join unrated u on u.file_id = v.file_id and u.line = v.line
  where not v.rejected and u.line is null and v.status = 'issued' and v.replaces is not null
    and v.replaces <> v.certificate and coalesce(p.header, 1) = 1`;

/**
 * Makes the table `cycle_member`: the certificates that replace each other in a cycle, and the place of the row that replaces
 * each. A replacement takes effect on the same day or later, so all of a cycle are of one day.
 */
async function fillCycles(engine: Engine): Promise<void> {
  const replacements = await engine.rows<Replacement & { chamber: string | null }>(
    `select distinct on (s.chamber, s.certificate, s.replaces) s.chamber, s.certificate as successor, s.replaces as original,
       f.name || ':' || s.line as place
     from replacing s
       join (select distinct chamber, certificate, issue_date from replacing) t
         on t.certificate = s.replaces and t.chamber is not distinct from s.chamber and t.issue_date = s.issue_date
       join files f on f.file_id = s.file_id
     order by s.chamber, s.certificate, s.replaces, f.name, s.line`,
  );
  const members = [...new Set(replacements.map(({ chamber }) => chamber))].flatMap((chamber) =>
    [...cycles(replacements.filter((each) => each.chamber === chamber))].map(([certificate, place]) => [
      chamber,
      certificate,
      place,
    ]),
  );
  await engine.fill("cycle_member", ["chamber", "certificate", "place"], members);
}

/** For each replaced number, the date of the last issued certificate that replaces it. A cycle replaces nothing. */
const SUCCESSORS = `
  select r.chamber, r.replaces as certificate, max(r.issue_date) as issue_date
  from replacing r left join cycle_member c on c.certificate = r.certificate and c.chamber is not distinct from r.chamber
  where c.certificate is null
  group by r.chamber, r.replaces`;

/** The rows about which there is more to say than that they count, each with its class. */
const JUDGED = `
  select r.file_id, r.line, r.certificate, r.issue_date, r.currency, p.counted_place,
    case
      when r.rejected or u.line is not null then 'rejected'
      when p.copy > 1 then 'copy'
      when p.header > 1 then 'rejected'
      when r.status <> 'issued' then 'not-issued'
      when c.certificate is not null then 'rejected'
      when s.issue_date >= r.issue_date then 'superseded'
      else 'counted'
    end as class,
    coalesce(p.header > 1 and p.copy = 1, false) as conflicting,
    u.line is not null as no_rate,
    case when class = 'rejected' and not r.rejected and u.line is null and coalesce(p.header, 1) = 1 then c.place end as cycle_place,
    p.line is not null as shared
  from rows r
    left join unrated u on u.file_id = r.file_id and u.line = r.line
    left join repeated p on p.file_id = r.file_id and p.line = r.line
    left join successors s on s.certificate = r.certificate and s.chamber is not distinct from r.chamber
    left join cycle_member c on c.certificate = r.certificate and c.chamber is not distinct from r.chamber
  where r.rejected or r.status <> 'issued' or u.line is not null or p.line is not null or s.issue_date >= r.issue_date
    or c.certificate is not null`;

const ROW_CLASSES = `
  select r.file_id, coalesce(j.class, 'counted') as class, count(*) as rows
  from rows r left join judged j on j.file_id = r.file_id and j.line = r.line
  group by all`;

/** value / units x report_units, half-up to the cent, in integers. (A further condition in the join would make it a slow one.) */
const GOODS_CENTS = `
  case when r.currency = (select code from report_currency) then r.value_cents
    else ((2 * r.value_cents::hugeint * rate.report_units + rate.units) // (2 * rate.units))::bigint end`;

/** Sizes are looked up here, and not in `rows`: what a register says makes no two rows alike, or different. */
function countedRows(registered: boolean): string {
  const size = "coalesce(z.size, r.exporter_size) as exporter_size";
  return `
  select r.file_id, r.line, coalesce(j.shared, false) as shared,
    ${ROW_FIELDS.map((field) => (registered && field === "exporter_size" ? size : `r.${field}`)).join(", ")},
    ${GOODS_CENTS} as goods_cents
  from rows r
    left join judged j on j.file_id = r.file_id and j.line = r.line
    left join rate on rate.currency = r.currency and rate.day = r.issue_date
    ${registered ? "left join registered_size z on z.exporter_id = r.exporter_id and z.year = year(r.issue_date)" : ""}
  where coalesce(j.class, 'counted') = 'counted'`;
}

const CERTIFICATES = `
  select chamber, certificate, issue_date, certificate_type, exporter, exporter_name, exporter_size, destination, goods_cents,
    1 as lines
  from counted_rows where not shared
  union all
  select chamber, certificate, any_value(issue_date), min(certificate_type), any_value(exporter), min(exporter_name),
    min(exporter_size), any_value(destination), sum(goods_cents), count(*)
  from counted_rows where shared
  group by chamber, certificate`;

const PROBLEMS = `
  select file_id, line, code, column_name, text, hint from row_problems
  union all
  select file_id, line, 'conflicting-duplicate', null, certificate, 'counted instead: ' || counted_place
  from judged where conflicting
  union all
  select file_id, line, 'replacement-cycle', null, certificate, 'replaced by the row at ' || cycle_place
  from judged where cycle_place is not null
  union all
  select file_id, line, 'missing-rate', null, currency, 'there is none of ' || currency || ' in ' || $currency || ' for ' || issue_date
  from judged where no_rate`;
