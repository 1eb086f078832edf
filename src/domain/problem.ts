import { printable } from "./printable.ts";

/** What a data fault costs: the whole row, or only the value of one optional field. */
export type Severity = "reject" | "warn";

interface ProblemKind {
  readonly severity: Severity;
  readonly expected: string;
  readonly remedy: string;
}

/** Every fault that a record can have. The list is closed: a test demands a fixture that triggers each. */
export const PROBLEM_KINDS = {
  "ragged-row": {
    severity: "reject",
    expected: "as many cells as the header row",
    remedy: "look for a missing or surplus delimiter, or a stray quote, in this line",
  },
  "invalid-record": {
    severity: "reject",
    expected: "one JSON object",
    remedy: "correct the record; on a last line, look whether the file was cut off",
  },
  "missing-number": {
    severity: "reject",
    expected: "a certificate number",
    remedy: 'fill it in; if rows have no number, set "grain": "record" in the profile',
  },
  "damaged-number": {
    severity: "reject",
    expected: "the certificate number as issued",
    remedy: "a spreadsheet turned it into scientific notation: export the column as text again",
  },
  "missing-date": { severity: "reject", expected: "a date of issue", remedy: "fill it in" },
  "invalid-date": {
    severity: "reject",
    expected: "an existing calendar date between 1900 and 2099",
    remedy: "correct the date; if all dates look like this, state the order with --date-order",
  },
  "missing-destination": { severity: "reject", expected: "a country of destination", remedy: "fill it in" },
  "unknown-destination": {
    severity: "reject",
    expected: "a country: ISO 3166 code or name in nl, fr, de, en, es",
    remedy: 'correct it, or map it in the profile under "destinations" ("XX" = not a country)',
  },
  "unknown-status": {
    severity: "reject",
    expected: "issued, cancelled, refused or draft, or a synonym in nl, fr, de, en",
    remedy: 'correct it, or map it in the profile under "statuses"',
  },
  "invalid-value": {
    severity: "reject",
    expected: "an amount: digits and a decimal mark, the currency in a column of its own",
    remedy: "correct the amount; if all amounts look like this, state the mark with --decimal-mark",
  },
  "negative-value": {
    severity: "reject",
    expected: "an amount of zero or more",
    remedy: "correct the amount; credit notes are not certificates",
  },
  "rounded-value": {
    severity: "warn",
    expected: "an amount with all its digits",
    remedy: "a spreadsheet wrote it in scientific notation: export the column as a number again; it counts as written",
  },
  "value-out-of-range": {
    severity: "reject",
    expected: "an amount below 10,000,000,000,000,000",
    remedy: "correct the amount",
  },
  "unknown-currency": {
    severity: "reject",
    expected: "an ISO 4217 currency code",
    remedy: "correct it, or set the currency in the profile",
  },
  "missing-rate": {
    severity: "reject",
    expected: "a currency that the ECB quoted within ten days before the issue date",
    remedy:
      "give a rate of your own with --rates FILE (date,currency,rate), or report in that currency with --currency",
  },
  "conflicting-duplicate": {
    severity: "reject",
    expected: "one date, destination, exporter and status per certificate number",
    remedy: "correct the row that is wrong",
  },
  "invalid-hs-code": {
    severity: "warn",
    expected: "2, 4, 6, 8 or 10 digits (a leading zero is data)",
    remedy: "correct it; the certificate counts, without a product",
  },
  "unknown-origin": {
    severity: "warn",
    expected: "countries: ISO 3166 codes or names",
    remedy: "correct it; the certificate counts, without an origin",
  },
  "unknown-exporter-size": {
    severity: "warn",
    expected: "micro, small, medium or large, or a synonym",
    remedy: "correct it; the certificate counts, without a size",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEM_KINDS;

/** A data fault with its place. Problems are collected and reported, never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly file: string;
  /** Physical line in the file on which the row starts, 1-based. */
  readonly line: number;
  /** Header of the offending column; empty when the row as a whole is at fault. */
  readonly column: string;
  readonly text: string;
  /** More than the code can say: the nearest country names, the place of the row that was counted. */
  readonly hint: string;
}

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_KINDS, text);
}

export function problemSeverity(code: ProblemCode): Severity {
  return PROBLEM_KINDS[code].severity;
}

/** `file:line: column: code: "text": expected ...; remedy ...`, one line, for people and for editors that jump to it. */
export function describeProblem(problem: Problem): string {
  const kind = PROBLEM_KINDS[problem.code];
  const place = `${problem.file}:${problem.line}`;
  const column = problem.column === "" ? "" : ` ${printable(problem.column)}:`;
  const text = problem.text === "" ? "" : ` "${shorten(problem.text)}":`;
  const hint = problem.hint === "" ? "" : ` (${printable(problem.hint)})`;
  return `${place}:${column} ${problem.code}:${text} expected ${kind.expected}${hint}; ${kind.remedy}`;
}

function shorten(text: string): string {
  const oneLine = printable(text);
  return oneLine.length > 60 ? `${oneLine.slice(0, 57)}...` : oneLine;
}
