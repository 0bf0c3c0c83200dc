/** The page on GitHub, followed against a GitHub on this machine. */
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { startGithub } from '../../plugins/github-connector/test/github-server.ts';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { until } from '../fixtures/until.ts';
import { makeProject } from '../fixtures/work.ts';

const plugin = fileURLToPath(new URL('../../plugins/github-connector', import.meta.url));

t.test('every command of docs/integrations/github.md works as it stands', async (t) => {
  const github = await startGithub();
  t.teardown(() => github.stop());
  const env = { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' };
  const scopes = ['read:github_connector', 'write:github_connector'];
  const host = await startPluginHost(t, [plugin], { now: new Date().toISOString(), env, scopes });
  const admin = await host.person({ role: 'admin' });
  const set = await admin.put('/plugins/github_connector/settings', { api_url: github.url });
  t.equal(set.status, 200);
  t.equal(await makeProject(host.db, { name: 'Shop' }), 1, 'the project of the page');
  await github.openIssue({ title: 'The door squeaks' });
  const base = await host.app.listen({ port: 0 });
  const { code, stderr, outputs } = await runBlocks(
    await readCommands('docs/integrations/github.md'),
    { cwd: '/', env: { BASE: base, TOKEN: admin.token, GITHUB_TOKEN: 'ghp_ada' } },
  );
  t.equal(code, 0, stderr);
  t.match(outputs[0], /"generated":\{"webhook_secret":"[0-9a-f]{64}"\}/);
  t.match(outputs[0], /acme\/shop can be read/);
  await host.runJobs();
  await until(async () => (await host.db('tasks')).length === 1);
  t.match(await host.db('tasks').first(), { name: 'The door squeaks' });
});
