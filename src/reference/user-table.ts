import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

import { UserError } from "../domain/user-error.ts";

/** A row of a table that a user wrote for origo. */
export interface UserRow<Column extends string> {
  /** File and line, for messages. */
  readonly place: string;
  readonly cells: Readonly<Record<Column, string>>;
}

/** What a table is called in messages, the columns that it must or may have (in any order, among others), and how it is to look. */
export interface UserTable<Column extends string> {
  readonly what: string;
  readonly columns: readonly Column[];
  /** Empty where the table does not have them. */
  readonly optional?: readonly Column[];
  /** Optional columns of which it must have one. */
  readonly oneOf?: readonly Column[];
  readonly remedy: string;
}

/** Reads a CSV in UTF-8 with a header row. Names of columns are compared without regard to case. */
export function readUserTable<Column extends string>(
  path: string,
  { what, columns, optional = [], oneOf = [], remedy }: UserTable<Column>,
): readonly UserRow<Column>[] {
  const [header, ...rows] = readRecords(path, what, remedy);
  const names = header?.cells.map((name) => name.toLowerCase()) ?? [];
  const missing = columns.find((column) => !names.includes(column));
  const choice =
    oneOf.length === 0 || oneOf.some((column) => names.includes(column)) ? undefined : oneOf.join('" or "');
  const lacks = missing ?? choice;
  if (lacks !== undefined) {
    const has = header === undefined ? "is empty" : `has ${header.cells.map((name) => `"${name}"`).join(", ")}`;
    throw new UserError(2, `the ${what} ${path} has no column "${lacks}": it ${has}`, remedy);
  }
  return rows.map(({ cells, line }) => ({
    place: `${path}:${line}`,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one cell for each column of the closed list
    cells: Object.fromEntries(
      [...columns, ...optional].map((column) => [column, cells[names.indexOf(column)] ?? ""]),
    ) as Record<Column, string>,
  }));
}

interface UserRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

function readRecords(path: string, what: string, remedy: string): readonly UserRecord[] {
  try {
    const records: UserRecord[] = [];
    parse(readFileSync(path, "utf8"), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => {
        records.push({ cells, line: lines });
        return null;
      },
    });
    return records;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(2, `the ${what} ${path} cannot be read: ${reason}`, remedy);
  }
}
