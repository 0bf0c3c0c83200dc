/** The page on Google Calendar: its commands against a Google, and what it says of addresses and scopes. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createTestHost } from '@stint/plugin-testkit';
import t from 'tap';
import { meeting } from '../../plugins/google-calendar-connector/test/fixtures/connected.ts';
import { startGoogle } from '../../plugins/google-calendar-connector/test/fixtures/google-server.ts';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';

const page = 'docs/integrations/google-calendar.md';
const plugin = new URL('../../plugins/google-calendar-connector/', import.meta.url);

t.test('every command of the page works as it stands', async (t) => {
  const google = await startGoogle();
  t.teardown(() => google.stop());
  google.account('ya29.ada');
  google.write(meeting('a'));
  const host = await createTestHost({
    plugin,
    settings: { base_url: google.url },
    env: { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' },
  });
  t.teardown(() => host.stop());
  const admin = await host.person({ role: 'admin' });
  await admin.post('/projects', { name: 'Shop', color: '#2563eb' });
  const ada = await host.person();
  await host.plugin.grant(ada, { access_token: 'ya29.ada', expires_in: 3600 });
  const base = await host.app.listen({ port: 0, host: '127.0.0.1' });
  const commands = (await readCommands(page)).flatMap((block) =>
    block.replaceAll('\\\n', ' ').trim().split('\n'),
  );
  const env = { BASE: base, TOKEN: ada.token };
  const { code, stderr, outputs } = await runBlocks(commands, { cwd: tmpdir(), env });
  t.equal(code, 0, stderr);
  const [status, config, preview, sync, runs] = outputs.slice(0, 5).map((text) => JSON.parse(text));
  t.match(status, { ok: true, health: 'connected' });
  t.match(config, { ok: true, config: { sync_direction: 'both' } });
  t.match(preview, { counts: { create: 1 }, items: [{ title: 'Meeting a' }] });
  t.match(sync, { ok: true, state: 'queued' }, 'no worker runs here');
  t.same(runs, { data: [] });
});

t.test('the page says what the manifest says', async (t) => {
  const text = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
  const { stint } = JSON.parse(await readFile(new URL('package.json', plugin), 'utf8'));
  for (const scope of stint.oauth.scopes) t.match(text, `\`${scope}\``);
  t.match(text, stint.aliases[0] + stint.oauth.callbackPath);
  const sources = ['plugin.ts', 'suggestions.ts'].map((name) => new URL(name, plugin));
  const code = (await Promise.all(sources.map((file) => readFile(file, 'utf8')))).join('\n');
  const codes = new Set(code.match(/STINT_ERR_PLG_\w+/g));
  t.ok(codes.size > 3);
  for (const one of codes) t.match(text, `\`${one}\``);
});
