/** Scripts with which shells complete the commands, their options, and the names of projects. */
import type { Command } from 'commander';

const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export function isShell(text: string): text is Shell {
  return (shells as readonly string[]).includes(text);
}

interface Words {
  name: string;
  options: string[];
}

export function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.filter((command) => !isHidden(command)).map(wordsOf(program));
  return shell === 'fish'
    ? forFish(commands)
    : shell === 'zsh'
      ? forZsh(commands)
      : forBash(commands);
}

const isHidden = (command: Command) =>
  (command as Command & { _hidden?: boolean })._hidden === true;

function wordsOf(program: Command) {
  return (command: Command): Words => ({
    name: command.name(),
    options: [...command.options, ...program.options].flatMap(({ long, short }) =>
      [long, short].filter((one) => one != null),
    ),
  });
}

function forBash(commands: Words[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) words="${options.join(' ')}" ;;`);
  return `_stint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words
  local IFS=$' \\t\\n'
  COMPREPLY=()
  if [ "$previous" = -p ] || [ "$previous" = --project ]; then
    local IFS=$'\\n'
    COMPREPLY=($(compgen -W "$(stint project-names 2>/dev/null)" -- "$current" | sed 's/ /\\\\ /g'))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _stint stint
`;
}

function forZsh(commands: Words[]): string {
  return `autoload -Uz bashcompinit && bashcompinit
${forBash(commands)}`;
}

function forFish(commands: Words[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const options = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.startsWith('--'))
      .map((option) => {
        const more =
          option === '--project' ? ` -s p -x -a '(stint project-names 2>/dev/null)'` : '';
        return `complete -c stint -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}${more}`;
      }),
  );
  return `complete -c stint -f
complete -c stint -n __fish_use_subcommand -a '${names}'
${options.join('\n')}
`;
}
