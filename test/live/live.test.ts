import type { AddressInfo } from 'node:net';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { until } from '../fixtures/until.ts';

interface Message {
  event: string;
  id: string | undefined;
  data: Record<string, unknown>;
}

t.test('the live stream', async (t) => {
  const host = await startHost(t, { isLive: true });
  await host.app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(host.app.server.address() as AddressInfo).port}/api/v1/live`;
  const admin = await host.person({ role: 'admin' });
  const member = await host.person();
  const other = await host.person();

  /** Opens a stream as a browser does, and collects what it says. */
  async function listen(token: string, lastEventId?: string) {
    const closing = new AbortController();
    t.teardown(() => closing.abort());
    const response = await fetch(url, {
      signal: closing.signal,
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
    });
    const messages: Message[] = [];
    const state = { ended: false };
    async function collect() {
      let text = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
          const event = field('event');
          if (event)
            messages.push({ event, id: field('id'), data: JSON.parse(field('data') ?? '') });
        }
      }
      state.ended = true;
    }
    collect().catch(() => {
      state.ended = true;
    });
    if (response.status === 200) await until(async () => messages.length > 0);
    return {
      response,
      messages,
      state,
      close: () => closing.abort(),
      changes: () => messages.filter(({ event }) => event === 'change').map(({ data }) => data),
    };
  }

  await t.test('needs somebody who is signed in', async (t) => {
    const { response } = await listen('wrong');
    t.equal(response.status, 401);
  });

  await t.test('says hello with the server’s time, uncached and unbuffered', async (t) => {
    const { response, messages } = await listen(member.token);
    t.match(response.headers.get('content-type'), /^text\/event-stream/);
    t.equal(response.headers.get('cache-control'), 'no-store');
    t.equal(response.headers.get('x-accel-buffering'), 'no');
    t.match(messages[0], { event: 'hello', data: { now: host.clock.now().toISOString() } });
  });

  await t.test(
    'tells a person of their own time within a second, and managers of everybody’s',
    async (t) => {
      const [mine, theirs, managers] = await Promise.all([
        listen(member.token),
        listen(other.token),
        listen(admin.token),
      ]);
      const { body: timer } = await member.post('/timer/start', { description: 'live' });
      const expected = {
        type: 'timer.started',
        subject: { type: 'time_entry', id: timer.id },
        user_id: member.id,
        occurred_at: host.clock.now().toISOString(),
      };
      await until(async () => mine.changes().length === 1 && managers.changes().length === 1, 1000);
      t.same(mine.changes(), [expected]);
      t.same(managers.changes(), [expected]);
      t.same(theirs.changes(), []);
    },
  );

  await t.test(
    'tells everybody that there is a project, and its id to those who may know it',
    async (t) => {
      const [members, managers] = await Promise.all([listen(member.token), listen(admin.token)]);
      const { body: project } = await admin.post('/projects', { name: 'Live' });
      await until(async () => members.changes().length === 1 && managers.changes().length === 1);
      t.match(managers.changes(), [{ type: 'project.created', subject: { id: project.id } }]);
      t.match(members.changes(), [
        { type: 'project.created', subject: { type: 'project', id: null } },
      ]);
    },
  );

  await t.test('tells who comes back what they missed, once', async (t) => {
    const first = await listen(member.token);
    await member.post('/timer/stop');
    await until(async () => first.changes().length === 1);
    const { id } = first.messages.at(-1) as Message;
    first.close();
    for (const description of ['one', 'two']) {
      await member.post('/timer/start', { description });
      await member.post('/timer/stop');
    }
    const second = await listen(member.token, id);
    await until(async () => second.changes().length === 4);
    t.same(
      second.changes().map(({ type }) => type),
      ['timer.started', 'timer.stopped', 'timer.started', 'timer.stopped'],
    );
    const ids = second.messages.flatMap(({ id }) => (id ? [Number(id)] : []));
    t.same(
      ids,
      ids.toSorted((a, b) => a - b),
    );
  });

  await t.test('says that there is a gap where it cannot tell', async (t) => {
    const unknown = await listen(member.token, '999999999');
    await until(async () => unknown.messages.some(({ event }) => event === 'gap'));
    const many = await listen(member.token);
    const start = Date.UTC(2024, 0, 1);
    const entries = Array.from({ length: 100 }, (_, i) => ({
      start_time: new Date(start + i * 7_200_000).toISOString(),
      end_time: new Date(start + i * 7_200_000 + 3_600_000).toISOString(),
    }));
    const from = many.messages[0]?.id;
    many.close();
    for (let i = 0; i < 3; i += 1) {
      t.equal((await member.post('/time-entries/bulk-create', { entries })).status, 201);
    }
    const back = await listen(member.token, from);
    await until(async () => back.messages.some(({ event }) => event === 'gap'));
    // What the stream itself has still to tell may follow; what was missed is not told one by one before it.
    const events = back.messages.map(({ event }) => event);
    t.same(events.slice(0, 2), ['hello', 'gap']);
  });

  await t.test('hears of changes again after its connection to the database was cut', async (t) => {
    const stream = await listen(member.token);
    await host.db.raw(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN stint_changes%'`,
    );
    await until(async () => stream.messages.some(({ event }) => event === 'gap'));
    await member.post('/timer/start', { description: 'after the cut' });
    await until(async () => stream.changes().some(({ type }) => type === 'timer.started'));
    t.pass('it is told');
  });

  await t.test('refuses more streams of one person than any browser needs', async (t) => {
    const person = await host.person();
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen(person.token)));
    const { response } = await listen(person.token);
    t.equal(response.status, 429);
    for (const { close } of streams) close();
    await until(async () => (await listen(person.token)).response.status === 200);
  });

  await t.test('ends when the server stops', async (t) => {
    const stream = await listen(admin.token);
    await host.app.close();
    await until(async () => stream.state.ended);
    t.pass('it ended');
  });
});
