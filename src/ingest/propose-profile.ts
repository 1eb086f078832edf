import type { Field } from "../domain/certificate.ts";
import type { DateOrder, DecimalMark, Profile } from "../domain/profile.ts";
import type { Mapping } from "./map-columns.ts";
import type { SourceTable } from "./source-table.ts";

/** What was found out about a file. */
interface Settled {
  readonly mapping: Mapping;
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
}

/** The profile that says what was found out, on top of the one in force: with it, nothing is guessed any more. */
export function proposeProfile(
  profile: Profile,
  headers: readonly string[],
  { mapping, dateOrder, decimalMark }: Settled,
  { sheet, layout }: SourceTable,
): Profile {
  const columns = Object.fromEntries(
    [...mapping.columns].map(([field, from]): [Field, string | readonly string[]] => {
      const names = from.map((column) => headers[column] ?? "");
      return [field, names.length === 1 ? (names[0] ?? "") : names];
    }),
  );
  const delimiter = layout?.["delimiter"];
  return {
    ...profile,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === null ? {} : { sheet }),
    columns,
    ...(mapping.constants.size === 0 ? {} : { constants: Object.fromEntries(mapping.constants) }),
    ...(dateOrder === null ? {} : { date_order: dateOrder }),
    ...(decimalMark === null ? {} : { decimal_mark: decimalMark }),
    ...(mapping.valueUnit === 1 ? {} : { value_unit: mapping.valueUnit }),
  };
}
