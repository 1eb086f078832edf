import type { Register, RegisterAccount } from "../domain/register.ts";
import { CERTIFICATE_KEY } from "./aggregate.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";
import { isSums, type Source } from "./source.ts";

/**
 * Makes the table `registered_size`: the size of each exporter on file that a register has, by year, null where it does not tell; and
 * `register_file`, which says what was read.
 */
export async function fillRegister(engine: Engine, { file, entries }: Register): Promise<void> {
  await engine.fill(
    "register_entry",
    ["exporter_id", "size", "from_year", "until_year"],
    entries.map(({ exporterId, size, fromYear, untilYear }) => [
      exporterId,
      size,
      fromYear === null ? null : String(fromYear),
      untilYear === null ? null : String(untilYear),
    ]),
  );
  const enterprises = new Set(entries.map(({ exporterId }) => exporterId)).size;
  await engine.fill("register_file", ["file", "enterprises"], [[file, String(enterprises)]]);
  await engine.run(
    `create or replace temp table registered_size as
     select on_file.exporter_id, on_file.year, e.size
     from (select distinct exporter_id, year(issue_date) as year from rows where exporter_id is not null and not rejected) on_file
       join register_entry e on e.exporter_id = on_file.exporter_id
     where on_file.year >= coalesce(e.from_year::integer, 0) and on_file.year < coalesce(e.until_year::integer, 10000)`,
  );
}

/** How far the register reaches over the selected certificates; `null` when none is in force. */
export async function readRegisterAccount(source: Source, selected: Selected): Promise<RegisterAccount | null> {
  if (isSums(source)) return null;
  const inForce = await source.rows("select 1 as found from duckdb_tables() where table_name = 'register_file'");
  if (inForce.length === 0) return null;
  const [account] = await source.rows<Readonly<Record<AccountColumn, string | null>>>(
    `with line as (
       select c.exporter, c.goods_cents, z.exporter_id is not null as matched, r.exporter_size <> z.size as differs,
         ${CERTIFICATE_KEY} as certificate
       from ${selected.relation("counted_rows")} c
         join rows r on r.file_id = c.file_id and r.line = c.line
         left join registered_size z on z.exporter_id = c.exporter_id and z.year = year(c.issue_date)
     )
     select (select file from register_file) as file, (select enterprises from register_file) as enterprises,
       count(distinct exporter)::varchar as exporters,
       count(distinct exporter) filter (where matched)::varchar as matched_exporters,
       sum(goods_cents)::varchar as goods_cents, sum(goods_cents) filter (where matched)::varchar as matched_cents,
       count(distinct exporter) filter (where differs)::varchar as differing_exporters,
       count(distinct certificate) filter (where differs)::varchar as differing_certificates
     from line`,
    selected.parameters,
  );
  if (account === undefined) return null;
  const cents = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  return {
    file: account.file ?? "",
    enterprises: Number(account.enterprises),
    exporters: Number(account.exporters),
    matchedExporters: Number(account.matched_exporters),
    goodsCents: cents(account.goods_cents),
    matchedCents: cents(account.matched_cents),
    differingExporters: Number(account.differing_exporters),
    differingCertificates: Number(account.differing_certificates),
  };
}

/** A number of an exporter on file and one of the register, to show how they are written; `null` when there is none. */
export async function exampleNumbers(
  engine: Engine,
): Promise<{ readonly onFile: string | null; readonly registered: string | null }> {
  const [row] = await engine.rows<{ on_file: string | null; registered: string | null }>(
    `select (select min(exporter_id) from counted_rows) as on_file, (select min(exporter_id) from register_entry) as registered`,
  );
  return { onFile: row?.on_file ?? null, registered: row?.registered ?? null };
}

type AccountColumn =
  | "file"
  | "enterprises"
  | "exporters"
  | "matched_exporters"
  | "goods_cents"
  | "matched_cents"
  | "differing_exporters"
  | "differing_certificates";
