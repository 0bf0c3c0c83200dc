import t from 'tap';
import { startHost } from '../fixtures/app.ts';

t.test('clients', async (t) => {
  const host = await startHost(t);
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test(
    'a manager creates one and everyone reads it, but only managers see its rate',
    async (t) => {
      const created = await manager.post('/clients', {
        name: 'Acme',
        hourly_rate: '85.00',
        currency: 'USD',
      });
      t.equal(created.status, 201);
      t.match(created.body, {
        name: 'Acme',
        hourly_rate: '85.00',
        currency: 'USD',
        archived_at: null,
        version: 1,
      });
      t.equal(created.headers.location, `/api/v1/clients/${created.body.id}`);
      t.equal((await manager.get(`/clients/${created.body.id}`)).body.hourly_rate, '85.00');
      const read = await member.get(`/clients/${created.body.id}`);
      t.equal(read.body.name, 'Acme');
      t.equal(read.body.hourly_rate, null);
    },
  );

  t.test('a member may not create one', async (t) => {
    const refused = await member.post('/clients', { name: 'Mine' });
    t.equal(refused.status, 403);
    t.equal(refused.body.code, 'STINT_ERR_FORBIDDEN');
  });

  t.test('two may not have the same name, in any case', async (t) => {
    await manager.post('/clients', { name: 'Übermut' });
    const refused = await manager.post('/clients', { name: 'ÜBERMUT' });
    t.equal(refused.status, 409);
    t.equal(refused.body.code, 'STINT_ERR_DUPLICATE');
  });

  t.test('a bad field is named with its value, and an unknown one is refused', async (t) => {
    const refused = await manager.post('/clients', {
      name: 'X',
      hourly_rate: 'free',
      colour: 'red',
    });
    t.equal(refused.status, 400);
    t.match(refused.headers['content-type'], /^application\/problem\+json/);
    t.same(refused.body.errors.map((fault: { pointer: string }) => fault.pointer).sort(), [
      '/colour',
      '/hourly_rate',
    ]);
    t.match(
      refused.body.errors.find((f: { pointer: string }) => f.pointer === '/hourly_rate').detail,
      /"free"/,
    );
  });

  t.test('an edit on stale data is refused and changes nothing', async (t) => {
    const { body, headers } = await manager.post('/clients', { name: 'Stale' });
    const first = await manager.patch(
      `/clients/${body.id}`,
      { notes: 'a' },
      { 'if-match': headers.etag as string },
    );
    t.equal(first.status, 200);
    t.equal(first.body.version, 2);
    const second = await manager.patch(
      `/clients/${body.id}`,
      { notes: 'b' },
      { 'if-match': headers.etag as string },
    );
    t.equal(second.status, 412);
    t.equal((await manager.get(`/clients/${body.id}`)).body.notes, 'a');
  });

  t.test('every change leaves an audit row and an event', async (t) => {
    const { body } = await manager.post('/clients', { name: 'Traced' });
    await manager.patch(`/clients/${body.id}`, { archived: true });
    await manager.delete(`/clients/${body.id}`);
    const trail = await host
      .db('audit_log')
      .where({ entity_type: 'client', entity_id: body.id })
      .orderBy('id');
    t.same(
      trail.map((row) => row.action),
      ['client.created', 'client.updated', 'client.deleted'],
    );
    t.same(trail[1].changes, { archived_at: [null, '2025-01-27T12:00:00.000Z'] });
    t.equal(trail[0].actor_id, manager.id);
    const events = await host
      .db('events')
      .where({ entity_type: 'client', entity_id: body.id })
      .orderBy('position');
    t.same(
      events.map((event) => [event.type, event.seq]),
      [
        ['client.created', 1],
        ['client.updated', 2],
        ['client.deleted', 2],
      ],
    );
    t.match(events[1].former, { archived_at: null });
  });
});

t.test('a list of clients', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  for (const name of ['delta', 'Alpha', 'charlie', 'Bravo', 'echo'])
    await admin.post('/clients', { name });

  t.test('pages by cursor, and stays stable when rows are inserted', async (t) => {
    const first = await admin.get('/clients?limit=2&include_total=true');
    t.same(
      first.body.data.map((c: { name: string }) => c.name),
      ['Alpha', 'Bravo'],
    );
    t.equal(first.body.total, 5);
    await admin.post('/clients', { name: 'aaa' });
    const second = await admin.get(`/clients?limit=2&cursor=${first.body.next_cursor}`);
    t.same(
      second.body.data.map((c: { name: string }) => c.name),
      ['charlie', 'delta'],
    );
    const third = await admin.get(`/clients?limit=2&cursor=${second.body.next_cursor}`);
    t.same(
      third.body.data.map((c: { name: string }) => c.name),
      ['echo'],
    );
    t.equal(third.body.next_cursor, null);
  });

  t.test('refuses a cursor of another sort order', async (t) => {
    const first = await admin.get('/clients?limit=2');
    const refused = await admin.get(`/clients?limit=2&sort=-name&cursor=${first.body.next_cursor}`);
    t.equal(refused.status, 400);
    t.equal(refused.body.code, 'STINT_ERR_CURSOR_INVALID');
  });

  t.test('takes the characters of a search literally', async (t) => {
    t.equal((await admin.get('/clients?search=%25')).body.data.length, 0);
    t.equal((await admin.get('/clients?search=LPH')).body.data.length, 1);
  });
});
