/** The JSON document of a report, as the program prints it: its figures apart from its words. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export type Document = Readonly<Record<string, unknown>>;

/** The keys that hold words and versions, not figures: a second computation has nothing to say on them. */
const WORDS: ReadonlySet<string> = new Set(["schemaVersion", "kind", "policy"]);

/** The part of a report's document that is to be proved: everything but its words. */
export function parseFigures(text: string): Document {
  const document: unknown = JSON.parse(text);
  if (typeof document !== "object" || document === null) throw new Error("the report is no document");
  return Object.fromEntries(Object.entries(document).filter(([key]) => !WORDS.has(key)));
}

export function sha256Of(file: URL): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
