import type { Command } from "commander";

import packageJson from "../../package.json" with { type: "json" };

const EXAMPLES = `
Example:
  $ origo man | man -l -`;

export function addManCommand(program: Command): void {
  program
    .command("man")
    .summary("the manual page")
    .description("Prints the manual page, as man(1) reads it.")
    .addHelpText("after", EXAMPLES)
    .action(async () => {
      const { commandShape } = await import("./command-shape.ts");
      const { manPage } = await import("./man-page.ts");
      process.stdout.write(manPage(commandShape(program), packageJson.version));
    });
}
