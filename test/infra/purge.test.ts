import t from 'tap';
import { purgeExpired } from '../../core/infra/purge.ts';
import { startHost } from '../fixtures/app.ts';
import { openBrowser } from '../fixtures/browser.ts';

t.test('purging', async (t) => {
  const host = await startHost(t, { env: { SESSION_IDLE_HOURS: '10', SESSION_MAX_DAYS: '1' } });
  const { db, clock } = host;
  const user = await host.person({ role: 'admin', password_hash: 'x' });
  const purge = () => purgeExpired(db, clock);

  t.test('deletes sessions at their idle or absolute limit, and keeps living ones', async (t) => {
    const idle = await openBrowser(host, user.id);
    const living = await openBrowser(host, user.id);
    clock.advance({ hours: 9 });
    await living.get('/me');
    clock.advance({ hours: 1 });
    t.match(await purge(), { sessions: 1 });
    t.equal((await idle.get('/me')).status, 401);
    t.equal((await living.get('/me')).status, 200);
    clock.advance({ hours: 14 });
    t.match(await purge(), { sessions: 1 });
  });

  t.test('deletes links that expired', async (t) => {
    await user.post(`/users/${user.id}/invitation`);
    clock.advance({ hours: 7 * 24 - 1 });
    t.match(await purge(), { one_time_links: 0 });
    clock.advance({ hours: 1 });
    t.match(await purge(), { one_time_links: 1 });
  });

  t.test('deletes answers kept for Idempotency-Key after a day', async (t) => {
    await user.post('/clients', { name: 'Kept' }, { 'idempotency-key': 'a' });
    clock.advance({ hours: 23 });
    t.match(await purge(), { idempotency_keys: 0 });
    clock.advance({ hours: 1 });
    t.match(await purge(), { idempotency_keys: 1 });
  });

  t.test('deletes events after thirty days, however many, and never the audit log', async (t) => {
    await purge();
    await db.raw(
      `INSERT INTO events (type, occurred_at, entity_type, entity_id, seq, actor, data)
       SELECT 'client.updated', ?, 'client', 1, n, '{}', '{}' FROM generate_series(1, 12000) n`,
      [clock.now()],
    );
    const trail = (await db('audit_log')).length;
    clock.advance({ hours: 30 * 24 });
    const kept = await purge();
    t.ok((kept.events as number) < 12_000, 'only what is older');
    clock.advance({ seconds: 1 });
    t.match(await purge(), { events: 12_000 });
    t.equal((await db('audit_log')).length, trail);
  });

  t.test('empties the bin of entries after thirty days, and no earlier', async (t) => {
    const entry = (deleted_at: Date | null) => ({
      user_id: user.id,
      start_time: '2024-01-01T09:00:00Z',
      end_time: '2024-01-01T10:00:00Z',
      deleted_at,
    });
    await db('time_entries').insert([entry(clock.now()), entry(null)]);
    clock.advance({ hours: 30 * 24 });
    t.match(await purge(), { time_entries: 0 });
    clock.advance({ seconds: 1 });
    t.match(await purge(), { time_entries: 1 });
    t.same(
      (await db('time_entries')).map((row) => row.deleted_at),
      [null],
    );
  });

  t.test('forgets counts of past minutes, and keeps those of this one', async (t) => {
    await db('rate_limits').insert([
      { key: 'past', window_ends_at: db.raw("now() - interval '1 second'"), used: 9 },
      { key: 'present', window_ends_at: db.raw("now() + interval '1 minute'"), used: 9 },
    ]);
    t.match(await purge(), { rate_limits: 1 });
    t.same(
      (await db('rate_limits')).map((row) => row.key),
      ['present'],
    );
  });

  t.test('waits for nobody: rows that are in use go next time', async (t) => {
    await openBrowser(host, user.id);
    clock.advance({ hours: 48 });
    const trx = await db.transaction();
    await trx('sessions').forUpdate();
    t.match(await purge(), { sessions: 0 });
    await trx.rollback();
    t.match(await purge(), { sessions: 1 });
  });
});
