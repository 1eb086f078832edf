import type { Dimension } from "./dimension.ts";

/** What a condition can be about: every dimension, the issue date, and the goods value of the certificate. */
export type WhereField = Dimension | "date" | "value";

const TIME: ReadonlySet<WhereField> = new Set(["year", "quarter", "month", "date"]);

/** Whether a field is about the issue date. */
export function isTime(field: WhereField): boolean {
  return TIME.has(field);
}

export const ORDERINGS = ["<", "<=", ">", ">="] as const;
export type Ordering = (typeof ORDERINGS)[number];

/**
 * A condition on certificates and their lines, as `--where` states it. Values are canonical: codes of countries, ISO days,
 * amounts with two decimals; empty is "not stated". Every comparison is true or false: what is not stated equals only the
 * empty text, and is neither below nor above anything.
 */
export type Where =
  | { readonly kind: "and" | "or"; readonly terms: readonly Where[] }
  | { readonly kind: "not"; readonly term: Where }
  | { readonly kind: "in"; readonly field: WhereField; readonly values: readonly string[] }
  | { readonly kind: "order"; readonly field: WhereField; readonly operator: Ordering; readonly value: string };

/** The fields that a condition is about. */
export function fieldsOf(where: Where | null): ReadonlySet<WhereField> {
  if (where === null) return new Set();
  switch (where.kind) {
    case "and":
    case "or":
      return new Set(where.terms.flatMap((term) => [...fieldsOf(term)]));
    case "not":
      return fieldsOf(where.term);
    case "in":
    case "order":
      return new Set([where.field]);
  }
}

/** A condition as its shortest text, which reads back as the same condition. */
export function printWhere(where: Where): string {
  switch (where.kind) {
    case "and":
    case "or":
      return where.terms
        .map((term) => (isWithin(term, where.kind) ? `(${printWhere(term)})` : printWhere(term)))
        .join(` ${where.kind} `);
    case "not":
      return printNot(where.term);
    case "in":
      return where.values.length === 1
        ? `${where.field} = ${printValue(where.values[0] ?? "")}`
        : `${where.field} in (${where.values.map(printValue).join(", ")})`;
    case "order":
      return `${where.field} ${where.operator} ${printValue(where.value)}`;
  }
}

/** `and` binds closer than `or`, so that only an `or` in an `and`, and a chain in a chain of its own kind, need brackets. */
function isWithin(term: Where, kind: "and" | "or"): boolean {
  return term.kind === kind || (term.kind === "or" && kind === "and");
}

function printNot(term: Where): string {
  if (term.kind === "and" || term.kind === "or") return `not (${printWhere(term)})`;
  if (term.kind !== "in") return `not ${printWhere(term)}`;
  return term.values.length === 1
    ? `${term.field} != ${printValue(term.values[0] ?? "")}`
    : `${term.field} not in (${term.values.map(printValue).join(", ")})`;
}

/** What a value can be written as without quotes. */
export const BARE_VALUE = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:+&/-]*/u;

function printValue(value: string): string {
  return BARE_VALUE.exec(value)?.[0] === value ? value : `"${value.replaceAll('"', '""')}"`;
}
