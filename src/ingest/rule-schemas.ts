import * as v from "valibot";

import { METRICS } from "../domain/metric.ts";
import { LEVELS, REQUIRED_FIELDS, WATCHED } from "../domain/rule.ts";
import { SCOPES } from "../domain/scope.ts";
import { STATED_NUMBER } from "../domain/stated-number.ts";

/**
 * The shape of a rules file. It checks the file, `data/schemas/rules.schema.json` and the table of `docs/check.md` are made from
 * it, and the description of a key is what a message expects there.
 */
const numberText = v.pipe(v.string(), v.regex(STATED_NUMBER));
const plainNumber = v.pipe(v.number(), v.minValue(-1e15), v.maxValue(1e15));
const number = described(v.union([plainNumber, numberText]), 'a number such as 24000, 0.25, "25 %" or "865.1 million"');
const share = described(
  v.union([v.pipe(v.number(), v.minValue(0), v.maxValue(1)), v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d{1,9})? ?%$/))]),
  'a share such as "1 %" or 0.01',
);
const positiveShare = described(
  v.union([
    v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
    v.pipe(v.string(), v.regex(/^\d{1,6}(\.\d{1,9})? ?%$/)),
  ]),
  'a share such as "50 %" or 0.5',
);
const count = described(
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
  "a whole number from 0",
);
const day = described(
  v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)),
  "a date as YYYY, YYYY-MM or YYYY-MM-DD",
);

const level = described(v.picklist(LEVELS), '"error" (a failure ends the run with exit code 1) or "warn"');
const COMMON = {
  level: v.exactOptional(level),
  name: v.exactOptional(described(v.pipe(v.string(), v.minLength(1)), "a name of your own")),
};
const NARROWING = {
  where: v.exactOptional(described(v.pipe(v.string(), v.minLength(1)), "a condition in the language of --where")),
  scope: v.exactOptional(described(v.picklist(SCOPES), `one of ${SCOPES.join(", ")}`)),
  from: v.exactOptional(day),
  to: v.exactOptional(day),
};
const ALLOW = {
  allow: v.exactOptional(described(count, "how many exceptions pass, 0 when absent")),
};
const figure = described(
  v.pipe(v.string(), v.minLength(1)),
  "a figure as origo explain names it, such as goods_value_growth:2017",
);

function described<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.SchemaWithPipe<readonly [Schema, v.DescriptionAction<v.InferOutput<Schema>, string>]> {
  return v.pipe(schema, v.description(text));
}

/** A kind of rule: what it asks for, in one sentence, and its keys. */
function kindOf<Kind extends string, Entries extends v.ObjectEntries>(kind: Kind, title: string, entries: Entries) {
  return v.pipe(v.strictObject({ kind: v.literal(kind), ...COMMON, ...entries }), v.description(title));
}

export const RULE_SCHEMAS = [
  kindOf("rejected-rows", "At most this share of the rows read is rejected.", { max: share }),
  kindOf("duplicate-rows", "At most this share of the rows read are copies of another row.", { max: share }),
  kindOf("conflicting-rows", "At most this share of the rows read contradict another row of their certificate.", {
    max: share,
  }),
  kindOf("missing-values", "At most this share of the lines lacks a field.", {
    field: described(v.picklist(REQUIRED_FIELDS), `one of ${REQUIRED_FIELDS.join(", ")}`),
    max: share,
    ...NARROWING,
  }),
  kindOf("missing-months", "Every month, from the first to the last on file or of `from` and `to`, has certificates.", {
    ...NARROWING,
    ...ALLOW,
  }),
  kindOf(
    "month-outliers",
    "No month is further below or above the median of the same months of the years before (of at least two).",
    {
      measure: v.exactOptional(
        described(v.picklist(METRICS), `one of ${METRICS.join(", ")}; certificates when absent`),
      ),
      drop: v.exactOptional(described(share, 'how far a month may be below, such as "60 %"')),
      rise: v.exactOptional(described(positiveShare, 'how far a month may be above, such as "150 %"')),
      years: v.exactOptional(
        described(
          v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(100)),
          "how many earlier years, 2 or more; 5 when absent",
        ),
      ),
      ...NARROWING,
      ...ALLOW,
    },
  ),
  kindOf("value-range", "The value of every certificate is within bounds, in the report currency.", {
    min: v.exactOptional(number),
    max: v.exactOptional(number),
    ...NARROWING,
    ...ALLOW,
  }),
  kindOf(
    "value-outliers",
    "No value is so far from the median that ln value has a modified z-score above the threshold (Iglewicz and Hoaglin).",
    {
      threshold: v.exactOptional(
        described(v.pipe(v.number(), v.minValue(1), v.maxValue(100)), "a number from 1, such as 3.5; 3.5 when absent"),
      ),
      ...NARROWING,
      ...ALLOW,
    },
  ),
  kindOf("large-certificates", "No certificate is more than this share of the value of its year.", {
    max: share,
    ...NARROWING,
    ...ALLOW,
  }),
  kindOf("figure", "A figure is what it is expected to be.", {
    figure,
    expected: described(
      v.union([v.boolean(), plainNumber, numberText]),
      'what was published: a number such as 22816, "13.43 %" or "865.1 million", or true or false',
    ),
    tolerance: v.exactOptional(
      described(
        v.union([
          v.literal("as printed"),
          v.strictObject({ absolute: number }),
          v.strictObject({ relative: positiveShare }),
        ]),
        '"as printed" (rounded to the digits of what is expected, the default), {"absolute": 5} or {"relative": "0.1 %"}',
      ),
    ),
    ...NARROWING,
  }),
  kindOf("bounds", "A figure is within bounds; with `*` for the year (`certificates_growth:*`) that of every year.", {
    figure,
    min: v.exactOptional(number),
    max: v.exactOptional(number),
    ...NARROWING,
  }),
  kindOf("target", "A goal: what is reached, the gap, and of an unfinished year whether it is on course.", {
    figure,
    as: v.exactOptional(
      described(v.picklist(["share"]), '"share": the part of `where` and `scope` in all certificates'),
    ),
    at_least: v.exactOptional(number),
    at_most: v.exactOptional(number),
    ...NARROWING,
  }),
  kindOf("drift", "Files and values are what they were when the baseline was written.", {
    baseline: v.exactOptional(
      described(v.pipe(v.string(), v.minLength(1)), "the baseline file, seen from the rules file"),
    ),
    watch: v.exactOptional(
      described(
        v.pipe(v.array(v.picklist(WATCHED)), v.minLength(1)),
        `a list of ${WATCHED.join(", ")}; all but destination, origin and hs2 when absent`,
      ),
    ),
    max_drop: v.exactOptional(
      described(share, 'by which share the certificates may be fewer, such as "10 %"; none when absent'),
    ),
  }),
] as const;

export const RULES_SCHEMA = v.strictObject({
  $schema: v.exactOptional(v.string()),
  rules: v.pipe(v.array(v.variant("kind", RULE_SCHEMAS)), v.minLength(1)),
});

/** A rule as it stands in the file. */
export type RawRule = v.InferOutput<typeof RULES_SCHEMA>["rules"][number];
