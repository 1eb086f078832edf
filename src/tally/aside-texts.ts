import { FIELDS, type Field } from "../domain/certificate.ts";
import { splitRecord } from "./aside-rows.ts";
import type { AsidePart } from "./aside-table.ts";
import type { TallyInput } from "./open-input.ts";
import type { RangeFacts } from "./scanned-range.ts";
import type { SetAside } from "./set-aside.ts";
import { trimCell } from "./trim-cell.ts";

/** A range of an input, and what was set aside of it. */
interface AsideRange {
  readonly input: TallyInput;
  readonly facts: RangeFacts;
  readonly part: AsidePart;
}

/** The rows that are left of those set aside, as texts; `rows` comes to have the number of rows of each input. Blank rows are no rows. */
export function* asideTexts(
  inputs: readonly TallyInput[],
  ranges: readonly AsideRange[],
  left: ReadonlyMap<AsidePart, readonly number[]>,
  rows: Map<TallyInput, number>,
): Iterable<SetAside> {
  for (const [file, input] of inputs.entries()) {
    const { dialect, mapping } = input;
    const columns = FIELDS.map((field) => mapping.columns.get(field)?.[0]);
    const constants = FIELDS.map((field) => mapping.constants.get(field) ?? null);
    let line = dialect.headerLines + 1;
    let count = 0;
    for (const { facts, part } of ranges.filter((range) => range.input === input)) {
      const { bytes, starts, lines } = part.rows;
      const records = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      count += facts.rows;
      for (const index of left.get(part) ?? []) {
        const record = records.toString("utf8", starts[index], starts[index + 1]);
        const cells = splitRecord(record, dialect.delimiter).map(trimCell);
        if (cells.every((cell) => cell === null)) {
          count -= 1;
          continue;
        }
        const texts = columns.map(
          (column, field) => (column === undefined ? null : cells[column]) ?? constants[field] ?? null,
        );
        yield { file, line: line + (lines[index] ?? 0), texts };
      }
      line += facts.lines;
    }
    rows.set(input, count);
  }
}

/** The header of the column that a field of an input is read from; `null` when it is read from none. */
export function headerOf({ dialect, mapping }: TallyInput): (field: Field) => string | null {
  return (field) => {
    const [column] = mapping.columns.get(field) ?? [];
    return column === undefined ? null : (dialect.headers[column] ?? null);
  };
}
