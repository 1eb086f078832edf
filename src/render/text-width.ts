import stringWidth from "string-width";

/**
 * Texts of letters and signs that take one column each, as nearly all are. The measure for any text compiles tables of all
 * of Unicode first, which takes as long as the rest of a report.
 */
const ONE_COLUMN_EACH = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u202F\u20AC\u2212]*$/;

/** How many columns a text takes in a terminal; colour takes none. */
export function textWidth(text: string): number {
  return ONE_COLUMN_EACH.test(text) ? text.length : stringWidth(text);
}
