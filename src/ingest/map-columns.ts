import { distance } from "fastest-levenshtein";

import { FIELDS, type Field } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { UserError } from "../domain/user-error.ts";

/** Where each field of a row comes from: a column by position, or one text for all rows. */
export interface Mapping {
  readonly columns: ReadonlyMap<Field, number>;
  readonly constants: ReadonlyMap<Field, string>;
}

/** Maps the header row onto the fields: what the profile says, then what the header names say. */
export function mapColumns(
  headers: readonly string[],
  fieldOf: (header: string) => Field | null,
  profile: Profile,
  name: string,
): Mapping {
  const stated = new Map<Field, number>();
  for (const field of FIELDS) {
    const header = profile.columns?.[field];
    if (header !== undefined) stated.set(field, findHeader(headers, header, field, name));
  }
  const constants = new Map(
    FIELDS.flatMap((field) => {
      const text = profile.constants?.[field];
      return text === undefined ? [] : [[field, text] as const];
    }),
  );

  const columns = new Map(stated);
  const taken = new Set(stated.values());
  headers.forEach((header, column) => {
    const field = fieldOf(header);
    if (field === null || taken.has(column) || stated.has(field) || constants.has(field)) return;
    const other = columns.get(field);
    if (other !== undefined && headers[other] === header) throw namedTwice(name, header);
    if (other !== undefined) {
      throw new UserError(
        1,
        `${name}: the columns "${headers[other]}" and "${header}" both look like ${field}`,
        `say which one it is in a profile: {"columns": {"${field}": "${header}"}}, and pass it with --profile`,
      );
    }
    columns.set(field, column);
  });
  demand(["issue_date", "destination"], columns, constants, headers, name);
  if (profile.grain !== "record") demand(["certificate_number"], columns, constants, headers, name);
  return { columns, constants };
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

function namedTwice(name: string, header: string): UserError {
  return new UserError(
    1,
    `${name} has two columns named "${header}"`,
    "give each column a name of its own in the file",
  );
}

function demand(
  fields: readonly Field[],
  columns: ReadonlyMap<Field, number>,
  constants: ReadonlyMap<Field, string>,
  headers: readonly string[],
  name: string,
): void {
  const missing = fields.filter((field) => !columns.has(field) && !constants.has(field));
  const [field] = missing;
  if (field === undefined) return;
  const grain = field === "certificate_number" ? ', or "grain": "record" if every row stands for itself' : "";
  throw new UserError(
    1,
    `${name} has no column for ${missing.join(" and ")}; its columns are: ${listHeaders(headers)}`,
    `name it in a profile: {"columns": {"${field}": "<header>"}}${grain}, and pass it with --profile`,
  );
}

function listHeaders(headers: readonly string[]): string {
  const shown = headers.slice(0, 20).map((header) => `"${header}"`);
  return shown.join(", ") + (headers.length > shown.length ? ` and ${headers.length - shown.length} more` : "");
}
