import t from 'tap';
import { purgeExpired } from '../../core/infra/purge.ts';
import { sendNotification } from '../../core/notifications/service.ts';
import { startHost } from '../fixtures/app.ts';

t.test('notifications', async (t) => {
  const host = await startHost(t);
  const [anna, ben, gone] = [
    await host.person(),
    await host.person(),
    await host.person({ active: false }),
  ];
  const { db, clock } = host;
  const actor = { role: 'admin', via: 'test', time_zone: 'UTC', week_start: 1 } as const;
  const send = (user_id: number, text: string, more: object = {}) =>
    sendNotification({ db, clock, actor }, { user_id, plugin_id: null, text, ...more });
  const list = async (query = '') => (await anna.get(`/me/notifications${query}`)).body;
  const texts = async (query = '') =>
    (await list(query)).data.map(({ text }: { text: string }) => text);

  t.test('are read by those whom they were sent to, the newest first', async (t) => {
    for (const text of ['one', 'two', 'three']) {
      t.equal(await send(anna.id, text, { link: '/today' }), true);
      clock.advance({ minutes: 1 });
    }
    await send(ben.id, 'for Ben');
    t.same(await texts(), ['three', 'two', 'one']);
    t.match((await list()).data[0], { plugin_id: null, link: '/today', read_at: null });
    const first = await list('?limit=2');
    t.same(await texts(`?limit=2&cursor=${first.next_cursor}`), ['one']);
    t.equal((await host.withToken(undefined).get('/me/notifications')).status, 401);
  });

  t.test('of a key are sent once to each person', async (t) => {
    t.equal(await send(anna.id, 'behind', { key: 'week:4' }), true);
    t.equal(await send(anna.id, 'behind again', { key: 'week:4' }), false);
    t.equal(await send(ben.id, 'behind', { key: 'week:4' }), true);
    t.equal(await send(anna.id, 'x', { key: 'week:4', plugin_id: 'goals' }), true);
    const many = await Promise.all(
      Array.from({ length: 10 }, () => send(anna.id, 'raced', { key: 'race' })),
    );
    t.equal(many.filter(Boolean).length, 1);
  });

  t.test('are not for those who left, or were never here', async (t) => {
    t.equal(await send(gone.id, 'hello'), false);
    t.equal(await send(9999, 'hello'), false);
  });

  t.test('are an event each, when they are sent and when they are read', async (t) => {
    const { data } = await list('?unread=true&include_total=true');
    const [newest, second] = data;
    t.same((await anna.post('/me/notifications/read', { ids: [newest.id] })).body, { read: 1 });
    t.same((await anna.post('/me/notifications/read', { ids: [newest.id] })).body, { read: 0 });
    const event = await db('events').where({ type: 'notification.read' }).first();
    t.match(event, {
      entity_id: newest.id,
      actor: { user_id: anna.id },
      former: { read_at: null },
    });
    t.same((await texts('?unread=false')).length, 1);
    const read = await anna.post('/me/notifications/read', { up_to: second.id });
    t.equal(read.body.read, data.length - 1);
    t.equal((await list('?unread=true&include_total=true')).total, 0);
  });

  t.test("of others cannot be marked, nor serve to mark one's own", async (t) => {
    const [bens] = await db('notifications').where({ user_id: ben.id });
    await send(anna.id, 'new');
    for (const body of [{ ids: [bens.id] }, { up_to: bens.id }]) {
      t.same((await anna.post('/me/notifications/read', body)).body, { read: 0 });
    }
    t.equal((await anna.post('/me/notifications/read', {})).status, 400);
    t.equal(
      Number(
        (await db('notifications').where({ user_id: ben.id }).whereNotNull('read_at').count())[0]
          ?.count,
      ),
      0,
    );
  });

  t.test('are kept for 90 days', async (t) => {
    clock.advance({ hours: 24 * 89 });
    t.equal((await purgeExpired(db, clock)).notifications, 0);
    clock.advance({ hours: 48 });
    t.ok(((await purgeExpired(db, clock)).notifications ?? 0) > 0);
    t.same(await texts(), []);
  });
});
