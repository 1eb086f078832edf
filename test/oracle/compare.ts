/**
 * Compares a JSON document with what was computed a second time, key by key on both sides: a figure that only one of
 * the two has is a difference too, so nothing is skipped in silence.
 */
import { isPrinted, isRatio, type Ratio } from "./exact.ts";

/** A document with exact ratios in the place of its rounded numbers. */
export type Expected =
  | string
  | number
  | boolean
  | null
  | Ratio
  | readonly Expected[]
  | { readonly [key: string]: Expected };

export interface Comparison {
  /** How many single values agreed. */
  readonly agreed: number;
  /** One sentence for each that did not. */
  readonly differences: readonly string[];
}

export function compareDocuments(actual: unknown, expected: Expected, path = "$"): Comparison {
  if (isRatio(expected)) return compareRatio(actual, expected, path);
  if (isContainer(actual) && isContainer(expected) && Array.isArray(actual) === Array.isArray(expected)) {
    return compareEntries(entriesOf(actual), entriesOf(expected), path);
  }
  if (Object.is(actual, expected)) return { agreed: 1, differences: [] };
  return difference(path, `is ${show(actual)}, but ${show(expected)} was computed`);
}

function compareRatio(actual: unknown, expected: Ratio, path: string): Comparison {
  if (typeof actual === "number" && isPrinted(actual, expected)) return { agreed: 1, differences: [] };
  const exact = `${expected.numerator}/${expected.denominator}`;
  return difference(path, `is ${show(actual)}, but ${exact} was computed`);
}

function compareEntries(
  actual: ReadonlyMap<string, unknown>,
  expected: ReadonlyMap<string, Expected>,
  path: string,
): Comparison {
  const parts = [...new Set([...actual.keys(), ...expected.keys()])].map((key) => {
    const here = `${path}.${key}`;
    const wanted = expected.get(key);
    if (wanted === undefined) return difference(here, "is in the document, but was not computed a second time");
    if (!actual.has(key)) return difference(here, "was computed, but is not in the document");
    return compareDocuments(actual.get(key), wanted, here);
  });
  return {
    agreed: parts.reduce((sum, part) => sum + part.agreed, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

/** How many single values a document has. */
export function countLeaves(document: unknown): number {
  if (!isContainer(document)) return 1;
  return [...entriesOf(document).values()].reduce((sum: number, child) => sum + countLeaves(child), 0);
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function entriesOf<Value>(container: { readonly [key: string]: Value } | object): ReadonlyMap<string, Value> {
  return new Map<string, Value>(Object.entries(container));
}

function difference(path: string, what: string): Comparison {
  return { agreed: 0, differences: [`${path} ${what}`] };
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)) ?? "missing";
}
