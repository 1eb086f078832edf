import { COUNTING_POLICY } from "../domain/policy.ts";
import { MEASURES } from "../measures/list.ts";
import { loadSources } from "../reference/sources.ts";

/** The counting policy, the measures and the reference data in force, for people. */
export function policyText(): string {
  const policy = COUNTING_POLICY.map(({ text }, index) => `${index + 1}. ${text}`);
  const measures = MEASURES.map(
    ({ id, formula, undefinedWhen }) =>
      `${id}: ${formula}${undefinedWhen === "never" ? "" : `; undefined when ${undefinedWhen}`}`,
  );
  const sources = loadSources().map(({ file, title, source, version }) => `${file}: ${title} (${version}). ${source}`);
  return [
    ["Counting policy", ...policy],
    ["Measures", ...measures],
    ["Reference data", ...sources],
  ]
    .map((section) => section.join("\n"))
    .join("\n\n")
    .concat("\n");
}

/** The same for scripts. */
export function policyJson(): string {
  const measures = MEASURES.map(({ id, title, unit, formula, undefinedWhen, source }) => ({
    id,
    title,
    unit,
    formula,
    undefinedWhen,
    source,
  }));
  return `${JSON.stringify({ schemaVersion: 1, policy: COUNTING_POLICY, measures, referenceData: loadSources() }, null, 2)}\n`;
}
