import { decimalSql } from "./export-rows.ts";
import type { Engine } from "./engine.ts";
import type { Selected } from "./selection.ts";

/** What all lines of a certificate have in common. */
const HEADER = [
  "status",
  "issue_date",
  "certificate_type",
  "replaces",
  "exporter_id",
  "exporter_name",
  "exporter_size",
  "destination",
] as const;

/** What its lines say each for itself. */
const OF_LINES = ["hs_code", "goods", "origin", "value"] as const;
/** Between what the lines of a certificate say. */
const BETWEEN_LINES = " | ";

/** The certificates that are told by more than one row, or by rejected ones; their lines in an order that their content decides. */
const SEVERAL = `
  select chamber, certificate, class, ${HEADER.join(", ")},
    ${OF_LINES.map((field) => `if(has_${field}, array_to_string(list_transform(said, x -> coalesce(x.${field}, '')), '${BETWEEN_LINES}'), null)`).join(", ")},
    array_to_string(list_sort(currencies), '${BETWEEN_LINES}'), lines
  from (
    select chamber, certificate, class, ${HEADER.map((field) => `min(${field}) as ${field}`).join(", ")},
      ${OF_LINES.map((field) => `count(${field}) > 0 as has_${field}`).join(", ")},
      list_sort(list({ hs_code: hs_code, goods: goods, origin: origin, currency: currency, cents: value_cents, value: value })) as said,
      list(distinct currency) as currencies, count(*) as lines
    from judged_row where (shared and class <> 'copy') or class = 'rejected'
    group by chamber, certificate, class
  )`;

/**
 * Writes the certificates of a vintage, counted or not, to a file that `compareVintages` reads, one row each: what became of it
 * (`class`), what its lines say, `selected`: whether the figures count it, and `goods_cents`: with what value. Rejected rows beside
 * others of their number are left to the balance, and so are rows without a number. `classify` must have made its session tables.
 */
export async function writeVintage(engine: Engine, path: string, selected: Selected): Promise<void> {
  await engine.run(
    `create or replace temp table judged_row as
     select r.*, ${decimalSql("value_cents")}::varchar as value, coalesce(j.class, 'counted') as class,
       coalesce(j.shared, false) as shared
     from rows r left join judged j on j.file_id = r.file_id and j.line = r.line
     where r.certificate is not null`,
  );
  await engine.run(
    `create or replace temp table told as
     select chamber, certificate, class, ${HEADER.join(", ")}, ${OF_LINES.join(", ")}, currency, 1 as lines
     from judged_row where not shared and class <> 'rejected'
     union all ${SEVERAL}`,
  );
  await engine.run(
    `copy (
       select t.*, coalesce(copy.copies, 0) as copies, c.certificate is not null as selected, c.goods_cents::bigint as goods_cents
       from told t
         left join (
           select chamber, certificate, count(*) as copies from judged_row where class = 'copy' group by chamber, certificate
         ) copy on copy.certificate = t.certificate and copy.chamber is not distinct from t.chamber
         left join ${selected.relation("certificates")} c
           on c.certificate = t.certificate and c.chamber is not distinct from t.chamber
         left join (select chamber, certificate from told where class <> 'rejected') other
           on other.certificate = t.certificate and other.chamber is not distinct from t.chamber
       where t.class <> 'rejected' or other.certificate is null
     ) to '${path.replaceAll("'", "''")}' (format parquet)`,
    selected.parameters,
  );
  await engine.run("drop table told; drop table judged_row");
}
