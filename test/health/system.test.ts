import t from 'tap';
import { startHost } from '../fixtures/app.ts';

interface Found {
  code: string;
  severity: string;
  plugin: string | null;
  detail: string;
  action: string;
}

t.test('an installation without problems says what it is made of', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  host.clock.set(new Date().toISOString());
  const { status, body } = await admin.get('/system/health');
  t.equal(status, 200);
  t.match(body, {
    status: 'ok',
    version: /^\d+\.\d+\.\d+/,
    node_version: process.versions.node,
    queue: { due: 0, oldest_seconds: 0 },
    problems: [],
  });
  t.ok(body.database.size_bytes > 0);
  t.match(body.database.version, /^\d+/);
});

t.test('nobody but administrators asks', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  t.equal((await manager.get('/system/health')).status, 403);
});

t.test('each problem says what to do, the worst first', async (t) => {
  const host = await startHost(t, {
    env: { SAFE_MODE: 'true', PUBLIC_URL: 'http://stint.example' },
  });
  const { db, clock } = host;
  const admin = await host.person({ role: 'admin' });
  const ben = await host.person();
  const plugins = [
    { id: 'mill', state: 'failed', last_error: 'No grain.' },
    { id: 'old', state: 'incompatible', last_error: 'Too old.' },
    { id: 'slow', state: 'degraded', last_error: 'Late.' },
    { id: 'empty', state: 'needs_config' },
    // What somebody switched off is as they want it.
    { id: 'off', state: 'failed', enabled: false },
    { id: 'fine', state: 'active' },
  ];
  await db('plugins').insert(
    plugins.map((one) => ({ version: '1.0.0', display_name: one.id, manifest: '{}', ...one })),
  );
  const issue = {
    plugin_id: 'fine',
    key: 'quota',
    severity: 'warning',
    message: 'Nearly used up.',
  };
  await db('plugin_issues').insert({ ...issue, action: 'Buy more.' });
  const failure = { plugin_id: 'fine', task: 'grind', payload: '{}', attempts: 5, last_error: 'x' };
  await db('job_failures').insert([failure, failure]);
  const [connection] = await db('integrations')
    .insert({ user_id: ben.id, provider: 'fine', health: 'reconnect' })
    .returning('id');
  await db('inbound_receivers').insert({
    id: 'receiver-of-the-mill-0001',
    plugin_id: 'fine',
    integration_id: connection.id,
    name: 'hook',
  });
  const delivery = { receiver_id: 'receiver-of-the-mill-0001', headers: '{}', body: '{}' };
  await db('inbound_deliveries').insert([
    { ...delivery, delivery_id: 'a', outcome: 'failed' },
    { ...delivery, delivery_id: 'b', outcome: 'processed' },
  ]);
  const late = () => db.raw(`now() - interval '3 minutes'`);
  const [waiting] = await db('inbound_deliveries')
    .insert({ ...delivery, delivery_id: 'c', received_at: late() })
    .returning('id');
  await db('inbound_outbox').insert({ delivery: waiting.id });
  await admin.post('/clients', { name: 'Acme' });
  const [told] = await db('events').update({ occurred_at: late() }).returning('position');
  await db('event_outbox').insert({ position: told.position });
  await db.raw(
    `SELECT graphile_worker.add_job('deliver', '{}', run_at => now() - interval '10 minutes')`,
  );
  // Of the test, and an hour off that of the database.
  clock.set(new Date(Date.now() - 3_600_000).toISOString());

  const { body } = await admin.get('/system/health');
  const problems: Found[] = body.problems;
  t.equal(body.status, 'error');
  const expected = [
    ['clock_differs', 'error', null, /differ by \d+ seconds/],
    ['jobs_waiting', 'error', null, /^1 jobs wait, the oldest for 10 minutes/],
    ['events_waiting', 'error', null, /^1 changes/],
    ['deliveries_waiting', 'error', null, /^1 deliveries of other services/],
    ['plugin_failed', 'error', 'mill', /mill does not run: No grain\./],
    ['plugin_incompatible', 'error', 'old', /Too old\./],
    ['safe_mode', 'warning', null, /safe mode/],
    ['address_insecure', 'warning', null, /http:\/\/stint\.example/],
    ['jobs_failed', 'warning', 'fine', /^2 jobs of fine/],
    ['plugin_needs_config', 'warning', 'empty', /waits for its settings/],
    ['plugin_degraded', 'warning', 'slow', /Late\./],
    ['plugin_issue', 'warning', 'fine', /Nearly used up\./],
    ['connections_broken', 'warning', 'fine', /^1 connections to fine/],
    ['deliveries_failed', 'warning', 'fine', /^1 deliveries to fine/],
  ] as const;
  for (const [code, severity, plugin, detail] of expected) {
    const found = problems.find((one) => one.code === code);
    t.match(found, { severity, plugin, detail, action: /\S/ }, code);
  }
  t.same(problems.map(({ code }) => code).toSorted(), expected.map(([code]) => code).toSorted());
  t.match(problems.find(({ code }) => code === 'plugin_issue')?.action, /^Buy more\.$/);
  const severities = problems.map(({ severity }) => severity);
  t.same(severities, severities.toSorted(), 'the worst first');
});

t.test('a check that does not work is a problem, and the others go on', async (t) => {
  const host = await startHost(t, { env: { HOST: '0.0.0.0' } });
  const admin = await host.person({ role: 'admin' });
  await host.db.raw('ALTER TABLE plugin_issues RENAME TO plugin_issues_away');
  host.clock.set(new Date().toISOString());
  const { body } = await admin.get('/system/health');
  t.match(
    body.problems.map(({ code }: Found) => code),
    ['address_unset', 'check_failed'],
  );
});
