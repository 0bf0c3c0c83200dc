/** Installing by the API: looking, confirming, taking the place of a version that runs, going back. */
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { scopes } from '../../../core/auth/scopes.ts';
import { makeLogger } from '../../../core/infra/logger.ts';
import { PluginHost } from '../../../core/plugin-host/host.ts';
import type { KeyRing } from '../../../core/secrets/key-ring.ts';
import { fixturePlugins, startPluginHost } from '../../fixtures/plugin-app.ts';
import { type PackOptions, packPlugin } from '../../fixtures/plugin-archive.ts';

const all = [...scopes, 'read:clock_in', 'write:clock_in'];

async function start(t: Test) {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'stint-install-'));
  t.teardown(() => rm(DATA_DIR, { recursive: true, force: true }));
  const host = await startPluginHost(t, [join(fixturePlugins, 'base')], { env: { DATA_DIR } });
  const admin = await host.person({ role: 'admin', scopes: all });
  const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/gzip' };
  const upload = (payload: Buffer, query = '') =>
    host.inject({ method: 'POST', url: `/api/v1/plugins/install?${query}`, payload, headers });
  const install = (payload: Buffer) => upload(payload, `dry_run=false&sha256=${hashOf(payload)}`);
  const traces = async () =>
    (await host.db('audit_log').whereLike('action', 'plugin.%').orderBy('id')).map(
      ({ action, changes, actor_id }) => ({ action, actor_id, ...changes }),
    );
  return { host, admin, DATA_DIR, upload, install, traces };
}

const hashOf = (archive: Buffer) => createHash('sha256').update(archive).digest('hex');

/** A plugin that says which version of it answers, and keeps what it is told in a table. */
function clockIn(version: string, options: PackOptions = {}): Buffer {
  return packPlugin('clock_in', {
    version,
    code: `import { definePlugin } from '@stint/plugin';
      import { Type } from 'typebox';
      import { word } from './word.js';
      export default definePlugin({
        settings: { instance: Type.Object({ key: Type.Optional(Type.String()) }) },
        setup(ctx) {
          const word200 = Type.Object({ version: Type.String(), word: Type.String() });
          ctx.route({ method: 'GET', path: '/version', summary: 'Which', response: { 200: word200 },
            handler: () => ({ version: ${JSON.stringify(version)}, word }) });
          ctx.route({ method: 'POST', path: '/note', summary: 'Keep', response: { 200: Type.Object({}) },
            handler: async () => { await ctx.db.query('INSERT INTO notes DEFAULT VALUES'); return {}; } });
        },
      });`,
    ...options,
    stint: {
      migrations: './migrations',
      permissions: { network: ['api.example.com'] },
      contributes: { routes: ['GET /version', 'POST /note'] },
      ...options.stint,
    },
    files: {
      'word.js': `export const word = 'of ${version}';`,
      'migrations/001.sql': 'CREATE TABLE notes (id int GENERATED ALWAYS AS IDENTITY)',
      ...options.files,
    },
  });
}

