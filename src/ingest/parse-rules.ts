import type { DateOrder, DecimalMark } from "../domain/profile.ts";

/** A date with the year last: what its first two numbers mean is a matter of order. */
export const DATE_WITH_ORDER = "^(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}([ T].*)?$";

/** A text that may name a month: three letters at least. */
export const NAMES_A_MONTH = "\\p{L}{3}";

/** What sets the words of a name apart. */
export const BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";

/** The blanks that a cell may have at its ends, beside which it is empty. */
export const BLANKS = " \t\u00A0\u202F\uFEFF";

/** The digits of an HS code, and what may set them apart. */
export const HS_DIGITS = "(\\d\\d){1,5}";
export const BETWEEN_HS_DIGITS = "[ .]";

const TIME_OF_DAY = "([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\\d{2}:?\\d{2})?)?";

/** How dates are written, as regular expressions of the whole text, which fits one of them at most. */
export const DATE_FORMS = {
  yearFirst: `(19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}${TIME_OF_DAY}`,
  yearLast: `\\d{1,2}[-/.]\\d{1,2}[-/.](19|20)\\d\\d${TIME_OF_DAY}`,
  month: "(19|20)\\d\\d[-/.]\\d{1,2}",
  spacedMonth: "(19|20)\\d\\d \\d{1,2}",
  spacedDay: "(19|20)\\d\\d \\d{1,2} \\d{1,2}",
  joinedDay: "(19|20)\\d{6}",
  joinedMonth: "(19|20)\\d{4}",
  serial: "[2-6]\\d{4}([.,]\\d+)?",
} as const;

/**
 * SQL that reads a text column as a calendar date, or gives null. A time of day after the date is dropped: the issue date
 * is the date as it was written. Year, month and day may be joined by spaces, as they are when they stood in columns of their
 * own. A year and month alone (`2012-03`, `201203`) is the first day of that month; five digits
 * are the day number of a spreadsheet (42795 is 2017-03-01). Dates that name their month are looked up: `reference/months.ts`.
 * The text is matched before it is cast, because the engine's casts let too much pass.
 */
export function parseDate(column: string, order: DateOrder): string {
  const yearLast = order === "dmy" ? "%d/%m/%Y" : "%m/%d/%Y";
  const day = `translate(regexp_extract(${column}, '^[^ T]+'), '-.', '//')`;
  const isWritten = (form: keyof typeof DATE_FORMS): string => `regexp_full_match(${column}, '${DATE_FORMS[form]}')`;
  return `case
    when ${isWritten("yearFirst")} then try_strptime(${day}, '%Y/%m/%d')
    when ${isWritten("yearLast")} then try_strptime(${day}, '${yearLast}')
    when ${isWritten("month")} then try_strptime(${day} || '/1', '%Y/%m/%d')
    when ${isWritten("spacedMonth")} then try_strptime(${column} || ' 1', '%Y %m %d')
    when ${isWritten("spacedDay")} then try_strptime(${column}, '%Y %m %d')
    when ${isWritten("joinedDay")} then try_strptime(${column}, '%Y%m%d')
    when ${isWritten("joinedMonth")} then try_strptime(${column} || '01', '%Y%m%d')
    when ${isWritten("serial")} then date '1899-12-30' + left(${column}, 5)::integer
  end::date`;
}

/**
 * A regular expression for an amount with the given decimal mark. The other mark, spaces and apostrophes set thousands apart;
 * a spreadsheet may have written it in scientific notation.
 */
export function numberPattern(mark: DecimalMark): string {
  return `[+-]?(\\d+|\\d{1,3}([${otherMark(mark)} \u00A0\u202F'’]\\d{3})+)(\\${mark}\\d+)?|${scientificPattern(mark)}`;
}

function scientificPattern(mark: DecimalMark): string {
  return `[+-]?\\d(\\${mark}\\d+)?[Ee][+-]?\\d{1,2}`;
}

/** SQL: whether an amount, for which `isNumber` holds, is in scientific notation, which has fewer digits than the amount had. */
export function isScientific(column: string): string {
  return `(contains(${column}, 'E') or contains(${column}, 'e'))`;
}

/** SQL: the amount of a staged row as text. One that is a number by its type has a point, whatever mark the texts have. */
export function amountText(row: string, mark: DecimalMark): string {
  return mark === "."
    ? `${row}.value`
    : `case when ${row}.value_is_number then replace(${row}.value, '.', ',') else ${row}.value end`;
}

/** SQL: a text column without the blanks and points that may set the parts of an HS code apart. */
export function hsDigits(column: string): string {
  return `regexp_replace(${column}, '${BETWEEN_HS_DIGITS}', '', 'g')`;
}

/** SQL: whether a text column is an HS code of 2, 4, 6, 8 or 10 digits. */
export function isHsCode(column: string): string {
  return `regexp_full_match(${hsDigits(column)}, '${HS_DIGITS}')`;
}

/** SQL: whether a text column is such an amount. */
export function isNumber(column: string, mark: DecimalMark): string {
  return `regexp_full_match(${column}, '${numberPattern(mark).replaceAll("'", "''")}')`;
}

/**
 * SQL that reads an amount as a decimal. The column must match `isNumber`. Decimals of up to 18 digits are the ones that the
 * engine reads fast; wider ones, which amounts in units of thousands need, cost forty times as much.
 */
export function parseAmount(column: string, mark: DecimalMark, unit: number): string {
  const marks = [otherMark(mark), " ", "\u00A0", "\u202F", "''", "’"];
  const without = (separators: readonly string[]): string =>
    separators.reduce((text, separator) => `replace(${text}, '${separator}', '')`, column);
  // Few amounts have more than points and commas, and taking each mark out costs as much as a cast.
  const digits = `case when regexp_matches(${column}, '[^0-9.,]') then ${without(marks)} else ${without([otherMark(mark)])} end`;
  const plain = mark === "," ? `replace(${digits}, ',', '.')` : digits;
  return `try_cast(${plain} as ${unit === 1 ? "decimal(18, 2)" : "decimal(38, 6)"})`;
}

/** SQL: a column of what `parseAmount` gives, in units of `unit`, as integer cents: half-up, and null from 10^16 on. */
export function centsOf(amount: string, unit: number): string {
  return unit === 1
    ? `case when abs(${amount}) < 100000000000000 then (${amount} * 100)::bigint
        else (${amount}::decimal(38, 2) * 100)::bigint end`
    : `case when abs(${amount}) < ${1e16 / unit} then round(${amount} * ${unit} * 100)::bigint end`;
}

function otherMark(mark: DecimalMark): DecimalMark {
  return mark === "," ? "." : ",";
}
