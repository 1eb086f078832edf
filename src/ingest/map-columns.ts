import { distance } from "fastest-levenshtein";

import { FIELDS, type Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";
import { chooseColumns, type Candidate } from "./choose-columns.ts";
import type { HeaderFit, HeaderRecogniser } from "./recognise-column.ts";

/** Where each field of a row comes from. */
export interface Mapping {
  /** Columns by position; the texts of several are joined with a space in this order. */
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  /** One text for all rows; where the field has a column too, for the rows in which that is blank. */
  readonly constants: ReadonlyMap<Field, string>;
  /** The unit in which values are written: 1000 for thousands. */
  readonly valueUnit: number;
  /** The currency in the header of the value column, when a column of currencies has to agree with it. */
  readonly headerCurrency: string | null;
}

/** A mapping with the way in which each column was found, and what the headers leave open. */
export interface ProposedMapping extends Mapping {
  readonly fits: ReadonlyMap<Field, HeaderFit | "profile">;
  readonly questions: readonly MappingQuestion[];
}

/** What has to be answered before the file can be read. */
export interface MappingQuestion {
  readonly field: Field;
  /** Two columns for one field; an amount in no certain currency; no column. */
  readonly kind: "rivals" | "currency" | "missing";
  readonly message: string;
  readonly hint: string;
}

/** Fields of which a wrong guess changes figures: of equal candidates none is taken. For others the first column will do. */
const NEVER_GUESSED: ReadonlySet<Field> = new Set<Field>([
  "certificate_number",
  "issue_date",
  "destination",
  "status",
  "exporter_id",
  "value",
  "currency",
]);

/** Maps the header row onto the fields, or asks what it leaves open. */
export function mapColumns(
  headers: readonly string[],
  recogniser: HeaderRecogniser,
  profile: Profile,
  name: string,
): Mapping {
  const mapping = proposeMapping(headers, recogniser, profile, name);
  const [question] = mapping.questions;
  if (question !== undefined) throw new UserError(1, question.message, question.hint);
  return mapping;
}

/** Maps the header row onto the fields: what the profile says, then what the headers say. */
export function proposeMapping(
  headers: readonly string[],
  recogniser: HeaderRecogniser,
  profile: Profile,
  name: string,
): ProposedMapping {
  const columns = new Map<Field, readonly number[]>();
  const constants = new Map<Field, string>();
  const fits = new Map<Field, HeaderFit | "profile">();
  for (const field of FIELDS) {
    const stated = profile.columns?.[field];
    const constant = profile.constants?.[field];
    if (constant !== undefined) constants.set(field, constant);
    if (stated === undefined) continue;
    const wanted = typeof stated === "string" ? [stated] : stated;
    columns.set(
      field,
      wanted.map((header) => findHeader(headers, header, field, name)),
    );
    fits.set(field, "profile");
  }

  const taken = new Set([...columns.values()].flat());
  const { choices, values } = chooseColumns(headers, recogniser, taken);
  const questions: MappingQuestion[] = [];
  for (const [field, choice] of choices) {
    if (columns.has(field) || constants.has(field)) continue;
    if (choice.rival !== null && NEVER_GUESSED.has(field)) {
      questions.push(whichOne(field, headers[choice.columns[0] ?? -1], headers[choice.rival], name));
      continue;
    }
    columns.set(field, choice.columns);
    fits.set(field, choice.fit);
  }

  const money = readMoney(headers, recogniser, { columns, constants, values, profile }, name);
  if (money.question !== null) questions.push(money.question);
  if (money.constant !== null) constants.set("currency", money.constant);
  if (money.dropColumn) columns.delete("currency");
  questions.push(...missingFields(columns, constants, questions, headers, profile, name));
  return {
    columns,
    constants,
    fits,
    questions,
    valueUnit: profile.value_unit ?? money.unit,
    headerCurrency: money.headerCurrency,
  };
}

function whichOne(field: Field, first: string | undefined, second: string | undefined, name: string): MappingQuestion {
  if (first === second) {
    const { message, hint } = namedTwice(name, first ?? "");
    return { field, kind: "rivals", message, hint };
  }
  return {
    field,
    kind: "rivals",
    message: `${name}: the columns "${first}" and "${second}" both look like ${field}`,
    hint: `say which one it is in a profile: {"columns": {"${field}": "${second}"}}, and pass it with --profile`,
  };
}

function namedTwice(name: string, header: string): UserError {
  return new UserError(
    1,
    `${name} has two columns named "${header}"`,
    "give each column a name of its own in the file",
  );
}

interface Money {
  readonly unit: number;
  readonly constant: string | null;
  readonly headerCurrency: string | null;
  /** The currency column is about another column of amounts. */
  readonly dropColumn: boolean;
  readonly question: MappingQuestion | null;
}

interface MoneySources {
  readonly columns: ReadonlyMap<Field, readonly number[]>;
  readonly constants: ReadonlyMap<Field, string>;
  readonly values: readonly Candidate[];
  readonly profile: Profile;
}

/** What the header of the value column says about currency and unit: `FOB_VALUE_IN_USD` must not be read as euro. */
function readMoney(headers: readonly string[], recogniser: HeaderRecogniser, from: MoneySources, name: string): Money {
  const [column = -1] = from.columns.get("value") ?? [];
  const header = headers[column] ?? "";
  const reading = recogniser.read(header);
  const money: Money = {
    unit: column === -1 ? 1 : reading.unit,
    constant: null,
    headerCurrency: null,
    dropColumn: false,
    question: null,
  };
  const stated = from.profile.constants?.currency ?? from.profile.columns?.currency;
  if (column === -1 || reading.currency === null || stated !== undefined) return money;
  const hasColumn = from.columns.has("currency");
  if (reading.currency.kind === "code") {
    const constant = reading.currency.code;
    if (!hasColumn) return { ...money, constant };
    const explained = from.values.some((other) => other.column !== column && other.reading.currency?.kind !== "code");
    return explained
      ? { ...money, constant, dropColumn: true }
      : { ...money, constant, headerCurrency: reading.currency.code };
  }
  if (hasColumn) return money;
  const question: MappingQuestion = {
    field: "currency",
    kind: "currency",
    message: `${name}: which currency is "${header}" in?`,
    hint: 'say it in a profile: {"constants": {"currency": "USD"}}, and pass it with --profile',
  };
  return { ...money, question };
}

function findHeader(headers: readonly string[], wanted: string, field: Field, name: string): number {
  const found = headers.flatMap((header, column) => (header === wanted.trim() ? [column] : []));
  const [column] = found;
  if (column === undefined) {
    const nearest = headers.toSorted((a, b) => distance(a, wanted) - distance(b, wanted))[0];
    throw new UserError(
      2,
      `the profile maps ${field} to the column "${wanted}", which ${name} does not have`,
      `its columns are: ${listHeaders(headers)}; the nearest is "${nearest}"`,
    );
  }
  if (found.length > 1) throw namedTwice(name, wanted);
  return column;
}

function missingFields(
  columns: ReadonlyMap<Field, readonly number[]>,
  constants: ReadonlyMap<Field, string>,
  asked: readonly MappingQuestion[],
  headers: readonly string[],
  profile: Profile,
  name: string,
): readonly MappingQuestion[] {
  const isOpen = (field: Field): boolean =>
    !columns.has(field) && !constants.has(field) && !asked.some((question) => question.field === field);
  const ask = (fields: readonly Field[], orGrain: string): readonly MappingQuestion[] => {
    const missing = fields.filter(isOpen);
    const [field] = missing;
    if (field === undefined) return [];
    return [
      {
        field,
        kind: "missing",
        message: `${name} has no column for ${missing.join(" and ")}; its columns are: ${listHeaders(headers)}`,
        hint: `name it in a profile: {"columns": {"${field}": "<header>"}}${orGrain}, and pass it with --profile`,
      },
    ];
  };
  return [
    ...ask(["issue_date", "destination"], ""),
    ...(profile.grain === "record"
      ? []
      : ask(["certificate_number"], ', or "grain": "record" if every row stands for itself')),
  ];
}

function listHeaders(headers: readonly string[]): string {
  const shown = headers.slice(0, 20).map((header) => `"${header}"`);
  return shown.join(", ") + (headers.length > shown.length ? ` and ${headers.length - shown.length} more` : "");
}
