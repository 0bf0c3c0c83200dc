import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from './workspace.ts';

const daily = { daily_summary: true, notify_on_start: false, notify_on_stop: false };

test('a day is summed up at the hour of whoever worked it', async (t) => {
  const { host, member, project, sent } = await openWorkspace(t, {}, '2025-01-27T07:00:00Z');
  const ada = await member('UADA', { name: 'Ada', time_zone: 'Europe/Berlin' }, daily);
  await member('UBERT', { name: 'Bert' }, daily);
  const own = { ...daily, daily_summary_time: '09:30' };
  const carla = await member(
    'UCARLA',
    { name: 'Carla', time_zone: 'Asia/Kolkata', locale: 'de' },
    own,
  );
  const shop = await project('Shop & <Co>');
  for (const [person, hour] of [
    [ada, 8],
    [carla, 3],
  ] as const) {
    const start_time = `2025-01-27T0${hour}:00:00Z`;
    const end_time = `2025-01-27T0${hour}:50:00Z`;
    const { status } = await person.post('/time-entries', {
      project_id: shop,
      start_time,
      end_time,
    });
    assert.equal(status, 201);
  }
  host.clock.set('2025-01-28T03:59:00Z');
  assert.deepEqual(await sent(), []);
  host.clock.set('2025-01-27T17:00:00Z');
  assert.deepEqual(await sent(), ['*Ada, 2025-01-27*: 0:50 h\n• Shop &amp; &lt;Co&gt;: 0:50 h']);
  host.clock.advance({ minutes: 1 });
  assert.deepEqual(await sent(), [], 'once');
  host.clock.set('2025-01-27T18:00:00Z');
  assert.deepEqual(await sent(), [], 'Bert did nothing');
  await carla.post('/time-entries', {
    start_time: '2025-01-28T02:00:00Z',
    end_time: '2025-01-28T03:30:00Z',
  });
  host.clock.set('2025-01-28T04:00:00Z');
  assert.deepEqual(await sent(), ['*Carla, 2025-01-28*: 1:30 h\n• kein Projekt: 1:30 h']);
});

test('a restart, a sick Slack or a change of zone makes it neither lost nor twice', async (t) => {
  const { host, slack, member, sent } = await openWorkspace(t, {}, '2025-01-27T08:00:00Z');
  const ada = await member('UADA', { time_zone: 'Europe/Berlin' }, daily);
  const work = (day: string) =>
    ada.post('/time-entries', { start_time: `${day}T08:00:00Z`, end_time: `${day}T09:00:00Z` });
  await work('2025-01-27');
  slack.illness = { status: 503 };
  host.clock.set('2025-01-27T17:00:00Z');
  assert.deepEqual(await sent(), []);
  await host.plugin.disable();
  slack.illness = undefined;
  host.clock.advance({ minutes: 30 });
  assert.deepEqual(await sent(), []);
  await host.plugin.enable();
  host.clock.advance({ minutes: 1 });
  assert.equal((await sent()).length, 1);
  // West of where it was sent, six in the evening comes again on the same day.
  await ada.patch('/me', { time_zone: 'America/Los_Angeles' });
  host.clock.set('2025-01-28T02:00:00Z');
  assert.deepEqual(await sent(), []);
  await work('2025-01-28');
  host.clock.set('2025-01-29T02:00:00Z');
  assert.equal((await sent()).length, 1);
});
