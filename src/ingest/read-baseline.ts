import { readFileSync } from "node:fs";
import * as v from "valibot";

import type { Baseline } from "../domain/baseline.ts";
import { VOCABULARIES } from "../domain/rule.ts";
import { UserError } from "../domain/user-error.ts";

const texts = v.array(v.string());
const textMap = v.record(v.string(), v.string());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The shape of a baseline file. */
export const BASELINE_SCHEMA = v.strictObject({
  schemaVersion: v.literal(1),
  kind: v.literal("baseline"),
  layouts: v.nullable(v.array(v.strictObject({ columns: texts, fields: textMap, formats: textMap }))),
  vocabularies: v.strictObject(v.entriesFromList(VOCABULARIES, texts)),
  counts: v.strictObject({ rows: count, certificates: count }),
});

/** Reads what the last run saw; `null` when there is no such file. */
export function readBaseline(path: string): Baseline | null {
  try {
    return v.parse(BASELINE_SCHEMA, JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new UserError(
      2,
      `${path} is not a baseline of origo`,
      "name the file that --update-baseline wrote, or write it anew",
    );
  }
}
