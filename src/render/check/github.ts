import type { Language } from "../../domain/language.ts";
import type { Checked } from "../../report/check/checked.ts";
import { bySeverity, isFailure, type Outcome } from "../../report/check/outcome.ts";
import { renderAnnotations, type Annotation, type PathOf } from "../annotations.ts";
import { checkContext, outcomeText, type CheckContext } from "./outcome-text.ts";

const SHOWN_FINDINGS = 5;

/** What did not pass, for GitHub Actions: an annotation for each rule, at the first thing at fault. */
export function renderCheckGithub({ outcomes, provenance }: Checked, language: Language, pathOf: PathOf): string {
  const context = checkContext(language, provenance.currency);
  const open = bySeverity(outcomes).filter(({ verdict }) => verdict !== "passed");
  const annotations = open.map((outcome) => annotationOf(outcome, context));
  return renderAnnotations(annotations, pathOf, (count) => context.words.more(context.format.count(count)));
}

function annotationOf(outcome: Outcome, context: CheckContext): Annotation {
  const { rule, findings, findingCount } = outcome;
  const { words, format } = context;
  const { title, statement, findings: texts } = outcomeText(outcome, context);
  const left = findingCount - Math.min(texts.length, SHOWN_FINDINGS);
  const lines = [
    `${statement} (${rule.place.file}:${rule.place.line})`,
    ...texts.slice(0, SHOWN_FINDINGS),
    ...(left > 0 ? [words.more(format.count(left))] : []),
  ];
  return {
    level: isFailure(outcome) ? "error" : "warning",
    places: [...findings.flatMap(({ place }) => place ?? []), rule.place],
    title,
    text: lines.join("\n"),
  };
}
