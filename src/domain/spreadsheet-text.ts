/** What a spreadsheet would run as a formula, behind any apostrophes that are there already. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function disarm(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Undoes `disarm`, for texts that went through it. */
export function rearm(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
