/** Numbers of this size and more may have lost their cents (2^53 / 100): they are shown as damaged, and so rejected. */
const EXACT_CENTS = 90_000_000_000_000;

/**
 * SQL: the text of a number that was stored as a binary float: no `.0` at its end, no exponent when it is small. Where
 * the float cannot hold every cent, the text is in scientific notation, which the rules of the fields reject.
 */
export function floatText(text: string): string {
  return `case when abs(try_cast(${text} as double)) >= ${EXACT_CENTS} then format('{:.16e}', ${text}::double)
    when contains(${text}, 'e') then rtrim(format('{:.20f}', ${text}::double), '0')
    else regexp_replace(${text}, '\\.0$', '') end`;
}

/** The cells of rows that are JSON, as SQL over the columns `cells` and `types` of `jsonCells`. */
export const JSON_CELL = {
  text: (column: number): string => {
    const text = `cells[${column + 1}]`;
    return `case when types[${column + 1}] = 'DOUBLE' then ${floatText(text)} else ${text} end`;
  },
  isNumber: (column: number): string => `types[${column + 1}] in ('DOUBLE', 'BIGINT', 'UBIGINT', 'HUGEINT')`,
} as const;

/** SQL: `relation`, a table with a column `json`, with the texts and types of the values at the given pointers. */
export function jsonCells(relation: string, pointers: readonly string[]): string {
  const list = `[${pointers.join(", ")}]`;
  return `(select *, json_extract_string(json, ${list}) as cells, json_type(json, ${list}) as types from ${relation})`;
}