t.test('a plugin that is installed', async (t) => {
  const { host, admin, DATA_DIR, upload, install, traces } = await start(t);
  const path = '/api/plugins/clock_in/version';
  const first = clockIn('1.0.0', { json: { scripts: { postinstall: 'touch /tmp/owned' } } });

  t.test('is looked at first: what it asks for, and what its code can do', async (t) => {
    const { status, body } = await upload(first);
    t.equal(status, 200);
    t.match(body, {
      dry_run: true,
      id: 'clock_in',
      version: '1.0.0',
      sha256: hashOf(first),
      files: 4,
      permissions: { network: ['api.example.com'] },
      added_permissions: ['network api.example.com'],
      rights: /with the rights of the server/,
      ignored_scripts: ['postinstall'],
      current_version: null,
    });
    t.equal((await admin.get('/plugins/clock_in')).status, 404, 'nothing is installed');
    t.same(await readdir(DATA_DIR), [], 'and nothing is on disk');
  });

  t.test('is confirmed by the hash of what was looked at', async (t) => {
    t.match((await upload(first, 'dry_run=false')).body, {
      status: 422,
      code: 'STINT_ERR_PLUGIN_UNCONFIRMED',
    });
    const other = hashOf(clockIn('1.0.1'));
    const { body } = await upload(first, `dry_run=false&sha256=${other}`);
    t.match(body, { status: 422, code: 'STINT_ERR_PLUGIN_HASH' });
    t.equal((await admin.get('/plugins/clock_in')).status, 404);
  });

  t.test('is for administrators with the scope for it', async (t) => {
    for (const [role, mine] of [
      ['member', all],
      ['manager', all],
      ['admin', all.filter((scope) => scope !== 'write:plugins')],
    ] as const) {
      const person = await host.person({ role, scopes: mine });
      const { status } = await host.inject({
        method: 'POST',
        url: '/api/v1/plugins/install',
        payload: first,
        headers: {
          authorization: `Bearer ${person.token}`,
          'content-type': 'application/octet-stream',
        },
      });
      t.equal(status, 403, role);
      t.equal((await person.post('/plugins/clock_in/rollback', {})).status, 403);
    }
  });

  t.test('runs at once, from a folder that nobody writes to', async (t) => {
    const { status, body } = await install(first);
    t.equal(status, 200, body.detail);
    t.match(body, { dry_run: false, plugin: { state: 'active', version: '1.0.0' } });
    t.same((await admin.get(path)).body, { version: '1.0.0', word: 'of 1.0.0' });
    const folder = join(DATA_DIR, 'plugins/clock_in/1.0.0');
    t.equal((await stat(join(folder, 'plugin.js'))).mode & 0o777, 0o444);
    t.same((await readdir(join(DATA_DIR, 'plugins'))).sort(), ['clock_in']);
    await t.rejects(stat('/tmp/owned'), 'no script was run');
    t.match(await traces(), [
      {
        action: 'plugin.installed',
        actor_id: admin.id,
        plugin: 'clock_in',
        version: '1.0.0',
        sha256: hashOf(first),
      },
    ]);
    t.equal((await admin.post('/api/plugins/clock_in/note', {})).status, 200);
  });

  t.test('gives its place to the next version, with its data and without a restart', async (t) => {
    const second = clockIn('1.1.0', {
      stint: { permissions: { network: ['api.example.com', '*.new.example'], secrets: true } },
      files: { 'migrations/002.sql': 'ALTER TABLE notes ADD COLUMN text text' },
    });
    t.match((await upload(second)).body, {
      current_version: '1.0.0',
      added_permissions: ['network *.new.example', 'secrets'],
    });
    const { body } = await install(second);
    t.match(body.plugin, { state: 'active', version: '1.1.0', last_error: null });
    t.same((await admin.get(path)).body, { version: '1.1.0', word: 'of 1.1.0' });
    t.equal((await host.db('plugin_clock_in.notes')).length, 1);
    const { data } = (await admin.get('/plugins/clock_in/versions')).body;
    t.match(data, [
      { version: '1.1.0', role: 'current', is_here: true, installed_by: admin.id },
      { version: '1.0.0', role: 'previous', is_here: true },
    ]);
  });

  t.test('goes on where the next version cannot start', async (t) => {
    for (const [what, options] of Object.entries({
      'set-up': { code: `export default { setup() { throw new Error('not today'); } };` },
      import: { code: `throw new Error('not today');` },
      migration: { files: { 'migrations/003.sql': `SELECT 'not today'::int` } },
      undeclared: {
        files: { 'migrations/003.sql': 'CREATE TABLE more ()' },
        code: `export default { setup(ctx) { ctx.on('timer.stopped', () => 'not today'); } };`,
      },
    })) {
      const { status, body } = await install(clockIn('1.2.0', options));
      t.equal(status, 422, what);
      t.match(body, { code: 'STINT_ERR_PLUGIN_NOT_SWAPPED', detail: /1\.1\.0 goes on: .+/ }, what);
      t.same((await admin.get(path)).body, { version: '1.1.0', word: 'of 1.1.0' }, what);
      t.match((await admin.get('/plugins/clock_in')).body, { state: 'active', version: '1.1.0' });
    }
    t.same(await readdir(join(DATA_DIR, 'plugins/clock_in')), ['1.0.0', '1.1.0']);
    // One of them had migrated, and this one has to take its tables as they are.
    await host.host.restart('clock_in');
    t.match((await admin.get('/plugins/clock_in')).body, { state: 'active', version: '1.1.0' });
  });

  t.test('goes back to the version before, and forth again', async (t) => {
    const back = await admin.post('/plugins/clock_in/rollback', {});
    t.match(back.body, { state: 'active', version: '1.0.0' });
    t.equal((await admin.get(path)).body.version, '1.0.0');
    // Also over a restart, on tables that the newer version changed.
    await host.host.restart('clock_in');
    t.match((await admin.get('/plugins/clock_in')).body, { state: 'active', last_error: null });
    const forth = await admin.post('/plugins/clock_in/rollback', { version: '1.1.0' });
    t.match(forth.body, { state: 'active', version: '1.1.0' });
    t.equal((await admin.get(path)).body.version, '1.1.0');
    t.match((await traces()).slice(-2), [
      { action: 'plugin.rolled_back', version: '1.0.0', before: '1.1.0' },
      { action: 'plugin.rolled_back', version: '1.1.0', before: '1.0.0' },
    ]);
    for (const version of ['1.1.0', '9.9.9']) {
      t.match((await admin.post('/plugins/clock_in/rollback', { version })).body, {
        status: 422,
        code: 'STINT_ERR_PLUGIN_VERSION_UNKNOWN',
      });
    }
  });

  t.test('never changes a version, and keeps two', async (t) => {
    const { body } = await install(clockIn('1.1.0', { files: { 'more.js': '' } }));
    t.match(body, { status: 409, code: 'STINT_ERR_PLUGIN_VERSION_TAKEN' });
    t.equal((await install(clockIn('1.3.0'))).body.code, 'STINT_ERR_PLUGIN_NOT_SWAPPED');
    const third = clockIn('1.3.0', {
      files: { 'migrations/002.sql': 'ALTER TABLE notes ADD COLUMN text text' },
    });
    t.equal((await install(third)).status, 200);
    t.same(await readdir(join(DATA_DIR, 'plugins/clock_in')), ['1.1.0', '1.3.0']);
  });

  t.test('waits for its settings in place of the version before', async (t) => {
    const code = `import { ConfigError, definePlugin } from '@stint/plugin';
      export default definePlugin({
        settings: { instance: { type: 'object', properties: { key: { type: 'string' } } } },
        async setup(ctx) {
          if (!(await ctx.settings.instance()).key) throw new ConfigError('It needs a key.');
        },
      });`;
    const stint = { contributes: {} };
    const files = { 'migrations/002.sql': 'ALTER TABLE notes ADD COLUMN text text' };
    const { body } = await install(clockIn('2.0.0', { code, stint, files }));
    t.match(body.plugin, { state: 'needs_config', version: '2.0.0', last_error: /needs a key/ });
    const saved = await admin.put('/plugins/clock_in/settings', { key: 'k' });
    t.equal(saved.status, 200);
    t.match((await admin.get('/plugins/clock_in')).body, { state: 'active', version: '2.0.0' });
  });
});

