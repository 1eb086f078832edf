import { DEFAULT_CERTIFICATE_TYPE, DEFAULT_CURRENCY, type Field } from "../domain/certificate.ts";
import { problemSeverity, type ProblemCode } from "../domain/problem.ts";
import type { Profile } from "../domain/profile.ts";
import { loadCountries } from "../reference/countries.ts";
import type { Engine } from "../store/engine.ts";
import { insertRows } from "../store/insert-rows.ts";
import { ROW_FIELDS } from "../store/schema.ts";
import { loadClosedSets } from "./closed-sets.ts";
import type { Formats } from "./detect-formats.ts";
import { keepRejects } from "./keep-rejects.ts";
import { amountText, hsDigits, isHsCode, isNumber, isScientific, parseCents, parseDate } from "./parse-rules.ts";

/** A fault: the rows that have it, as SQL over `cleaned`, and the field whose text is at fault. */
interface Rule {
  readonly code: ProblemCode;
  readonly field: Field;
  readonly when: string;
  /** SQL for what more there is to say. */
  readonly hint?: string;
}

/** Every fault that a row can have by itself. Faults between rows are found in `classify.ts`. */
const RULES: readonly Rule[] = [
  { code: "missing-number", field: "certificate_number", when: "certificate is null" },
  {
    code: "damaged-number",
    field: "certificate_number",
    when: "regexp_full_match(certificate_number, '\\d([.,]\\d+)?[Ee]\\+\\d+')",
  },
  { code: "missing-date", field: "issue_date", when: "issue_date_text is null" },
  { code: "invalid-date", field: "issue_date", when: "issue_date_text is not null and issue_date is null" },
  { code: "missing-destination", field: "destination", when: "destination_text is null" },
  {
    code: "unknown-destination",
    field: "destination",
    when: "destination_text is not null and destination is null",
    hint: "destination_hint",
  },
  { code: "unknown-status", field: "status", when: "status_text is not null and status is null" },
  { code: "invalid-value", field: "value", when: "value_text is not null and not is_number" },
  { code: "value-out-of-range", field: "value", when: "is_number and value_cents is null" },
  { code: "negative-value", field: "value", when: "value_cents < 0" },
  { code: "rounded-value", field: "value", when: `value_cents >= 0 and ${isScientific("value_text")}` },
  {
    code: "unknown-currency",
    field: "currency",
    when: "value_text is not null and currency_text is not null and currency is null",
  },
  { code: "invalid-hs-code", field: "hs_code", when: "hs_code_text is not null and hs_code is null" },
  { code: "unknown-origin", field: "origin", when: "origin_text is not null and origin is null" },
  {
    code: "unknown-exporter-size",
    field: "exporter_size",
    when: "exporter_size_text is not null and exporter_size is null",
  },
];

/** Where staged rows come from. */
export interface RowSource {
  readonly fileId: number;
  /** Tells the rows of different tables apart, and is the same for the same bytes. */
  readonly key: string;
  /** The lines of the same table that are no rows at all. */
  readonly lost: readonly number[];
  /** The header of the column that a field is read from: a problem names the column as its file does. */
  readonly headerOf: (field: Field) => string | null;
}

/**
 * Cleans the rows of the view `staged` into the table `rows`, and their faults into `row_problems`.
 *
 * Texts from closed sets (countries, statuses ...) are looked up once for each different text; dates and amounts are read
 * by the rules of `parse-rules.ts`.
 */
