import { allShapes, takesFiles, type CommandShape, type OptionShape } from "../command-shape.ts";

/** A completion script for fish. */
export function fishCompletion(program: CommandShape): string {
  const name = program.path.join(" ");
  return `# Completion for fish. Once: ${name} completion fish | source
# For good: ${name} completion fish > ~/.config/fish/completions/${name}.fish
${allShapes(program)
  .flatMap((shape) => linesOf(shape, name))
  .join("\n")}
`;
}

function linesOf(shape: CommandShape, name: string): readonly string[] {
  const line = (...words: readonly string[]): string =>
    ["complete", "-c", name, "-n", quoted(condition(shape)), ...words].join(" ");
  const choices = shape.arguments.flatMap(({ value }) => (typeof value === "object" ? value.choices : []));
  return [
    ...(takesFiles(shape) ? [] : [line("-f")]),
    ...(choices.length === 0 ? [] : [line("-a", quoted(choices.join(" ")))]),
    ...shape.subcommands.map(({ path, summary }) => line("-f", "-a", path.at(-1) ?? "", "-d", quoted(summary))),
    ...shape.options.map((option) => line(...optionWords(option))),
  ];
}

/** That the words so far call this command, and none below it. */
function condition({ path, subcommands }: CommandShape): string {
  const above = path.slice(1).map((word) => `__fish_seen_subcommand_from ${word}`);
  if (above.length === 0) return "__fish_use_subcommand";
  const below = subcommands.map((one) => one.path.at(-1) ?? "");
  return [...above, ...(below.length === 0 ? [] : [`not __fish_seen_subcommand_from ${below.join(" ")}`])].join(
    "; and ",
  );
}

function optionWords({ names, description, value }: OptionShape): readonly string[] {
  return [
    ...names.flatMap((name) => (name.startsWith("--") ? ["-l", name.slice(2)] : ["-s", name.slice(1)])),
    ...(value === null ? [] : value === "files" ? ["-r", "-F"] : ["-x"]),
    ...(value !== null && typeof value === "object" ? ["-a", quoted(value.choices.join(" "))] : []),
    "-d",
    quoted(description),
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
