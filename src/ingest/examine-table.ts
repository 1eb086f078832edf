import { DEFAULT_CURRENCY, FIELDS, type Field } from "../domain/certificate.ts";
import type { FieldEvidence, FileMapping, Found, Question, UnmappedColumn } from "../domain/file-mapping.ts";
import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import type { Engine } from "../store/engine.ts";
import { detectFormats, type Formats } from "./detect-formats.ts";
import { proposeMapping, type ProposedMapping } from "./map-columns.ts";
import { DATE_WITH_ORDER } from "./parse-rules.ts";
import { proposeProfile } from "./propose-profile.ts";
import { loadValueReaders, type ValueReaders } from "./read-values.ts";
import type { HeaderRecogniser } from "./recognise-column.ts";
import { sampleColumns } from "./sample-columns.ts";
import type { SourceTable } from "./source-table.ts";
import { stageRows } from "./stage-rows.ts";

const SHOWN_SAMPLES = 3;
/** The share of a column's values that must be readable before its content alone makes it a proposal. */
const TELLING_SHARE = 0.95;
const TELLING_FIELDS = ["destination", "issue_date"] as const;

/** Works out how a table would be read, with the evidence, and what would have to be asked. Nothing is ingested. */
export async function examineTable(
  engine: Engine,
  table: SourceTable,
  recogniser: HeaderRecogniser,
  profile: Profile,
): Promise<FileMapping> {
  const { headers, name } = table;
  const columns = await sampleColumns(engine, table);
  const named = proposeMapping(headers, recogniser, profile, name);
  const readers = loadValueReaders(engine, profile);
  const claims = await claimByContent(columns, named, readers);
  const claimed = Object.fromEntries([...claims].map(([field, column]) => [field, headers[column] ?? ""]));
  const mapping = proposeMapping(
    headers,
    recogniser,
    { ...profile, columns: { ...profile.columns, ...claimed } },
    name,
  );

  await stageRows(engine, table, mapping);
  const { formats, needed, questions } = await settleFormats(engine, profile, name);
  const fields: FieldEvidence[] = [];
  for (const field of FIELDS) {
    const from = mapping.columns.get(field);
    if (from === undefined) continue;
    const texts = joinColumns(from.map((column) => columns[column] ?? []));
    const found = claims.has(field) ? "content" : (mapping.fits.get(field) ?? "profile");
    const fieldHeaders = from.map((column) => headers[column] ?? "");
    fields.push(await evidenceOf(field, fieldHeaders, found, texts, readers, formats));
  }
  const settled = { mapping, dateOrder: needed.dateOrder, decimalMark: needed.decimalMark };
  return {
    name,
    layout: table.layout ?? {},
    sampleRows: columns[0]?.length ?? 0,
    fields,
    unmapped: await describeUnmapped(headers, columns, mapping, recogniser, readers),
    ...needed,
    currency: mapping.columns.has("value") ? (mapping.constants.get("currency") ?? DEFAULT_CURRENCY) : null,
    valueUnit: mapping.valueUnit,
    questions: [...mapping.questions.map(({ message, hint }) => ({ message, hint })), ...questions],
    profile: proposeProfile(profile, headers, settled, table),
  };
}

/** The columns whose values alone say what they are, for fields that no header names: one column, or it is no proposal. */
async function claimByContent(
  columns: readonly (readonly (string | null)[])[],
  mapping: ProposedMapping,
  readers: ValueReaders,
): Promise<ReadonlyMap<Field, number>> {
  const taken = new Set([...mapping.columns.values()].flat());
  const claims = new Map<Field, number>();
  for (const field of TELLING_FIELDS) {
    // A field that is asked about has columns that are named for it.
    const rivals = mapping.questions.some((question) => question.field === field && question.kind === "rivals");
    if (mapping.columns.has(field) || mapping.constants.has(field) || rivals) continue;
    const telling: number[] = [];
    for (const [column, texts] of columns.entries()) {
      if (taken.has(column)) continue;
      const { readable, values } = await readers.count(field, texts, null);
      if (values > 0 && (readable ?? 0) / values >= TELLING_SHARE) telling.push(column);
    }
    const [column] = telling;
    if (column !== undefined && telling.length === 1) claims.set(field, column);
  }
  return claims;
}

