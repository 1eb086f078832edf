import type { Engine } from "./engine.ts";

/** What a change of the files on file does to the certificates that count. */
export interface CertificateChange {
  readonly before: number;
  readonly after: number;
  /** How many numbers count now and did not, count no longer, and count with another content. */
  readonly added: number;
  readonly withdrawn: number;
  readonly changed: number;
}

const CONTENT = ["issue_date", "certificate_type", "exporter", "exporter_name", "exporter_size", "destination"];
const COMPARED = [...CONTENT, "goods_cents", "lines"];

/** Runs `reclassify`, which makes the table `certificates` anew, and compares the new with the old. Call it in a transaction. */
export async function compareCertificates(engine: Engine, reclassify: () => Promise<void>): Promise<CertificateChange> {
  const [old] = await engine.rows("select 1 as found from duckdb_tables() where table_name = 'certificates'");
  if (old === undefined) {
    await reclassify();
    const after = await countCertificates(engine);
    return { before: 0, after, added: after, withdrawn: 0, changed: 0 };
  }
  await engine.run("alter table certificates rename to certificates_before");
  await reclassify();
  const differs = COMPARED.map((column) => `a.${column} is distinct from b.${column}`).join(" or ");
  const [change] = await engine.rows<Readonly<Record<keyof CertificateChange, string>>>(
    `select count(b.certificate)::varchar as before, count(a.certificate)::varchar as after,
       count(*) filter (where b.certificate is null)::varchar as added,
       count(*) filter (where a.certificate is null)::varchar as withdrawn,
       count(*) filter (where a.certificate is not null and b.certificate is not null
         and (${differs}))::varchar as changed
     from certificates a full join certificates_before b
       on a.certificate = b.certificate and a.chamber is not distinct from b.chamber`,
  );
  await engine.run("drop table certificates_before");
  return {
    before: Number(change?.before ?? 0),
    after: Number(change?.after ?? 0),
    added: Number(change?.added ?? 0),
    withdrawn: Number(change?.withdrawn ?? 0),
    changed: Number(change?.changed ?? 0),
  };
}

export async function countCertificates(engine: Engine): Promise<number> {
  const [count] = await engine.rows<{ certificates: string }>(
    "select count(*)::varchar as certificates from certificates",
  );
  return Number(count?.certificates ?? 0);
}
