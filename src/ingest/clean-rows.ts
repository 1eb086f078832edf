import { DEFAULT_CERTIFICATE_TYPE, DEFAULT_CURRENCY, type Field } from "../domain/certificate.ts";
import { problemSeverity } from "../domain/problem.ts";
import type { Profile } from "../domain/profile.ts";
import { loadCountries } from "../reference/countries.ts";
import { loadCurrencies } from "../reference/currencies.ts";
import type { Engine } from "../store/engine.ts";
import { insertRows, isEmpty } from "../store/insert-rows.ts";
import { ROW_FIELDS } from "../store/schema.ts";
import { loadClosedSets, nearestHint } from "./closed-sets.ts";
import type { Formats } from "./detect-formats.ts";
import { keepRejects } from "./keep-rejects.ts";
import {
  amountText,
  BETWEEN_WORDS,
  centsOf,
  hsDigits,
  isHsCode,
  isNumber,
  NAMES_A_MONTH,
  parseAmount,
  parseDate,
} from "./parse-rules.ts";
import { ROW_RULES, type RowRule } from "./row-rules.ts";
import type { TextTypes } from "./survey-texts.ts";

/** Where staged rows come from. */
export interface RowSource {
  readonly fileId: number;
  /** Tells the rows of different tables apart, and is the same for the same bytes. */
  readonly key: string;
  /** The lines of the same table that are no rows at all. */
  readonly lost: readonly number[];
  /** The header of the column that a field is read from: a problem names the column as its file does. */
  readonly headerOf: (field: Field) => string | null;
  /** How the texts are staged. */
  readonly types: TextTypes;
  /** Whether to make the table `rows` anew, with enumerations in place of texts that repeat: no other rows may come into it. */
  readonly enumerated: boolean;
}

const REJECTING = ROW_RULES.filter((rule) => problemSeverity(rule.code) === "reject");
const HARMLESS = ROW_RULES.filter((rule) => problemSeverity(rule.code) !== "reject");

/**
 * Cleans the rows of the view `staged` into the table `rows`, and their faults into `row_problems`. Only amounts are read row by
 * row: what the other texts say is found out once for each different text.
 */
