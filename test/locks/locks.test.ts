import t from 'tap';
import type { Context } from '../../core/infra/context.ts';
import { requireUnlocked } from '../../core/locks/service.ts';
import { defaultSettings } from '../../core/settings/schema.ts';
import { startHost } from '../fixtures/app.ts';

t.test('period locks', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test('a manager locks a period, edits it and unlocks it', async (t) => {
    const created = await manager.post('/locks', { ends_on: '2024-12-31', reason: 'Invoiced' });
    t.equal(created.status, 201);
    t.match(created.body, {
      starts_on: null,
      ends_on: '2024-12-31',
      user_id: null,
      project_id: null,
      reason: 'Invoiced',
      version: 1,
    });
    const path = `/locks/${created.body.id}`;
    const edited = await manager.patch(path, { starts_on: '2024-12-01' });
    t.match(edited.body, { starts_on: '2024-12-01', ends_on: '2024-12-31', version: 2 });
    const stale = await manager.patch(
      path,
      { reason: '' },
      { 'if-match': created.headers.etag as string },
    );
    t.equal(stale.status, 412);
    t.equal((await member.get(path)).body.reason, 'Invoiced');
    t.equal((await manager.delete(path)).status, 204);
    t.equal((await manager.get(path)).status, 404);
    const trail = await host.db('audit_log').where({ entity_type: 'lock' }).orderBy('id');
    t.same(
      trail.map((row) => row.action),
      ['lock.created', 'lock.updated', 'lock.deleted'],
    );
  });

  t.test('a member may not lock or unlock', async (t) => {
    const { body } = await manager.post('/locks', { ends_on: '2020-01-01' });
    t.equal((await member.post('/locks', { ends_on: '2020-01-01' })).status, 403);
    t.equal((await member.patch(`/locks/${body.id}`, { ends_on: '2019-01-01' })).status, 403);
    t.equal((await member.delete(`/locks/${body.id}`)).status, 403);
  });

  t.test(
    'a period that ends before it starts is refused, at creation and by an edit',
    async (t) => {
      const refused = await manager.post('/locks', {
        starts_on: '2025-02-01',
        ends_on: '2025-01-31',
      });
      t.equal(refused.status, 422);
      t.match(refused.body, {
        code: 'STINT_ERR_LOCK_RANGE_INVALID',
        errors: [{ pointer: '/starts_on' }],
      });
      const { body } = await manager.post('/locks', {
        starts_on: '2020-01-01',
        ends_on: '2020-01-31',
      });
      t.equal((await manager.patch(`/locks/${body.id}`, { ends_on: '2019-12-31' })).status, 422);
    },
  );

  t.test('a lock of nobody or of no project is refused at its field', async (t) => {
    for (const field of ['user_id', 'project_id']) {
      const refused = await manager.post('/locks', { ends_on: '2020-01-01', [field]: 999_999 });
      t.match(refused.body, { code: 'STINT_ERR_NOT_FOUND', errors: [{ pointer: `/${field}` }] });
    }
  });

  t.test('a member sees only the locks that concern them', async (t) => {
    const { body: own } = await manager.post('/locks', {
      ends_on: '2018-01-01',
      user_id: member.id,
    });
    const { body: foreign } = await manager.post('/locks', {
      ends_on: '2018-01-01',
      user_id: manager.id,
    });
    const [secret] = await host
      .db('projects')
      .insert({ name: 'Secret', color: '#000000', visibility: 'members' })
      .returning('id');
    const { body: hidden } = await manager.post('/locks', {
      ends_on: '2018-01-01',
      project_id: secret.id,
    });
    const ids = (await member.get('/locks?limit=200')).body.data.map((l: { id: number }) => l.id);
    t.ok(ids.includes(own.id));
    t.notOk(ids.includes(foreign.id));
    t.notOk(ids.includes(hidden.id));
    t.equal((await member.get(`/locks/${foreign.id}`)).status, 404);
    t.equal((await member.get(`/locks/${hidden.id}`)).status, 404);
    t.equal((await manager.get(`/locks?user_id=${member.id}`)).body.data.length, 1);
  });
});