interface SettledFormats {
  readonly formats: Formats;
  /** Those that the values depend on. */
  readonly needed: { readonly dateOrder: DateOrder | null; readonly decimalMark: DecimalMark | null };
  readonly questions: readonly Question[];
}

/** Date order and decimal mark from all rows in `staged`; what they leave open is a question here, not a failure. */
async function settleFormats(engine: Engine, profile: Profile, name: string): Promise<SettledFormats> {
  const questions: Question[] = [];
  const settle = async <Key extends keyof Formats>(key: Key, stated: Profile): Promise<Formats[Key] | null> => {
    try {
      return (await detectFormats(engine, { ...stated, ...profile }, name))[key];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      questions.push({ message: error.message, hint: error.hint });
      return null;
    }
  };
  const dateOrder = await settle("dateOrder", { decimal_mark: "." });
  const decimalMark = await settle("decimalMark", { date_order: "dmy" });
  const [uses] = await engine.rows<{ order: boolean | null; mark: boolean | null }>(
    `select bool_or(regexp_matches(issue_date, '${DATE_WITH_ORDER}')) as "order",
       bool_or(regexp_matches(value, '[.,]')) as mark from staged`,
  );
  return {
    formats: { dateOrder: dateOrder ?? "dmy", decimalMark: decimalMark ?? "." },
    needed: {
      dateOrder: uses?.order === true ? dateOrder : null,
      decimalMark: uses?.mark === true ? decimalMark : null,
    },
    questions,
  };
}

async function evidenceOf(
  field: Field,
  headers: readonly string[],
  found: Found,
  texts: readonly (string | null)[],
  readers: ValueReaders,
  formats: Formats,
): Promise<FieldEvidence> {
  const { readable, values } = await readers.count(field, texts, formats);
  const share = readable === null || values === 0 ? null : readable / values;
  return { field, headers, found, readable, values, samples: samplesOf(texts), confidence: confidenceIn(found, share) };
}

function confidenceIn(found: Found, share: number | null): FieldEvidence["confidence"] {
  if (share !== null && share < 0.5) return "low";
  if (found === "content" || (share !== null && share < TELLING_SHARE)) return "medium";
  return found === "words" && share === null ? "medium" : "high";
}

async function describeUnmapped(
  headers: readonly string[],
  columns: readonly (readonly (string | null)[])[],
  mapping: ProposedMapping,
  recogniser: HeaderRecogniser,
  readers: ValueReaders,
): Promise<readonly UnmappedColumn[]> {
  const taken = new Set([...mapping.columns.values()].flat());
  const unmapped: UnmappedColumn[] = [];
  for (const [column, header] of headers.entries()) {
    if (taken.has(column)) continue;
    const texts = columns[column] ?? [];
    let nearest = recogniser.nearest(header);
    for (const field of TELLING_FIELDS) {
      const { readable, values } = await readers.count(field, texts, null);
      if (nearest === null && values > 0 && (readable ?? 0) / values >= TELLING_SHARE) nearest = field;
    }
    unmapped.push({ header, samples: samplesOf(texts), nearest });
  }
  return unmapped;
}

function samplesOf(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== null))].slice(0, SHOWN_SAMPLES);
}

/** What `stageRows` reads from several columns. */
function joinColumns(columns: readonly (readonly (string | null)[])[]): readonly (string | null)[] {
  const [first = [], ...others] = columns;
  if (others.length === 0) return first;
  return first.map((_, row) => columns.flatMap((column) => column[row] ?? []).join(" ") || null);
}
