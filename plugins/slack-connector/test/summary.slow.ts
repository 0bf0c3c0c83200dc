/**
 * A year of summaries, with every change of the clocks, restarts of the plugin, a sick Slack and somebody who moves.
 * Processes that are killed meanwhile are in `test/connectors/slack-summary.slow.ts`.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from './workspace.ts';

const daily = { daily_summary: true, notify_on_start: false, notify_on_stop: false };
// Zones whose clocks change, at other times and by other steps; and times that a change leaps over or has twice.
// The traveller is somewhere else every few weeks, in either direction: `moves` are days of the year.
interface Person {
  zone: string;
  at: string;
  moves?: Record<number, string>;
}
const people: Person[] = [
  { zone: 'Europe/Berlin', at: '02:30' },
  { zone: 'Europe/Berlin', at: '18:00' },
  { zone: 'America/New_York', at: '01:30' },
  { zone: 'Australia/Lord_Howe', at: '02:15' },
  { zone: 'Africa/Cairo', at: '00:30' },
  { zone: 'Asia/Kolkata', at: '23:45' },
  {
    zone: 'Europe/Berlin',
    at: '18:00',
    moves: {
      40: 'America/Los_Angeles',
      88: 'Asia/Tokyo',
      94: 'Pacific/Auckland',
      180: 'Pacific/Honolulu',
      210: 'Europe/Berlin',
      298: 'America/New_York',
      306: 'Australia/Lord_Howe',
    },
  },
];
const STEP_MINUTES = 15;
const DAYS = 365;
// How late the host is willing to be.
const GRACE_MINUTES = 60;

const dayIn = (zone: string, instant: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);

test('a year has one summary for each person and each of their days', async (t) => {
  const begin = new Date('2025-01-01T12:00:00Z');
  const { host, slack, member } = await openWorkspace(t, {}, begin.toISOString());
  const members = [];
  for (const [i, { zone, at }] of people.entries()) {
    const options = { name: `Person-${i}`, time_zone: zone };
    members.push(await member(`U000${i}`, options, { ...daily, daily_summary_time: at }));
  }
  // There is time on every day of everybody: who is left out is missed.
  await host.db.raw(
    `INSERT INTO time_entries (user_id, description, start_time, end_time, source)
     SELECT u.id, '', d, d + interval '10 minutes', 'manual'
     FROM users u, generate_series('2024-12-30'::timestamptz, '2026-01-05', interval '30 minutes') d
     WHERE u.id = ANY(?)`,
    [members.map(({ id }) => id)],
  );
  const counts = new Map<string, number>();
  const last = new Date(begin.getTime() + DAYS * 86_400_000);
  const zones = people.map(({ zone }) => zone);
  // When it was that time where somebody was by then.
  const met = people.map(() => new Set<string>());
  let step = 0;
  for (; host.clock.now() < last; host.clock.advance({ minutes: STEP_MINUTES })) {
    step += 1;
    const now = host.clock.now();
    const day = Math.floor((now.getTime() - begin.getTime()) / 86_400_000);
    for (const [i, { at, moves }] of people.entries()) {
      const next = moves?.[day];
      if (next && next !== zones[i]) {
        zones[i] = next;
        await members[i]?.patch('/me', { time_zone: next });
      }
      const zone = zones[i] as string;
      if (minutesAfter(now, zone, at) < GRACE_MINUTES) met[i]?.add(dayIn(zone, now));
    }
    // Only around somebody's hour is there anything to do.
    if (!people.some(({ at }, i) => isNear(now, zones[i] as string, at))) continue;
    if (step % 97 === 0) {
      await host.plugin.disable();
      await host.plugin.enable();
    }
    slack.illness = step % 53 === 0 ? { status: 500 } : undefined;
    await host.runJobs();
    for (const { text = '' } of slack.posted.splice(0)) {
      const [, key = ''] = /^\*(Person-\d, [\d-]+)\*/.exec(text) ?? [];
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  slack.illness = undefined;
  await host.runJobs();
  const wrong: string[] = [];
  for (const [i, { zone, moves }] of people.entries()) {
    for (let day = 1; day < DAYS - 1; day += 1) {
      const date = dayIn(zone, new Date(begin.getTime() + day * 86_400_000));
      const key = `Person-${i}, ${date}`;
      // Going east, one may leave a day before its hour has come.
      const expected = moves && !met[i]?.has(date) ? 0 : 1;
      if ((counts.get(key) ?? 0) !== expected) wrong.push(`${key}: ${counts.get(key) ?? 0}`);
    }
  }
  assert.deepEqual(wrong, []);
  const travelled = met.at(-1)?.size ?? 0;
  assert.ok(travelled > DAYS - 6 && travelled <= DAYS, `${travelled} days of the traveller`);
});

/** How long it has been that time on the clocks of that zone. */
function minutesAfter(now: Date, zone: string, at: string): number {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now);
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return (minutes(time) - minutes(at) + 1440) % 1440;
}

/** At that time, and an hour later: a second chance, and what a change leapt over. */
function isNear(now: Date, zone: string, at: string): boolean {
  const late = minutesAfter(now, zone, at);
  return late < STEP_MINUTES || (late >= 60 && late < 60 + STEP_MINUTES);
}
