import { allShapes, type CommandShape, type OptionShape } from "./command-shape.ts";

/** An option that this many commands have in the same words is described once, for all of them. */
const COMMON = 5;

/** The manual page, in the macros of man(7). */
export function manPage(program: CommandShape, version: string): string {
  const name = program.path.join(" ");
  const commands = allShapes(program).slice(1);
  const common = commonOptions(commands);
  const isCommon = new Set(common.map(keyOf));
  return [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" "User Commands"`,
    ".SH NAME",
    `${name} \\- the yearly growth report from certificates of origin`,
    ".SH SYNOPSIS",
    `.B ${name}`,
    ".I COMMAND",
    "[options] [arguments]",
    ".SH DESCRIPTION",
    escaped(program.description),
    ".SH COMMANDS",
    ...commands.flatMap((command) => commandLines(command, isCommon)),
    ".SH COMMON OPTIONS",
    "Most commands have these; the help of a command lists all of its own.",
    ...common.flatMap(optionLines),
    ...OTHER_SECTIONS,
    "",
  ].join("\n");
}

function commandLines(command: CommandShape, isCommon: ReadonlySet<string>): readonly string[] {
  const [, ...words] = command.path;
  return [
    `.SS ${escaped([...words, ...command.arguments.map(({ usage }) => usage)].join(" "))}`,
    escaped(command.description),
    ...command.arguments
      .filter(({ value }) => typeof value === "object")
      .flatMap(({ usage, value }) => [".TP", `.I ${escaped(usage)}`, escaped(choicesText(value))]),
    ...command.options.filter((option) => !isCommon.has(keyOf(option))).flatMap(optionLines),
  ];
}

function optionLines({ usage, description, value }: OptionShape): readonly string[] {
  const choices = choicesText(value);
  return [".TP", `.B ${escaped(usage)}`, escaped(choices === "" ? description : `${description}: ${choices}`)];
}

function choicesText(value: OptionShape["value"]): string {
  return value !== null && typeof value === "object" ? value.choices.join(", ") : "";
}

function commonOptions(commands: readonly CommandShape[]): readonly OptionShape[] {
  const options = commands.flatMap((command) => command.options);
  const first = new Map<string, OptionShape>();
  for (const option of options) if (!first.has(keyOf(option))) first.set(keyOf(option), option);
  return [...first]
    .filter(([key]) => options.filter((option) => keyOf(option) === key).length >= COMMON)
    .map(([, option]) => option);
}

function keyOf({ usage, description, value }: OptionShape): string {
  return `${usage}\n${description}\n${choicesText(value)}`;
}

/** A text as roff prints it: every hyphen one that can be copied, no line that could be read as a request. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll(/^(?=['.])/gm, "\\&");
}

const OTHER_SECTIONS = [
  ".SH EXIT STATUS",
  ...[
    ["0", "fine"],
    ["1", "the data or a check failed"],
    ["2", "usage or configuration"],
    ["3", "a bug in origo"],
    ["130", "interrupted"],
  ].flatMap(([code, meaning]) => [".TP", `.B ${code ?? ""}`, meaning ?? ""]),
  ".SH ENVIRONMENT",
  ...[
    ["NO_COLOR", "no colour, whatever its value"],
    ["FORCE_COLOR", "colour, also where there is no terminal"],
    ["LC_ALL, LC_MESSAGES, LANG", "the language of what people read, unless it is chosen by an option"],
    ["XDG_DATA_HOME", "where updated exchange rates are kept"],
  ].flatMap(([variable, meaning]) => [".TP", `.B ${variable ?? ""}`, meaning ?? ""]),
  ".SH FILES",
  ".TP",
  ".I ./origo.duckdb",
  "the store, where no other is named",
];