t.test('what was installed is there after a restart, held to its hash', async (t) => {
  const { host, admin, DATA_DIR, install } = await start(t);
  await install(clockIn('1.0.0'));
  const file = join(DATA_DIR, 'plugins/clock_in/1.0.0/word.js');
  const text = await readFile(file);

  async function startAgain() {
    const { db, clock } = host;
    const config = { ...host.app.config, DATA_DIR };
    const log = makeLogger({ LOG_LEVEL: 'silent' });
    // It decrypts nothing here.
    const keys = {} as KeyRing;
    const again = new PluginHost({ config, db, clock, log, keys }, { folder: '/nowhere' });
    again.attach(host.app);
    await again.start();
    await again.stop();
    return (await admin.get('/plugins/clock_in')).body;
  }

  t.match(await startAgain(), { state: 'active', version: '1.0.0' });
  await chmod(file, 0o644);
  await writeFile(file, 'export const word = "changed";');
  t.match(await startAgain(), { state: 'failed', last_error: /were changed after/ });
  await writeFile(file, text);
  t.match(await startAgain(), { state: 'active', last_error: null });
  await rm(join(DATA_DIR, 'plugins'), { recursive: true });
  t.match(await startAgain(), {
    state: 'failed',
    version: '1.0.0',
    last_error: /are not on the machine .+ install the same package there/,
  });
  t.match((await admin.get('/plugins/clock_in/versions')).body.data, [{ is_here: false }]);
  const mended = await install(clockIn('1.0.0'));
  t.equal(mended.status, 200, `the same package mends it ${mended.text}`);
  t.match(await startAgain(), { state: 'active' });
});

