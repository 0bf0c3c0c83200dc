import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda, meeting, span } from './fixtures/connected.ts';
import { newCalendar } from './fixtures/google-server.ts';

test('events become entries, once, whatever runs how often', async (t) => {
  const { google, sync, entries, status, project_id, ada, host } = await connectAda(t);
  google.most = 2;
  google.emptyPages = 2;
  for (const hour of [6, 7, 8, 9, 10]) {
    const at = `2025-01-27T${String(hour).padStart(2, '0')}`;
    google.write(meeting(`e${hour}`, span(`${at}:00:00Z`, `${at}:30:00Z`)));
  }
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 5, errors: [] });
  const made = await entries();
  assert.equal(made.length, 5);
  assert.partialDeepStrictEqual(made[0], {
    description: 'Meeting e6',
    project_id,
    billable: false,
    start_time: '2025-01-27T07:00:00+01:00',
    end_time: '2025-01-27T07:30:00+01:00',
  });
  google.asked.splice(0);
  assert.partialDeepStrictEqual(await sync(), { synced: 0, updated: 0, skipped: 0 });
  assert.equal(google.asked.length, 3, 'two empty pages and the last');
  assert.deepEqual(await entries(), made, 'twice is once');
  assert.equal((await status()).health, 'connected');
  const links = await host.db('external_links').where({ integration: host.plugin.id });
  assert.deepEqual(
    links.map(({ local_id }) => Number(local_id)).toSorted(),
    made.map(({ id }) => id).toSorted(),
  );
  assert.equal((await ada.get(`/time-entries/${made[0]?.id}`)).status, 200);
});

test('what is no work of this person stays where it is', async (t) => {
  const { google, sync, entries } = await connectAda(t);
  google.write(meeting('day', { start: { date: '2025-01-27' }, end: { date: '2025-01-28' } }));
  google.write(meeting('cancelled', { status: 'cancelled' }));
  const attendees = [{ email: 'ada@example.com', self: true, responseStatus: 'declined' }];
  google.write(meeting('declined', { attendees }));
  google.write(meeting('marked', { summary: '[TT] Shop — Door' }));
  google.write(meeting('own', { extendedProperties: { private: { stint_entry: '7' } } }));
  google.write(meeting('empty', span('2025-01-27T08:00:00Z', '2025-01-27T08:00:00Z')));
  google.write(meeting('birthday', { eventType: 'birthday' }));
  google.write(meeting('running', span('2025-01-27T11:30:00Z', '2025-01-27T12:30:00Z')));
  google.write(meeting('garbled', span('yesterday', 'today')));
  google.write(meeting('old', span('2025-01-10T08:00:00Z', '2025-01-10T09:00:00Z')));
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 0, errors: [] });
  assert.deepEqual(await entries(), []);
});

test('an event counts once it has ended, although Google has no news of it then', async (t) => {
  const { google, sync, entries, goBy } = await connectAda(t);
  google.write(meeting('soon', span('2025-01-27T11:30:00Z', '2025-01-27T12:30:00Z')));
  google.write(meeting('next-week', span('2025-02-05T09:00:00Z', '2025-02-05T10:00:00Z')));
  google.write(meeting('far', span('2025-02-20T09:00:00Z', '2025-02-20T10:00:00Z')));
  await sync();
  assert.deepEqual(await entries(), []);
  await goBy('2025-01-27T12:31:00Z');
  assert.deepEqual(
    (await entries()).map(({ description }) => description),
    ['Meeting soon'],
  );
  for (const day of ['2025-02-02', '2025-02-05', '2025-02-12', '2025-02-20']) {
    await goBy(`${day}T20:00:00Z`);
  }
  assert.deepEqual(
    (await entries()).map(({ description }) => description),
    ['Meeting soon', 'Meeting next-week', 'Meeting far'],
  );
});

test('times are what they are in their zone, over midnight and in the night that the clocks change', async (t) => {
  const { google, sync, entries, host } = await connectAda(t);
  host.clock.set('2025-03-30T12:00:00Z');
  google.account('ya29.ada').calendars.set('primary', newCalendar('Ada', 'America/New_York'));
  google.write(meeting('night', span('2025-03-28T22:30:00+01:00', '2025-03-29T01:30:00+01:00')));
  google.write(
    meeting('spring', {
      start: { dateTime: '2025-03-30T01:30:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2025-03-30T03:30:00', timeZone: 'Europe/Berlin' },
    }),
  );
  google.write(meeting('floating', span('2025-03-29T09:00:00', '2025-03-29T10:00:00')));
  google.write(
    meeting('zoned', {
      start: { dateTime: '2025-03-27T09:00:00+09:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2025-03-27T10:00:00+09:00', timeZone: 'Europe/Berlin' },
    }),
  );
  await sync();
  const made = (await entries()).map(({ description, start_time, end_time }) => [
    description.replace('Meeting ', ''),
    new Date(start_time).toISOString().slice(5, 16),
    (Date.parse(end_time) - Date.parse(start_time)) / 3_600_000,
  ]);
  assert.deepEqual(made, [
    ['zoned', '03-27T00:00', 1],
    ['night', '03-28T21:30', 3],
    ['floating', '03-29T13:00', 1],
    ['spring', '03-30T00:30', 1],
  ]);
});

