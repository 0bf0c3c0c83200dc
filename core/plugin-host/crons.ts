/**
 * Schedules of plugins, looked at once a minute: crontab patterns in UTC, and a time of day in each
 * user's own zone. A run is recorded before it starts, so that no restart repeats it.
 */
import type { CronSchedule } from '@stint/plugin';
import { parseCronItem } from 'graphile-worker';
import type { Knex } from 'knex';
import { Temporal } from 'temporal-polyfill';
import type { JobDeps } from '../infra/queue.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_TIMEOUT } from './errors.ts';
import type { PluginHost } from './host.ts';
import { runAs } from './owner.ts';
import type { Plugin } from './plugin.ts';

const CRON_MS = 60_000;
const TIME_MS = 5_000;

const underWay = new Set<string>();

/** All at once: a plugin whose schedule hangs holds up no other. */
export async function runDueCrons({
  db,
  clock,
  host,
}: JobDeps & { host: PluginHost }): Promise<void> {
  const now = clock.now();
  await Promise.all(
    host.list().map(async (plugin) => {
      for (const [name, schedule] of plugin.run?.registrations.crons ?? []) {
        const key = `${plugin.id}:${name}`;
        // The last run of it takes longer than a minute.
        if (underWay.has(key)) continue;
        underWay.add(key);
        try {
          if ('pattern' in schedule) await runPattern(db, plugin, name, schedule, now);
          else await runPerUser(db, plugin, name, schedule, now);
        } catch (error) {
          plugin.degrade(error);
        } finally {
          underWay.delete(key);
        }
      }
    }),
  );
}

type Pattern = Extract<CronSchedule, { pattern: string }>;
type PerUser = Extract<CronSchedule, { perUser: unknown }>;

async function runPattern(
  db: Knex,
  plugin: Plugin,
  name: string,
  { pattern, run }: Pattern,
  now: Date,
): Promise<void> {
  const item = parseCronItem({ task: 'cron', match: pattern, identifier: 'cron' });
  const [min, hour, date, month, dow] = [
    now.getUTCMinutes(),
    now.getUTCHours(),
    now.getUTCDate(),
    now.getUTCMonth() + 1,
    now.getUTCDay(),
  ];
  if (!item.match({ min, hour, date, month, dow })) return;
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();
  const { rowCount } = await db.raw(
    `INSERT INTO plugin_kv AS k (plugin_id, key, value) VALUES (:plugin, :key, to_jsonb(:minute::text))
     ON CONFLICT (plugin_id, key) DO UPDATE SET value = excluded.value, updated_at = now()
     WHERE k.value <> excluded.value`,
    { plugin: plugin.id, key: `stint:cron:${name}`, minute },
  );
  if (rowCount === 1) await within(plugin, name, CRON_MS, () => run());
}

async function runPerUser(
  db: Knex,
  plugin: Plugin,
  name: string,
  schedule: PerUser,
  now: Date,
): Promise<void> {
  const users: { id: number; time_zone: string }[] = await db('users')
    .where({ active: true })
    .select('id', 'time_zone');
  for (const user of users) {
    try {
      await runForUser({ db, plugin, name }, schedule, user, now);
    } catch (error) {
      // One that hangs would hang for everybody.
      if (error instanceof ERR_PLUGIN_TIMEOUT) throw error;
      plugin.degrade(error);
    }
  }
}

async function runForUser(
  { db, plugin, name }: { db: Knex; plugin: Plugin; name: string },
  { perUser, run }: PerUser,
  { id, time_zone }: { id: number; time_zone: string },
  now: Date,
): Promise<void> {
  const time =
    typeof perUser === 'string' ? perUser : await within(plugin, name, TIME_MS, () => perUser(id));
  const day = time && dueDay(now, time_zone, time);
  if (!day) return;
  const recorded = await db('plugin_daily_runs')
    .insert({ plugin_id: plugin.id, cron: name, user_id: id, day })
    .onConflict()
    .ignore()
    .returning('user_id');
  if (recorded.length > 0) await within(plugin, name, CRON_MS, () => run(id, day));
}

function within<T>(
  plugin: Plugin,
  name: string,
  ms: number,
  work: () => T | Promise<T>,
): Promise<T> {
  const what = `The schedule ${plugin.id}:${name}`;
  return withDeadline(what, ms, () => runAs(plugin.id, work), plugin.run?.abort.signal);
}

// A process that was down at the time makes up for it this long, so a restart loses no day.
const GRACE_MINUTES = 60;

/** The local day whose time has come, within the grace; also where the clock leaps over that time. */
export function dueDay(now: Date, zone: string, time: string): string | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const due = here
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  const late = here.epochMilliseconds - due.epochMilliseconds;
  return late >= 0 && late < GRACE_MINUTES * 60_000 ? here.toPlainDate().toString() : undefined;
}
