/** The commands of the administrator's page on plugins, against a real server. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { packPlugin } from '../fixtures/plugin-archive.ts';

const bundled = fileURLToPath(new URL('../../plugins/idle-timers', import.meta.url));

const guarded = {
  stint: { contributes: { guards: ['timer.beforeStart'] } },
  code: `export default { setup(ctx) { ctx.guard('timer.beforeStart', () => undefined); } };`,
};

t.test('every command of docs/admin/plugins.md works as it stands', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-docs-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const env = { DATA_DIR: join(folder, 'data') };
  const host = await startPluginHost(t, [bundled], { now: new Date().toISOString(), env });
  const admin = await host.person({ role: 'admin' });
  const base = await host.app.listen({ port: 0 });
  // A version is there already: the page goes on with the next one.
  const install = async (
    version: string,
    payload = packPlugin('clock_in', { ...guarded, version }),
  ) => {
    const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/gzip' };
    const url = '/api/v1/plugins/install';
    const { body } = await host.inject({ method: 'POST', url, payload, headers });
    const query = `dry_run=false&sha256=${body.sha256}`;
    return host.inject({ method: 'POST', url: `${url}?${query}`, payload, headers });
  };
  t.equal((await install('1.0.0')).status, 200);
  await writeFile(
    join(folder, 'plugin.tgz'),
    packPlugin('clock_in', { ...guarded, version: '1.1.0' }),
  );

  const { code, stderr, outputs } = await runBlocks(await readCommands('docs/admin/plugins.md'), {
    cwd: folder,
    env: { BASE: base, TOKEN: admin.token },
  });
  t.equal(code, 0, stderr + outputs.join('\n'));
  const [, look, installed, versions, back, guards, switched, gone, upgrade] = outputs.map(
    (text) => {
      try {
        return JSON.parse(text);
      } catch {
        // Of several requests.
        return text;
      }
    },
  );
  t.match(look, { dry_run: true, version: '1.1.0', current_version: '1.0.0' });
  t.match(installed, { dry_run: false, plugin: { state: 'active', version: '1.1.0' } });
  t.match(versions.data, [{ source: 'plugin.tgz', role: 'current' }, { role: 'previous' }]);
  t.match(back, { version: '1.0.0', state: 'active' });
  t.match(guards, { closed_guards: ['timer.beforeStart'] });
  t.match(switched, /"state":"disabled".*"state":"active"/s);
  t.match(gone, /"state":"uninstalled".*"purge_at":"/);
  t.match(gone, /"state":"active"/);
  t.match(upgrade, { stops: 2 });
});