test('the hour that the clocks live through twice counts as often as it was worked', async (t) => {
  const { google, sync, entries, host } = await connectAda(t);
  host.clock.set('2025-10-26T12:00:00Z');
  const berlin = (start: string, end: string) => ({
    start: { dateTime: `2025-10-26T${start}`, timeZone: 'Europe/Berlin' },
    end: { dateTime: `2025-10-26T${end}`, timeZone: 'Europe/Berlin' },
  });
  google.write(meeting('across', berlin('01:30:00', '03:30:00')));
  google.write(meeting('first', berlin('02:30:00+02:00', '02:45:00+02:00')));
  // By the clock on the wall it ends before it begins.
  google.write(meeting('turned', berlin('02:50:00+02:00', '02:10:00+01:00')));
  google.write(meeting('second', berlin('02:30:00+01:00', '02:45:00+01:00')));
  assert.partialDeepStrictEqual(await sync(), { synced: 4, errors: [] });
  const made = (await entries()).map(({ description, start_time, end_time }) => [
    description.replace('Meeting ', ''),
    new Date(start_time).toISOString().slice(11, 16),
    (Date.parse(end_time) - Date.parse(start_time)) / 60_000,
  ]);
  assert.deepEqual(made, [
    ['across', '23:30', 180],
    ['first', '00:30', 15],
    ['turned', '00:50', 20],
    ['second', '01:30', 15],
  ]);
});

test('an event that moves, is renamed or goes takes its entry along, unless somebody edited it', async (t) => {
  const { google, sync, entries, ada } = await connectAda(t);
  for (const id of ['moved', 'named', 'gone', 'mine', 'declined', 'later'])
    google.write(meeting(id));
  await sync();
  const find = async (id: string) =>
    (await entries()).find(({ description }) => description === `Meeting ${id}`);
  const mine = await find('mine');
  await ada.patch(`/time-entries/${mine?.id}`, { description: 'What it really was' });
  google.write(meeting('moved', span('2025-01-27T10:00:00Z', '2025-01-27T11:30:00Z')));
  google.write(meeting('named', { summary: 'Another name' }));
  google.remove('gone');
  google.write(
    meeting('mine', {
      summary: 'Google says so',
      ...span('2025-01-27T01:00:00Z', '2025-01-27T02:00:00Z'),
    }),
  );
  google.write(meeting('declined', { attendees: [{ self: true, responseStatus: 'declined' }] }));
  google.write(meeting('later', span('2025-01-28T08:00:00Z', '2025-01-28T09:00:00Z')));
  assert.partialDeepStrictEqual(await sync(), { synced: 0, updated: 5, skipped: 1, errors: [] });
  const after = (await entries()).map(({ description, start_time }) => [
    description,
    new Date(start_time).toISOString().slice(11, 16),
  ]);
  assert.deepEqual(
    after,
    [
      ['Another name', '08:00'],
      ['What it really was', '08:00'],
      ['Meeting moved', '10:00'],
    ].toSorted((a, b) => String(a[1]).localeCompare(String(b[1]))),
  );
});

test('an entry that its person deleted does not come back', async (t) => {
  const { google, sync, entries, ada, save } = await connectAda(t);
  google.write(meeting('a'));
  await sync();
  await ada.delete(`/time-entries/${(await entries())[0]?.id}`);
  google.write(meeting('a', { summary: 'Again' }));
  await sync();
  await save({});
  await sync();
  assert.deepEqual(await entries(), []);
});

test('when Google has forgotten since when, everything is read again and nothing is lost', async (t) => {
  const { google, sync, entries } = await connectAda(t);
  for (const id of ['a', 'b', 'c']) google.write(meeting(id));
  await sync();
  const before = await entries();
  // So long ago that Google does not tell of its deletion any more.
  google.account('ya29.ada').calendars.get('primary')?.events.delete('a');
  google.remove('b');
  google.write(meeting('d'));
  google.forget();
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 1, updated: 1 });
  const after = await entries();
  assert.ok(
    after.some(({ id }) => id === before[0]?.id),
    'what is only missing is not deleted',
  );
  assert.deepEqual(after.map(({ description }) => description).toSorted(), [
    'Meeting a',
    'Meeting c',
    'Meeting d',
  ]);
});

