import { DEFAULT_CERTIFICATE_TYPE, DEFAULT_CURRENCY, type Field } from "../domain/certificate.ts";
import { problemSeverity, type ProblemCode } from "../domain/problem.ts";
import type { Profile } from "../domain/profile.ts";
import { loadCountries } from "../reference/countries.ts";
import type { Engine, Parameters } from "../store/engine.ts";
import { insertRows, isEmpty } from "../store/insert-rows.ts";
import { ROW_FIELDS } from "../store/schema.ts";
import { loadClosedSets } from "./closed-sets.ts";
import type { Formats } from "./detect-formats.ts";
import { keepRejects } from "./keep-rejects.ts";
import {
  amountText,
  centsOf,
  hsDigits,
  isHsCode,
  isNumber,
  isScientific,
  parseAmount,
  parseDate,
} from "./parse-rules.ts";

/** A fault: the rows that have it, as SQL over what `cleaned` gives, and the field whose text is at fault. */
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
    // The sign first: hardly any number has one, and looking for it costs little.
    when: "contains(certificate_number, '+') and regexp_full_match(certificate_number, '\\d([.,]\\d+)?[Ee]\\+\\d+')",
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

const REJECTING = RULES.filter((rule) => problemSeverity(rule.code) === "reject");

/**
 * Cleans the rows of the view `staged` into the table `rows`, and their faults into `row_problems`. Only amounts are read row by
 * row: what the other texts say is found out once for each different text.
 */
export async function cleanRows(engine: Engine, source: RowSource, profile: Profile, formats: Formats): Promise<void> {
  await lookUpTexts(engine, profile);
  const key = profile.grain === "record" ? { key: source.key } : {};
  // As `insertRows`, without reading a row for the question whether there is one.
  if (!(await isEmpty(engine, "staged"))) {
    await engine.run(
      `insert into rows
       select $file_id, line, coalesce(${anyOf(REJECTING)}, false), coalesce(${anyOf(RULES)}, false), ${ROW_FIELDS.join(", ")}
       from (${cleaned("staged", profile, formats)})`,
      { ...key, file_id: source.fileId },
    );
  }
  await engine.run(
    "create or replace temp table faulty_text as from staged where line in (select line from rows where file_id = $file_id and faulty)",
    { file_id: source.fileId },
  );
  const [rejected] = await engine.rows("select 1 as found from rows where file_id = $file_id and rejected limit 1", {
    file_id: source.fileId,
  });
  if (rejected !== undefined || source.lost.length > 0) {
    await keepRejects(engine, source.fileId, source.lost, profile, formats);
  }
  await keepProblems(engine, source, profile, formats, key);
  await engine.run("drop view staged; drop table staged_text; drop table text_code; drop table faulty_text");
}

/** Puts the faults of the rows of `faulty_text` into `row_problems`. */
async function keepProblems(
  engine: Engine,
  source: RowSource,
  profile: Profile,
  formats: Formats,
  key: Parameters,
): Promise<void> {
  await engine.run(`create or replace temp table faulty as ${cleaned("faulty_text", profile, formats)}`, key);
  const headers: Record<string, string | null> = {};
  const selects = RULES.map(({ code, field, when, hint }) => {
    headers[`header_${field}`] = source.headerOf(field);
    const columns = `$header_${field}::varchar, ${textColumn(field)}`;
    return `select $file_id, line, '${code}', ${columns}, ${hint ?? "null"} from faulty where ${when}`;
  });
  await insertRows(engine, "row_problems", selects.join(" union all "), { file_id: source.fileId, ...headers });
  await engine.run("drop table faulty");
}

