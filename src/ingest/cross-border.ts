import type { Engine } from "../store/engine.ts";
import { insertRows } from "../store/insert-rows.ts";

/** Chambers whose certificates are put together. */
export interface CrossBorderRule {
  /** The chambers in the order in which the first keeps a certificate that several have. */
  readonly keepers: readonly string[];
  /** Whether such a certificate counts at each of them all the same. */
  readonly countBoth: boolean;
}

/**
 * Makes the table `cross_border`: the certificates that an earlier chamber has too, each with that one. They are the same when
 * exporter id, issue date, destination and the value in its own currency agree, whatever their numbers; of several such at one
 * chamber, in order of their numbers, each is matched with one of the other. What has no exporter id or no value is matched with
 * nothing. Unless they count at both, their rows become a class of their own in `judged`.
 */
export async function matchCrossBorder(engine: Engine, { keepers, countBoth }: CrossBorderRule): Promise<void> {
  await engine.fill(
    "keeper",
    ["chamber", "place"],
    keepers.map((chamber, place) => [chamber, String(place).padStart(6, "0")]),
  );
  await engine.run(`create or replace temp table cross_border as ${CROSS_BORDER}`);
  if (countBoth) return;
  await engine.run(
    `create or replace temp table cross_border_row as
     select r.file_id, r.line, r.certificate, r.issue_date, r.currency, j.line is not null as is_judged
     from rows r
       join cross_border b on b.chamber = r.chamber and b.certificate = r.certificate
       left join judged j on j.file_id = r.file_id and j.line = r.line
     where not r.rejected and coalesce(j.class, 'counted') = 'counted'`,
  );
  await engine.run(
    `update judged set class = 'cross-border' from cross_border_row b
     where b.is_judged and b.file_id = judged.file_id and b.line = judged.line`,
  );
  await insertRows(
    engine,
    "judged (file_id, line, certificate, issue_date, currency, class, conflicting, no_rate, shared)",
    `select file_id, line, certificate, issue_date, currency, 'cross-border', false, false, false
     from cross_border_row where not is_judged`,
  );
  await engine.run("drop table cross_border_row");
}

/** Only what two chambers have of one exporter, day and destination is looked at closely. */
const CROSS_BORDER = `
  with counted as (
    select r.chamber, r.certificate, r.exporter_id, r.issue_date, r.destination, r.currency, r.value_cents
    from rows r left join judged j on j.file_id = r.file_id and j.line = r.line
    where coalesce(j.class, 'counted') = 'counted' and r.exporter_id is not null and r.chamber is not null
  ), common as (
    select exporter_id, issue_date, destination from counted
    group by exporter_id, issue_date, destination having count(distinct chamber) > 1
  ), amounts as (
    select c.chamber, c.certificate, c.exporter_id, c.issue_date, c.destination, c.currency, sum(c.value_cents) as cents,
      count(*) = count(c.value_cents) as whole
    from counted c join common o on o.exporter_id = c.exporter_id and o.issue_date = c.issue_date and o.destination = c.destination
    group by c.chamber, c.certificate, c.exporter_id, c.issue_date, c.destination, c.currency
  ), valued as (
    select chamber, certificate, exporter_id, issue_date, destination,
      string_agg(cents || ' ' || currency, ' ' order by currency) as amount
    from amounts group by chamber, certificate, exporter_id, issue_date, destination having bool_and(whole)
  ), numbered as (
    select v.*, k.place,
      row_number() over (partition by v.chamber, exporter_id, issue_date, destination, amount order by certificate) as occurrence
    from valued v join keeper k on k.chamber = v.chamber
  ), matched as (
    select *, first_value(chamber) over same as kept_chamber, first_value(certificate) over same as kept_certificate
    from numbered
    window same as (partition by exporter_id, issue_date, destination, amount, occurrence order by place)
  )
  select chamber, certificate, kept_chamber, kept_certificate, exporter_id, issue_date, destination
  from matched where chamber <> kept_chamber`;
