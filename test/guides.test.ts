import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { REPOSITORY, runOrigo } from "./run-origo.ts";

/** A command of a guide that is followed by what it prints. */
interface Example {
  readonly command: string;
  readonly output: string;
}

function examplesOf(guide: string): readonly Example[] {
  const text = readFileSync(join(REPOSITORY, "docs", guide), "utf8");
  return [...text.matchAll(/```sh\norigo (.+)\n```\n\n```\n([^]+?)```/g)].map(([, command = "", output = ""]) => ({
    command,
    output,
  }));
}

/** The words of a command line, as a shell reads them. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = ""]) => quoted ?? plain);
}

/** What a guide has, as a pattern: where it has a line of dots, it leaves lines out. */
function patternOf(output: string): RegExp {
  const parts = output.split(/^\.\.\.\n/m).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^]*")}$`);
}

const guides = readdirSync(join(REPOSITORY, "docs")).filter(
  (name) => name.endsWith(".md") && examplesOf(name).length > 0,
);

it("guides have examples", () => {
  expect(guides).toContain("themes-and-small-firms.md");
});

describe.each(guides)("docs/%s", (guide) => {
  it.each(examplesOf(guide))("origo $command", async ({ command, output }) => {
    const { stdout, stderr } = await runOrigo(wordsOf(command));
    expect(stdout + stderr).toMatch(patternOf(output));
  });
});
