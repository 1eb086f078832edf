import type { Language } from "../../domain/language.ts";
import { countOutcomes, type Checked } from "../../report/check/checked.ts";
import { isFailure, type Outcome } from "../../report/check/outcome.ts";
import { checkContext, outcomeText, type CheckContext } from "./outcome-text.ts";

/** A check as JUnit XML: a test case for each rule; a warning is one that passed, with its message as output. */
export function renderCheckJunit(checked: Checked, language: Language): string {
  const { rulesFile, outcomes, provenance } = checked;
  const context = checkContext(language, provenance.currency);
  const counts = `tests="${outcomes.length}" failures="${countOutcomes(checked).errors}" errors="0"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="origo check" ${counts}>`,
    `  <testsuite name="${escapeXml(rulesFile)}" ${counts} skipped="0">`,
    ...outcomes.flatMap((outcome) => renderCase(outcome, context)),
    "  </testsuite>",
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function renderCase(outcome: Outcome, context: CheckContext): readonly string[] {
  const { rule, verdict, findingCount } = outcome;
  const { title, statement, headline, findings } = outcomeText(outcome, context);
  const place = `file="${escapeXml(rule.place.file)}" line="${rule.place.line}"`;
  const start = `    <testcase name="${escapeXml(title)}" classname="${rule.kind}" ${place}`;
  if (verdict === "passed") return [`${start}/>`];
  const left = findingCount - findings.length;
  const more = left > 0 ? [context.words.more(context.format.count(left))] : [];
  const text = escapeXml([`${rule.place.file}:${rule.place.line}: ${headline}`, ...findings, ...more].join("\n"));
  const content = isFailure(outcome)
    ? `<failure message="${escapeXml(statement)}" type="${verdict}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return [`${start}>`, `      ${content}`, "    </testcase>"];
}

/** Text as XML 1.0 takes it: what it has no character for becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
