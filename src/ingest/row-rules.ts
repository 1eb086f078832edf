import type { Field } from "../domain/certificate.ts";
import type { ProblemCode } from "../domain/problem.ts";
import { isScientific } from "./parse-rules.ts";

/** A fault: the rows that have it, as SQL over what `cleaned` gives, and the field whose text is at fault. */
export interface RowRule {
  readonly code: ProblemCode;
  readonly field: Field;
  readonly when: string;
  /** SQL for what more there is to say. */
  readonly hint?: string;
}

/** A certificate number that a spreadsheet turned into scientific notation. */
export const DAMAGED_NUMBER = "\\d([.,]\\d+)?[Ee]\\+\\d+";

const RULES = [
  { code: "missing-number", field: "certificate_number", when: "certificate is null" },
  {
    code: "damaged-number",
    field: "certificate_number",
    // The sign first: hardly any number has one, and looking for it costs little.
    when: `contains(certificate_number, '+') and regexp_full_match(certificate_number, '${DAMAGED_NUMBER}')`,
  },
  { code: "missing-date", field: "issue_date", when: "issue_date_text is null" },
  { code: "invalid-date", field: "issue_date", when: "issue_date_text is not null and issue_date is null" },
  { code: "missing-destination", field: "destination", when: "destination_text is null" },
  {
    code: "unknown-destination",
    field: "destination",
    when: "destination_text is not null and destination is null",
    hint: "destination_hint",
  },
  { code: "unknown-status", field: "status", when: "status_text is not null and status is null" },
  { code: "invalid-value", field: "value", when: "value_text is not null and not is_number" },
  { code: "value-out-of-range", field: "value", when: "is_number and value_cents is null" },
  { code: "negative-value", field: "value", when: "value_cents < 0" },
  { code: "rounded-value", field: "value", when: `value_cents >= 0 and ${isScientific("value_text")}` },
  {
    code: "unknown-currency",
    field: "currency",
    when: "value_text is not null and currency_text is not null and currency is null",
  },
  { code: "invalid-hs-code", field: "hs_code", when: "hs_code_text is not null and hs_code is null" },
  { code: "unknown-origin", field: "origin", when: "origin_text is not null and origin is null" },
  {
    code: "unknown-exporter-size",
    field: "exporter_size",
    when: "exporter_size_text is not null and exporter_size is null",
  },
] as const satisfies readonly RowRule[];

export type RowFault = (typeof RULES)[number]["code"];

/** Every fault that a row can have by itself. Faults between rows are found in `classify.ts`. */
export const ROW_RULES: readonly (RowRule & { readonly code: RowFault })[] = RULES;
