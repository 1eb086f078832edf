import type { Language } from "../../domain/language.ts";
import { bySeverity, isFailure, type Outcome } from "../../report/check/outcome.ts";
import type { Checked } from "../../report/check/checked.ts";
import { escapeMarkdown } from "../markdown-table.ts";
import { checkContext, outcomeText, summaryLine, type CheckContext } from "./outcome-text.ts";

const SHOWN_FINDINGS = 20;

/** A check as blocks of Markdown for a job summary, what matters most first. */
export function renderCheckMarkdown(checked: Checked, language: Language): readonly string[] {
  const { rulesFile, outcomes, provenance } = checked;
  const context = checkContext(language, provenance.currency);
  return [
    `## ${escapeMarkdown(context.words.title(rulesFile))}`,
    `**${escapeMarkdown(summaryLine(checked, context))}**`,
    ...bySeverity(outcomes).map((outcome) => renderOutcome(outcome, context)),
  ];
}

function renderOutcome(outcome: Outcome, context: CheckContext): string {
  const { rule, verdict, findingCount } = outcome;
  const { words, format } = context;
  const { headline, findings } = outcomeText(outcome, context);
  const line = escapeMarkdown(headline);
  if (verdict === "passed") return `- ✅ ${line}`;
  const sign = isFailure(outcome) ? `❌ **${words.verdict.error}**` : `⚠️ **${words.verdict.warning}**`;
  const shown = findings.slice(0, SHOWN_FINDINGS);
  const left = findingCount - shown.length;
  return [
    `- ${sign} ${line} (${escapeMarkdown(`${rule.place.file}:${rule.place.line}`)})`,
    ...shown.map((finding) => `  - ${escapeMarkdown(finding)}`),
    ...(left > 0 ? [`  - ${escapeMarkdown(words.more(format.count(left)))}`] : []),
  ].join("\n");
}
