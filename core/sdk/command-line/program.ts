/** The commands and their options, as `stint --help` shows them. */
import type { StintClient } from '@stint/client';
import { Command, InvalidArgumentError } from 'commander';
import { keepAccess, openClient } from './access.ts';
import { log, type Outcome, start, status, stop, today } from './commands.ts';
import { completionScript, isShell, type Shell } from './completion.ts';
import { listProjectNames } from './names.ts';

const collect = (value: string, before: string[] = []) => [...before, value];

export function makeProgram(): Command {
  const program = new Command('stint')
    .description("Stint's timer in a terminal.")
    .option('--json', 'print what the server answered, for other programs');

  async function run(work: (stint: StintClient) => Promise<Outcome>): Promise<void> {
    const { json, lines } = await work(await openClient());
    console.log(program.opts().json ? JSON.stringify(json) : lines.join('\n'));
  }
  const withSubject = (command: Command) =>
    command
      .option('-p, --project <name>', 'name or code of a project, or a part of it')
      .option('-t, --tag <name>', 'a tag; may be repeated', collect);

  withSubject(program.command('start'))
    .description('start the timer')
    .argument('[description...]', 'what you are about to do')
    .option('-s, --switch', 'stop the timer that runs')
    .action((words: string[], options) => run((stint) => start(stint, words.join(' '), options)));
  program
    .command('stop')
    .description('stop the timer')
    .action(() => run(stop));
  program
    .command('status')
    .description('show the timer')
    .action(() => run(status));
  program
    .command('today')
    .description('list what began today, with its sum')
    .action(() => run(today));
  withSubject(program.command('log'))
    .description('record time that has passed')
    .argument('<duration>', 'as 1h30m, 45m, 1:30 or 1.5h')
    .argument('[description...]', 'what it was')
    .option('-d, --date <day>', 'as 2025-01-27; ends now when left out')
    .action((duration: string, words: string[], options) =>
      run((stint) => log(stint, duration, words.join(' '), options)),
    );

  program
    .command('login')
    .description('write down where Stint is, and the token from standard input')
    .argument('<url>', 'as https://time.example.com')
    .action(async (url: string) => {
      const token = (await readInput()).trim();
      const name = await keepAccess({ url, token });
      console.log(`Signed in as ${name}.`);
    });
  program
    .command('completion')
    .description('print a script for the completion of bash, zsh or fish')
    .argument('<shell>', 'bash, zsh or fish', readShell)
    .action((shell: Shell) => console.log(completionScript(shell, program)));
  program.command('project-names', { hidden: true }).action(async () => {
    console.log((await listProjectNames(await openClient())).join('\n'));
  });
  return program;
}

function readShell(text: string): Shell {
  if (isShell(text)) return text;
  throw new InvalidArgumentError('It is bash, zsh or fish.');
}

/** From a pipe, so that the token stands in no history of commands. */
async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
