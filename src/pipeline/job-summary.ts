import { appendFileSync, statSync } from "node:fs";

import type { Language } from "../domain/language.ts";
import { describeProblem } from "../domain/problem.ts";
import { UserError } from "../domain/user-error.ts";
import { renderAnnotations } from "../render/annotations.ts";
import { checkWordsOf } from "../render/check/words.ts";
import { fitBlocks, SUMMARY_BYTES } from "../render/job-summary.ts";
import type { Provenance } from "../report/provenance.ts";
import { pathOf } from "./path-of.ts";

/** Appends blocks of Markdown to the summary of a GitHub job, as many as GitHub takes. */
export function appendJobSummary(path: string, blocks: readonly string[], language: Language): void {
  const taken = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const text = fitBlocks(blocks, SUMMARY_BYTES - taken, checkWordsOf(language).truncated);
  try {
    appendFileSync(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(2, `the job summary ${path} cannot be written: ${reason}`, "check GITHUB_STEP_SUMMARY");
  }
}

/** The first problems of rows as annotations of GitHub Actions; paths are seen from `root`. */
export function problemAnnotations({ problems, problemCounts }: Provenance, language: Language, root: string): string {
  const words = checkWordsOf(language);
  const total = problemCounts.reduce((sum, { count }) => sum + count, 0);
  const annotations = problems.map((problem) => ({
    level: "warning" as const,
    places: [{ file: problem.file, line: problem.line }],
    title: problem.code,
    text: describeProblem(problem),
  }));
  const unlisted = total - problems.length;
  return renderAnnotations(
    annotations,
    (file) => pathOf(file, root),
    (count) => words.more(String(count + unlisted)),
  );
}
