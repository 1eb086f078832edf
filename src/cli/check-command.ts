import type { Command } from "commander";

import { UserError } from "../domain/user-error.ts";
import { CHECK_FORMATS, type CheckFormat } from "../pipeline/output.ts";
import { isOnGithub, projectFolder, summarise } from "./github.ts";
import { finish, outputOf } from "./output.ts";
import { withProgress } from "./progress.ts";
import { addReadOptions, readOptions, type ReadFlags } from "./read-options.ts";

interface CheckFlags extends ReadFlags<CheckFormat> {
  readonly rules: string;
  readonly init?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

const DEFAULT_RULES = "origo.rules.jsonc";

const EXAMPLES = `
Examples:
  $ origo check --init                                   writes ./origo.rules.jsonc to start from
  $ origo check exports/                                 by the rules in ./origo.rules.jsonc
  $ origo check exports/ --rules gates.jsonc --format junit --out check.xml
  $ origo check exports/ --baseline last-run.json --update-baseline

The exit code is 1 when a rule of the level "error" does not hold or cannot be judged, 0 when only warnings are left, 2 when
the rules file is at fault. In GitHub Actions, what does not hold becomes annotations, and all of it a job summary.`;

export function addCheckCommand(program: Command): void {
  const command = program
    .command("check")
    .summary("data-quality rules, expected figures and targets, for CI")
    .description("Judges the rules of a file: quality of the data, expected figures, bounds, targets, drift.")
    .argument("[inputs...]", "data files, directories or - for standard input (default: the store)");
  addReadOptions(command, CHECK_FORMATS)
    .option("--rules <file>", "the rules: JSON with comments", DEFAULT_RULES)
    .option("--init", "write a rules file to start from, and check nothing")
    .option("--baseline <file>", "what the last run saw, for rules of the kind drift")
    .option("--update-baseline", "write what this run saw to the baseline, after the check")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: readonly string[], flags: CheckFlags) => {
      const { rules, init = false, baseline, updateBaseline } = flags;
      const { check, initRules } = await import("../pipeline/check.ts");
      if (init) {
        if (inputs.length > 0) throw new UserError(2, "--init checks nothing", "leave out the files, or --init");
        initRules(rules);
        process.stdout.write(`${rules}\n`);
        return;
      }
      const checked = await withProgress(flags.quiet === true, (progress) =>
        check({
          ...readOptions(inputs, flags, progress),
          rules,
          ...(baseline === undefined ? {} : { baseline }),
          ...(updateBaseline === undefined ? {} : { updateBaseline }),
        }),
      );
      const { renderCheck, checkSummary } = await import("../pipeline/render-check.ts");
      const output = { ...outputOf(flags), root: projectFolder() };
      await finish(await renderCheck(checked, output), checked.provenance, flags);
      if (isOnGithub()) {
        if (flags.format !== "github")
          process.stderr.write(await renderCheck(checked, { ...output, format: "github" }));
        await summarise(await checkSummary(checked, output.dataLanguage), output.dataLanguage);
      }
      if (!checked.passed) process.exitCode = 1;
    });
}
