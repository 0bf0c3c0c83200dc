import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { readDuration, showDuration } from '../../core/sdk/command-line/durations.ts';
import { startHost } from '../fixtures/app.ts';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';

const program = fileURLToPath(new URL('../../core/sdk/command-line/index.ts', import.meta.url));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

function runProgram(
  command: string,
  args: string[],
  { env, input = '' }: { env: Record<string, string | undefined>; input?: string },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out.trim(), err: err.trim() }));
    child.stdin.end(input);
  });
}

t.test('the command-line client', async (t) => {
  const host = await startHost(t, { now: '2025-01-27T22:30:00Z' });
  const url = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const admin = await host.person({ role: 'admin' });
  const person = await host.person({ name: 'Ada', time_zone: 'Europe/Berlin' });
  await admin.post('/projects', { name: 'Web site', code: 'WEB' });
  await admin.post('/projects', { name: 'Web shop' });
  await admin.post('/tags', { name: 'deep' });
  const home = await mkdtemp(join(tmpdir(), 'stint-cli-'));
  t.teardown(() => rm(home, { recursive: true, force: true }));
  const bare = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: join(home, 'config') };
  const env = { ...bare, STINT_URL: url, STINT_TOKEN: person.token };
  const stint = (...args: string[]) => runProgram(process.execPath, [program, ...args], { env });

  await t.test('starts, shows and stops the timer', async (t) => {
    t.match(await stint('status'), { code: 0, out: 'No timer runs.' });
    t.match(await stint('start', 'Write', 'docs', '-p', 'web', '-t', 'deep'), {
      code: 0,
      out: 'Started Write docs (Web site).',
    });
    host.clock.advance({ minutes: 20 });
    t.match(await stint('status'), { out: '0:20  Write docs (Web site)' });
    const refused = await stint('start', 'More');
    t.match(refused, { code: 1, err: /STINT_ERR_TIMER_RUNNING/ });
    t.match(await stint('start', 'More', '--switch'), { code: 0, out: 'Started More.' });
    host.clock.advance({ minutes: 5 });
    t.match(await stint('stop'), { code: 0, out: 'Stopped More after 0:05.' });
    const { body } = await person.get('/time-entries');
    t.match(body.data, [{ description: 'More' }, { description: 'Write docs', tag_ids: [1] }]);
  });

  await t.test('lists today in the person’s zone, with its sum', async (t) => {
    const { out } = await stint('today');
    t.equal(
      out,
      [
        '23:30–23:50   0:20  Write docs (Web site)',
        '23:50–23:55   0:05  More',
        '               0:25  in all',
      ]
        .join('\n')
        .replace('               0:25', `${' '.repeat(11)}   0:25`),
    );
    const { out: json } = await stint('today', '--json');
    t.match(JSON.parse(json), { day: '2025-01-27', total_seconds: 1500, entries: { length: 2 } });
  });

  await t.test('records time that has passed', async (t) => {
    const one = await stint('log', '1h30m', 'Workshop', '--date', '2025-01-24', '--project', 'WEB');
    t.match(one, { code: 0, out: 'Logged 1:30 on 2025-01-24: Workshop (Web site).' });
    const { out } = await stint('--json', 'log', '45', 'Mail');
    t.match(JSON.parse(out), { duration_seconds: 2700, description: 'Mail' });
    t.match(await stint('log', 'soon', 'X'), { code: 1, err: /"soon" is no duration/ });
    t.match(await stint('log', '1h', '-p', 'Web s'), { code: 1, err: /more than one project/ });
    t.match(await stint('log', '1h', '-p', 'None'), { code: 1, err: /no project "None"/ });
  });

  await t.test('signs in once, and keeps the token from others', async (t) => {
    const nobody = await runProgram(process.execPath, [program, 'status'], { env: bare });
    t.match(nobody, { code: 1, err: /stint login/ });
    const wrong = { env: bare, input: 'stint_wrong\n' };
    t.equal((await runProgram(process.execPath, [program, 'login', url], wrong)).code, 1);
    const right = { env: bare, input: `${person.token}\n` };
    t.match(await runProgram(process.execPath, [program, 'login', url], right), {
      code: 0,
      out: 'Signed in as Ada.',
    });
    const { mode } = await stat(join(home, 'config', 'stint', 'access.json'));
    t.equal(mode & 0o777, 0o600);
    t.equal((await runProgram(process.execPath, [program, 'status'], { env: bare })).code, 0);
  });

  await t.test('completes commands, options and projects in bash', async (t) => {
    const bin = join(home, 'bin');
    await mkdir(bin);
    await writeFile(
      join(bin, 'stint'),
      `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    );
    await chmod(join(bin, 'stint'), 0o755);
    const shell = { env: { ...env, PATH: `${bin}:${process.env.PATH}` } };
    const complete = async (...words: string[]) => {
      const script = `source <(stint completion bash)
        COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
        _stint; printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { out } = await runProgram('bash', ['-c', script], shell);
      return out.split('\n');
    };
    t.same(await complete('stint', 'st'), ['start', 'stop', 'status']);
    t.same(await complete('stint', 'start', '--s'), ['--switch']);
    t.same(await complete('stint', 'log', '1h', '-p', 'Web si'), ['Web\\ site']);
    t.match(await stint('completion', 'fish'), { code: 0, out: /complete -c stint/ });
    t.match(await stint('completion', 'zsh'), { code: 0, out: /bashcompinit/ });
    t.match(await stint('completion', 'tcsh'), { code: 1, err: /bash, zsh or fish/ });
  });
});

t.test('every command of its page works as it stands', async (t) => {
  const host = await startHost(t);
  const base = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const admin = await host.person({ role: 'admin' });
  await admin.post('/projects', { name: 'Web site', code: 'WEB' });
  await admin.post('/tags', { name: 'deep' });
  const home = await mkdtemp(join(tmpdir(), 'stint-cli-'));
  t.teardown(() => rm(home, { recursive: true, force: true }));
  await writeFile(join(home, 'stint'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  await chmod(join(home, 'stint'), 0o755);
  const env = {
    PATH: `${home}:${process.env.PATH}`,
    XDG_CONFIG_HOME: join(home, 'config'),
    BASE: base,
    TOKEN: admin.token,
  };
  const blocks = await readCommands('docs/api/command-line.md');
  t.ok(blocks.length >= 3);
  const { code, stderr } = await runBlocks(blocks, { cwd: home, env });
  t.equal(code, 0, stderr);
  t.equal((await admin.get('/time-entries')).body.data.length, 3);
});

t.test('durations are read as people write them', async (t) => {
  const cases: Record<string, number> = {
    '1h30m': 5400,
    '1h30': 5400,
    '2h': 7200,
    '45m': 2700,
    '45': 2700,
    '1:30': 5400,
    '1.5h': 5400,
    '1,25': 4500,
  };
  for (const [text, seconds] of Object.entries(cases)) t.equal(readDuration(text), seconds, text);
  for (const text of ['', '0', 'h', '1:60', '-5', '1d']) t.throws(() => readDuration(text), text);
  t.equal(showDuration(5459), '1:30');
});
