import { Chalk } from "chalk";

/** How emphasis is shown: with colour on a terminal that has it, not at all elsewhere. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly rise: (text: string) => string;
  readonly fall: (text: string) => string;
}

export function createStyle(colour: boolean): Style {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  // Of one argument each: chalk itself writes all that it is given, the index of a map too.
  return {
    heading: (text) => chalk.cyan.bold(text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    rise: (text) => chalk.green(text),
    fall: (text) => chalk.red(text),
  };
}
