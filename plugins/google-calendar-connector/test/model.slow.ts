/** Random edits on both sides, in any order, with breaks: both sides come to rest, and by the rules. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Connected, connectAda } from './fixtures/connected.ts';
import type { Event } from './fixtures/google-server.ts';

const RUNS = 40;
const hourOf = (hour: number) => `2025-01-27T${String(hour).padStart(2, '0')}:00:00.000Z`;
const spanOf = (hour: number) => ({
  start: { dateTime: hourOf(hour) },
  end: { dateTime: hourOf(hour + 1) },
});

type Step =
  | { does: 'write'; event: number; hour: number; title: string }
  | { does: 'remove' | 'decline'; event: number }
  | { does: 'record'; hour: number; title: string }
  | { does: 'edit'; entry: number; hour: number; title: string }
  | { does: 'delete' | 'restore'; entry: number }
  | { does: 'move_own' | 'rename_own' | 'remove_own'; own: number; hour: number }
  | { does: 'sync' | 'forget' | 'break' };

const pick = fc.nat({ max: 7 });
const hour = fc.integer({ min: 0, max: 9 });
const title = fc.constantFrom('Plan', 'Review', 'Ärger 😀', 'x'.repeat(600));
const record = <T extends object>(shape: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(shape) as fc.Arbitrary<T>;
const does = <Name extends string>(...names: Name[]) => fc.constantFrom(...names);
const step = fc.oneof(
  record({ does: does('write'), event: pick, hour, title }),
  record({ does: does('remove', 'decline'), event: pick }),
  record({ does: does('record'), hour, title }),
  record({ does: does('edit'), entry: pick, hour, title }),
  record({ does: does('delete', 'restore'), entry: pick }),
  record({ does: does('move_own', 'rename_own', 'remove_own'), own: pick, hour }),
  record({ does: does('sync', 'sync', 'forget', 'break') }),
) as fc.Arbitrary<Step>;

test('random edits on both sides come to rest', { timeout: 800_000 }, async (t) => {
  const connected = await connectAda(t, { sync_direction: 'both', default_project_id: null });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      runs += 1;
      await startOver(connected, runs);
      for (const one of steps) await take(connected, one);
      await comeToRest(connected);
      await check(connected);
    }),
    { numRuns: RUNS, endOnFailure: true, includeErrorInReport: true },
  );
});

async function startOver({ google, host, save }: Connected, run: number): Promise<void> {
  google.before = undefined;
  google.account('ya29.ada').calendars.get('primary')?.events.clear();
  await host.plugin.query('DELETE FROM items');
  await host.db('external_links').delete();
  await host.db('time_entries').delete();
  await save({ sync_direction: 'both', default_project_id: null, sync_days_back: (run % 20) + 2 });
}

function own({ google }: Connected): Event[] {
  return google.events().filter((event) => event.extendedProperties?.private?.stint_entry);
}

async function take(connected: Connected, one: Step): Promise<void> {
  const { google, ada, host, sync } = connected;
  const all = () => host.db('time_entries').where({ user_id: ada.id }).orderBy('id').pluck('id');
  switch (one.does) {
    case 'write':
      google.write({ id: `theirs${one.event}`, summary: one.title, ...spanOf(one.hour) });
      break;
    case 'remove':
    case 'decline': {
      const event = google.events().find(({ id }) => id === `theirs${one.event}`);
      if (!event) break;
      if (one.does === 'remove') google.remove(event.id);
      else google.write({ ...event, attendees: [{ self: true, responseStatus: 'declined' }] });
      break;
    }
    case 'record':
      await ada.post('/time-entries', { ...times(one.hour), description: one.title });
      break;
    case 'edit':
    case 'delete':
    case 'restore': {
      const entries: number[] = await all();
      const id = entries[one.entry % Math.max(1, entries.length)];
      if (id === undefined) break;
      if (one.does === 'edit')
        await ada.patch(`/time-entries/${id}`, { ...times(one.hour), description: one.title });
      else if (one.does === 'delete') await ada.delete(`/time-entries/${id}`);
      else await ada.post(`/time-entries/${id}/restore`);
      break;
    }
    case 'move_own':
    case 'rename_own':
    case 'remove_own': {
      const events = own(connected);
      const event = events[one.own % Math.max(1, events.length)];
      if (!event) break;
      if (one.does === 'remove_own') google.remove(event.id);
      else if (one.does === 'move_own') google.write({ ...event, ...spanOf(one.hour) });
      else google.write({ ...event, summary: 'Another name' });
      break;
    }
    case 'forget':
      google.forget();
      break;
    case 'break': {
      let asked = 0;
      google.before = () => (asked++ > 1 ? { status: 500, body: {} } : undefined);
      await sync();
      google.before = undefined;
      break;
    }
    default:
      await sync();
  }
}

function times(hour: number) {
  return { start_time: hourOf(hour), end_time: hourOf(hour + 1) };
}

async function comeToRest({ sync, google, entries }: Connected): Promise<void> {
  for (let left = 3; left > 0; left -= 1)
    assert.partialDeepStrictEqual(await sync(), { state: 'done', errors: [] });
  const before = [await entries(), google.events()];
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 0, updated: 0 });
  assert.deepEqual(
    [await entries(), google.events()],
    before,
    'once more is once less than needed',
  );
}

async function check(connected: Connected): Promise<void> {
  const { google, host, entries } = connected;
  interface Known {
    event_id: string;
    origin: string;
    state: string;
    entry_id: number;
    entry_version: number;
  }
  const items = await host.plugin.query<Known>('SELECT * FROM items');
  const live = await entries();
  const imported = new Map(
    items.filter(({ origin }) => origin === 'google').map((item) => [Number(item.entry_id), item]),
  );
  const shown = new Map(
    own(connected).map((event) => [Number(event.extendedProperties?.private?.stint_entry), event]),
  );
  assert.equal(shown.size, own(connected).length, 'no entry is shown twice');
  for (const entry of live) {
    const item = imported.get(entry.id);
    const event = item
      ? google.events().find(({ id }) => id === item.event_id)
      : shown.get(entry.id);
    // Somebody edited it: theirs, whether Google had news of the event since or not.
    if (item && item.entry_version !== entry.version) continue;
    assert.ok(event, `entry ${entry.id} has its event`);
    assert.equal(Date.parse(event.start?.dateTime ?? ''), Date.parse(entry.start_time));
    assert.equal(Date.parse(event.end?.dateTime ?? ''), Date.parse(entry.end_time));
    const isOwn = item === undefined;
    const text = Array.from(isOwn ? `[TT] ${entry.description}` : (event.summary ?? ''));
    if (isOwn) assert.equal(event.summary, text.slice(0, 500).join('').trim());
    else assert.equal(entry.description, text.slice(0, 500).join(''));
  }
  const alive = new Set(live.map(({ id }) => id));
  for (const id of shown.keys()) assert.ok(alive.has(id), `the event of entry ${id} outlives it`);
  const known = new Set(items.map(({ event_id }) => event_id));
  for (const event of google.events()) assert.ok(known.has(event.id) || event.attendees);
}
