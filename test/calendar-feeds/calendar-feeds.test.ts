import ical, { type VEvent } from 'node-ical';
import t from 'tap';
import { type Answer, startHost } from '../fixtures/app.ts';
import { openBrowser } from '../fixtures/browser.ts';

function eventsOf({ text }: Answer): VEvent[] {
  return Object.values(ical.sync.parseICS(text)).filter(
    (one): one is VEvent => one?.type === 'VEVENT',
  );
}

t.test('a calendar feed', async (t) => {
  const host = await startHost(t, { now: '2025-04-02T12:00:00Z' });
  const admin = await host.person({ role: 'admin' });
  const person = await host.person({ time_zone: 'Europe/Berlin' });
  const browser = await openBrowser(host, person.id);
  const { body: client } = await admin.post('/clients', { name: 'Ärzte, Söhne; & Co' });
  const { body: project } = await admin.post('/projects', { name: 'Site', client_id: client.id });
  const { body: tag } = await person.post('/tags', { name: 'deep, work' });
  const read = (path: string, headers: Record<string, string> = {}) =>
    host.inject({ method: 'GET', url: path, headers });

  // One before and one after the clocks went forward, and one across it.
  const spans = [
    ['2025-03-28T09:00:00', '2025-03-28T10:30:00', 'winter; with, signs\nand a line'],
    ['2025-03-30T01:30:00', '2025-03-30T03:30:00', 'across'],
    ['2025-03-31T09:00:00', '2025-03-31T10:00:00', ''],
  ] as const;
  for (const [start_time, end_time, description] of spans) {
    await person.post('/time-entries', {
      start_time,
      end_time,
      description,
      project_id: project.id,
      tag_ids: [tag.id],
    });
  }
  await person.post('/time-entries', {
    date: '2025-04-01',
    duration_seconds: 60,
    description: 'free',
  });
  await person.post('/time-entries', {
    date: '2024-04-01',
    duration_seconds: 60,
    description: 'old',
  });
  await person.post('/timer/start', { description: 'running' });
  await admin.post('/time-entries', {
    date: '2025-04-01',
    duration_seconds: 60,
    description: 'other',
  });
  const { status, body: feed } = await browser.post('/me/calendar-feeds', { name: 'My time' });

  await t.test(
    'is read by an independent parser, at the instants that were recorded',
    async (t) => {
      t.equal(status, 201);
      t.match(feed.path, /^\/api\/v1\/calendar\/stint_cal_[\w-]{43}$/);
      for (const path of [feed.path, `${feed.path}.ics`]) {
        const answer = await read(path);
        t.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8');
        const events = eventsOf(answer).toSorted((a, b) => a.start.getTime() - b.start.getTime());
        t.same(
          events.map(({ start, end }) => [start.toISOString(), end?.toISOString()]).slice(0, 3),
          [
            ['2025-03-28T08:00:00.000Z', '2025-03-28T09:30:00.000Z'],
            ['2025-03-30T00:30:00.000Z', '2025-03-30T01:30:00.000Z'],
            ['2025-03-31T07:00:00.000Z', '2025-03-31T08:00:00.000Z'],
          ],
        );
        t.match(events, [
          {
            summary: 'winter; with, signs\nand a line',
            description: 'Ärzte, Söhne; & Co / Site\n1:30 h',
            categories: ['deep, work'],
          },
          { description: /1:00 h$/ },
          { summary: 'Ärzte, Söhne; & Co / Site' },
          { summary: 'free' },
        ]);
        t.equal(events.length, 4, 'nothing that runs, is old, or is somebody else’s');
      }
    },
  );

  await t.test('is the same until something changes', async (t) => {
    const first = await read(feed.path);
    const { etag = '' } = first.headers;
    t.match(etag, /^"[\w-]{22}"$/);
    host.clock.advance({ minutes: 1 });
    const same = await read(feed.path, { 'if-none-match': `"x", W/${etag}` });
    t.match([same.status, same.text, same.headers.etag], [304, '', etag]);
    await person.post('/timer/stop');
    const other = await read(feed.path, { 'if-none-match': etag });
    t.equal(other.status, 200);
    t.not(other.headers.etag, etag);
    t.equal(eventsOf(other).length, 5);
  });

  await t.test('can be of some projects and days', async (t) => {
    const { body: some } = await browser.post('/me/calendar-feeds', {
      name: 'Site',
      project_ids: [project.id],
      days: 4,
    });
    t.same(
      eventsOf(await read(some.path)).map(({ start }) => start.toISOString().slice(0, 10)),
      ['2025-03-31', '2025-03-30'],
    );
  });

  await t.test('shows its address once, and what it was used', async (t) => {
    const { body } = await browser.get('/me/calendar-feeds');
    t.match(body.data, [{ name: 'Site' }, { name: 'My time', days: 90, last_used_at: String }]);
    t.notMatch(JSON.stringify(body), 'stint_cal_');
    const token = await person.get('/me/calendar-feeds');
    t.equal(token.status, 403, 'and to no token');
  });

  await t.test('is gone once it is revoked, or its person may not sign in', async (t) => {
    const { body: second } = await browser.post('/me/calendar-feeds', { name: 'Second' });
    const stranger = await openBrowser(host, admin.id);
    t.equal((await stranger.delete(`/me/calendar-feeds/${feed.id}`)).status, 404);
    t.equal((await browser.delete(`/me/calendar-feeds/${feed.id}`)).status, 204);
    const gone = await read(feed.path);
    t.match([gone.status, gone.body.code], [404, 'STINT_ERR_CALENDAR_UNKNOWN']);
    t.equal((await read(second.path)).status, 200);
    await host.db('users').where({ id: person.id }).update({ active: false });
    t.equal((await read(second.path)).status, 404);
  });
});
