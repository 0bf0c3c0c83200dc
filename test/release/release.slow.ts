/** The archive of a release, installed as `docs/admin/deployment.md` says: in an empty folder, by npm alone. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { listCommitted } from '../../core/release/files.ts';
import { packRelease } from '../../core/release/pack.ts';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { startStint } from '../fixtures/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

t.test('a release installs without its tools and starts without building anything', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-released-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const committed = await listCommitted(root);
  const committedAt = new Date('2026-01-02T03:04:05Z');
  const pack = (name: string) =>
    packRelease({ root, committed, committedAt, into: join(folder, name) });
  const { file, sha256 } = await pack('one');
  const again = await pack('two');
  t.equal(again.sha256, sha256, 'the same files are the same bytes');

  const { code, stderr } = await runBlocks(await readCommands('docs/admin/deployment.md'), {
    cwd: dirname(file),
    env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
  });
  t.equal(code, 0, stderr);
  const stint = file.replace(/\.tar\.gz$/, '');
  const top = await readdir(stint);
  for (const one of ['CHANGELOG.md', 'LICENSE', 'README.md', 'docs', 'migrations', 'plugins'])
    t.ok(top.includes(one), one);
  t.notOk(top.includes('test'));
  const installed = await readdir(join(stint, 'node_modules'));
  t.notOk(installed.includes('tap'), 'tools of developers stay away');

  const builds = await readdir(join(stint, 'ui/dist'));
  t.equal(builds.length, 1);
  const DATA_DIR = join(folder, 'data');
  const running = await startStint(
    { DATA_DIR, LOG_LEVEL: 'info', SECRET_KEY: '' },
    undefined,
    join(stint, 'core/start.js'),
  );
  t.teardown(() => running.end('SIGKILL'));
  t.notMatch(running.output(), /building the web app/);
  t.same(await readdir(join(stint, 'ui/dist')), builds);
  t.notOk((await readdir(DATA_DIR)).includes('web-app'));

  const page = await fetch(running.url);
  t.equal(page.status, 200);
  const shipped = await readFile(join(stint, 'ui/dist', builds[0] as string, 'index.html'), 'utf8');
  const script = /src="(\/assets\/index-[^"]+)"/.exec(shipped)?.[1] as string;
  t.ok((await page.text()).includes(script), 'the page is the one that was shipped');
  t.equal((await fetch(running.url + script)).status, 200);
  t.equal((await fetch(`${running.url}/readyz`)).status, 200);
  t.equal(await running.end(), 0);
});
