import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda, meeting, span } from './fixtures/connected.ts';
import { newCalendar } from './fixtures/google-server.ts';

test('nothing is synchronised by itself before somebody has looked at the preview and asked', async (t) => {
  const { google, goBy, entries, sync, call, project_id } = await connectAda(t);
  google.write(meeting('a'));
  google.write(meeting('b', span('2025-01-27T14:00:00Z', '2025-01-27T15:00:00Z')));
  google.write(meeting('c', { start: { date: '2025-01-27' }, end: { date: '2025-01-28' } }));
  await goBy('2025-01-27T12:31:00Z');
  assert.deepEqual(await entries(), []);
  const { body } = await call('/preview', {});
  assert.deepEqual(body, {
    counts: { create: 1, wait: 1, skip: 1 },
    items: [
      {
        does: 'create',
        title: 'Meeting a',
        start_time: '2025-01-27T08:00:00.000Z',
        end_time: '2025-01-27T09:00:00.000Z',
        project_id,
      },
      {
        does: 'wait',
        title: 'Meeting b',
        start_time: '2025-01-27T14:00:00.000Z',
        end_time: '2025-01-27T15:00:00.000Z',
        project_id,
      },
    ],
  });
  assert.deepEqual(await entries(), [], 'a preview does nothing');
  await sync();
  assert.equal((await entries()).length, 1);
  await goBy('2025-01-27T15:05:00Z');
  assert.equal((await entries()).length, 2, 'from then on by itself');
});

test('a preview takes settings that are not saved, and shows both directions', async (t) => {
  const { google, call, ada, host } = await connectAda(t);
  google.write(meeting('a'));
  await ada.post('/time-entries', {
    description: 'Mine',
    start_time: '2025-01-27T07:00:00Z',
    end_time: '2025-01-27T08:00:00Z',
  });
  const preview = async (values: object) => (await call('/preview', { values })).body;
  assert.deepEqual((await preview({ import_mode: 'suggest' })).counts, { suggest: 1 });
  const both = await preview({ sync_direction: 'both' });
  assert.deepEqual(both.counts, { create: 1, write: 1 });
  assert.equal(both.items[1].title, '[TT] Mine');
  assert.deepEqual(google.events().length, 1);
  const refused = await call('/preview', { values: { sync_direction: 'sideways' } });
  assert.equal(refused.status, 400);
  assert.equal(refused.body.code, 'STINT_ERR_PLG_GOOGLE_CALENDAR_CONNECTOR_SETTINGS');
  google.before = () => ({ status: 500, body: {} });
  const broken = await call('/preview', {});
  assert.deepEqual([broken.status, broken.body.detail], [422, 'Google answered 500.']);
  assert.equal((await host.plugin.state()).state, 'active', 'which is not a fault of the plugin');
  const stranger = await call('/preview', {}, await host.person());
  assert.equal(stranger.status, 409);
});

test('the form offers the calendars of the account, and one’s own projects', async (t) => {
  const { google, call, project_id } = await connectAda(t);
  google.account('ya29.ada').calendars.set('team@group.calendar.google.com', newCalendar('Team'));
  const options = async (name: string) => (await call('/options', { name, values: {} })).body;
  assert.deepEqual(await options('calendars'), {
    ok: true,
    options: [
      { value: 'primary', label: 'Ada' },
      { value: 'team@group.calendar.google.com', label: 'Team' },
    ],
  });
  assert.deepEqual(await options('projects'), {
    ok: true,
    options: [{ value: project_id, label: 'Shop' }],
  });
});

test('settings are tried with Google: a calendar that is not there, or cannot be written to', async (t) => {
  const { google, call } = await connectAda(t);
  google.account('ya29.ada').calendars.set('holidays', {
    ...newCalendar('Holidays'),
    accessRole: 'reader',
  });
  const tried = async (values: object) => (await call('/test', values)).body;
  assert.deepEqual(await tried({}), { ok: true, message: 'The calendar Ada can be read.' });
  assert.match((await tried({ calendar_id: 'nowhere' })).error, /no calendar nowhere/);
  assert.equal((await tried({ calendar_id: 'holidays' })).ok, true);
  assert.match(
    (await tried({ calendar_id: 'holidays', sync_direction: 'both' })).error,
    /not written to/,
  );
});

