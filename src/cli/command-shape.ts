import type { Argument, Command, Option } from "commander";

/** What a word on the command line can be completed with: one of a few words, a file, or nothing that can be known. */
export type Completion = { readonly choices: readonly string[] } | "files" | "nothing";

export interface OptionShape {
  /** With dashes, the short one first: `-h`, `--help`. */
  readonly names: readonly string[];
  /** The option as the help writes it: `--scope <scope>`. */
  readonly usage: string;
  readonly description: string;
  /** `null` when the option takes no value. */
  readonly value: Completion | null;
  /** The name of its value in the help, without brackets. */
  readonly valueName: string;
}

export interface ArgumentShape {
  /** The argument as the help writes it: `[inputs...]`. */
  readonly usage: string;
  readonly name: string;
  readonly description: string;
  readonly repeats: boolean;
  readonly value: Completion;
}

/** A command as its help describes it, for what is made from the declarations: completions and the manual page. */
export interface CommandShape {
  /** The words that call it: `origo`, `rates`, `update`. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly options: readonly OptionShape[];
  readonly arguments: readonly ArgumentShape[];
  readonly subcommands: readonly CommandShape[];
}

/** The shape of a command and of those beneath it. What the help hides is left out. */
export function commandShape(command: Command, above: readonly string[] = []): CommandShape {
  const help = command.createHelp();
  const path = [...above, command.name()];
  return {
    path,
    summary: help.subcommandDescription(command),
    description: help.commandDescription(command),
    options: help.visibleOptions(command).map(optionShape),
    arguments: command.registeredArguments.map(argumentShape),
    subcommands: help
      .visibleCommands(command)
      .filter((one) => one.name() !== "help")
      .map((one) => commandShape(one, path)),
  };
}

/** A command and all beneath it, from the top. */
export function allShapes(shape: CommandShape): readonly CommandShape[] {
  return [shape, ...shape.subcommands.flatMap(allShapes)];
}

/** Whether any of its arguments is a file. */
export function takesFiles(shape: CommandShape): boolean {
  return shape.arguments.some(({ value }) => value === "files");
}

function optionShape(option: Option): OptionShape {
  const takesValue = option.required || option.optional;
  const valueName = /[<[](.+)[>\]]/.exec(option.flags)?.[1] ?? "";
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    usage: option.flags,
    description: option.description,
    value: takesValue ? completionOf(valueName, option.argChoices) : null,
    valueName,
  };
}

function argumentShape(argument: Argument): ArgumentShape {
  const name = argument.name();
  const usage = `${argument.required ? "<" : "["}${name}${argument.variadic ? "..." : ""}${argument.required ? ">" : "]"}`;
  const value = completionOf(name, argument.argChoices);
  return { usage, name, description: argument.description, repeats: argument.variadic, value };
}

/** The names of values in the help that stand for files. */
const FILES: ReadonlySet<string> = new Set(["file", "folder", "inputs", "text", "old", "new"]);

function completionOf(valueName: string, choices: readonly string[] | undefined): Completion {
  if (choices !== undefined) return { choices };
  return FILES.has(valueName) ? "files" : "nothing";
}