t.test('a locked day', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  const manager = await host.person({ role: 'manager' });
  // 13 hours ahead of UTC on these days.
  const owner = await host.person({ time_zone: 'Pacific/Auckland' });
  const [project] = await host
    .db('projects')
    .insert({ name: 'Locked', color: '#000000' })
    .returning('id');

  const contextOf = (user_id: number | undefined, role: 'admin' | 'manager' | 'member') =>
    ({
      db: host.db,
      clock: host.clock,
      settings: defaultSettings,
      actor: { user_id, role, via: 'test', time_zone: 'UTC', week_start: 1 },
    }) satisfies Context;
  const asOwner = contextOf(owner.id, 'member');
  const span = (start: string, end: string | null) => ({
    user_id: owner.id,
    project_id: project.id as number,
    start_time: new Date(start),
    end_time: end === null ? null : new Date(end),
  });
  t.beforeEach(() => host.db('period_locks').delete());

  t.test('is counted in the zone of the owner of the entry, whoever asks', async (t) => {
    await manager.post('/locks', {
      starts_on: '2025-01-10',
      ends_on: '2025-01-10',
      reason: 'Invoiced',
    });
    const inside = span('2025-01-09T11:00:00Z', '2025-01-09T12:00:00Z');
    for (const context of [asOwner, contextOf(manager.id, 'manager')]) {
      await t.rejects(requireUnlocked(context, inside, '/start_time'), {
        code: 'STINT_ERR_PERIOD_LOCKED',
        statusCode: 409,
        message: /2025-01-10 to 2025-01-10 \(Invoiced\)/,
        errors: [{ pointer: '/start_time' }],
      });
    }
    await requireUnlocked(asOwner, span('2025-01-10T11:00:00Z', '2025-01-10T12:00:00Z'), '/');
  });

  t.test('ends with midnight: an entry that stops then, or starts then, is free', async (t) => {
    await manager.post('/locks', { starts_on: '2025-01-10', ends_on: '2025-01-10' });
    await requireUnlocked(asOwner, span('2025-01-09T10:00:00Z', '2025-01-09T11:00:00Z'), '/');
    await requireUnlocked(asOwner, span('2025-01-10T11:00:00Z', '2025-01-10T11:00:00Z'), '/');
    const code = { code: 'STINT_ERR_PERIOD_LOCKED' };
    await t.rejects(
      requireUnlocked(asOwner, span('2025-01-09T10:00:00Z', '2025-01-09T11:00:01Z'), '/'),
      code,
    );
    await t.rejects(
      requireUnlocked(asOwner, span('2025-01-09T11:00:00Z', '2025-01-09T11:00:00Z'), '/'),
      code,
    );
    await t.rejects(
      requireUnlocked(asOwner, span('2025-01-08T11:00:00Z', '2025-01-12T11:00:00Z'), '/'),
      code,
      'a span around it',
    );
  });

  t.test('holds for a running entry up to now', async (t) => {
    await manager.post('/locks', { starts_on: '2025-01-28', ends_on: '2025-01-28' });
    host.clock.set('2025-01-27T10:59:59Z');
    await requireUnlocked(asOwner, span('2025-01-27T09:00:00Z', null), '/');
    host.clock.set('2025-01-27T12:00:00Z');
    await t.rejects(requireUnlocked(asOwner, span('2025-01-27T09:00:00Z', null), '/'), {
      code: 'STINT_ERR_PERIOD_LOCKED',
    });
  });

  t.test('of one user or one project leaves the others free', async (t) => {
    const day = span('2025-01-09T11:00:00Z', '2025-01-09T12:00:00Z');
    await manager.post('/locks', { ends_on: '2025-01-31', user_id: manager.id });
    await requireUnlocked(asOwner, day, '/');
    await manager.post('/locks', { ends_on: '2025-01-31', project_id: project.id });
    await requireUnlocked(asOwner, { ...day, project_id: null }, '/');
    await t.rejects(requireUnlocked(asOwner, day, '/'), { message: /up to 2025-01-31/ });
  });

  t.test('may be changed by an administrator; the system may only stop the clock', async (t) => {
    await manager.post('/locks', { ends_on: '2025-01-31' });
    const day = span('2025-01-09T11:00:00Z', '2025-01-09T12:00:00Z');
    const system = contextOf(undefined, 'admin');
    await requireUnlocked(contextOf(admin.id, 'admin'), day, '/');
    await requireUnlocked(system, { ...day, stopping: true }, '/');
    await t.rejects(requireUnlocked(system, day, '/'), { code: 'STINT_ERR_PERIOD_LOCKED' });
  });
});
