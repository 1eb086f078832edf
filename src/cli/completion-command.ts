import { Argument, type Command } from "commander";

import type { CommandShape } from "./command-shape.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

const EXAMPLES = `
Examples:
  $ source <(origo completion bash)        for this shell; the script says how to keep it
  $ origo completion zsh > ~/.zfunc/_origo
  $ origo completion fish | source`;

export function addCompletionCommand(program: Command): void {
  program
    .command("completion")
    .summary("a completion script for bash, zsh or fish")
    .description("Prints a script that completes commands, options, their values and files in a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText("after", EXAMPLES)
    .action(async (shell: Shell) => {
      const { commandShape } = await import("./command-shape.ts");
      process.stdout.write(await SCRIPTS[shell](commandShape(program)));
    });
}

const SCRIPTS: Readonly<Record<Shell, (shape: CommandShape) => Promise<string>>> = {
  bash: async (shape) => (await import("./completion/bash.ts")).bashCompletion(shape),
  zsh: async (shape) => (await import("./completion/zsh.ts")).zshCompletion(shape),
  fish: async (shape) => (await import("./completion/fish.ts")).fishCompletion(shape),
};
