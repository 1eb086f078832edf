import type { Language } from "../../domain/language.ts";
import type { Place } from "../../domain/place.ts";
import type { Checked } from "../../report/check/checked.ts";
import { isFailure, type Outcome } from "../../report/check/outcome.ts";
import type { JsonValue } from "../json.ts";
import type { PathOf } from "../annotations.ts";
import { checkContext, outcomeText, type CheckContext } from "./outcome-text.ts";

/** A check as SARIF 2.1.0: a result for each finding that has a place, else one at the rule. */
export function renderCheckSarif({ outcomes, provenance }: Checked, language: Language, pathOf: PathOf): string {
  const context = checkContext(language, provenance.currency);
  const kinds = [...new Set(outcomes.map(({ rule }) => rule.kind))].toSorted();
  const document: JsonValue = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "origo",
            rules: kinds.map((kind) => ({ id: kind, shortDescription: { text: kind } })),
          },
        },
        results: outcomes
          .filter(({ verdict }) => verdict !== "passed")
          .flatMap((outcome) => renderResults(outcome, kinds.indexOf(outcome.rule.kind), context, pathOf)),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function renderResults(
  outcome: Outcome,
  ruleIndex: number,
  context: CheckContext,
  pathOf: PathOf,
): readonly JsonValue[] {
  const { rule, findings, findingCount } = outcome;
  const { title, headline, findings: texts } = outcomeText(outcome, context);
  const result = (place: Place, text: string): JsonValue => ({
    ruleId: rule.kind,
    ruleIndex,
    level: isFailure(outcome) ? "error" : "warning",
    message: { text },
    locations: [locationOf(place, pathOf) ?? locationOf(rule.place, pathOf)].filter((location) => location !== null),
  });
  const placed = findings.flatMap(({ place }, index) =>
    place === null ? [] : [result(place, title + context.colon + (texts[index] ?? ""))],
  );
  if (placed.length === 0) return [result(rule.place, [headline, ...texts].join("\n"))];
  const left = findingCount - placed.length;
  if (left <= 0) return placed;
  return [...placed, result(rule.place, `${headline}; ${context.words.more(context.format.count(left))}`)];
}

function locationOf({ file, line }: Place, pathOf: PathOf): JsonValue {
  const path = pathOf(file);
  if (path === null) return null;
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } };
}
