import type { DateOrder, DecimalMark, Profile } from "./profile.ts";

/**
 * How the texts of a rejected row are to be read: what was known of its file when it was read. A few rows alone would
 * not show it: `03/04/2017` is clear in a file that also has `31/12/2017`. An order or mark that the file does not show
 * is absent.
 */
export interface Notation {
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
  readonly valueUnit: number;
  readonly grain: NonNullable<Profile["grain"]>;
}

/** Says that nothing has to be known: dates and amounts can be read in one way only. */
const ANY = "any";

/** The notation in words that a spreadsheet leaves alone: `dmy comma x1000`. */
export function describeNotation({ dateOrder, decimalMark, valueUnit, grain }: Notation): string {
  const words = [
    ...(dateOrder === null ? [] : [dateOrder]),
    ...(decimalMark === null ? [] : [decimalMark === "," ? "comma" : "point"]),
    ...(valueUnit === 1 ? [] : [`x${valueUnit}`]),
    ...(grain === "record" ? ["record"] : []),
  ];
  return words.length === 0 ? ANY : words.join(" ");
}

/** Reads such words; `null` when there are none, as in a row that somebody added. */
export function parseNotation(text: string): Notation | null {
  const words = text.trim().toLowerCase().split(/\s+/);
  if (words[0] === "") return null;
  const unit = words.map((word) => /^x(\d{1,10})$/.exec(word)?.[1]).find((digits) => digits !== undefined);
  return {
    dateOrder: words.includes("dmy") ? "dmy" : words.includes("mdy") ? "mdy" : null,
    decimalMark: words.includes("comma") ? "," : words.includes("point") ? "." : null,
    valueUnit: unit === undefined ? 1 : Number(unit),
    grain: words.includes("record") ? "record" : "certificate",
  };
}
