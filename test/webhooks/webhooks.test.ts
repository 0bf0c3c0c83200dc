import { join } from 'node:path';
import t from 'tap';
import type { Caller } from '../fixtures/app.ts';
import { fixturePlugins } from '../fixtures/plugin-app.ts';
import { startWebhookHost } from '../fixtures/webhook-app.ts';
import { openReceiver } from '../fixtures/webhook-receiver.ts';

async function subscribe(caller: Caller, url: string, more: object = {}) {
  const { status, body } = await caller.post('/webhooks', { name: 'Hook', url, ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body as { id: number; secret: string; version: number };
}

t.test('a webhook', async (t) => {
  const host = await startWebhookHost(t);
  const admin = await host.person({ role: 'admin' });
  const member = await host.person();

  await t.test(
    'is signed as the standard says, and rotates its secret with an overlap',
    async (t) => {
      const receiver = await openReceiver(t);
      const hook = await subscribe(member, receiver.url, { event_types: ['timer.started'] });
      t.match(hook.secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
      const { body: shown } = await member.get(`/webhooks/${hook.id}`);
      t.notOk('secret' in shown);
      await member.post('/timer/start', { description: 'signed' });
      await host.send();
      const [one] = receiver.received;
      if (!one) throw new Error('nothing came');
      t.same(receiver.verify(hook.secret, one), one.event);
      t.match(one.event, { type: 'timer.started', seq: 1, data: { description: 'signed' } });
      t.equal(one.event.id, one.id);
      t.equal(one.headers['content-type'], 'application/json');
      const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
      t.throws(() => receiver.verify(other, one));

      const { body: rotated } = await member.post(`/webhooks/${hook.id}/rotate-secret`);
      t.not(rotated.secret, hook.secret);
      await member.post('/timer/start', { on_running: 'switch' });
      await host.send();
      const both = receiver.received[1];
      if (!both) throw new Error('nothing came');
      t.ok(receiver.verify(hook.secret, both));
      t.ok(receiver.verify(rotated.secret, both));
      await host.wait(25 * 60);
      await member.post('/timer/start', { on_running: 'switch' });
      await host.send();
      const last = receiver.received[2];
      if (!last) throw new Error('nothing came');
      t.throws(() => receiver.verify(hook.secret, last));
      t.ok(receiver.verify(rotated.secret, last));
      await member.post('/timer/stop');
      await member.delete(`/webhooks/${hook.id}`);
      t.same(await host.db('secrets').where({ owner: `webhook:${hook.id}` }), []);
    },
  );

  await t.test('gets every change of many at once, in the order of each entry', async (t) => {
    const receiver = await openReceiver(t);
    const hook = await subscribe(member, receiver.url);
    const entries = Array.from({ length: 30 }, () => ({
      date: '2025-01-20',
      duration_seconds: 60,
    }));
    const { body } = await member.post('/time-entries/bulk-create', { entries });
    const ids = (body.data ?? body).map(({ id }: { id: number }) => id);
    await member.post('/time-entries/bulk-update', { ids, set: { description: 'together' } });
    await host.send();
    t.equal(receiver.received.length, 60);
    for (const id of ids) {
      const seqs = receiver.received.filter(({ event }) => event.entity.id === id);
      t.same(
        seqs.map(({ event }) => event.seq),
        [1, 2],
      );
    }
    await member.delete(`/webhooks/${hook.id}`);
  });

  await t.test(
    'holds back the later changes of an entry until the earlier one arrived',
    async (t) => {
      const receiver = await openReceiver(t);
      const hook = await subscribe(member, receiver.url);
      const { body: first } = await member.post('/time-entries', {
        date: '2025-01-21',
        duration_seconds: 60,
      });
      receiver.answer = ({ event }) => (event.entity.id === first.id ? 500 : 200);
      await member.patch(`/time-entries/${first.id}`, { description: 'second' });
      await member.post('/time-entries', { date: '2025-01-22', duration_seconds: 60 });
      await host.send();
      t.same(
        receiver.received.map(({ event }) => [event.entity.id === first.id, event.seq]),
        [
          [true, 1],
          [false, 1],
        ],
      );
      receiver.answer = 200;
      await host.wait(1);
      await host.send();
      t.same(
        receiver.received.slice(2).map(({ event }) => [event.entity.id === first.id, event.seq]),
        [
          [true, 1],
          [true, 2],
        ],
      );
      t.equal(receiver.received[2]?.id, receiver.received[0]?.id, 'under the same id');
      await member.delete(`/webhooks/${hook.id}`);
    },
  );

  await t.test(
    'gets what its owner may see when it is sent, and leaves no line of the rest',
    async (t) => {
      const [mine, theirs] = [await openReceiver(t), await openReceiver(t)];
      const manager = await host.person({ role: 'manager' });
      const hook = await subscribe(manager, mine.url);
      const all = await subscribe(admin, theirs.url);
      const { body: project } = await admin.post('/projects', { name: 'Seen' });
      await admin.put(`/projects/${project.id}/members/${manager.id}`, {});
      await host.send();
      t.ok(mine.received.some(({ event }) => event.type === 'project.created'));
      await member.post('/timer/start', { project_id: project.id, description: 'seen' });
      await host.send();
      const descriptions = () => mine.received.map(({ event }) => event.data.description);
      t.ok(descriptions().includes('seen'));
      await member.post('/timer/stop');
      await admin.delete(`/projects/${project.id}/members/${manager.id}`);
      await member.post('/timer/start', { description: 'unseen' });
      await host.send();
      t.notOk(descriptions().includes('unseen'));
      t.notOk(mine.received.some(({ event }) => event.type === 'timer.stopped'));
      t.ok(theirs.received.some(({ event }) => event.data.description === 'unseen'));
      const { body: log } = await manager.get(`/webhooks/${hook.id}/deliveries?limit=200`);
      t.equal(log.data.length, mine.received.length);
      await host.db('users').where({ id: manager.id }).update({ active: false });
      const count = mine.received.length;
      await admin.post('/projects', { name: 'Nobody hears' });
      await host.send();
      t.equal(mine.received.length, count, 'nothing for somebody who left');
      await member.post('/timer/stop');
      await admin.delete(`/webhooks/${all.id}`);
    },
  );

  await t.test('filters by type, project and person', async (t) => {
    const receivers = await Promise.all([0, 1, 2].map(() => openReceiver(t)));
    const [byType, byProject, byPerson] = receivers;
    const { body: project } = await admin.post('/projects', { name: 'Filter' });
    await host.send();
    const hooks = [
      await subscribe(admin, byType?.url as string, { event_types: ['tag.created'] }),
      await subscribe(admin, byProject?.url as string, { project_ids: [project.id] }),
      await subscribe(admin, byPerson?.url as string, { user_ids: [member.id] }),
    ];
    await admin.post('/tags', { name: 'filtered' });
    await admin.post('/timer/start', { project_id: project.id });
    await admin.post('/timer/switch', { description: 'without' });
    await member.post('/timer/start');
    await admin.post('/timer/stop');
    await member.post('/timer/stop');
    await host.send();
    const types = receivers.map(({ received }) => received.map(({ event }) => event.type));
    t.same(types, [
      ['tag.created'],
      ['timer.started', 'timer.stopped'],
      ['timer.started', 'timer.stopped'],
    ]);
    for (const { id } of hooks) await admin.delete(`/webhooks/${id}`);
  });

  await t.test('has a log, and sends one or a span of time again', async (t) => {
    const receiver = await openReceiver(t);
    receiver.answer = 503;
    const hook = await subscribe(member, receiver.url, { event_types: ['timer.started'] });
    const from = new Date(host.clock.now().getTime() - 1000).toISOString();
    await member.post('/timer/start', { description: 'logged' });
    await host.send();
    const path = `/webhooks/${hook.id}/deliveries`;
    const { body: log } = await member.get(path);
    t.match(log.data, [{ state: 'waiting', attempts: 1, last_status: 503, last_error: null }]);
    receiver.answer = 200;
    await host.wait(1);
    await host.send();
    const [{ id }] = log.data;
    const { body: one } = await member.get(`${path}/${id}`);
    t.match(one, {
      state: 'delivered',
      request: { url: receiver.url, headers: { 'webhook-id': one.event_id } },
      log: [{ status: 503 }, { status: 200 }],
    });
    t.equal(one.body, receiver.received[1]?.body);
    t.notMatch(JSON.stringify(one), 'of theirs', 'nothing of the answer');

    t.same((await member.post(`${path}/${id}/replay`)).body, { queued: 1 });
    await host.send();
    t.equal(receiver.received[2]?.id, one.event_id);
    await member.post('/timer/stop');
    await member.patch(`/webhooks/${hook.id}`, { enabled: false });
    await member.post('/timer/start', { description: 'while it was off' });
    await host.send();
    t.equal(receiver.received.length, 3);
    const to = new Date(Date.now() + 60_000).toISOString();
    const off = await member.post(`/webhooks/${hook.id}/replay`, { from, to });
    t.match([off.status, off.body.code], [409, 'STINT_ERR_WEBHOOK_DISABLED']);
    await member.patch(`/webhooks/${hook.id}`, { enabled: true });
    const turned = await member.post(`/webhooks/${hook.id}/replay`, { from: to, to: from });
    t.match([turned.status, turned.body.code], [422, 'STINT_ERR_WEBHOOK_SPAN']);
    const { body: span } = await member.post(`/webhooks/${hook.id}/replay`, { from, to });
    await host.send();
    t.ok(span.queued >= 2);
    t.equal(receiver.received.length, 3 + span.queued);
    t.equal(receiver.received.at(-1)?.event.data.description, 'while it was off');
    await member.post('/timer/stop');
    await member.delete(`/webhooks/${hook.id}`);
  });

  await t.test('is tested by a button', async (t) => {
    const receiver = await openReceiver(t);
    const hook = await subscribe(member, receiver.url, { enabled: false });
    const { body } = await member.post(`/webhooks/${hook.id}/test`);
    t.match(body, { state: 'delivered', event_type: 'webhook.test', log: [{ status: 204 }] });
    t.ok(receiver.verify(hook.secret, receiver.received[0] as never));
    receiver.answer = 302;
    const { body: failed } = await member.post(`/webhooks/${hook.id}/test`);
    t.match(failed, { state: 'failed', last_status: 302 }, 'and follows nobody elsewhere');
    t.equal(receiver.received.length, 2);
  });

  await t.test('is its owner’s and the administrators’ alone', async (t) => {
    const receiver = await openReceiver(t);
    const hook = await subscribe(member, receiver.url);
    const other = await host.person();
    for (const [method, path] of [
      ['get', ''],
      ['delete', ''],
      ['get', '/deliveries'],
      ['post', '/test'],
      ['post', '/rotate-secret'],
    ] as const) {
      const { status } = await other[method](`/webhooks/${hook.id}${path}`);
      t.equal(status, 404, `${method} ${path}`);
    }
    t.equal((await other.patch(`/webhooks/${hook.id}`, { name: 'Mine' })).status, 404);
    t.same((await other.get('/webhooks')).body.data, []);
    t.equal((await admin.get(`/webhooks/${hook.id}`)).status, 200);
    const stale = await member.patch(
      `/webhooks/${hook.id}`,
      { name: 'X' },
      { 'if-match': '"1-99"' },
    );
    t.equal(stale.status, 412);
    await member.delete(`/webhooks/${hook.id}`);
  });

  await t.test('refuses what cannot be', async (t) => {
    const cases: [object, number, string, string][] = [
      [{ url: 'ftp://example.com' }, 422, 'STINT_ERR_OUTGOING_URL_INVALID', '/url'],
      [{ url: 'http://me:secret@example.com' }, 422, 'STINT_ERR_OUTGOING_URL_INVALID', '/url'],
      [
        { event_types: ['timer.exploded'] },
        422,
        'STINT_ERR_WEBHOOK_EVENT_UNKNOWN',
        '/event_types/0',
      ],
      [{ event_types: ['Timer'] }, 400, 'STINT_ERR_REQUEST_INVALID', '/event_types/0'],
      [{ user_id: 1 }, 400, 'STINT_ERR_REQUEST_INVALID', '/user_id'],
    ];
    for (const [more, status, code, pointer] of cases) {
      const refused = await member.post('/webhooks', {
        name: 'X',
        url: 'https://example.com',
        ...more,
      });
      t.match([refused.status, refused.body.code], [status, code]);
      t.equal(refused.body.errors[0].pointer, pointer);
    }
  });
});

t.test('a receiver that is dead', async (t) => {
  const host = await startWebhookHost(t);
  const member = await host.person({ locale: 'de' });

  await t.test(
    'is tried for three days, ever more rarely, and then left alone with a notice',
    async (t) => {
      const receiver = await openReceiver(t);
      receiver.answer = 500;
      const hook = await subscribe(member, receiver.url, { event_types: ['timer.started'] });
      await member.post('/timer/start');
      let minutes = 0;
      await host.send();
      const seen = () => receiver.received.length;
      const attempts = [0];
      while (attempts.length < 10) {
        const before = seen();
        const step = minutes < 60 ? 1 : 60;
        minutes += step;
        await host.wait(step);
        await host.send();
        if (seen() > before) attempts.push(minutes);
        if (minutes > 100 * 60) throw new Error(`no end: ${attempts}`);
      }
      t.ok(minutes > 66 * 60 && minutes < 86 * 60, `three days: ${minutes / 60} h`);
      const { body } = await member.get(`/webhooks/${hook.id}`);
      t.match(body, { enabled: false, disabled_reason: 'failing', failures: 10 });
      const { body: notices } = await member.get('/me/notifications');
      t.match(notices.data, [{ text: /Hook.*abgeschaltet/, link: null }]);
      t.equal(notices.data.length, 1);
      await host.wait(10_000);
      await host.send();
      t.equal(seen(), 10);
      const { body: revived } = await member.patch(`/webhooks/${hook.id}`, { enabled: true });
      t.match(revived, { enabled: true, disabled_reason: null, failures: 0, paused_until: null });
      await member.post('/timer/stop');
    },
  );

  await t.test('that says it is gone is believed', async (t) => {
    const receiver = await openReceiver(t);
    receiver.answer = 410;
    const hook = await subscribe(member, receiver.url, { event_types: ['timer.started'] });
    await member.post('/timer/start');
    await host.send();
    t.match((await member.get(`/webhooks/${hook.id}`)).body, {
      enabled: false,
      disabled_reason: 'gone',
    });
    await member.post('/timer/stop');
  });

  await t.test('is left in peace for a while, whatever waits', async (t) => {
    const receiver = await openReceiver(t);
    receiver.answer = 500;
    const hook = await subscribe(member, receiver.url, { event_types: ['entry.created'] });
    const entries = Array.from({ length: 50 }, () => ({
      date: '2025-01-20',
      duration_seconds: 60,
    }));
    await member.post('/time-entries/bulk-create', { entries });
    for (let n = 0; n < 20; n++) await host.send();
    t.equal(receiver.received.length, 5);
    t.ok((await member.get(`/webhooks/${hook.id}`)).body.paused_until);
    receiver.answer = 200;
    await host.wait(120);
    await host.send();
    t.equal(receiver.received.length, 55, 'and gets all when it is back');
  });
});

t.test('no webhook reaches an address that is not public', async (t) => {
  const host = await startWebhookHost(t, { allowPrivate: '' });
  const member = await host.person();
  const receiver = await openReceiver(t);
  const port = new URL(receiver.url).port;
  const addresses = [
    '127.0.0.1',
    '127.1',
    '0',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:169.254.169.254]',
    '169.254.169.254',
    '10.0.0.1',
    'localhost',
  ];
  for (const address of addresses) {
    const hook = await subscribe(member, `http://${address}:${port}/`);
    const { body } = await member.post(`/webhooks/${hook.id}/test`);
    t.match(body, { state: 'failed', last_error: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN' }, address);
  }
  t.equal(receiver.received.length, 0);
  const metrics = await host.host.metrics.render();
  t.match(metrics, `stint_webhook_attempts_total{outcome="refused"} ${addresses.length}`);
});

t.test('a webhook gets the events of plugins, too', async (t) => {
  const host = await startWebhookHost(t, { folders: [join(fixturePlugins, 'ledger')] });
  const admin = await host.person({ role: 'admin' });
  const receiver = await openReceiver(t);
  const { body: types } = await admin.get('/webhooks/event-types');
  t.ok(types.data.includes('timer.started'));
  t.ok(
    types.data.some((type: string) => type.startsWith('ledger.')),
    types.data.join(),
  );
  await subscribe(admin, receiver.url, { event_types: ['ledger.line_written'] });
  await host.db.raw(`SELECT record_change('ledger.line_written', 'ledger.line', ?, NULL, ?)`, [
    JSON.stringify({ at: new Date(), via: 'plugin:ledger', origin: { plugin: 'ledger' } }),
    JSON.stringify({ id: 1, user_id: admin.id }),
  ]);
  await host.send();
  t.match(
    receiver.received.map(({ event }) => event),
    [
      {
        type: 'ledger.line_written',
        entity: { type: 'ledger.line', id: 1 },
        origin: { plugin: 'ledger' },
      },
    ],
  );
});