t.test('a package that could never run is refused, and nothing of it stays', async (t) => {
  const { DATA_DIR, upload, install, admin } = await start(t);
  const missing = /is-odd, left-pad/;
  const cases: [Buffer, number, string, RegExp][] = [
    [packPlugin('x1', { stint: { nonsense: 1 } }), 422, 'STINT_ERR_PLUGIN_MANIFEST', /nonsense/],
    [packPlugin('x1', { stint: { entry: './no.js' } }), 422, 'STINT_ERR_PLUGIN_MANIFEST', /no\.js/],
    [packPlugin('x1', { stint: { ui: './ui/no.js' } }), 422, 'STINT_ERR_PLUGIN_MANIFEST', /no\.js/],
    [packPlugin('x1', { version: '1' }), 422, 'STINT_ERR_PLUGIN_MANIFEST', /version/],
    [packPlugin('x1', { version: '../1' }), 422, 'STINT_ERR_PLUGIN_MANIFEST', /version/],
    [packPlugin('../x'), 422, 'STINT_ERR_PLUGIN_MANIFEST', /id/],
    [
      packPlugin('x1', { json: { engines: { stint: '^99.0.0' } } }),
      422,
      'STINT_ERR_PLUGIN_INCOMPATIBLE',
      /\^99/,
    ],
    [
      packPlugin('x1', {
        json: {
          dependencies: { 'is-odd': '1' },
          peerDependencies: { 'left-pad': '1', '@stint/plugin': '^1.0.0' },
        },
      }),
      422,
      'STINT_ERR_PLUGIN_NOT_BUNDLED',
      missing,
    ],
    [
      packPlugin('x1', { stint: { dependencies: { nobody: '*' } } }),
      422,
      'STINT_ERR_PLUGIN_DEPENDENCY',
      /nobody, which is not here/,
    ],
    [packPlugin('base', { version: '9.0.0' }), 409, 'STINT_ERR_PLUGIN_ID_TAKEN', /base/],
    [Buffer.from('PK'), 422, 'STINT_ERR_PLUGIN_ARCHIVE', /gzip/],
  ];
  for (const [archive, status, code, detail] of cases) {
    t.match((await upload(archive)).body, { status, code, detail }, code);
    t.match((await install(archive)).body, { status, code }, code);
  }
  t.same(await readdir(DATA_DIR), []);
  t.same(
    (await admin.get('/plugins')).body.data.map((one: { id: string }) => one.id),
    ['base'],
  );

  t.test('but one that has its dependencies inside is not', async (t) => {
    const bundled = packPlugin('x1', {
      json: { dependencies: { 'is-odd': '1' } },
      code: `import odd from 'is-odd'; export default { setup() { if (!odd) throw new Error(); } };`,
      files: {
        'node_modules/is-odd/package.json': '{"name":"is-odd","version":"1.0.0","main":"index.js"}',
        'node_modules/is-odd/index.js': 'module.exports = true;',
      },
    });
    t.match((await install(bundled)).body.plugin, { state: 'active' });
  });

  t.test('and one that another plugin could not go on with is', async (t) => {
    const dependent = packPlugin('x2', { stint: { dependencies: { x1: '^1.0.0' } } });
    t.match((await install(dependent)).body.plugin, { state: 'active' });
    t.match((await install(packPlugin('x1', { version: '2.0.0' }))).body, {
      code: 'STINT_ERR_PLUGIN_DEPENDENCY',
      detail: /x2 could not go on: It needs the plugin x1 in version \^1\.0\.0; 2\.0\.0 is here/,
    });
    t.match((await install(packPlugin('x1', { version: '1.5.0' }))).body.plugin, {
      state: 'active',
      version: '1.5.0',
    });
    t.match((await admin.get('/plugins/x2')).body, { state: 'active' });
  });
});
