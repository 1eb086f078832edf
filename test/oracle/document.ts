/** The JSON document of a report, as the program prints it: its figures apart from its words. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export type Document = Readonly<Record<string, unknown>>;

/** The keys that hold words and versions, not figures: a second computation has nothing to say on them. */
const WORDS: ReadonlySet<string> = new Set(["schemaVersion", "kind", "policy"]);
/** And those of a finding. */
const FINDING_WORDS: ReadonlySet<string> = new Set(["formula"]);

/** The part of a report's document that is to be proved: everything but its words. */
export function parseFigures(text: string): Document {
  const document: unknown = JSON.parse(text);
  const figures = without(document, WORDS);
  const findings: unknown = figures["findings"];
  if (!Array.isArray(findings)) throw new Error("the report has no findings");
  return { ...figures, findings: findings.map((finding: unknown) => without(finding, FINDING_WORDS)) };
}

function without(document: unknown, words: ReadonlySet<string>): Document {
  if (typeof document !== "object" || document === null) throw new Error("the report is no document");
  return Object.fromEntries(Object.entries(document).filter(([key]) => !words.has(key)));
}

export function sha256Of(file: URL): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
