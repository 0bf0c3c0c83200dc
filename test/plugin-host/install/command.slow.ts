/** `npm run plugins -- install`, beside real processes of Stint and without any. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { packageJson, packPlugin } from '../../fixtures/plugin-archive.ts';
import { call, startProcesses, until } from '../../fixtures/plugin-processes.ts';
import { runCommand } from '../../fixtures/process.ts';

const says = (text: string) => `export default { setup(ctx) {
  ctx.route({ method: 'GET', path: '/word', summary: 'It', access: 'public',
    response: { 200: { type: 'object', properties: { word: { type: 'string' } } } }, handler: () => ({ word: ${JSON.stringify(text)} }) });
} };`;
const stint = { contributes: { routes: ['GET /word'] } };

// Processes of Stint, each as a person starts it.
t.setTimeout(600_000);

async function makeFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-command-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

t.test('a plugin that is installed by the command', async (t) => {
  const processes = await startProcesses(t);
  const { db, connectionString: DATABASE_URL } = processes;
  const folder = await makeFolder(t);
  const DATA_DIR = join(folder, 'data');
  const admin = await processes.person('admin');
  const run = (...args: string[]) => runCommand(['plugins', ...args], { DATABASE_URL, DATA_DIR });
  async function pack(version: string, code: string): Promise<[path: string, hash: string]> {
    const archive = packPlugin('word', { version, code, stint });
    const path = join(folder, `word-${version}.tgz`);
    await writeFile(path, archive);
    return [path, createHash('sha256').update(archive).digest('hex')];
  }
  const [first, hash] = await pack('1.0.0', says('one'));

  t.test('is only shown as long as nobody confirms it', async (t) => {
    const { code, output } = await run('install', first);
    t.equal(code, 0, output);
    t.match(output, /^word, word 1\.0\.0$/m);
    t.match(output, /permissions {2}\{\}\n.*with the rights of the server/s);
    t.match(output, new RegExp(`Nothing is installed yet. To confirm it: --sha256 ${hash}`));
    t.same(await db('plugins'), []);
    const wrong = await run('install', first, '--sha256', '0'.repeat(64));
    t.equal(wrong.code, 1);
    t.match(wrong.output, /STINT_ERR_PLUGIN_HASH/);
    t.match(
      (await run('install', join(folder, 'none.tgz'))).output,
      /no file or folder.*none\.tgz/,
    );
    t.match((await run('remove')).output, /Use it as: list, .*install .*STINT_ERR_PLUGIN_COMMAND/);
  });

  t.test('starts with Stint where none runs', async (t) => {
    const { code, output } = await run('install', first, '--sha256', hash);
    t.equal(code, 0, output);
    t.match(output, /Version 1\.0\.0 of word is installed and starts with Stint\.$/m);
    t.match(await db('plugins').first(), { id: 'word', installed_version: '1.0.0' });
  });

  t.test('starts at once where Stint runs, in all of its processes', async (t) => {
    const [one, two] = await Promise.all([
      processes.spawn([], {}, { DATA_DIR }),
      processes.spawn([], {}, { DATA_DIR }),
    ]);
    const elsewhere = await processes.spawn([], {}, { DATA_DIR: join(folder, 'elsewhere') });
    const word = async (at = one) =>
      (await call(at, admin.token, ['GET', '/api/plugins/word/word'])).body?.word;
    t.equal(await word(one), 'one');

    t.test('but says where the files are missing', async (t) => {
      t.match((await db('plugins').first()).last_error, /are not on the machine .*elsewhere/);
      t.equal(await word(elsewhere), undefined);
      t.match(await db('plugin_issues').first(), { plugin_id: 'word', message: /elsewhere/ });
      await elsewhere.kill();
    });

    const [second] = await pack('1.1.0', says('two'));
    const { code, output } = await run('install', second, '--yes');
    t.equal(code, 0, output);
    t.match(output, /word 1\.1\.0 \(in place of 1\.0\.0\)/);
    t.match(output, /Version 1\.1\.0 of word is installed, and active$/m);
    for (const each of [one, two]) {
      await until('the new version answers', 10, async () => (await word(each)) === 'two');
    }

    t.test('or not at all where it cannot: the one before goes on', async (t) => {
      const [third] = await pack('1.2.0', `export default { setup() { throw new Error('no'); } };`);
      const { code, output } = await run('install', third, '--yes');
      t.equal(code, 1, output);
      t.match(output, /Version 1\.2\.0 could not start, so 1\.1\.0 goes on: no/);
      t.equal(await word(one), 'two');
      t.equal(await word(two), 'two');
      t.match(await db('plugins').first(), { installed_version: '1.1.0', wanted_version: null });
      t.same(await readdir(join(DATA_DIR, 'plugins/word')), ['1.0.0', '1.1.0']);
      const { body } = await call(one, admin.token, ['GET', '/plugins/word']);
      t.match(body.issues, [{ key: 'stint:install', message: /1\.2\.0 could not start/ }]);
    });

    t.test('also from a folder', async (t) => {
      const source = join(folder, 'source');
      await mkdir(join(source, '.git'), { recursive: true });
      await writeFile(
        join(source, 'package.json'),
        JSON.stringify(packageJson('word', { version: '1.3.0', stint })),
      );
      await writeFile(join(source, 'plugin.js'), says('three'));
      const { code, output } = await run('install', source, '--yes');
      t.equal(code, 0, output);
      for (const each of [one, two]) {
        await until('the new version answers', 10, async () => (await word(each)) === 'three');
      }
      t.match((await call(one, admin.token, ['GET', '/plugins/word'])).body, {
        state: 'active',
        version: '1.3.0',
        issues: [],
      });
    });

    t.test('and is switched off and on by a command, wherever it runs', async (t) => {
      t.match(await run('list'), { code: 0, output: /^word 1\.3\.0 {2}active$/m });
      t.match(await run('disable', 'word'), { code: 0, output: /^word is disabled\.$/m });
      for (const each of [one, two]) {
        await until('it is off', 10, async () => (await word(each)) === undefined);
      }
      t.match(await run('list'), { code: 0, output: /^word 1\.3\.0 {2}disabled$/m });
      t.match(await run('enable', 'word'), { code: 0, output: /^word is enabled\.$/m });
      for (const each of [one, two]) {
        await until('it is on', 10, async () => (await word(each)) === 'three');
      }
      t.match(await run('disable', 'nobody'), { code: 1, output: /STINT_ERR_NOT_FOUND/ });
      const actions = await db('audit_log')
        .where({ actor_via: 'command:plugins' })
        .whereLike('action', '%abled')
        .orderBy('id')
        .pluck('action');
      t.same(actions, ['plugin.disabled', 'plugin.enabled']);
    });

    t.test('and not where only another machine runs Stint', async (t) => {
      const [last] = await pack('1.4.0', says('four'));
      const other = { DATABASE_URL, DATA_DIR: join(folder, 'other') };
      const { code, output } = await runCommand(['plugins', 'install', last, '--yes'], other);
      t.equal(code, 1);
      t.match(output, /No process of Stint took it/);
      t.equal(await word(one), 'three');
    });
  });
});
