import type { Language } from "../domain/language.ts";

/** Whether this is a step of a job in GitHub Actions. */
export function isOnGithub(): boolean {
  return process.env["GITHUB_ACTIONS"] === "true";
}

/** The folder from which GitHub, or else the user, sees files. */
export function projectFolder(): string {
  return (isOnGithub() ? process.env["GITHUB_WORKSPACE"] : undefined) ?? process.cwd();
}

/** Appends blocks of Markdown to the summary of the job; nowhere but in GitHub Actions. */
export async function summarise(blocks: readonly string[], language: Language): Promise<void> {
  const path = process.env["GITHUB_STEP_SUMMARY"];
  if (!isOnGithub() || path === undefined || path === "") return;
  const { appendJobSummary } = await import("../pipeline/job-summary.ts");
  appendJobSummary(path, blocks, language);
}