export async function cleanRows(engine: Engine, source: RowSource, profile: Profile, formats: Formats): Promise<void> {
  await readTexts(engine, profile, formats);
  const codeTypes = source.enumerated ? await enumerateCodes(engine, profile) : NO_TYPES;
  const key = profile.grain === "record" ? { key: source.key } : {};
  // As `insertRows`, without reading a row for the question whether there is one.
  if (!(await isEmpty(engine, "staged"))) {
    const target = source.enumerated ? "create or replace table rows as" : "insert into rows";
    await engine.run(
      `${target}
       select $file_id::integer as file_id, line, coalesce(${anyOf(REJECTING)}, false) as rejected,
         rejected or coalesce(${anyOf(HARMLESS)}, false) as faulty, ${ROW_FIELDS.join(", ")}
       from (${cleaned("staged", profile, formats, { texts: source.types, codes: codeTypes })})`,
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
  const faulty = cleaned("faulty_text", profile, formats, { texts: source.types, codes: NO_TYPES });
  await engine.run(`create or replace temp table faulty as ${faulty}`, key);
  await keepProblems(engine, source);
  await engine.run(
    "drop view staged; drop table staged_text; drop table text_code; drop table faulty_text; drop table faulty",
  );
}

/** Puts the faults of the rows of `faulty` into `row_problems`. */
async function keepProblems(engine: Engine, source: RowSource): Promise<void> {
  const headers: Record<string, string | null> = {};
  const selects = ROW_RULES.map(({ code, field, when, hint }) => {
    headers[`header_${field}`] = source.headerOf(field);
    const columns = `$header_${field}::varchar, ${textColumn(field)}`;
    return `select $file_id, line, '${code}', ${columns}, ${hint ?? "null"} from faulty where ${when}`;
  });
  await insertRows(engine, "row_problems", selects.join(" union all "), { file_id: source.fileId, ...headers });
}

/** The SQL types of the texts that are read, and of what is read from them, where they are no plain texts. */
interface Types {
  readonly texts: TextTypes;
  readonly codes: ReadonlyMap<CodedField, string>;
}

/** What is looked up for a text, and who exported, which is made of what is found for two. */
type CodedField = keyof typeof CODED | "exporter";

const NO_TYPES: ReadonlyMap<CodedField, string> = new Map();

/** SQL: the rows of a relation like `staged`, each with its fields read and, where a rule looks at it, the text of the field. */
function cleaned(relation: string, profile: Profile, formats: Formats, { texts, codes }: Types): string {
  const certificate = profile.grain === "record" ? "$key || ':' || line" : "certificate_number";
  const unit = profile.value_unit ?? 1;
  const defaults = defaultsOf(profile);
  const typeOf = (field: CodedField): string => codes.get(field) ?? "varchar";
  const fallback = (field: CodedField): string => `'${defaults[field]}'::${typeOf(field)}`;
  const joinCodes = (field: keyof typeof CODED, type = typeOf(field), ...more: readonly string[]): string => {
    const columns = [`text::${texts.get(field) ?? "varchar"} as text`, `code::${type} as code`, ...more];
    return `left join (select ${columns.join(", ")} from text_code where field = '${field}') as ${field}_code
        on ${field}_code.text = s.${field}`;
  };
  return `
    select s.line, s.certificate_number, ${certificate} as certificate, s.chamber,
      s.issue_date as issue_date_text, issue_date_code.code as issue_date,
      coalesce(certificate_type_code.code, ${fallback("certificate_type")}) as certificate_type,
      s.status as status_text, case when s.status is null then ${fallback("status")} else status_code.code end as status,
      s.replaces, exporter_id_code.code as exporter_id, exporter_name_code.name as exporter_name,
      coalesce(exporter_id_code.exporter, exporter_name_code.exporter) as exporter,
      s.exporter_size as exporter_size_text, exporter_size_code.code as exporter_size,
      s.destination as destination_text, destination_code.code as destination, destination_code.hint as destination_hint,
      s.origin as origin_text, origin_code.code as origin,
      s.hs_code as hs_code_text, hs_code_code.code as hs_code,
      s.goods,
      s.value as value_text, s.is_number, ${centsOf("s.amount", unit)} as value_cents,
      s.currency as currency_text,
      case when s.currency is null then ${fallback("currency")} else currency_code.code end as currency
    from (
      select *, case when is_number then ${parseAmount("amount_text", formats.decimalMark, unit)} end as amount
      from (
        select *, ${isNumber("amount_text", formats.decimalMark)} as is_number
        from (select *, ${amountText("t", formats.decimalMark)} as amount_text from ${relation} t)
      )
    ) s
      ${joinCodes("issue_date", "date")}
      ${joinCodes("certificate_type")}
      ${joinCodes("status")}
      ${joinCodes("exporter_id", typeOf("exporter_id"), `code::${typeOf("exporter")} as exporter`)}
      ${joinCodes("exporter_name", "varchar", `(${NAMED})::${typeOf("exporter")} as exporter`, `text::${typeOf("exporter_name")} as name`)}
      ${joinCodes("exporter_size")}
      ${joinCodes("destination", typeOf("destination"), "hint")}
      ${joinCodes("origin")}
      ${joinCodes("hs_code")}
      ${joinCodes("currency")}`;
}

/** SQL: who exported, where only the name is known, from what `CODED` makes of that. */
const NAMED = "'NAME:' || code";

function anyOf(rules: readonly RowRule[]): string {
  return rules.map((rule) => `(${rule.when})`).join(" or ");
}

function textColumn(field: Field): string {
  return field === "certificate_number" ? field : `${field}_text`;
}

/** What is made of the texts of a field in SQL; `null`: they are only looked up. */
const CODED = {
  issue_date: ({ dateOrder }: Formats) => `(${parseDate("text", dateOrder)})::varchar`,
  certificate_type: () => "upper(text)",
  status: null,
  exporter_id: () => "nullif(upper(regexp_replace(text, '[^0-9A-Za-z]', '', 'g')), '')",
  exporter_name: () => `nullif(upper(strip_accents(trim(regexp_replace(text, '${BETWEEN_WORDS}', ' ', 'g')))), '')`,
  exporter_size: null,
  destination: null,
  origin: null,
  hs_code: () => `case when ${isHsCode("text")} then ${hsDigits("text")} end`,
  currency: null,
} as const satisfies Partial<Record<Field, ((formats: Formats) => string) | null>>;

/** Makes the table `text_code`: field, text, code or null, and a hint, for each different text of the fields that are `CODED`. */
async function readTexts(engine: Engine, profile: Profile, formats: Formats): Promise<void> {
  const different = Object.keys(CODED).map(
    (field) =>
      `select '${field}' as field, text::varchar as text from (select distinct ${field} as text from staged) where text is not null`,
  );
  await engine.run(`create or replace temp table different_text as ${different.join(" union all ")}`);
  await lookUpTexts(engine, profile);
  const computed = Object.entries(CODED).map(([field, code]) =>
    code === null ? "" : `when '${field}' then ${code(formats)}`,
  );
  await engine.run(
    `create or replace temp table text_code as
     select d.field, d.text, coalesce(l.code, d.code) as code, l.hint
     from (select field, text, case field ${computed.join(" ")} end as code from different_text) d
       left join looked_up l on l.field = d.field and l.text = d.text`,
  );
}

/**
 * Makes the table `looked_up`: what the reference data say of the texts of the closed sets. Of the dates, only those in words are
 * looked up: the others are read where they stand.
 */
async function lookUpTexts(engine: Engine, profile: Profile): Promise<void> {
  const countries = loadCountries();
  const sets = new Map(Object.entries(loadClosedSets(profile, countries)));
  const found = await engine.rows<{ field: string; text: string }>(
    `select field, text from different_text
     where field in (${[...sets.keys()].map((field) => `'${field}'`).join(", ")}) and (field <> 'issue_date' or regexp_matches(text, '${NAMES_A_MONTH}'))`,
  );
  const rows = found.map(({ field, text }) => {
    const code = sets.get(field)?.(text) ?? null;
    const hint = field === "destination" && code === null ? nearestHint(countries, text) : null;
    return [field, text, code, hint];
  });
  await engine.fill("looked_up", ["field", "text", "code", "hint"], rows);
}

/** Makes an enumeration, in their order, of the codes of each field that has few, and of the names of exporters. */
async function enumerateCodes(engine: Engine, profile: Profile): Promise<ReadonlyMap<CodedField, string>> {
  const counts = await engine.rows<{ field: string; codes: number }>(
    "select field, count(code)::integer as codes from text_code group by field",
  );
  const codesIn = (field: keyof typeof CODED): number => counts.find((count) => count.field === field)?.codes ?? 0;
  const isEnumerated = (...fields: readonly (keyof typeof CODED)[]): boolean =>
    fields.every((field) => codesIn(field) <= MOST_CODES) && fields.some((field) => codesIn(field) > 0);
  const queries = new Map<CodedField, string>();
  for (const field of ENUMERATED) if (isEnumerated(field)) queries.set(field, codesOf(field));
  if (isEnumerated("exporter_name")) queries.set("exporter_name", codesOf("exporter_name", "text"));
  if (isEnumerated("exporter_id", "exporter_name")) {
    queries.set("exporter", `${codesOf("exporter_id")} union ${codesOf("exporter_name", NAMED)}`);
  }
  const defaults = defaultsOf(profile);
  const types = new Map<CodedField, string>();
  for (const [field, query] of queries) {
    const fallback = defaults[field] === undefined ? "" : `union select '${defaults[field]}'`;
    await engine.run(
      `create temp type code_${field} as enum (select code from (${query} ${fallback}) where code is not null group by code order by code)`,
    );
    types.set(field, `code_${field}`);
  }
  return types;
}

/** An enumeration of more saves nothing. */
const MOST_CODES = 100_000;

const ENUMERATED = [
  "certificate_type",
  "status",
  "exporter_id",
  "exporter_size",
  "destination",
  "origin",
  "hs_code",
  "currency",
] as const;

/** What stands where there is no text: codes from fixed lists, so that they may stand in SQL. */
function defaultsOf({ default_currency: currency = DEFAULT_CURRENCY }: Profile): Partial<Record<CodedField, string>> {
  return {
    certificate_type: DEFAULT_CERTIFICATE_TYPE,
    status: "issued",
    currency: loadCurrencies()(currency) ?? DEFAULT_CURRENCY,
  };
}

function codesOf(field: keyof typeof CODED, code = "code"): string {
  return `select ${code} as code from text_code where field = '${field}'`;
}
