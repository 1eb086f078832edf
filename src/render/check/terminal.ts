import type { Language } from "../../domain/language.ts";
import { printable } from "../../domain/printable.ts";
import { bySeverity, isFailure, type Outcome } from "../../report/check/outcome.ts";
import type { Checked } from "../../report/check/checked.ts";
import type { Style } from "../style.ts";
import { wrap } from "../wrap.ts";
import { checkContext, outcomeText, summaryLine, type CheckContext } from "./outcome-text.ts";

interface Options {
  readonly language: Language;
  readonly width: number;
  readonly style: Style;
}

const SHOWN_FINDINGS = 10;
const INDENT = "    ";

/** Each rule with its outcome, failures first, and how many passed. */
export function renderCheckTerminal(checked: Checked, { language, width, style }: Options): string {
  const { rulesFile, outcomes, provenance } = checked;
  const context = checkContext(language, provenance.currency);
  const lines = [
    style.strong([context.words.title(printable(rulesFile)), ...provenance.chambers.map(printable)].join(" · ")),
    "",
    ...bySeverity(outcomes).flatMap((outcome) => renderOutcome(outcome, context, width, style)),
    "",
    style.strong(summaryLine(checked, context)),
  ];
  return `${lines.join("\n")}\n`;
}

function renderOutcome(outcome: Outcome, context: CheckContext, width: number, style: Style): readonly string[] {
  const { rule, verdict, findingCount } = outcome;
  const { words, format } = context;
  const { title, statement, headline, findings } = outcomeText(outcome, context);
  if (verdict === "passed") return wrap(`${style.rise("✓")} ${headline}`, width, INDENT);
  const label = isFailure(outcome) ? style.fall(`✗ ${words.verdict.error}`) : `! ${words.verdict.warning}`;
  const shown = findings.slice(0, SHOWN_FINDINGS);
  const left = findingCount - shown.length;
  return [
    ...wrap(`${label} ${style.strong(title)}${context.colon}${statement}`, width, INDENT),
    style.faint(`${INDENT}${rule.place.file}:${rule.place.line}`),
    // Places are not broken: editors follow them.
    ...shown.map((finding) => INDENT + finding),
    ...(left > 0 ? [INDENT + words.more(format.count(left))] : []),
  ];
}
