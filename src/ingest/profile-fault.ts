import * as v from "valibot";

import { FIELDS, STATUSES } from "../domain/certificate.ts";
import type { Profile } from "../domain/profile.ts";
import { nearestText } from "../reference/nearest.ts";

/** What is wrong in a profile: the JSON path with what stands there, and what is allowed. */
export interface ProfileFault {
  readonly message: string;
  readonly hint: string;
}

const A_TEXT = "a text";
const A_DAY = "a date as YYYY-MM-DD";

/** What each key allows, in the words of people. */
const ALLOWED = {
  $schema: A_TEXT,
  name: A_TEXT,
  description: A_TEXT,
  delimiter: "a single character",
  sheet: "the name of a sheet",
  columns: "a header, or a list of headers",
  constants: A_TEXT,
  default_currency: "an ISO 4217 code, such as EUR",
  date_order: '"dmy" or "mdy"',
  decimal_mark: '"," or "."',
  value_unit: "a whole number from 1 to 1000000000, such as 1000 for thousands",
  statuses: `one of ${STATUSES.join(", ")}`,
  destinations: 'an ISO 3166-1 code in two capital letters, or "XX" for what is no country',
  grain: '"certificate" or "record"',
  coverage: A_DAY,
} as const satisfies Record<keyof Profile | "$schema", string>;

/** The keys that hold an object, and the keys of that object; any text where there is no list. */
const INNER_KEYS: Readonly<Record<string, readonly string[] | undefined>> = {
  columns: FIELDS,
  constants: FIELDS,
  coverage: ["from", "to"],
};
const MAPS: ReadonlySet<string> = new Set(["columns", "constants", "coverage", "statuses", "destinations"]);

/** Words for a fault that valibot found. */
export function describeFault(issue: v.BaseIssue<unknown>): ProfileFault {
  const path = v.getDotPath(issue);
  const [key, inner] = (issue.path ?? []).map((part) => String(part.key));
  if (path === null || key === undefined) {
    return { message: "it is not a JSON object", hint: "a profile is a JSON object; see data/profiles for one" };
  }
  if (issue.type === "strict_object" && issue.expected === "never") {
    const keys = inner === undefined ? Object.keys(ALLOWED) : (INNER_KEYS[key] ?? []);
    return unknownKey(path, inner ?? key, keys, inner === undefined || key === "coverage" ? "key" : "field");
  }
  const expected = MAPS.has(key) && inner === undefined ? "an object" : allowedBy(key);
  return wrongValue(path, issue.input, expected);
}

export function wrongValue(path: string, value: unknown, expected: string): ProfileFault {
  return { message: `${path}: ${JSON.stringify(value) ?? "nothing"} is not allowed`, hint: `give ${expected}` };
}

export function allowedBy(key: string): string {
  return Object.entries(ALLOWED).find(([known]) => known === key)?.[1] ?? A_TEXT;
}

/** Words for a key that is none of those that are allowed, with the nearest of them. */
export function unknownKey(path: string, key: string, keys: readonly string[], kind: "key" | "field"): ProfileFault {
  const near = nearestText(key, keys);
  return {
    message: `${path}: unknown ${kind}${near === null ? "" : `; did you mean ${near}?`}`,
    hint: `the ${kind}s here are: ${keys.join(", ")}`,
  };
}