test('the last runs are kept, with what went wrong', async (t) => {
  const { google, sync, call } = await connectAda(t);
  google.write(meeting('a'));
  await sync();
  google.before = () => ({ status: 500, text: 'ya29.ada' });
  await sync();
  const { data } = (await call('/runs')).body;
  assert.partialDeepStrictEqual(data, [
    { synced: 0, error: 'Google answered 500.' },
    { synced: 1, errors: [], error: null },
  ]);
  google.before = undefined;
  for (let run = 0; run < 25; run += 1) await sync();
  assert.equal((await call('/runs')).body.data.length, 20);
});

test('refused access is renewed once for all who ask, and its end is the person’s to mend', async (t) => {
  const { google, sync, status, goBy, connect, ada, host, entries } = await connectAda(t);
  google.write(meeting('a'));
  const account = google.account('ya29.ada');
  account.tokens = new Set(['ya29.fresh']);
  google.refresh.set('1//ya29.ada', 'ya29.fresh');
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 1 });
  assert.equal(google.asked.filter((asked) => asked === 'POST /token').length, 1);
  google.refresh.clear();
  account.tokens.clear();
  assert.partialDeepStrictEqual(await sync(), { state: 'failed' });
  assert.equal((await status()).health, 'reconnect');
  const asked = google.asked.length;
  await goBy('2025-01-27T13:00:00Z');
  await goBy('2025-01-27T14:00:00Z');
  assert.equal(
    google.asked.length,
    asked,
    'no storm: nothing is asked until the person connects again',
  );
  account.tokens.add('ya29.again');
  google.write(meeting('b'), 'primary', account);
  await connect(ada, {}, 'ya29.again');
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 1 });
  assert.equal((await entries()).length, 2);
  const stored = JSON.stringify(await host.db('integrations').select());
  assert.ok(!stored.includes('ya29.'), 'no token stands in clear');
});

test('403 and 429 that limit a rate wait, another 403 does not', async (t) => {
  const { google, sync, status } = await connectAda(t);
  const refusing = async (status403: number, reason?: string) => {
    google.before = () => ({ status: status403, body: { error: { errors: [{ reason }] } } });
    return sync();
  };
  for (const reason of ['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded']) {
    assert.partialDeepStrictEqual(await refusing(403, reason), { state: 'retrying' });
    assert.equal((await status()).health, 'degraded');
  }
  assert.partialDeepStrictEqual(await refusing(429), { state: 'retrying' });
  assert.partialDeepStrictEqual(await refusing(403, 'insufficientPermissions'), {
    state: 'failed',
  });
  assert.equal((await status()).health, 'reconnect');
  assert.partialDeepStrictEqual(await refusing(403, 'forbidden'), { state: 'failed' });
  assert.equal((await status()).health, 'error');
});

test('how long Google asks to be left alone, it is', async (t) => {
  const { google, sync, host } = await connectAda(t);
  google.before = () => ({ status: 429, headers: { 'retry-after': '1234' }, body: {} });
  assert.partialDeepStrictEqual(await sync(), { state: 'retrying' });
  const { rows } = await host.db.raw(
    `SELECT extract(epoch FROM run_at - updated_at)::int AS seconds FROM graphile_worker.jobs
     WHERE task_identifier = 'plugin_sync'`,
  );
  assert.equal(rows.length, 1);
  assert.ok(Math.abs(rows[0].seconds - 1234) < 5, `${rows[0].seconds} s`);
});

test('pages without an end are no reason to read for ever', async (t) => {
  const { google, sync, status } = await connectAda(t);
  google.before = () => ({ status: 200, body: { items: [], nextPageToken: 'again' } });
  assert.partialDeepStrictEqual(await sync(), { state: 'retrying' });
  assert.match(String((await status()).last_error), /pages without an end/);
  let page = 0;
  google.before = () => ({ status: 200, body: { items: [], nextPageToken: String(page++) } });
  assert.partialDeepStrictEqual(await sync(), { state: 'retrying' });
  assert.ok(page <= 110);
});
