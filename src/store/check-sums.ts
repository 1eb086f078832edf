import type {
  CentsRange,
  CertificateOfYear,
  CertificateValue,
  Exceptions,
  LogSpread,
  RowsAtFault,
} from "../domain/check-sums.ts";
import type { Fraction } from "../domain/fraction.ts";
import { VOCABULARIES, type RequiredField, type Vocabulary } from "../domain/rule.ts";
import { dimensionSql } from "./dimension-sql.ts";
import type { Engine, Parameters } from "./engine.ts";
import { ROW_FIELDS } from "./schema.ts";
import type { Selected } from "./selection.ts";

/** What rules are judged by, beyond the sums of reports. */
const FIELD_COLUMNS: Readonly<Record<RequiredField, string>> = {
  value: "goods_cents",
  exporter: "exporter",
  exporter_id: "exporter_id",
  exporter_size: "exporter_size",
  hs_code: "hs_code",
  origin: "origin",
  goods: "goods",
  chamber: "chamber",
};

/** The lines that lack a field. */
export async function linesWithout(
  engine: Engine,
  selected: Selected,
  field: RequiredField,
  limit: number,
): Promise<RowsAtFault> {
  const lines = selected.relation("counted_rows");
  return rowsAtFault(
    engine,
    `select c.*, c.${FIELD_COLUMNS[field]} is null as at_fault from ${lines} c`,
    selected.parameters,
    limit,
  );
}

/** The rows that are copies of another: the same by which `ingest/classify.ts` counts them. */
export async function copiedRows(engine: Engine, limit: number): Promise<RowsAtFault> {
  const same = ROW_FIELDS.map((field) => `r.${field}`).join(", ");
  const copies = `select r.*, not r.rejected and row_number() over (partition by r.rejected, ${same} order by n.name, r.line) > 1 as at_fault
    from rows r join files n on n.file_id = r.file_id`;
  return rowsAtFault(engine, copies, {}, limit);
}

async function rowsAtFault(engine: Engine, rows: string, parameters: Parameters, limit: number): Promise<RowsAtFault> {
  await engine.run(
    `create or replace temp table checked_row as select file_id, line, certificate, at_fault from (${rows})`,
    parameters,
  );
  const [counts] = await engine.rows<{ rows: string; count: string }>(
    "select count(*)::varchar as rows, count(*) filter (where at_fault)::varchar as count from checked_row",
  );
  const first = await engine.rows<{ certificate: string; file: string; line: string }>(
    `select coalesce(c.certificate, '') as certificate, f.name as file, c.line::varchar as line
     from checked_row c join files f on f.file_id = c.file_id where c.at_fault order by f.name, c.line limit $limit`,
    { limit },
  );
  await engine.run("drop table checked_row");
  return {
    rows: Number(counts?.rows ?? 0),
    count: Number(counts?.count ?? 0),
    first: first.map(({ certificate, file, line }) => ({ certificate, place: { file, line: Number(line) } })),
  };
}

/** The certificates whose value is outside a range. */
export async function certificatesOutside(
  engine: Engine,
  selected: Selected,
  { low, high }: CentsRange,
  limit: number,
): Promise<Exceptions<CertificateValue>> {
  const bounds = [
    ...(low === null ? [] : ["goods_cents < $low::hugeint"]),
    ...(high === null ? [] : ["goods_cents > $high::hugeint"]),
  ];
  return exceptions(engine, selected, bounds.length === 0 ? "false" : bounds.join(" or "), limit, {
    ...(low === null ? {} : { low: String(low) }),
    ...(high === null ? {} : { high: String(high) }),
  });
}

/** The certificates that are more than a share of the value of their year. */
export async function certificatesAbove(
  engine: Engine,
  selected: Selected,
  share: Fraction,
  limit: number,
): Promise<Exceptions<CertificateOfYear>> {
  const isAbove = "goods_cents * $denominator::hugeint > year_cents * $numerator::hugeint";
  return exceptions(engine, selected, isAbove, limit, {
    numerator: String(share.numerator),
    denominator: String(share.denominator),
  });
}

async function exceptions(
  engine: Engine,
  selected: Selected,
  condition: string,
  limit: number,
  parameters: Parameters,
): Promise<Exceptions<CertificateOfYear>> {
  await engine.run(
    `create or replace temp table valued_certificate as
     select c.chamber, c.certificate, c.goods_cents, year(c.period_date) as year,
       sum(c.goods_cents) over (partition by year(c.period_date)) as year_cents
     from ${selected.relation("certificates")} c where c.goods_cents is not null`,
    selected.parameters,
  );
  const [counts] = await engine.rows<{ valued: string; count: string }>(
    `select count(*)::varchar as valued, count(*) filter (where ${condition})::varchar as count from valued_certificate`,
    parameters,
  );
  await engine.run(
    `create or replace temp table exceptional_certificate as
     select * from valued_certificate where ${condition}
     order by goods_cents desc, certificate, chamber limit ${limit}`,
    parameters,
  );
  const certificates = await engine.rows<{
    certificate: string;
    cents: string;
    year: number;
    year_cents: string;
    file: string;
    line: string;
  }>(
    `select e.certificate, e.goods_cents::varchar as cents, e.year::integer as year, e.year_cents::varchar as year_cents,
       min({ file: f.name, line: r.line }).file as file, min({ file: f.name, line: r.line }).line::varchar as line
     from exceptional_certificate e
       join counted_rows r on r.certificate = e.certificate and r.chamber is not distinct from e.chamber
       join files f on f.file_id = r.file_id
     group by e.chamber, e.certificate, e.goods_cents, e.year, e.year_cents
     order by e.goods_cents desc, e.certificate, e.chamber`,
  );
  await engine.run("drop table valued_certificate; drop table exceptional_certificate");
  return {
    valued: Number(counts?.valued ?? 0),
    count: Number(counts?.count ?? 0),
    certificates: certificates.map(({ certificate, cents, year, year_cents: yearCents, file, line }) => ({
      certificate,
      cents: BigInt(cents),
      year,
      yearCents: BigInt(yearCents),
      place: { file, line: Number(line) },
    })),
  };
}

/** How the logarithms of values are spread; `null` when there is no value above zero. */
export async function logSpread(engine: Engine, selected: Selected): Promise<LogSpread | null> {
  const [spread] = await engine.rows<{ median: number | null; mad: number | null }>(
    `select median(ln(c.goods_cents)) as median, mad(ln(c.goods_cents)) as mad
     from ${selected.relation("certificates")} c where c.goods_cents > 0`,
    selected.parameters,
  );
  return spread?.median == null || spread.mad === null ? null : { median: spread.median, mad: spread.mad };
}

/** The values that occur, of each dimension in order. */
export async function readVocabularies(engine: Engine): Promise<Readonly<Record<Vocabulary, readonly string[]>>> {
  const read = async (vocabulary: Vocabulary): Promise<readonly string[]> => {
    const { expression, join = "" } = dimensionSql(vocabulary);
    const rows = await engine.rows<{ item: string }>(
      `select distinct ${expression} as item from counted_rows c ${join} where item <> '' order by item`,
    );
    return rows.map(({ item }) => item);
  };
  const entries: (readonly [Vocabulary, readonly string[]])[] = [];
  for (const vocabulary of VOCABULARIES) entries.push([vocabulary, await read(vocabulary)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets the names of the keys
  return Object.fromEntries(entries) as Record<Vocabulary, readonly string[]>;
}
