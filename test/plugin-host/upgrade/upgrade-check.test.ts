/** Which plugins an upgrade of Stint would stop: by the API, and by the command with a release. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { contractVersion } from '../../../core/plugin-host/manifest-check.ts';
import { createTestDatabase } from '../../fixtures/database.ts';
import { startPluginHost } from '../../fixtures/plugin-app.ts';
import { packageJson, packEntries } from '../../fixtures/plugin-archive.ts';
import { runCommand } from '../../fixtures/process.ts';

const engines = (stint: string) => ({ engines: { stint } });
const plugins = {
  both: { json: engines('^1.0.0 || ^2.0.0') },
  old: { json: engines('^1.0.0') },
  leans: { json: engines('>=1.0.0'), stint: { dependencies: { old: '*' } } },
  early: { json: engines('^2.0.0') },
  alone: { json: engines('>=1.0.0'), stint: { dependencies: { nobody: '*' } } },
};

async function writePlugins(t: Test): Promise<string[]> {
  const parent = await mkdtemp(join(tmpdir(), 'stint-upgrade-'));
  t.teardown(() => rm(parent, { recursive: true, force: true }));
  return Promise.all(
    Object.entries(plugins).map(async ([id, options]) => {
      const folder = join(parent, id);
      await mkdir(folder);
      await writeFile(join(folder, 'package.json'), JSON.stringify(packageJson(id, options)));
      await writeFile(join(folder, 'plugin.js'), 'export default { setup() {} };');
      return folder;
    }),
  );
}

t.test('an administrator learns which plugins would stop, and why', async (t) => {
  const host = await startPluginHost(t, await writePlugins(t));
  const admin = await host.person({ role: 'admin' });
  const { status, body } = await admin.get('/plugins/upgrade-check?contract=2.0.0');
  t.equal(status, 200);
  t.match(body, { contract: { current: contractVersion, target: '2.0.0' }, stops: 2 });
  t.match(body.data, [
    { id: 'alone', verdict: 'cannot_run', reason: /nobody, which is not here/ },
    { id: 'both', verdict: 'runs', reason: null },
    { id: 'early', verdict: 'could_run', needs_contract: '^2.0.0' },
    { id: 'leans', verdict: 'stops', reason: /needs the plugin old, which cannot start/ },
    { id: 'old', verdict: 'stops', reason: /needs version \^1\.0\.0 of the plugin contract/ },
  ]);
  const same = (await admin.get(`/plugins/upgrade-check?contract=${contractVersion}`)).body;
  t.match(same, { stops: 0 });
  t.match(
    (await admin.get('/plugins/old')).body,
    { state: 'active' },
    'looking ahead changes nothing',
  );
  t.match((await admin.get('/plugins/upgrade-check?contract=two')).body, {
    status: 422,
    code: 'STINT_ERR_UPGRADE_CHECK',
  });
  t.equal((await (await host.person()).get('/plugins/upgrade-check?contract=2.0.0')).status, 403);
});

t.test('the command asks a release of Stint, and ends with 1 where a plugin stops', async (t) => {
  const { connectionString: DATABASE_URL, drop } = await createTestDatabase();
  t.teardown(drop);
  const folders = await writePlugins(t);
  const DATA_DIR = join(folders[0] as string, '../data');
  const env = { DATABASE_URL, DATA_DIR, PLUGINS: folders.join() };
  async function release(name: string, contract: string): Promise<string> {
    const file = join(folders[0] as string, '..', `${name}.tgz`);
    const json = (path: string, content: object) => ({ path, content: JSON.stringify(content) });
    await writeFile(
      file,
      packEntries([
        json('stint/package.json', { name, version: '9.0.0' }),
        json('stint/core/sdk/plugin/package.json', { version: contract }),
        json('stint/plugins/tidy/package.json', packageJson('tidy', { json: engines('^2.0.0') })),
      ]),
    );
    return file;
  }
  const run = (...args: string[]) => runCommand(['upgrade', ...args], env);

  const { code, output } = await run('--check', '--product', await release('stint', '2.1.0'));
  t.equal(code, 1);
  t.match(output, /^Stint 9\.0\.0 has version 2\.1\.0 of the plugin contract; this is 1\./);
  t.match(output, /^ {2}old 1\.0\.0 \(needs \^1\.0\.0\) STOPS: It needs version/m);
  t.match(output, /^ {2}tidy 1\.0\.0 \(needs \^2\.0\.0\) could run then/m);
  t.match(output, /Plugins that stop: 2\. Their data and settings stay/);

  const fine = await run('--check', '--contract', contractVersion);
  t.equal(fine.code, 0, fine.output);
  t.match(fine.output, /No plugin stops\.$/m);

  for (const args of [
    [],
    ['--check'],
    ['--contract', '2.0.0'],
    ['--check', '--contract', 'two'],
    ['--check', '--product', '/nowhere.tgz'],
    ['--check', '--product', await release('other', '2.0.0')],
  ]) {
    const { code, output } = await run(...args);
    t.equal(code, 1);
    t.match(output, /STINT_ERR_UPGRADE_CHECK/, args.join(' '));
    t.equal(output.trim().split('\n').length, 1, output);
  }
});
