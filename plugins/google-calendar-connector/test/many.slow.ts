/** As much as there may be: thousands of events, and hundreds of people of whom some are ill. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '@stint/plugin-testkit';
import { connectAda, meeting } from './fixtures/connected.ts';

const EVENTS = 5000;
const PEOPLE = 200;
const AT_ONCE = 8;

test('5 000 events come in once', { timeout: 800_000 }, async (t) => {
  const { google, sync, host, ada, status } = await connectAda(t, { sync_days_back: 30 });
  const from = Date.parse('2025-01-03T00:00:00Z');
  for (let index = 0; index < EVENTS; index += 1) {
    const at = from + index * 400_000;
    const time = (ms: number) => ({ dateTime: new Date(ms).toISOString() });
    google.write(meeting(`e${index}`, { start: time(at), end: time(at + 300_000) }));
  }
  const wait = async () => {
    let state = (await sync()).state;
    while (state === 'running' || state === 'queued') {
      await sleep(500);
      state = ((await status()).sync as { state: string }).state;
    }
    return (await status()).sync;
  };
  assert.partialDeepStrictEqual(await wait(), { state: 'done', synced: EVENTS, errors: [] });
  google.forget();
  assert.partialDeepStrictEqual(await wait(), { state: 'done', synced: 0, updated: 0 });
  const ids = await host.db('time_entries').where({ user_id: ada.id }).pluck('id');
  assert.equal(ids.length, EVENTS);
});

test('of 200 people nobody waits a second for those whose accounts are ill', {
  timeout: 800_000,
}, async (t) => {
  const { google, connect, host, entries } = await connectAda(t);
  const people: Caller[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const token = `ya29.person-${index}`;
    const person = await host.person({ time_zone: 'UTC' });
    await connect(person, {}, token);
    google.write(meeting('a'), 'primary', google.account(token));
    people.push(person);
  }
  const well = people.filter((_, index) => index < 3 || index > 7).map(({ id }) => id);
  const rows = () => host.db('integrations');

  /** How long it takes until the last of those who are well is done, and the rest of the work. */
  async function syncAll(): Promise<{ ms: number; working: Promise<unknown> }> {
    await rows().update({ last_sync_at: new Date(0), sync: null });
    await host.db.raw(`SELECT graphile_worker.add_job('plugin_syncs')`);
    const began = performance.now();
    const working = Promise.all(Array.from({ length: AT_ONCE }, () => host.runJobs()));
    const left = () =>
      rows().whereIn('user_id', well).whereRaw(`coalesce(sync ->> 'state', '') <> 'done'`).first();
    while (await left()) await sleep(50);
    return { ms: performance.now() - began, working };
  }

  const healthy: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { ms, working } = await syncAll();
    await working;
    // The first brings the events, and is slower for that.
    if (round > 0) healthy.push(ms);
  }
  const accounts = people.map((_, index) => google.account(`ya29.person-${index}`));
  google.before = ({ account }) => {
    const index = accounts.indexOf(account as never);
    if (index === 3) return 'hang';
    if (index === 4) return { status: 500, body: {} };
    if (index === 5) return { status: 200, text: '{"items": ['.repeat(100_000) };
    if (index === 6) return { status: 429, headers: { 'retry-after': '3600' } };
    if (index === 7)
      return { status: 200, body: { items: [], nextPageToken: String(Math.random()) } };
    return undefined;
  };
  const { ms, working } = await syncAll();
  const ill = await rows()
    .whereIn(
      'user_id',
      people.slice(3, 8).map(({ id }) => id),
    )
    .select('health');
  assert.ok(ill.every(({ health }) => health !== 'connected'));
  const figures = `${Math.round(ms)} ms, without them ${healthy.map(Math.round).join(' and ')} ms`;
  t.diagnostic(figures);
  assert.ok(ms - Math.max(...healthy) < 1000, figures);
  assert.equal((await entries(people[0])).length, 1);
  assert.equal((await entries(people[PEOPLE - 1])).length, 1);
  google.before = () => ({ status: 401, body: {} });
  google.refresh.clear();
  await working;
});
