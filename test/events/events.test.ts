import type { AddressInfo } from 'node:net';
import t from 'tap';
import { type Caller, startHost } from '../fixtures/app.ts';
import { until } from '../fixtures/until.ts';

interface Listed {
  type: string;
  data: { user_id?: number; description?: string };
}

/** All pages after a cursor. */
async function readAll(caller: Caller, query = ''): Promise<{ events: Listed[]; cursor: string }> {
  const events: Listed[] = [];
  let cursor = '0';
  for (;;) {
    const { body } = await caller.get(`/events?cursor=${cursor}${query}`);
    events.push(...body.data);
    cursor = body.next_cursor;
    if (!body.has_more) return { events, cursor };
  }
}

t.test('the list of events', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin' });
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();
  const { body: project } = await admin.post('/projects', { name: 'Open', hourly_rate: '80.00' });
  await admin.put(`/projects/${project.id}/members/${manager.id}`, {});
  const { body: hidden } = await admin.post('/projects', { name: 'Hidden', visibility: 'members' });
  await member.post('/timer/start', { description: 'mine', project_id: project.id });
  await member.post('/timer/stop');
  await admin.post('/timer/start', { description: 'of the admin', project_id: hidden.id });
  await admin.post('/timer/stop');
  await member.post('/time-entries/bulk-create', {
    entries: [1, 2, 3].map((n) => ({ date: '2025-01-20', duration_seconds: 60 * n })),
  });

  await t.test('has them in their order, whatever the size of the pages', async (t) => {
    const whole = await readAll(admin, '&limit=200');
    const pieces = await readAll(admin, '&limit=2');
    t.ok(whole.events.length > 8);
    t.same(pieces.events, whole.events);
    t.equal(pieces.cursor, whole.cursor);
    t.match(
      whole.events.filter(({ type }) => type.startsWith('timer.')),
      [
        { type: 'timer.started', seq: 1, entity: { type: 'time_entry' }, previous: null },
        { type: 'timer.stopped', seq: 2, previous: { end_time: null } },
        { type: 'timer.started' },
        { type: 'timer.stopped' },
      ],
    );
  });

  await t.test('shows each what they may see, and no rate to members', async (t) => {
    const descriptions = async (caller: Caller) => [
      ...new Set((await readAll(caller)).events.flatMap(({ data }) => data.description || [])),
    ];
    t.same(await descriptions(member), ['mine']);
    t.same(await descriptions(manager), ['mine']);
    t.same(await descriptions(admin), ['mine', 'of the admin']);
    const projects = (await readAll(member, '&type=project.created')).events;
    t.match(projects, [{ data: { name: 'Open', hourly_rate: null } }]);
    t.equal(projects.length, 1);
    t.match((await readAll(manager, '&type=project.created')).events, [
      { data: { hourly_rate: '80.00' } },
      { data: { name: 'Hidden' } },
    ]);
  });

  await t.test('tells nobody of the place where an entry was, unless they see it', async (t) => {
    const [entry] = await host.db('time_entries').where({ description: 'of the admin' });
    await admin.patch(`/time-entries/${entry.id}`, { project_id: project.id });
    const last = async (caller: Caller) =>
      (await readAll(caller, '&type=entry.updated')).events.at(-1);
    t.match(await last(admin), { previous: { project_id: hidden.id } });
    t.match(await last(manager), { data: { project_id: project.id }, previous: null });
  });

  await t.test('shows nobody the notifications of others', async (t) => {
    await host.db.raw(`SELECT record_change('notification.created', 'notification', ?, NULL, ?)`, [
      JSON.stringify({ at: host.clock.now(), via: 'test' }),
      JSON.stringify({ id: 1, user_id: member.id, text: 'Secret' }),
    ]);
    const query = '&type=notification.created';
    t.equal((await readAll(admin, query)).events.length, 0);
    t.equal((await readAll(member, query)).events.length, 1);
  });

  await t.test('goes on from where somebody was, by types', async (t) => {
    const { body: now } = await member.get('/events?from=newest');
    t.match(now, { data: [], has_more: false });
    await member.post('/timer/start', { description: 'later' });
    await member.post('/timer/pause');
    const { body } = await member.get(`/events?cursor=${now.next_cursor}&type=timer.paused`);
    t.match(body, { data: [{ type: 'timer.paused', data: { description: 'later' } }] });
    t.equal(body.data.length, 1);
  });

  await t.test('never passes what commits late', async (t) => {
    const { body: before } = await admin.get('/events?from=newest');
    const late = await host.db.transaction();
    t.teardown(() => late.isCompleted() || late.rollback());
    const context = JSON.stringify({ at: host.clock.now(), via: 'test' });
    await late.raw(
      `SELECT record_change('tag.created', 'tag', ?, NULL, '{"id": 901, "name": "late"}')`,
      [context],
    );
    await host.db.raw(
      `SELECT record_change('tag.created', 'tag', ?, NULL, '{"id": 902, "name": "early"}')`,
      [context],
    );
    const { body: meanwhile } = await admin.get(`/events?cursor=${before.next_cursor}`);
    t.same(meanwhile, { data: [], next_cursor: before.next_cursor, has_more: false });
    const { body: newest } = await admin.get('/events?from=newest');
    t.equal(newest.next_cursor, before.next_cursor, 'not even where everything is news');
    await late.commit();
    const { body: after } = await admin.get(`/events?cursor=${before.next_cursor}`);
    t.same(
      after.data.map(({ data }: { data: { name: string } }) => data.name),
      ['late', 'early'],
    );
  });

  await t.test('says so where a cursor is older than what is kept', async (t) => {
    const [first] = await host.db('events').orderBy('position').limit(1);
    await host.db('events').where({ position: first.position }).delete();
    const { status, body } = await admin.get(`/events?cursor=${first.position}`);
    t.match([status, body.code], [410, 'STINT_ERR_EVENTS_GONE']);
    const bad = await admin.get('/events?cursor=x');
    t.match([bad.status, bad.body.code], [400, 'STINT_ERR_REQUEST_INVALID']);
  });
});

