import type { ArgumentShape, CommandShape, Completion, OptionShape } from "../command-shape.ts";

/** A completion script for zsh: to be sourced, or to stand as `_origo` in a folder of `$fpath`. */
export function zshCompletion(program: CommandShape): string {
  const name = program.path.join(" ");
  return `#compdef ${name}
# Completion for zsh. Once: source <(${name} completion zsh)
# For good: ${name} completion zsh > a folder of $fpath, as the file _${name}
${functionOf(program)}
if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

/** The function of a command, after those of the commands below it. */
function functionOf(shape: CommandShape): string {
  const name = functionName(shape);
  const specs = [
    ...shape.options.map(optionSpec),
    ...(shape.subcommands.length === 0 ? shape.arguments.map(argumentSpec) : ["'1: :->command'", "'*:: :->argument'"]),
  ].map((spec) => `    ${spec}`);
  const below = shape.subcommands.length === 0 ? "" : dispatch(shape);
  return `${shape.subcommands.map(functionOf).join("")}${name}() {
  local curcontext=$curcontext context state state_descr line
  typeset -A opt_args
  _arguments -C ${[...specs].join(" \\\n").trimStart()}${below === "" ? "" : ` && return`}
${below}}
`;
}

function dispatch(shape: CommandShape): string {
  const described = shape.subcommands.map(
    ({ path, summary }) => `      ${quoted(`${path.at(-1) ?? ""}:${summary.replaceAll(":", "\\:")}`)}`,
  );
  const cases = shape.subcommands.map((one) => `        ${one.path.at(-1) ?? ""}) ${functionName(one)} ;;`);
  return `  case $state in
    command)
      local -a commands=(
  ${described.join("\n  ")}
      )
      _describe command commands ;;
    argument)
      curcontext="\${curcontext%:*}-$words[1]:"
      case $words[1] in
${cases.join("\n")}
      esac ;;
  esac
`;
}

function functionName({ path }: CommandShape): string {
  return `_${path.join("_")}`;
}

function optionSpec({ names, description, value, valueName }: OptionShape): string {
  const explained = `[${description.replaceAll(/[\\[\]]/g, "\\$&")}]`;
  const exclusive = names.length > 1 ? `(${names.join(" ")})` : "";
  const rest = value === null ? explained : `=${explained}:${colonless(valueName)}:${action(value)}`;
  return names.length > 1
    ? `${quoted(exclusive)}{${names.join(",")}}${quoted(rest)}`
    : quoted(`${names.join("")}${rest}`);
}

function argumentSpec({ name, repeats, value }: ArgumentShape, index: number): string {
  return quoted(`${repeats ? "*" : String(index + 1)}:${colonless(name)}:${action(value)}`);
}

function action(value: Completion): string {
  if (value === "files") return "_files";
  return value === "nothing" ? " " : `(${value.choices.join(" ")})`;
}

function colonless(text: string): string {
  return text.replaceAll(":", " ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
