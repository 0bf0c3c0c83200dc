import t from 'tap';
import { startHost } from '../fixtures/app.ts';

t.test('the audit log', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', name: 'Ada' });
  const manager = await host.person({ role: 'manager', name: 'Max' });
  const { body: client } = await manager.post('/clients', { name: 'Acme' });
  host.clock.advance({ hours: 1 });
  await manager.patch(`/clients/${client.id}`, { name: 'Acme Ltd' });
  host.clock.advance({ hours: 1 });
  await admin.delete(`/clients/${client.id}`);
  const actionsOf = async (query: string) =>
    (await admin.get(`/audit-log?${query}`)).body.data.map((row: { action: string }) => row.action);

  t.test('tells who changed what, when, how and from where, newest first', async (t) => {
    const { body } = await admin.get('/audit-log');
    t.same(
      body.data.map((row: { action: string }) => row.action),
      ['client.deleted', 'client.updated', 'client.created'],
    );
    t.match(body.data[1], {
      occurred_at: '2025-01-27T13:00:00+00:00',
      actor_id: manager.id,
      actor_name: 'Max',
      actor_via: /^token:\d+$/,
      ip: '127.0.0.1',
      entity_type: 'client',
      entity_id: client.id,
      changes: { name: ['Acme', 'Acme Ltd'] },
    });
    t.equal(body.data[0].changes.name, 'Acme Ltd', 'what was deleted');
    t.equal(body.data[2].changes, null);
  });

  t.test('is filtered by record, actor, action and time', async (t) => {
    t.same(await actionsOf(`entity_type=client&entity_id=${client.id}&limit=1`), [
      'client.deleted',
    ]);
    t.same(await actionsOf(`actor_id=${admin.id}`), ['client.deleted']);
    t.same(await actionsOf('action=client.created'), ['client.created']);
    t.same(await actionsOf('from=2025-01-27T13:00:00&to=2025-01-27T14:00:00'), ['client.updated']);
    t.same(await actionsOf('entity_type=project'), []);
    const refused = await admin.get('/audit-log?from=yesterday-ish');
    t.match(refused.body, { code: 'STINT_ERR_INSTANT_INVALID', errors: [{ pointer: '/from' }] });
  });

  t.test('pages by cursor, and stays stable when rows are added', async (t) => {
    const first = await admin.get('/audit-log?limit=2&include_total=true');
    t.equal(first.body.total, 3);
    await manager.post('/clients', { name: 'Newcomer' });
    const second = await admin.get(`/audit-log?limit=2&cursor=${first.body.next_cursor}`);
    t.same(
      second.body.data.map((row: { action: string }) => row.action),
      ['client.created'],
    );
    t.equal(second.body.next_cursor, null);
  });

  t.test('is for administrators, and for reading', async (t) => {
    t.equal((await manager.get('/audit-log')).status, 403);
    t.equal((await admin.delete('/audit-log')).status, 404);
  });
});