export async function cleanRows(engine: Engine, source: RowSource, profile: Profile, formats: Formats): Promise<void> {
  await lookUpTexts(engine, profile);
  const certificate = profile.grain === "record" ? "$key || ':' || line" : "certificate_number";
  const amount = amountText("s", formats.decimalMark);
  const parameters = profile.grain === "record" ? { key: source.key } : undefined;
  await engine.run(
    `create or replace temp table cleaned as
    select s.line, s.certificate_number, ${certificate} as certificate, s.chamber,
      s.issue_date as issue_date_text,
      coalesce(issue_date_code.code::date, ${parseDate("s.issue_date", formats.dateOrder)}) as issue_date,
      coalesce(certificate_type_code.code, upper(s.certificate_type), '${DEFAULT_CERTIFICATE_TYPE}') as certificate_type,
      s.status as status_text, case when s.status is null then 'issued' else status_code.code end as status,
      s.replaces,
      nullif(upper(regexp_replace(s.exporter_id, '[^0-9A-Za-z]', '', 'g')), '') as exporter_id,
      s.exporter_name,
      coalesce(nullif(upper(regexp_replace(s.exporter_id, '[^0-9A-Za-z]', '', 'g')), ''),
        'NAME:' || nullif(upper(strip_accents(trim(regexp_replace(s.exporter_name, '[^\\pL\\pN]+', ' ', 'g')))), '')) as exporter,
      s.exporter_size as exporter_size_text, exporter_size_code.code as exporter_size,
      s.destination as destination_text, destination_code.code as destination, destination_code.hint as destination_hint,
      s.origin as origin_text, origin_code.code as origin,
      s.hs_code as hs_code_text,
      case when ${isHsCode("s.hs_code")} then ${hsDigits("s.hs_code")} end as hs_code,
      s.goods,
      s.value as value_text, ${isNumber(amount, formats.decimalMark)} as is_number,
      case when ${isNumber(amount, formats.decimalMark)}
        then ${parseCents(amount, formats.decimalMark, profile.value_unit ?? 1)} end as value_cents,
      s.currency as currency_text,
      case when s.currency is null then '${DEFAULT_CURRENCY}' else currency_code.code end as currency
    from staged s
      left join issue_date_code on issue_date_code.text = s.issue_date
      left join certificate_type_code on certificate_type_code.text = s.certificate_type
      left join status_code on status_code.text = s.status
      left join exporter_size_code on exporter_size_code.text = s.exporter_size
      left join destination_code on destination_code.text = s.destination
      left join origin_code on origin_code.text = s.origin
      left join currency_code on currency_code.text = s.currency`,
    parameters,
  );

  const rejecting = RULES.filter((rule) => problemSeverity(rule.code) === "reject");
  await insertRows(
    engine,
    "rows",
    `select $file_id, line, coalesce(${anyOf(rejecting)}, false), ${ROW_FIELDS.join(", ")} from cleaned`,
    { file_id: source.fileId },
  );
  await engine.run(`create or replace temp table faulty as select * from cleaned where ${anyOf(RULES)}`);
  const [rejected] = await engine.rows(`select 1 as found from faulty where ${anyOf(rejecting)} limit 1`);
  if (rejected !== undefined || source.lost.length > 0) {
    await keepRejects(engine, source.fileId, source.lost, profile, formats);
  }
  const headers: Record<string, string | null> = {};
  const selects = RULES.map(({ code, field, when, hint }) => {
    headers[`header_${field}`] = source.headerOf(field);
    const columns = `$header_${field}::varchar, ${textColumn(field)}`;
    return `select $file_id, line, '${code}', ${columns}, ${hint ?? "null"} from faulty where ${when}`;
  });
  await insertRows(engine, "row_problems", selects.join(" union all "), { file_id: source.fileId, ...headers });
  await engine.run("drop table faulty; drop table cleaned; drop view staged; drop table staged_text");
}

function anyOf(rules: readonly Rule[]): string {
  return rules.map((rule) => `(${rule.when})`).join(" or ");
}

function textColumn(field: Field): string {
  return field === "certificate_number" ? field : `${field}_text`;
}

/** Of the dates, only those in words are looked up: the others are read where they stand. */
const NAMES_A_MONTH = "regexp_matches(issue_date, '\\pL{3}')";

/** For each different text of the closed sets, makes a row of `<field>_code`: text, code or null, and a hint. */
async function lookUpTexts(engine: Engine, profile: Profile): Promise<void> {
  const countries = loadCountries();
  for (const [field, resolve] of Object.entries(loadClosedSets(profile))) {
    const texts = await engine.rows<{ text: string }>(
      `select distinct ${field} as text from staged where ${field === "issue_date" ? NAMES_A_MONTH : `${field} is not null`}`,
    );
    const rows = texts.map(({ text }) => {
      const code = resolve(text);
      return [text, code, field === "destination" && code === null ? nearestHint(countries.nearest(text)) : null];
    });
    await engine.fill(`${field}_code`, ["text", "code", "hint"], rows);
  }
}

function nearestHint(names: readonly string[]): string | null {
  return names.length === 0 ? null : `did you mean ${names.join(" or ")}?`;
}
