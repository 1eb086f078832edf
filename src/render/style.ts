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
  return { heading: chalk.cyan.bold, strong: chalk.bold, faint: chalk.dim, rise: chalk.green, fall: chalk.red };
}
