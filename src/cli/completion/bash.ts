import { allShapes, takesFiles, type CommandShape, type OptionShape } from "../command-shape.ts";

/**
 * A completion script for bash. Files are left to readline (`-o default`), which knows how to quote them; where a word can
 * only be of one's own making, such as a date, they are not offered.
 */
export function bashCompletion(program: CommandShape): string {
  const commands = allShapes(program);
  const name = program.path.join(" ");
  return `# Completion for bash. Once: source <(${name} completion bash)
# For good: ${name} completion bash > ~/.local/share/bash-completion/completions/${name}
_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} called=${name} i
  # Bash breaks --scope=all into three words.
  if [[ $word == "=" ]]; then
    word=""
  elif [[ $before == "=" ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$called \${COMP_WORDS[i]}" in
      ${alternatives(commands.slice(1).map(({ path }) => path.join(" ")))}) called="$called \${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$called $before" in
${commands.flatMap((command) => command.options.flatMap((option) => valueCase(command, option))).join("\n")}
  esac
  case "$called" in
${commands.map(commandCase).join("\n")}
  esac
}
complete -o default -F _${name} ${name}
`;
}

/** What can follow an option. */
function valueCase({ path }: CommandShape, { names, value }: OptionShape): readonly string[] {
  if (value === null) return [];
  const pattern = alternatives(names.map((name) => [...path, name].join(" ")));
  if (value === "files") return [`    ${pattern}) return ;;`];
  if (value === "nothing") return [`    ${pattern}) compopt +o default; return ;;`];
  return [`    ${pattern}) compopt +o default; ${reply(value.choices)}; return ;;`];
}

/** What a word can be that is no option's value: an option, a command below, a choice, or a file. */
function commandCase(shape: CommandShape): string {
  const options = shape.options.flatMap(({ names }) => names);
  const words = [
    ...shape.subcommands.map(({ path }) => path.at(-1) ?? ""),
    ...shape.arguments.flatMap(({ value }) => (typeof value === "object" ? value.choices : [])),
  ];
  const others = [...(takesFiles(shape) ? [] : ["compopt +o default"]), ...(words.length === 0 ? [] : [reply(words)])];
  return `    "${shape.path.join(" ")}")
      if [[ $word == -* ]]; then compopt +o default; ${reply(options)}; else ${others.join("; ") || ":"}; fi ;;`;
}

function reply(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word"))`;
}

function alternatives(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(" | ");
}