/** SQL: the rows of a relation like `staged`, each with its fields read and, where a rule looks at it, the text of the field. */
function cleaned(relation: string, profile: Profile, formats: Formats): string {
  const certificate = profile.grain === "record" ? "$key || ':' || line" : "certificate_number";
  const unit = profile.value_unit ?? 1;
  const date = parseDate("text", formats.dateOrder);
  const alnum = "nullif(upper(regexp_replace(text, '[^0-9A-Za-z]', '', 'g')), '')";
  const name = "nullif(upper(strip_accents(trim(regexp_replace(text, '[^\\pL\\pN]+', ' ', 'g')))), '')";
  return `
    select s.line, s.certificate_number, ${certificate} as certificate, s.chamber,
      s.issue_date as issue_date_text, coalesce(written_date.code::date, issue_date_code.code) as issue_date,
      coalesce(certificate_type_code.code, upper(s.certificate_type), '${DEFAULT_CERTIFICATE_TYPE}') as certificate_type,
      s.status as status_text, case when s.status is null then 'issued' else status_code.code end as status,
      s.replaces, exporter_id_code.code as exporter_id, s.exporter_name,
      coalesce(exporter_id_code.code, 'NAME:' || exporter_name_code.code) as exporter,
      s.exporter_size as exporter_size_text, exporter_size_code.code as exporter_size,
      s.destination as destination_text, destination_code.code as destination, destination_code.hint as destination_hint,
      s.origin as origin_text, origin_code.code as origin,
      s.hs_code as hs_code_text, hs_code_code.code as hs_code,
      s.goods,
      s.value as value_text, s.is_number, ${centsOf("s.amount", unit)} as value_cents,
      s.currency as currency_text,
      case when s.currency is null then '${DEFAULT_CURRENCY}' else currency_code.code end as currency
    from (
      select *, case when is_number then ${parseAmount("amount_text", formats.decimalMark, unit)} end as amount
      from (
        select *, ${isNumber("amount_text", formats.decimalMark)} as is_number
        from (select *, ${amountText("t", formats.decimalMark)} as amount_text from ${relation} t)
      )
    ) s
      ${computedCode(relation, "issue_date", date)}
      ${computedCode(relation, "exporter_id", alnum)}
      ${computedCode(relation, "exporter_name", name)}
      ${computedCode(relation, "hs_code", `case when ${isHsCode("text")} then ${hsDigits("text")} end`)}
      ${lookedUpCode("issue_date", "written_date")}
      ${(["certificate_type", "status", "exporter_size", "destination", "origin", "currency"] as const)
        .map((field) => lookedUpCode(field))
        .join("\n      ")}`;
}

/** SQL: joins `<field>_code`, in which `code` is made of each different text of a field. */
function computedCode(relation: string, field: Field, code: string): string {
  return `left join (select text, ${code} as code from (select distinct ${field} as text from ${relation}))
        as ${field}_code on ${field}_code.text = s.${field}`;
}

/** SQL: joins what `lookUpTexts` found out about the texts of a field. */
function lookedUpCode(field: Field, name = `${field}_code`): string {
  return `left join (select text, code, hint from text_code where field = '${field}') as ${name} on ${name}.text = s.${field}`;
}

function anyOf(rules: readonly Rule[]): string {
  return rules.map((rule) => `(${rule.when})`).join(" or ");
}

function textColumn(field: Field): string {
  return field === "certificate_number" ? field : `${field}_text`;
}

/** Of the dates, only those in words are looked up: the others are read where they stand. */
const NAMES_A_MONTH = "regexp_matches(text, '\\pL{3}')";

/** Makes the table `text_code`: field, text, code or null, and a hint, for each different text of the closed sets. */
async function lookUpTexts(engine: Engine, profile: Profile): Promise<void> {
  const countries = loadCountries();
  const sets = new Map(Object.entries(loadClosedSets(profile, countries)));
  const texts = [...sets.keys()].map((field) => {
    const wanted = field === "issue_date" ? NAMES_A_MONTH : "text is not null";
    return `select '${field}' as field, text from (select distinct ${field} as text from staged) where ${wanted}`;
  });
  const found = await engine.rows<{ field: string; text: string }>(texts.join(" union all "));
  const rows = found.map(({ field, text }) => {
    const code = sets.get(field)?.(text) ?? null;
    const hint = field === "destination" && code === null ? nearestHint(countries.nearest(text)) : null;
    return [field, text, code, hint];
  });
  await engine.fill("text_code", ["field", "text", "code", "hint"], rows);
}

function nearestHint(names: readonly string[]): string | null {
  return names.length === 0 ? null : `did you mean ${names.join(" or ")}?`;
}
