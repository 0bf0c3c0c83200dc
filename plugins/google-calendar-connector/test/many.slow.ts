/** As much as there may be: thousands of events, and hundreds of people of whom some are ill. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectAda, meeting } from './fixtures/connected.ts';
import { gatherCrowd } from './fixtures/crowd.ts';

const EVENTS = 5000;

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

test('two hundred people are synchronised while five of them are ill', {
  timeout: 800_000,
}, async (t) => {
  const { people, syncAll, fallIll, healthOfIll, entries, end } = await gatherCrowd(t);
  const before = await syncAll();
  fallIll();
  const after = await syncAll();
  // What a second is measured by is `npm run bench -- --only google`.
  t.diagnostic(`${Math.round(before)} ms, with the ill ${Math.round(after)} ms`);
  assert.ok((await healthOfIll()).every((health) => health !== 'connected'));
  for (const person of people) assert.equal((await entries(person)).length, 1);
  await end();
});