t.test('the stream of events', async (t) => {
  const host = await startHost(t, { isLive: true });
  await host.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = host.app.server.address() as AddressInfo;
  const member = await host.person();
  const other = await host.person();

  async function listen(lastEventId?: string, query = '') {
    const closing = new AbortController();
    t.teardown(() => closing.abort());
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/events${query}`, {
      signal: closing.signal,
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${member.token}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
    });
    const messages: { id: string; event: string; data: Record<string, unknown> }[] = [];
    const collect = async () => {
      let text = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
          if (!field('id')) continue;
          messages.push({
            id: field('id'),
            event: field('event'),
            data: JSON.parse(field('data')),
          });
        }
      }
    };
    const state = { isOver: false };
    collect()
      .catch(() => {})
      .finally(() => {
        state.isOver = true;
      });
    return { response, messages, state, close: () => closing.abort() };
  }

  await t.test('tells what happens, and to those who come back what they missed', async (t) => {
    await member.post('/timer/start', { description: 'before' });
    const first = await listen();
    t.match(first.response.headers.get('content-type'), /^text\/event-stream/);
    await other.post('/timer/start', { description: 'not theirs' });
    await member.post('/timer/stop');
    await until(async () => first.messages.length > 0);
    t.match(first.messages, [{ event: 'timer.stopped', data: { type: 'timer.stopped' } }]);
    first.close();
    for (let n = 0; n < 60; n++) {
      await member.post('/timer/start', { description: `n${n}` });
      await member.post('/timer/stop');
    }
    const second = await listen(first.messages[0]?.id, '?type=timer.started');
    await until(async () => second.messages.length === 60);
    t.same(
      second.messages.map(({ data }) => (data.data as { description: string }).description),
      Array.from({ length: 60 }, (_, n) => `n${n}`),
    );
  });

  await t.test('refuses a cursor that is gone, and more streams than twenty', async (t) => {
    const { response, state } = await listen('999999');
    t.equal(response.status, 410);
    await until(async () => state.isOver);
    const streams = [];
    for (;;) {
      const one = await listen();
      if (one.response.status !== 200) {
        t.equal(one.response.status, 429);
        break;
      }
      streams.push(one);
      if (streams.length > 25) throw new Error('no end of streams');
    }
    for (const one of streams) one.close();
    await until(async () => (await listen()).response.status === 200);
  });

  await t.test('ends when the server stops', async (t) => {
    const { state } = await listen();
    await host.app.close();
    await until(async () => state.isOver);
    t.pass('it ended');
  });
});
