import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { descriptionOf } from "../src/ingest/rules-fault.ts";
import { RULE_SCHEMAS } from "../src/ingest/rule-schemas.ts";

const COMMON = new Set(["kind", "level", "name", "where", "scope", "from", "to"]);

/** The rows that the guide must have: each kind, what it asks for, and the keys that are its own. */
const expected = RULE_SCHEMAS.map((schema) => [
  `\`${schema.entries.kind.literal}\``,
  v.getDescription(schema),
  Object.entries(schema.entries)
    .filter(([key]) => !COMMON.has(key))
    .map(([key, entry]) => `\`${key}\`${entry.type === "exact_optional" ? "" : " (needed)"}: ${descriptionOf(entry)}`)
    .join("<br>"),
  "where" in schema.entries ? "yes" : "no",
]);

describe("docs/check.md", () => {
  it("has each kind of rule with its keys, in the words of the schema", () => {
    const guide = readFileSync(new URL("../docs/check.md", import.meta.url), "utf8");
    const rows = guide
      .split("\n")
      .filter((line) => /^\| `[a-z-]+` +\|.*\| (yes|no) +\|$/.test(line))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(expected);
  });
});
