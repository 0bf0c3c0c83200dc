/**
 * No container engine is needed to see that the image would work: its files are copied, its steps run in a plain
 * folder, and its command starts in a tree that may only be read, by somebody who owns none of it.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import t, { type Test } from 'tap';
import { until } from '../fixtures/until.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const image = DockerfileParser.parse(
  readFileSync(join(root, 'deploy/container/Dockerfile'), 'utf8'),
);
const [build, final] = image.getInstructions().reduce<string[][][]>((stages, instruction) => {
  const word = instruction.getKeyword();
  const text = instruction.getArgumentsContent() ?? '';
  if (word === 'FROM') stages.push([]);
  stages.at(-1)?.push([word, text]);
  return stages;
}, []);
const textsOf = (stage: string[][] | undefined, word: string) =>
  (stage ?? []).filter(([one]) => one === word).map(([, text]) => text as string);
/** The last part of `CMD` and `HEALTHCHECK`: a JSON list. */
const commandOf = (word: string): string[] =>
  JSON.parse(/\[.*\]$/s.exec(textsOf(final, word)[0] ?? '')?.[0] ?? '[]');

/** What would be in the image's `/stint`, from what is committed or about to be. */
async function runSteps(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-image-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const ignored = readFileSync(join(root, 'deploy/container/Dockerfile.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => /^[\w./]+$/.test(line));
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  const home = join(folder, 'stint');
  for (const file of files) {
    if (ignored.some((name) => file === name || file.startsWith(`${name}/`))) continue;
    cpSync(join(root, file), join(home, file), { recursive: true });
  }
  for (const step of textsOf(build, 'RUN'))
    execFileSync('sh', ['-c', step], { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  execFileSync('chmod', ['-R', 'a-w,a+rX', home]);
  t.teardown(() => execFileSync('chmod', ['-R', 'u+w', home]));
  return home;
}

t.test('the image', async (t) => {
  t.same(textsOf(final, 'USER'), ['node'], 'does not run as root');
  const home = await runSteps(t);
  const data = join(home, '..', 'data');
  await mkdir(data, { mode: 0o700 });
  // Root may write anywhere: somebody else finds out what may only be read.
  const isRoot = process.getuid?.() === 0;
  const who = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  if (isRoot) await chown(data, 65_534, 65_534);
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DATA_DIR: data,
  };
  const running: ChildProcess[] = [];
  t.teardown(() => {
    for (const child of running) child.kill('SIGKILL');
  });
  const start = (args: string[], own: object) => {
    // By this Node, as that of the image; through `env`, so that it gets nothing else from this process.
    const variables = Object.entries({ ...env, ...own }).map(([name, value]) => `${name}=${value}`);
    const child = spawn('env', ['-i', ...variables, process.execPath, ...args], {
      cwd: home,
      ...who,
    });
    running.push(child);
    const printed = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (printed.text += text));
    return { child, printed };
  };
  const command = commandOf('CMD');
  t.match(command, ['node', /^--/, /^--/, 'core/start.js', 'web']);
  // With the database inside, which nobody else may use: web and worker are alike in what they read and write.
  const whole = command.slice(1, -1);

  await t.test('serves the web app that was built in it', async (t) => {
    const { child, printed } = start(whole, { PORT: '0' });
    await until(async () => {
      if (child.exitCode !== null) throw new Error(printed.text);
      return /is ready/.test(printed.text);
    }, 60_000);
    const url = /is ready: (\S+)/.exec(printed.text)?.[1] as string;
    t.equal((await fetch(`${url}/readyz`)).status, 200);
    t.match(await (await fetch(url)).text(), /<script type="module"/);
    t.notMatch(printed.text, /building the web app/);
    const port = new URL(url).port;
    const [, ...check] = commandOf('HEALTHCHECK');
    const healthy = start(check, { HEALTH_PORT: port }).child;
    t.same(await once(healthy, 'exit'), [0, null], 'its health check says so');
    child.kill('SIGTERM');
    t.same(await once(child, 'exit'), [0, null]);
    const ill = start(check, { HEALTH_PORT: port }).child;
    t.same(await once(ill, 'exit'), [1, null], 'and says when it does not');
  });
});
