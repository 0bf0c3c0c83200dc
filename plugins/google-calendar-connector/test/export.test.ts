import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda, meeting, span } from './fixtures/connected.ts';

const nine = { start_time: '2025-01-27T08:00:00Z', end_time: '2025-01-27T09:00:00Z' };

test('entries become events that say whose they are, and follow them', async (t) => {
  const { google, sync, ada, host, project_id } = await connectAda(t, { sync_direction: 'export' });
  const admin = await host.person({ role: 'admin' });
  const { body: task } = await admin.post('/tasks', { project_id, name: 'Door' });
  const make = async (body: object) => (await ada.post('/time-entries', { ...nine, ...body })).body;
  const worked = await make({ project_id, description: 'Oiled it' });
  await make({ task_id: task.id, description: 'Not shown' });
  await make({ description: 'Alone' });
  await make({});
  await ada.post('/timer/start', { description: 'Runs' });
  const bob = await host.person({ role: 'admin' });
  await bob.post('/time-entries', { ...nine, description: 'Not mine' });
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 4, errors: [] });
  assert.deepEqual(
    google
      .events()
      .map(({ summary }) => summary)
      .toSorted(),
    ['[TT]', '[TT] Alone', '[TT] Shop — Door', '[TT] Shop — Oiled it'],
  );
  const find = (id: number) =>
    google.events().find((one) => one.extendedProperties?.private?.stint_entry === String(id));
  assert.partialDeepStrictEqual(find(worked.id), {
    start: { dateTime: '2025-01-27T08:00:00.000Z', timeZone: 'UTC' },
    end: { dateTime: '2025-01-27T09:00:00.000Z', timeZone: 'UTC' },
    description: 'Oiled it',
  });
  const written = google.asked.length;
  assert.partialDeepStrictEqual(await sync(), { synced: 0, updated: 0 });
  assert.equal(google.asked.length, written, 'nothing is asked when nothing is new');

  await ada.patch(`/time-entries/${worked.id}`, {
    description: 'Greased it',
    end_time: '2025-01-27T10:00:00Z',
  });
  assert.partialDeepStrictEqual(await sync(), { updated: 1 });
  assert.partialDeepStrictEqual(find(worked.id), {
    summary: '[TT] Shop — Greased it',
    end: { dateTime: '2025-01-27T10:00:00.000Z' },
  });
  await ada.delete(`/time-entries/${worked.id}`);
  await sync();
  assert.equal(find(worked.id), undefined);
  await ada.post(`/time-entries/${worked.id}/restore`);
  await sync();
  assert.equal(google.events().length, 4, 'a deleted event keeps its id, and comes back');
  assert.partialDeepStrictEqual(find(worked.id), { summary: '[TT] Shop — Greased it' });
});

test('what Google has is written over where both were changed: 412 and 409 are no end', async (t) => {
  const { google, sync, ada } = await connectAda(t, { sync_direction: 'export' });
  const { body: entry } = await ada.post('/time-entries', { ...nine, description: 'Mine' });
  await sync();
  const [event] = google.events();
  google.write({ ...event, id: event?.id as string, summary: 'Changed in Google' });
  await ada.patch(`/time-entries/${entry.id}`, { description: 'Mine still' });
  assert.partialDeepStrictEqual(await sync(), { state: 'done', updated: 1 });
  assert.deepEqual(
    google.events().map(({ summary }) => summary),
    ['[TT] Mine still'],
  );
  google.remove(event?.id as string);
  await ada.patch(`/time-entries/${entry.id}`, { description: 'Back' });
  await sync();
  assert.deepEqual(
    google.events().map(({ summary }) => summary),
    ['[TT] Back'],
  );
  google.account('ya29.ada').calendars.get('primary')?.events.clear();
  await ada.patch(`/time-entries/${entry.id}`, { description: 'Written anew' });
  await sync();
  assert.deepEqual(
    google.events().map(({ summary }) => summary),
    ['[TT] Written anew'],
  );
});

test('a run that dies after Google took an event does not write it twice', async (t) => {
  const { google, sync, ada, host, status } = await connectAda(t, { sync_direction: 'export' });
  for (const description of ['a', 'b', 'c'])
    await ada.post('/time-entries', { ...nine, description });
  let lost = 0;
  google.loses = () => lost++ < 9;
  for (let run = 0; run < 14 && google.loses; run += 1) {
    await sync();
    await host.db.raw('UPDATE graphile_worker._private_jobs SET run_at = now()');
    if (lost > 9) google.loses = undefined;
  }
  await host.runJobs();
  assert.equal((await status()).health, 'connected');
  assert.deepEqual(
    google
      .events()
      .map(({ summary }) => summary)
      .toSorted(),
    ['[TT] a', '[TT] b', '[TT] c'],
  );
});

test('both: what changed on one side goes to the other, and Stint wins where both did', async (t) => {
  const { google, sync, ada, entries } = await connectAda(t, {
    sync_direction: 'both',
    default_project_id: null,
  });
  const make = async (description: string) =>
    (await ada.post('/time-entries', { ...nine, description })).body.id as number;
  const [moved, gone, fought, named, edited] = await Promise.all(
    ['moved', 'gone', 'fought', 'named', 'edited'].map(make),
  );
  google.write(meeting('theirs'));
  await sync();
  const idOf = (entry?: number) =>
    google.events().find((one) => one.extendedProperties?.private?.stint_entry === String(entry))
      ?.id as string;
  const event = (entry?: number) => google.events().find(({ id }) => id === idOf(entry));
  const later = span('2025-01-27T10:00:00Z', '2025-01-27T10:45:00Z');
  const change = (entry: number | undefined, changes: object) =>
    google.write({ ...event(entry), id: idOf(entry), ...changes });
  change(moved, later);
  google.remove(idOf(gone));
  change(fought, later);
  await ada.patch(`/time-entries/${fought}`, { start_time: '2025-01-27T07:00:00Z' });
  change(named, { summary: 'Another name' });
  await ada.patch(`/time-entries/${edited}`, { description: 'edited here' });
  await sync();
  const at = async (id?: number) => (await ada.get(`/time-entries/${id}`)).body;
  assert.equal(Date.parse((await at(moved)).start_time), Date.parse('2025-01-27T10:00:00Z'));
  assert.notEqual((await at(gone)).deleted_at, null);
  assert.equal(Date.parse((await at(fought)).start_time), Date.parse('2025-01-27T07:00:00Z'));
  assert.equal(
    Date.parse(event(fought)?.start?.dateTime as string),
    Date.parse('2025-01-27T07:00:00Z'),
  );
  assert.equal(event(named)?.summary, '[TT] named');
  assert.equal(event(edited)?.summary, '[TT] edited here');
  const before = [await entries(), google.events()];
  assert.partialDeepStrictEqual(await sync(), { synced: 0, updated: 0, errors: [] });
  assert.deepEqual([await entries(), google.events()], before, 'it comes to rest');
  assert.equal(google.events().filter(({ id }) => id === 'theirs').length, 1);
  assert.equal(
    (await entries()).filter(({ description }) => description === 'Meeting theirs').length,
    1,
  );
});

test('an event of somebody is never written to, whatever becomes of its entry', async (t) => {
  const { google, sync, ada, entries } = await connectAda(t, { sync_direction: 'both' });
  const before = google.write(meeting('theirs'));
  await sync();
  const [entry] = await entries();
  await ada.patch(`/time-entries/${entry?.id}`, { description: 'Mine' });
  await sync();
  await ada.delete(`/time-entries/${entry?.id}`);
  await sync();
  assert.deepEqual(google.events(), [before]);
});
