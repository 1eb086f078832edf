import type { CrossBorderCertificate, ChamberAccount } from "../domain/cross-border.ts";
import type { DayRange, MonthCoverage } from "../domain/period.ts";
import type { Engine } from "./engine.ts";

export async function lastFileId(engine: Engine): Promise<number> {
  const [last] = await engine.rows<{ id: number }>("select coalesce(max(file_id), 0) as id from files");
  return last?.id ?? 0;
}

/** The files that were put on file after one. */
export async function filesAfter(
  engine: Engine,
  last: number,
): Promise<readonly { readonly name: string; readonly sha256: string }[]> {
  return engine.rows<{ name: string; sha256: string }>(
    "select name, sha256 from files where file_id > $last order by file_id",
    { last },
  );
}

/** Gives the rows of the files that were put on file after one the name of their chamber; `refuse` is asked when they name several. */
export async function nameChamber(
  engine: Engine,
  last: number,
  name: string,
  refuse: (names: readonly string[]) => Error,
): Promise<void> {
  const rows = await engine.rows<{ chamber: string }>(
    "select distinct chamber from rows where file_id > $last and chamber is not null order by chamber",
    { last },
  );
  if (rows.length > 1) throw refuse(rows.map(({ chamber }) => chamber));
  await engine.run("update rows set chamber = $name where file_id > $last and not rejected", { last, name });
}

/** The chambers that rows name, in order. */
export async function namedChambers(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.rows<{ chamber: string }>(
    "select distinct chamber from rows where not rejected and chamber is not null order by chamber",
  );
  return rows.map(({ chamber }) => chamber);
}

/** The months in which a chamber has certificates, and what the profiles of its files state. */
export interface ChamberCoverage {
  /** Empty for certificates that name no chamber. */
  readonly chamber: string;
  readonly months: readonly MonthCoverage[];
  readonly stated: DayRange;
}

export async function chamberCoverage(engine: Engine): Promise<readonly ChamberCoverage[]> {
  const months = await engine.rows<{
    chamber: string;
    year: string;
    month: string;
    last_day: string;
    certificates: string;
  }>(
    `select coalesce(chamber, '') as chamber, year(issue_date)::varchar as year, month(issue_date)::varchar as month,
       day(max(last_date))::varchar as last_day, sum(certificates)::varchar as certificates
     from month_sums group by 1, 2, 3 order by 1, 2, 3`,
  );
  const stated = await engine.rows<{ chamber: string; from: string | null; to: string | null }>(
    `select coalesce(r.chamber, '') as chamber, min(f.coverage_from)::varchar as "from", max(f.coverage_to)::varchar as "to"
     from (select distinct file_id, chamber from rows where not rejected) r join files f on f.file_id = r.file_id
     group by 1`,
  );
  return [...new Set(months.map(({ chamber }) => chamber))].map((chamber) => {
    const { from = null, to = null } = stated.find((row) => row.chamber === chamber) ?? {};
    return {
      chamber,
      months: months
        .filter((row) => row.chamber === chamber)
        .map((row) => ({
          year: Number(row.year),
          month: Number(row.month),
          lastDay: Number(row.last_day),
          certificates: Number(row.certificates),
        })),
      stated: { from, to },
    };
  });
}

/** The certificates that two chambers have, by date, exporter and destination. */
export async function crossBorderCertificates(engine: Engine): Promise<readonly CrossBorderCertificate[]> {
  const rows = await engine.rows<{
    chamber: string;
    certificate: string;
    kept_chamber: string;
    kept_certificate: string;
    exporter_id: string;
    issue_date: string;
    destination: string;
    goods_cents: string | null;
  }>(
    `select b.chamber, b.certificate, b.kept_chamber, b.kept_certificate, b.exporter_id, b.issue_date::varchar as issue_date,
       b.destination, c.goods_cents::varchar as goods_cents
     from cross_border b join certificates c on c.chamber = b.kept_chamber and c.certificate = b.kept_certificate
     order by b.issue_date, b.exporter_id, b.destination, b.kept_chamber, b.kept_certificate, b.chamber, b.certificate`,
  );
  return rows.map((row) => ({
    issueDate: row.issue_date,
    exporterId: row.exporter_id,
    destination: row.destination,
    goodsCents: row.goods_cents === null ? null : BigInt(row.goods_cents),
    kept: { chamber: row.kept_chamber, certificate: row.kept_certificate },
    other: { chamber: row.chamber, certificate: row.certificate },
  }));
}

/** What of each chamber could be held against other chambers, and what could not. */
export async function chamberAccounts(engine: Engine): Promise<readonly ChamberAccount[]> {
  const rows = await engine.rows<{ chamber: string; certificates: string; without_id: string; without_value: string }>(
    `select coalesce(chamber, '') as chamber, count(*)::varchar as certificates,
       count(*) filter (where exporter is null or exporter like 'NAME:%')::varchar as without_id,
       count(*) filter (where goods_cents is null)::varchar as without_value
     from certificates group by 1 order by 1`,
  );
  return rows.map((row) => ({
    chamber: row.chamber,
    certificates: Number(row.certificates),
    withoutExporterId: Number(row.without_id),
    withoutValue: Number(row.without_value),
  }));
}
