import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda, issue } from './connected.ts';

test('settings are tried before they are saved', async (t) => {
  const { host, github, project_id, admin } = await connectAda(t);
  const bob = await host.person();
  const tried = async (changes: object) => {
    const body = {
      github_token: 'ghp_ada',
      repo_owner: 'acme',
      repo_name: 'shop',
      default_project_id: project_id,
      ...changes,
    };
    return (await host.request(host.plugin.route('/test'), { as: bob, body })).body;
  };
  assert.match((await tried({})).message, /^Signed in as \w+; acme\/shop can be read\.$/);
  assert.match((await tried({ github_token: 'ghp_no' })).error, /refuses the credentials/);
  assert.match((await tried({ repo_name: 'garden' })).error, /no repository acme\/garden/);
  assert.match((await tried({ default_project_id: 999 })).error, /cannot use project 999/);
  const more = [{ owner: 'acme', name: 'attic', default_project_id: project_id }];
  assert.match((await tried({ repositories: more })).error, /no repository acme\/attic/);
  github.illness = { is: 'garbage', after: 0 };
  assert.match((await tried({})).error, /answered something else/);
  await admin.patch(`/projects/${project_id}`, { archived: true });
});

test('an address cannot be left by what is typed', async (t) => {
  const { host, ada, project_id } = await connectAda(t);
  for (const repo_name of ['..', '.', 'shop/../../user', 'a b', 'shop?x', '']) {
    const body = { repo_owner: 'acme', repo_name, default_project_id: project_id };
    const answer = await host.request(host.plugin.route('/config'), { as: ada, body });
    assert.equal(answer.status, 422, repo_name);
    assert.equal(answer.body.errors[0].pointer, '/repo_name');
  }
});

test('the secret of the webhook is shown once, and can be made anew', async (t) => {
  const { host, ada, link, project_id } = await connectAda(t);
  assert.match(link.secret, /^[0-9a-f]{64}$/);
  const body = { repo_owner: 'acme', repo_name: 'shop', default_project_id: project_id };
  const save = async (more: object) =>
    (await host.request(host.plugin.route('/config'), { as: ada, body: { ...body, ...more } }))
      .body;
  assert.equal((await save({})).generated, undefined);
  const { generated, config } = await save({ webhook_secret: null });
  assert.match(generated.webhook_secret, /^[0-9a-f]{64}$/);
  assert.notEqual(generated.webhook_secret, link.secret);
  assert.deepEqual(config.webhook_secret, { set: true });
  assert.equal((await link.report('opened', issue(1))).status, 401, 'the old one is no good');
});

test('the documented addresses are the same ones', async (t) => {
  const { host, ada } = await connectAda(t);
  const at = (path: string) => `/api/integrations/github${path}`;
  const { body } = await host.request(at('/status'), { as: ada });
  assert.partialDeepStrictEqual(body, { ok: true, health: 'connected' });
  assert.match(body.webhooks[0].url, /\/api\/plugins\/github_connector\/webhook\/[\w-]{32}$/);
  assert.equal(body.webhooks[0].steps.length, 3);
  const tried = await host.request(at('/test'), { as: ada, body: {} });
  assert.equal(tried.body.ok, true);
  const gone = await host.request(at('/disconnect'), { as: ada, body: {} });
  assert.deepEqual(gone.body, { ok: true });
  const after = await host.request(at('/status'), { as: ada });
  assert.partialDeepStrictEqual(after.body, { ok: false, error: 'Integration not configured' });
});

test('each person sees the open issues of their own repositories', async (t) => {
  const { host, ada, link } = await connectAda(t);
  await link.report('opened', issue(1, { title: 'Door', labels: [{ name: 'bug' }] }));
  await link.report('opened', issue(2));
  await link.report('closed', issue(2, { state: 'closed' }));
  const at = host.plugin.route('/issues');
  const { body } = await host.request(at, { as: ada });
  const url = 'https://github.com/acme/shop/issues/1';
  assert.partialDeepStrictEqual(body, {
    is_connected: true,
    issues: [{ key: 'acme/shop#1', title: 'Door', url, is_high: true }],
  });
  assert.equal(body.issues.length, 1);
  const other = await host.request(at, { as: await host.person() });
  assert.deepEqual(other.body, { is_connected: false, issues: [] });
});