test('ids and titles may be anything', async (t) => {
  const { google, sync, entries } = await connectAda(t);
  const odd = ["a'b", 'ü/ö?#%20', '_60q30c1g60o30e1i60o4ac1g60rj8gpl', '😀', 'x'.repeat(1000)];
  for (const id of odd) google.write(meeting(id, { summary: `${'😀'.repeat(600)}\u0000\ud83d` }));
  google.write(meeting('no-title', { summary: undefined }));
  await sync();
  for (const id of odd) google.write(meeting(id, { summary: '=cmd|"/C calc"!A0' }));
  assert.partialDeepStrictEqual(await sync(), { state: 'done', updated: 5, errors: [] });
  assert.equal((await entries()).length, 6);
});

test('rules say which project: by calendar, title and colour, the first that fits', async (t) => {
  const { google, sync, entries, host, save, project_id } = await connectAda(t);
  const admin = await host.person({ role: 'admin' });
  const [support, design] = await Promise.all(
    ['Support', 'Design'].map(
      async (name) => (await admin.post('/projects', { name, color: '#2563eb' })).body.id,
    ),
  );
  await save({
    more_calendar_ids: ['team@group.calendar.google.com'],
    rules: [
      { title: 'DESIGN ', color_id: '5', project_id: design },
      { calendar_id: 'team@group.calendar.google.com', project_id: support },
    ],
  });
  google.write(meeting('a', { summary: 'Design review', colorId: '5' }));
  google.write(meeting('b', { summary: 'Design review' }), 'team@group.calendar.google.com');
  google.write(meeting('c', { summary: 'Design review', colorId: '4' }));
  await sync();
  assert.deepEqual(
    (await entries()).map((entry) => entry.project_id).toSorted(),
    [project_id, support, design].toSorted(),
  );
});

test('what the rules of Stint refuse is said once, and taken when they allow it', async (t) => {
  const { google, sync, entries, host, status } = await connectAda(t);
  const admin = await host.person({ role: 'admin' });
  const { body: lock } = await admin.post('/locks', { ends_on: '2025-01-26', reason: 'Paid' });
  google.write(meeting('locked', span('2025-01-24T08:00:00Z', '2025-01-24T09:00:00Z')));
  google.write(meeting('free'));
  const first = await sync();
  assert.partialDeepStrictEqual(first, { state: 'done', synced: 1 });
  assert.match((first.errors as string[])[0] ?? '', /^Meeting locked, 2025-01-24: /);
  assert.equal((await status()).health, 'degraded');
  assert.partialDeepStrictEqual(await sync(), { synced: 0, skipped: 1, errors: [] });
  assert.equal((await status()).health, 'connected');
  assert.equal((await admin.delete(`/locks/${lock.id}`)).status, 204);
  assert.partialDeepStrictEqual(await sync(), { synced: 1, errors: [] });
  assert.equal((await entries()).length, 2);
});

test('a project that its person may not use is a fault of the settings', async (t) => {
  const { sync, status, host, project_id } = await connectAda(t);
  const admin = await host.person({ role: 'admin' });
  await admin.patch(`/projects/${project_id}`, { visibility: 'members' });
  assert.partialDeepStrictEqual(await sync(), { state: 'failed' });
  assert.partialDeepStrictEqual(await status(), {
    health: 'error',
    last_error: 'You cannot use this project: choose another.',
  });
});

test('each instance of a series is an event of its own, and so is what becomes of it', async (t) => {
  const { google, sync, entries } = await connectAda(t);
  const series = (day: number) => {
    const at = `2025-01-${day}T08:00:00Z`;
    return meeting(`daily_202501${day}T080000Z`, {
      summary: 'Daily',
      recurringEventId: 'daily',
      originalStartTime: { dateTime: at },
      ...span(at, `2025-01-${day}T08:15:00Z`),
    });
  };
  for (const day of [23, 24, 25, 26, 27]) google.write(series(day));
  await sync();
  assert.equal((await entries()).length, 5);
  google.write({ ...series(24), ...span('2025-01-24T10:00:00Z', '2025-01-24T10:30:00Z') });
  // A cancelled one has no more than this.
  google.write({ id: series(25).id, status: 'cancelled', recurringEventId: 'daily' });
  assert.partialDeepStrictEqual(await sync(), { updated: 2, errors: [] });
  assert.deepEqual(
    (await entries()).map(({ start_time }) => new Date(start_time).toISOString().slice(8, 13)),
    ['23T08', '24T10', '26T08', '27T08'],
  );
});

test('an entry that another tracker made of the event is taken for it', async (t) => {
  const { google, sync, entries, ada } = await connectAda(t);
  const times = { start_time: '2025-01-27T08:00:00Z', end_time: '2025-01-27T09:00:00Z' };
  await ada.post('/time-entries', { ...times, description: 'Planning gcal:abc' });
  google.write(meeting('abc'));
  google.write(meeting('ab', span('2025-01-27T08:00:00Z', '2025-01-27T09:30:00Z')));
  await sync();
  assert.deepEqual((await entries()).map(({ description }) => description).toSorted(), [
    'Meeting ab',
    'Planning gcal:abc',
  ]);
});
