import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda } from './connected.ts';

test('what is typed is tried with Trackboard before it is saved', async (t) => {
  const { host, trackboard, ada, project_id } = await connectAda(t);
  const { route } = host.plugin;
  const values = { token: 'tb_ada', login: 'ada', board: 'SHOP', default_project_id: project_id };
  const tried = async (changes: object) =>
    (await host.request(route('/test'), { as: ada, body: { ...values, ...changes } })).body;
  assert.deepEqual(await tried({}), {
    ok: true,
    message: 'Signed in as Person ada; the board SHOP can be read.',
  });
  assert.match((await tried({ token: 'tb_wrong' })).error, /refuses the credentials/);
  assert.match((await tried({ login: 'bob' })).error, /The token is of ada, not of bob/);
  assert.match((await tried({ board: 'GARDEN' })).error, /no board GARDEN/);
  trackboard.illness = { is: 'garbage', after: 0 };
  assert.match((await tried({})).error, /answered something else/);
});

test('the form offers boards for a token that is not saved yet, and one’s own projects', async (t) => {
  const { host, project_id } = await connectAda(t);
  const bob = await host.person();
  const options = async (name: string, values?: object) =>
    (await host.request(host.plugin.route('/options'), { as: bob, body: { name, values } })).body;
  assert.deepEqual(await options('boards', { token: 'tb_ada' }), {
    ok: true,
    options: [{ value: 'SHOP', label: 'Shop (SHOP)' }],
  });
  assert.deepEqual(await options('boards', { login: 'bob' }), { ok: true, options: [] });
  assert.match((await options('boards', { token: 'tb_no' })).error, /refuses the credentials/);
  assert.deepEqual(await options('stint.projects', {}), {
    ok: true,
    options: [{ value: project_id, label: 'Shop' }],
  });
  assert.deepEqual(await options('stint.projects'), {
    ok: false,
    error: 'Integration not configured',
  });
});

test('each person sees the open issues of their own board, theirs first', async (t) => {
  const { host, trackboard, ada, sync } = await connectAda(t);
  trackboard.write(1, { title: 'Door' });
  trackboard.write(2, { title: 'Window', assignee: 'ada' });
  await sync();
  const issues = async (as: typeof ada) =>
    (await host.request(host.plugin.route('/issues'), { as })).body;
  const found = await issues(ada);
  assert.equal(found.is_connected, true);
  assert.deepEqual(
    found.issues.map((one: { key: string; is_mine: boolean }) => [one.key, one.is_mine]),
    [
      ['SHOP-2', true],
      ['SHOP-1', false],
    ],
  );
  assert.equal(found.issues[0].url, `${trackboard.url}/issues/SHOP-2`);
  assert.deepEqual(await issues(await host.person()), { is_connected: false, issues: [] });
});

test('tells of open issues once a day, at an hour of one’s own, in one’s own language', async (t) => {
  const { host, trackboard, ada, sync } = await connectAda(t, { digest_at: '08:30' });
  trackboard.write(1, { assignee: 'ada' });
  trackboard.write(2, { assignee: 'ada' });
  trackboard.write(3, { assignee: 'bob' });
  await sync();
  const toldAt = async (now: string) => {
    host.clock.set(now);
    await host.runJobs();
    const { body } = await ada.get('/me/notifications');
    return body.data.map(({ text }: { text: string }) => text);
  };
  assert.deepEqual(await toldAt('2025-01-28T07:29:00Z'), []);
  const once = ['Dir sind 2 offene Vorgänge auf Trackboard zugewiesen.'];
  assert.deepEqual(await toldAt('2025-01-28T07:30:00Z'), once);
  assert.deepEqual(await toldAt('2025-01-28T07:31:00Z'), once);
});
